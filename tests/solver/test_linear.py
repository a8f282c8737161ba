"""Programs that HiGHS was seen to answer wrongly."""

import numpy as np
import pytest
from hypothesis import given

from planner.solver import linear
from planner.solver.flow_model import build_flow_model
from planner.solver.linear import LinearProgram, solve_linear
from planner.solver.network import build_networks
from planner.solver.problem import TourProblem
from tests.solver.small import small_problems


def two_rows(*, whole: bool) -> LinearProgram:
    """Least ``side + over`` where ``closed + side - over = 1`` and ``tour + closed + side = 2``."""
    program = LinearProgram()
    tour, closed = program.add_columns(0, [1, 0], 0, integer=True)
    side = program.add_columns(0, 2, 1, integer=whole)[0]
    over = program.add_columns(0, 1, 1, integer=False)[0]
    first, second = program.add_rows([1, 2], [1, 2])
    program.add_entries(
        [first] * 3 + [second] * 3, [closed, side, over, tour, closed, side], [1, 1, -1, 1, 1, 1]
    )
    return program


def test_presolve_leaves_the_optimum_of_whole_side_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left of a desk's wrong proof: continuous, HiGHS 1.10 to 1.15 calls 3 the least."""
    monkeypatch.setattr(linear, "_SMALL", 0)
    answer = solve_linear(two_rows(whole=True), relaxed=False, seconds=10, seed=1)
    assert (answer.objective, answer.bound, answer.exhausted) == (1, 1, True)


def test_small_programs_are_solved_without_presolve() -> None:
    answer = solve_linear(two_rows(whole=False), relaxed=False, seconds=10, seed=1)
    assert (answer.objective, answer.bound, answer.exhausted) == (1, 1, True)


@given(problem=small_problems(with_sides=True))
def test_columns_that_are_not_whole_are_in_one_row(problem: TourProblem) -> None:
    model = build_flow_model(problem, build_networks(problem)).program.model(relaxed=False).export_model()
    rows = np.bincount(model.linear_constraint_matrix.column_ids, minlength=len(model.variables.ids))
    whole = np.array(model.variables.integers)
    assert rows[~whole].max() == 1
    assert rows[whole].max() > 1
