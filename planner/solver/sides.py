"""Best side columns beside given tours: a small linear program of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planner.solver.answer import DutyTour
from planner.solver.cover_rows import add_cover_rows, add_side_columns
from planner.solver.evaluate import Ledger
from planner.solver.linear import LinearProgram, solve_linear

_SECONDS = 60.0


@dataclass(frozen=True)
class SettledSides:
    """Side columns settled for given tours.

    Parameters
    ----------
    values
        Whole values of the side columns.
    row_prices
        What one more unit of each row's level would cost once the side columns follow it;
        negative where it saves.
    """

    values: tuple[int, ...]
    row_prices: tuple[int, ...]


def settle_sides(ledger: Ledger, tours: Sequence[Sequence[DutyTour]], seed: int) -> SettledSides:
    """Find the best side columns for fixed tours, and what more of each row would be worth."""
    problem = ledger.problem
    if not problem.side_columns:
        return SettledSides((), (0,) * len(problem.rows))
    nothing = [0] * len(problem.side_columns)
    program = LinearProgram()
    columns = add_side_columns(program, problem, 1)
    rows, _ = add_cover_rows(program, problem, (), columns, 1, ledger.levels(tours, nothing))
    answer = solve_linear(program, relaxed=True, seconds=_SECONDS, seed=seed)
    if answer.values is None or answer.duals is None:
        idle = tuple(min(max(0, side.lower), side.upper) for side in problem.side_columns)
        return SettledSides(idle, (0,) * len(problem.rows))
    return SettledSides(
        tuple(int(value) for value in np.rint(answer.values[columns])),
        tuple(int(price) for price in np.rint(-answer.duals[rows])),
    )


def best_sides(ledger: Ledger, tours: Sequence[Sequence[DutyTour]], seed: int) -> tuple[int, ...]:
    """Return the best whole values of the side columns for fixed tours."""
    return settle_sides(ledger, tours, seed).values
