import threading

import pytest
from hypothesis import HealthCheck, given, settings

from planner.solver import engine as engine_module
from planner.solver.answer import EngineProgress
from planner.solver.engine import solve
from planner.solver.evaluate import Ledger
from planner.solver.integer_search import IntegerSearch
from planner.solver.join import join_rows
from planner.solver.network import build_networks
from planner.solver.problem import TourProblem
from tests.solver.rota import big_rota
from tests.solver.small import optimum, small_problems

RELAXED = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(small_problems())
@RELAXED
def test_finds_and_proves_the_optimum_of_small_problems(problem: TourProblem) -> None:
    answer = solve(problem, seconds=20)
    assert answer.solution.objective == answer.bound == optimum(problem)
    assert answer.stop == "proven"


@given(small_problems(with_sides=True))
@RELAXED
def test_side_columns_are_chosen_together_with_the_tours(problem: TourProblem) -> None:
    answer = solve(problem, seconds=20)
    assert answer.solution.objective == answer.bound == optimum(problem)


@given(small_problems())
@RELAXED
def test_the_answers_tours_are_legal_and_cost_what_it_says(problem: TourProblem) -> None:
    answer = solve(problem, seconds=20)
    recount = Ledger(problem).objective(build_networks(problem), answer.solution.tours, answer.solution.sides)
    assert recount == answer.solution.objective


@given(problem=small_problems(with_sides=True))
@settings(parent=RELAXED, max_examples=15)
def test_where_whole_flows_are_too_hard_to_find_columns_go_on(problem: TourProblem) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(IntegerSearch, "near_floors", lambda self: None)
        patch.setattr(IntegerSearch, "slices", lambda self: iter(()))
        answer = solve(problem, seconds=20)
    assert answer.solution.objective == answer.bound == optimum(problem)


def test_a_month_round_the_clock_is_proven_optimal() -> None:
    answer = solve(big_rota(6, days=14), seconds=60)
    assert answer.stop == "proven"
    assert answer.solution.objective == answer.bound


def test_the_same_seed_gives_the_same_tours() -> None:
    problem = big_rota(3, days=7)
    assert solve(problem, seed=7).solution == solve(problem, seed=7).solution


def test_a_set_stop_returns_a_legal_roster_at_once() -> None:
    problem = big_rota(12)
    stop = threading.Event()
    stop.set()
    answer = solve(problem, stop=stop)
    assert answer.stop == "interrupted"
    assert len(answer.solution.tours[0]) == 12
    Ledger(join_rows(problem)).solution(build_networks(problem), answer.solution.tours, answer.solution.sides)


def test_interrupting_the_search_keeps_the_bound_already_proven() -> None:
    stop = threading.Event()
    heard: list[EngineProgress] = []

    def listen(news: EngineProgress) -> None:
        heard.append(news)
        if news.stage == "rounding":
            stop.set()

    answer = solve(big_rota(12), stop=stop, listen=listen, seconds=60)
    assert answer.stop == "interrupted"
    assert answer.bound_method == "relaxation"
    assert 0 < answer.bound < answer.solution.objective
    assert any(news.bound is not None for news in heard)


@given(small_problems(with_sides=True))
@RELAXED
def test_one_flow_holds_people_however_different_they_are(problem: TourProblem) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine_module, "suits_flow", lambda problem: False)
        patch.setattr(engine_module, "ColumnSearch", None)
        answer = solve(problem, seconds=20, method="flow")
    assert answer.solution.objective == answer.bound == optimum(problem)
