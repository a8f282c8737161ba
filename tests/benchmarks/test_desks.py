"""The benchmark desks are planned right; how fast is measured by hand (see README.md)."""

import threading
from dataclasses import replace

import pytest

from models.desk import Period
from models.plan import Plan
from models.progress import Progress
from planner.pipeline import make_plan
from planner.roster.solve import SearchLimits
from planner.scenario.loaded import LoadedScenario
from planner.scenario.loading import load_scenario
from tests.benchmarks.desks import DESKS, FOLDER, measure, row, watched_networks


def shortened(name: str, days: int) -> LoadedScenario:
    """A desk over fewer days."""
    loaded = load_scenario(FOLDER / f"{name}.toml")
    period = Period(first_date=loaded.scenario.period.first_date, days=days)
    return replace(loaded, scenario=loaded.scenario.model_copy(update={"period": period}))


def assert_legal(plan: Plan) -> None:
    assert not [found for found in plan.violations if found.hard]
    assert plan.proof.bound_minor <= plan.proof.objective_minor
    assert plan.proof.objective_minor == plan.cost.total_minor + plan.objective_parts.total_minor


@pytest.mark.parametrize(("name", "agents"), [("month_12", 12), ("month_300", 300)])
def test_a_fortnight_of_the_desk_is_proven_optimal(name: str, agents: int) -> None:
    plan = make_plan(shortened(name, 14), SearchLimits(seconds=120))
    assert_legal(plan)
    assert plan.proof.status == "optimal"
    assert plan.proof.objective_minor == plan.proof.bound_minor
    assert plan.roster.headcount == agents
    assert 0 < plan.coverage.understaffed_hours < 0.2 * plan.coverage.required_hours
    assert min(plan.requirement.live[0].agents) >= 1


def test_tours_of_the_month_under_eight_rules_are_legal() -> None:
    """The first roster comes straight out of the network; the audit knows nothing of it."""
    stop = threading.Event()

    def enough(news: Progress) -> None:
        if news.stage == "first tours":
            stop.set()

    with watched_networks() as watch:
        plan = make_plan(
            load_scenario(FOLDER / "month_12_eight_rules.toml"), SearchLimits(60, stop=stop), enough
        )
    assert plan.proof.stop == "interrupted"
    assert_legal(plan)
    assert plan.roster.headcount == 12
    assert len(watch.networks) == 1
    for tour in plan.roster.tours:
        assert 144 * 60 <= sum(shift.paid_minutes for shift in tour.worked) <= 160 * 60
        assert sum(shift.is_night for shift in tour.worked) <= 8


def test_the_desks_have_the_shape_their_name_says() -> None:
    for path in DESKS:
        scenario = load_scenario(path).scenario
        assert (scenario.period.days, scenario.horizon.intervals) == (28, 1344)
        assert scenario.opening.always
        assert len(scenario.shift_patterns) == 13
        assert {pattern.nominal_paid_minutes for pattern in scenario.shift_patterns} == {480, 660}
        (vacancy,) = scenario.vacancies
        assert vacancy.min_hires == vacancy.max_hires == (300 if "300" in path.name else 12)


def test_a_line_of_the_table_names_the_proof() -> None:
    measured = measure(shortened("month_12", 2), SearchLimits(seconds=30))
    cells = row([measured, measured])
    assert cells[:2] == ("month_12", "12")
    assert cells[5] == "optimal"
    assert cells[6] == cells[7]
    assert int(cells[2].replace(",", "")) == measured.states > 2
