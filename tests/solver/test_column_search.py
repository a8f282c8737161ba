"""The search for people who are all different, also on problems the flow would take."""

import threading
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from planner.solver.answer import Answer, EngineProgress
from planner.solver.engine import solve
from planner.solver.evaluate import Ledger
from planner.solver.network import build_networks
from planner.solver.problem import NoLegalTourError, TourProblem
from planner.verify.bound import recomputed_bound
from tests.solver.rota import big_rota, longest_run, work_slots
from tests.solver.small import optimum, small_problems

RELAXED = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True, params=["linear programs first", "blending first"])
def no_flow(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Column generation always, both ways to begin it."""
    monkeypatch.setattr("planner.solver.engine.suits_flow", lambda problem: False)
    if request.param == "blending first":
        monkeypatch.setattr("planner.solver.relaxation._LARGE", -1)
        monkeypatch.setattr("planner.solver.relaxation._NARROW", 1_000)


def everyone_different(people: int, days: int) -> TourProblem:
    """A rota of people told apart by what their runs may be and how much they may work."""
    problem = big_rota(people, days)
    own = problem.profiles[0]
    profiles = tuple(
        replace(
            own,
            name=f"p{number}",
            automata=(*own.automata, longest_run(3 + number % 3)),
            counters=(work_slots(0, 60 + 10 * number),),
            lower=1,
            upper=1,
        )
        for number in range(people)
    )
    return replace(problem, profiles=profiles)


def recount(problem: TourProblem, answer: Answer) -> int:
    return Ledger(problem).objective(build_networks(problem), answer.solution.tours, answer.solution.sides)


@given(small_problems())
@RELAXED
def test_finds_and_proves_the_optimum(problem: TourProblem) -> None:
    answer = solve(problem, seconds=20)
    assert answer.solution.objective == answer.bound == optimum(problem)


@given(small_problems(with_counters=True))
@RELAXED
def test_counters_are_kept_and_the_optimum_proven(problem: TourProblem) -> None:
    answer = solve(problem, seconds=20)
    assert answer.solution.objective == answer.bound == optimum(problem) == recount(problem, answer)


@given(small_problems(with_sides=True))
@RELAXED
def test_side_columns_are_chosen_together_with_the_tours(problem: TourProblem) -> None:
    answer = solve(problem, seconds=20)
    assert answer.solution.objective == answer.bound == optimum(problem)


@given(small_problems(with_counters=True))
@RELAXED
def test_the_certificate_proves_its_bound_to_code_of_its_own(problem: TourProblem) -> None:
    answer = solve(problem, seconds=20)
    again = recomputed_bound(problem, answer.certificate)
    assert answer.certificate.bound <= again <= answer.solution.objective


def test_different_people_get_legal_tours_and_a_gap() -> None:
    problem = everyone_different(6, days=14)
    answer = solve(problem, seconds=6)
    assert recount(problem, answer) == answer.solution.objective
    assert answer.bound <= answer.solution.objective <= 1.02 * answer.bound


def test_one_worker_and_one_seed_give_one_answer() -> None:
    problem = everyone_different(3, days=7)
    first, second = (solve(problem, seconds=60, seed=5) for _ in range(2))
    assert first.stop == "proven"
    assert first.solution == second.solution
    assert first.certificate == second.certificate


def test_an_interruption_returns_the_best_so_far() -> None:
    stop = threading.Event()

    def interrupt(news: EngineProgress) -> None:
        if news.objective is not None:
            stop.set()

    problem = everyone_different(6, days=14)
    answer = solve(problem, seconds=60, stop=stop, listen=interrupt)
    assert answer.stop == "interrupted"
    assert recount(problem, answer) == answer.solution.objective


def test_people_without_a_legal_tour_are_all_named() -> None:
    problem = everyone_different(3, days=7)
    stuck = replace(problem.profiles[1], counters=(work_slots(1000, 2000),))
    problem = replace(problem, profiles=(problem.profiles[0], stuck, problem.profiles[2]))
    with pytest.raises(NoLegalTourError, match="p1"):
        solve(problem, seconds=10)
