"""Generated desks are what their recipe says; rivals are given the same problem and count alike."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.history.reader import HistoryReader
from planner.pay.tariff import make_tariff
from planner.pipeline import make_plan
from planner.roster.people import make_crews
from planner.roster.solve import SearchLimits
from planner.scenario.cross_checks import cross_check
from planner.scenario.draft import draft_of
from planner.scenario.loaded import LoadedScenario
from planner.scenario.origins import Origins
from planner.scenario.schema import scenario_model
from planner.scenario.structure import structure_problems
from planner.solver.answer import Solution
from planner.solver.kept_counter import keep_counters
from planner.solver.problem import Label, State, TourProblem
from tests.benchmarks.support import mip
from tests.benchmarks.support.__main__ import main
from tests.benchmarks.support.cpsat import MAX_BOOLEANS, run_cpsat
from tests.benchmarks.support.dump import dump_document, write_dump
from tests.benchmarks.support.generate import make_scenario, scenario_table
from tests.benchmarks.support.load_dump import load_dump
from tests.benchmarks.support.measure import Job, Measured, measure
from tests.benchmarks.support.mip import run_mip
from tests.benchmarks.support.ours import run_ours
from tests.benchmarks.support.outcome import Outcome, TooLargeError
from tests.benchmarks.support.problem import make_problem
from tests.benchmarks.support.recipe import RECIPES, Recipe, recipe_from
from tests.benchmarks.support.recount import recount
from tests.benchmarks.support.requirement import asked_of
from tests.benchmarks.support.solvers import solver_named
from tests.benchmarks.support.sums import as_sum
from tests.benchmarks.support.table import medians
from tests.solver.rota import Work, longest_run, no_late_twice, rest, weekends, weekly_slots
from tests.solver.small import optimum, small_problems

GENERATED = [recipe for recipe in RECIPES.values() if not recipe.desk]


class WorkedSlots:
    """Counts slots worked; the first day of a stretch counts one more, so it remembers."""

    key = "slots"

    def __init__(self, lower: int, upper: int) -> None:
        self.lower, self.upper = lower, upper

    def start(self) -> State:
        return False

    def step(self, memory: State, day: int, label: Label | None) -> tuple[State, int]:
        if not isinstance(label, Work):
            return False, 0
        return True, label.length + (not memory)


def checked(problem: TourProblem, outcome: Outcome) -> Solution:
    """A solver's roster, once its objective has been counted again."""
    solution = outcome.solution
    assert solution is not None
    assert recount(problem, solution.tours, solution.sides) == solution.objective
    assert outcome.bound is not None
    assert outcome.bound <= solution.objective
    return solution


@pytest.mark.parametrize("recipe", GENERATED, ids=lambda recipe: recipe.name)
def test_a_recipe_and_a_seed_make_one_desk(recipe: Recipe) -> None:
    small = replace(recipe, agents=min(recipe.agents, 200))
    assert scenario_table(small, 5, 1.0) == scenario_table(small, 5, 1.0)
    assert scenario_table(small, 5, 1.0) != scenario_table(small, 6, 1.0)


@pytest.mark.parametrize("recipe", GENERATED, ids=lambda recipe: recipe.name)
def test_a_generated_desk_is_a_scenario_without_mistakes(recipe: Recipe) -> None:
    data = scenario_table(replace(recipe, agents=min(recipe.agents, 200)), 1, 1.0)
    origins, model = Origins("generated.toml", data), scenario_model()
    assert structure_problems(model, data, origins) == []
    assert list(cross_check(draft_of(model, data, origins, Path()))) == []


@pytest.mark.parametrize("name", ["individuals_12", "individuals_50", "business_50"])
def test_where_all_are_promised_to_differ_they_do(name: str) -> None:
    scenario = make_scenario(RECIPES[name], 1)
    asked = asked_of(scenario)
    crews = make_crews(scenario, asked.frame, make_tariff(scenario, asked.calendar))
    assert len(crews) == len(scenario.agents) == RECIPES[name].agents
    assert {crew.sample.contract for crew in crews} == {"full_40", "part_30", "part_20"}
    assert any(agent.leave for agent in scenario.agents)
    assert any(agent.worked_before for agent in scenario.agents)
    assert all(agent.requests for agent in scenario.agents)
    if RECIPES[name].skills == 3:
        assert {skill for agent in scenario.agents for skill in agent.skills} == {
            "technical",
            "german",
            "lead",
        }


def test_profiles_are_as_many_as_promised_and_hold_everyone() -> None:
    recipe = replace(RECIPES["profiles_1000"], agents=150)
    scenario = make_scenario(recipe, 1)
    problem = make_problem(scenario).problem
    assert len(scenario.agents) == 150
    assert len(problem.profiles) == 20
    assert sum(profile.upper for profile in problem.profiles) == 150
    assert len({profile.upper for profile in problem.profiles}) > 1


def test_demand_is_about_what_people_can_bear() -> None:
    recipe = RECIPES["individuals_50"]
    asked = asked_of(make_scenario(recipe, 1)).requirement
    hours = sum(sum(need.agents) for need in asked.live) / 2
    people_hours = sum(
        {"full_40": 40, "part_30": 30, "part_20": 20}[a["contract"]]
        for a in scenario_table(recipe, 1, 1.0)["agents"]
    )
    assert 0.8 < hours / (people_hours * recipe.weeks) < 1.0


def test_a_recipe_may_be_changed_and_mistakes_are_told() -> None:
    changed = recipe_from("individuals_50,weeks=8,hours=business,history=false,leave_share=0.5")
    assert (changed.weeks, changed.hours, changed.history, changed.leave_share) == (8, "business", False, 0.5)
    assert changed.agents == 50
    for wrong in ("nobody", "tiny,size=3", "tiny,weeks=long", "tiny,hours=never", "month_12,weeks=2"):
        with pytest.raises(ValueError, match=r"recipe|weeks|hours|month_12"):
            recipe_from(wrong)
    with pytest.raises(ValueError, match="too few people"):
        make_scenario(recipe_from("individuals_12,skills=3"), 1)


def test_the_problem_is_the_one_the_planner_solves() -> None:
    recipe = recipe_from("tiny_24x7")
    scenario = make_scenario(recipe, 1)
    problem = make_problem(scenario).problem
    origins = Origins("generated.toml", {})
    histories = HistoryReader(Path(), scenario.desk)
    loaded = LoadedScenario(scenario, Path("generated.toml"), origins, histories)
    plan = make_plan(loaded, SearchLimits(seconds=30))
    solution = checked(problem, run_ours(problem, 30, 1, 1))
    assert plan.proof.status == "optimal"
    assert solution.objective == plan.proof.objective_minor


@settings(max_examples=15, deadline=None)
@given(small_problems(with_sides=True))
def test_rivals_find_the_optimum_of_tiny_problems(problem: TourProblem) -> None:
    best = optimum(problem)
    for run in (run_cpsat, run_mip):
        outcome = run(problem, 20, 1, 1)
        assert checked(problem, outcome).objective == outcome.bound == best


def test_only_sums_are_taken_for_sums() -> None:
    week = ((Work(14, 16), Work(40, 20)),) * 7
    total = as_sum(weekly_slots(40), week)
    assert total is not None
    assert (total.lower, total.upper, total.weights) == (0, 40, ((0, 16, 20),) * 7)
    # a second week begins anew; runs, rest and weekends are no sums
    assert as_sum(weekly_slots(40), week * 2) is None
    for other in (longest_run(2), rest(48, 30), no_late_twice(), weekends(1)):
        assert as_sum(other, week) is None


@settings(max_examples=10, deadline=None)
@given(small_problems(), st.integers(0, 30), st.integers(0, 60))
def test_rivals_keep_counters(problem: TourProblem, lower: int, more: int) -> None:
    """The optimum under a counter is that under the automaton which keeps it."""
    counted = replace(
        problem,
        profiles=tuple(
            replace(p, counters=(WorkedSlots(lower, lower + more),), lower=0) for p in problem.profiles
        ),
    )
    kept = run_mip(keep_counters(counted), 20, 1, 1)
    for run in (run_cpsat, run_mip):
        assert checked(counted, run(counted, 20, 1, 1)).objective == kept.bound


def test_on_a_generated_desk_the_program_agrees_with_our_proven_optimum() -> None:
    problem = make_problem(make_scenario(recipe_from("tiny_24x7"), 1)).problem
    ours, program = run_ours(problem, 60, 1, 1), run_mip(problem, 60, 1, 1)
    assert checked(problem, ours).objective == ours.bound
    assert checked(problem, program).objective == program.bound == ours.bound
    plain = run_cpsat(problem, 3, 1, 2)
    assert checked(problem, plain).objective >= ours.bound
    assert plain.bound is not None
    assert plain.bound <= ours.bound


def test_a_dump_read_back_is_the_same_problem(tmp_path: Path) -> None:
    problem = make_problem(make_scenario(recipe_from("tiny_24x7"), 2)).problem
    path = tmp_path / "desk.json"
    write_dump(problem, path)
    again = load_dump(path)
    assert dump_document(again) == dump_document(problem)
    ours, read = run_ours(problem, 60, 1, 1), run_ours(again, 60, 1, 1)
    solution = checked(problem, ours)
    assert solution.objective == ours.bound == read.bound
    assert recount(again, solution.tours, solution.sides) == solution.objective
    checked(again, read)
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="not a"):
        load_dump(tmp_path / "other.json")


@settings(max_examples=15, deadline=None)
@given(small_problems(with_sides=True))
def test_counting_again_refuses_what_is_not_legal(problem: TourProblem) -> None:
    none = tuple(() for _ in problem.profiles)
    sides = tuple(side.upper for side in problem.side_columns)
    too_many = tuple(((None,) * problem.days,) * (profile.upper + 1) for profile in problem.profiles)
    with pytest.raises(ValueError, match="tours"):
        recount(problem, too_many, sides)
    hired = replace(problem, profiles=tuple(replace(p, lower=0) for p in problem.profiles))
    expected = sum(side.cost * side.upper for side in problem.side_columns)
    levels = [0] * len(problem.rows)
    for side in problem.side_columns:
        for row, amount in side.covers:
            levels[row] += amount * side.upper
    expected += sum(row.price.at(level) for row, level in zip(problem.rows, levels, strict=True))
    assert recount(hired, none, sides) == expected
    with pytest.raises(ValueError, match="side"):
        recount(hired, none, tuple(value + 1 for value in sides))


def test_models_that_are_too_large_are_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = make_problem(make_scenario(recipe_from("tiny_24x7"), 1)).problem
    crowd = replace(problem, profiles=tuple(replace(p, upper=MAX_BOOLEANS) for p in problem.profiles))
    with pytest.raises(TooLargeError, match="too large"):
        run_cpsat(crowd, 1, 1, 1)
    monkeypatch.setattr(mip, "MAX_COLUMNS", 100)
    with pytest.raises(TooLargeError, match="too large"):
        run_mip(problem, 1, 1, 1)


def test_a_run_in_its_own_process_tells_its_memory() -> None:
    run = measure(Job("tiny_24x7", 1, "ours", 30.0, 1, 1, 12.0))
    assert (run.agents, run.profiles) == (2, 2)
    assert run.objective == run.bound
    assert run.gap == 0
    assert run.peak_gib is not None
    assert 0.05 < run.peak_gib < 4
    assert run.network_seconds is not None
    assert run.first_seconds is not None
    assert "optimal" in run.note
    failed = measure(Job("tiny_24x7", 1, "ours", 30.0, 1, 1, 0.01))
    assert failed.objective is None
    assert failed.note


def test_medians_are_lacking_where_a_run_lacks_the_figure() -> None:
    runs = [Measured(objective=value, bound=10, peak_gib=value / 10) for value in (12, 20, 14)]
    assert medians(runs) == Measured(objective=14, bound=10, peak_gib=2.0)
    assert medians([*runs, Measured(bound=10)]).objective is None


def test_the_command_tells_mistakes_and_writes_dumps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for wrong in (["nobody"], ["tiny", "--against", "gurobi"], ["tiny", "tiny_24x7", "--dump", "x.json"]):
        with pytest.raises(SystemExit):
            main(wrong)
    capsys.readouterr()
    with pytest.raises(ValueError, match="no solver"):
        solver_named("cpsat", 2)
    main(["tiny", "--dump", str(tmp_path / "tiny.json")])
    assert "written" in capsys.readouterr().out
    assert load_dump(tmp_path / "tiny.json").days == 7
