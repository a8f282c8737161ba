"""Best side columns beside given tours: a small linear program of its own."""

from collections.abc import Sequence

import numpy as np

from planner.solver.answer import DutyTour
from planner.solver.cover_rows import add_cover_rows, add_side_columns
from planner.solver.evaluate import Ledger
from planner.solver.linear import LinearProgram, solve_linear


def best_sides(ledger: Ledger, tours: Sequence[Sequence[DutyTour]], seed: int) -> tuple[int, ...]:
    """Return the best integer-rounded values of the side columns for fixed tours."""
    problem = ledger.problem
    if not problem.side_columns:
        return ()
    zero = [0] * len(problem.side_columns)
    program = LinearProgram()
    columns = add_side_columns(program, problem, 1)
    add_cover_rows(program, problem, (), columns, 1, ledger.levels(tours, zero))
    answer = solve_linear(program, relaxed=True, seconds=60.0, seed=seed)
    if answer.values is None:
        return tuple(min(max(0, side.lower), side.upper) for side in problem.side_columns)
    return tuple(int(value) for value in np.rint(answer.values[columns]))
