import math
import threading
import time
from dataclasses import replace

import numpy as np
import pytest

from models.errors import EngineError
from planner.solver import integer_search
from planner.solver.answer import Solution
from planner.solver.evaluate import Ledger
from planner.solver.flow_model import build_flow_model
from planner.solver.integer_search import IntegerSearch
from planner.solver.join import join_rows
from planner.solver.linear import LinearAnswer, LinearProgram, Mask, solve_linear
from planner.solver.network import build_networks
from planner.solver.search import Search
from tests.solver.rota import big_rota


def search_with(best: int | None) -> tuple[Search, IntegerSearch]:
    problem = join_rows(big_rota(2, days=7))
    networks = build_networks(problem)
    model = build_flow_model(problem, networks)
    search = Search(30.0, threading.Event(), lambda news: None)
    search.raise_bound(0, "relaxation")
    if best is not None:
        search.offer(Solution(((),), (), best))
    relaxed = solve_linear(model.program, relaxed=True, seconds=30.0, seed=1)
    return search, IntegerSearch(search, Ledger(problem), networks, model, relaxed, 1)


def nothing_closed(integer: IntegerSearch) -> Mask:
    return integer._closed(math.inf)


@pytest.mark.parametrize("found", [-math.inf, math.nan])
def test_a_search_without_a_bound_proves_nothing(found: float) -> None:
    search, integer = search_with(10**9)
    integer._raise_bound(found, nothing_closed(integer))
    assert search.bound == 0


def test_an_exhausted_search_proves_the_best_known() -> None:
    search, integer = search_with(10**9)
    integer._raise_bound(math.inf, nothing_closed(integer))
    assert search.bound == 10**9
    assert search.bound_method == "branch_and_bound"


def test_an_infinite_bound_without_a_solution_is_not_believed() -> None:
    search, integer = search_with(None)
    integer._raise_bound(math.inf, nothing_closed(integer))
    assert search.bound == 0


def test_a_search_proves_no_more_than_the_least_loss_of_a_closed_column() -> None:
    search, integer = search_with(10**9)
    closed = integer._closed(5.0)
    integer._raise_bound(math.inf, closed)
    edge = integer._relaxed.objective + integer._losses[closed].min()
    assert search.bound is not None
    assert search.bound < 10**9
    assert abs((search.bound - integer._model.constant) / integer._model.scale - edge) <= 1.0


def test_every_reach_opens_more_columns_until_all_are_open() -> None:
    """Where a step held only columns that lose the same, reach once crept on unit by unit."""
    _, integer = search_with(10**9)
    integer._losses = np.repeat([0.0, 300_000.0, 900_000.0], [10, 60, len(integer._losses) - 70])
    reach, count = 0.0, 0
    while reach < math.inf:
        opened = int((~integer._closed(reach)).sum())
        assert opened > count
        reach, count = integer._further(reach), opened


def test_what_no_better_solution_can_use_is_no_loss() -> None:
    search, integer = search_with(None)
    known = round(integer._relaxed.objective * integer._model.scale) + integer._model.constant
    search.offer(Solution(((),), (), known))
    integer._raise_bound(math.inf, integer._closed(integer._gap()))
    assert search.bound == known


def test_leaving_out_columns_by_their_loss_loses_no_optimum() -> None:
    search, integer = search_with(None)
    solutions = list(integer.slices())
    assert search.proven
    wide = solve_linear(integer._model.program, relaxed=False, seconds=60.0, seed=1)
    assert solutions[-1].objective == round(wide.objective * integer._model.scale) + integer._model.constant


def test_the_narrow_search_may_be_empty_handed() -> None:
    program = join_rows(big_rota(2, days=7))
    model = build_flow_model(program, build_networks(program))
    everything = model.program.rests_at_zero
    found: LinearAnswer = solve_linear(model.program, relaxed=False, seconds=30.0, seed=1, closed=everything)
    assert found.values is None


def test_the_engines_own_faults_are_said_plainly() -> None:
    problem = big_rota(2, days=7)
    broken = replace(problem, profiles=(replace(problem.profiles[0], lower=3, upper=2),))
    model = build_flow_model(broken, build_networks(broken))
    with pytest.raises(EngineError, match="HiGHS"):
        solve_linear(model.program, relaxed=True, seconds=10.0, seed=1)


def test_a_slice_that_overruns_does_not_end_a_search_that_has_time_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """HiGHS once overran a slice by six seconds, and two thirds of the time were given away."""
    slept: list[int] = []

    def late(program: LinearProgram, **asked: object) -> LinearAnswer:
        if not slept:
            slept.append(1)
            time.sleep(0.3)
        return solve_linear(program, **asked)  # type: ignore[arg-type]

    monkeypatch.setattr(integer_search, "solve_linear", late)
    monkeypatch.setattr(integer_search, "_FIRST_SLICE_SECONDS", 0.05)
    monkeypatch.setattr(integer_search, "_GRACE_SECONDS", 0.05)
    search, integer = search_with(None)
    assert list(integer.slices())
    assert slept
    assert search.proven


@pytest.mark.parametrize("best", [None, 10**9])
def test_slices_that_find_nothing_end_soon_where_the_bound_is_far_and_go_on_where_it_is_near(
    monkeypatch: pytest.MonkeyPatch, best: int | None
) -> None:
    search, integer = search_with(best)
    asked: list[int] = []

    def nothing(*_: object) -> LinearAnswer:
        asked.append(1)
        search.started -= 2.0
        return LinearAnswer(math.inf, -math.inf, None, None, None, exhausted=False)

    monkeypatch.setattr(integer, "_slice", nothing)
    assert list(integer.slices()) == []
    assert len(asked) == 3
    assert search.keep_going()
    if best is not None:
        search.raise_bound(best - best // 200, "relaxation")
        assert list(integer.slices()) == []
        assert not search.keep_going()
