"""Rows to cover and side columns, written into a linear program."""

from collections.abc import Sequence

import numpy as np

from planner.solver.convex import ConvexPrice
from planner.solver.linear import Ints, LinearProgram
from planner.solver.problem import TourProblem


def add_side_columns(program: LinearProgram, problem: TourProblem, scale: int) -> Ints:
    """Add the problem's side columns, whole ones; return their columns.

    Beside whole tours some best side columns are whole anyway.  Said so, no column that is not
    whole is in more than one row: where one was, HiGHS's presolve (1.10 to 1.15) cut off optima.
    """
    sides = problem.side_columns
    if not sides:
        return np.zeros(0, np.int64)
    return program.add_columns(
        [side.lower for side in sides],
        [side.upper for side in sides],
        np.array([side.cost for side in sides]) / scale,
        integer=True,
    )


def add_cover_rows(
    program: LinearProgram,
    problem: TourProblem,
    entries: Sequence[tuple[int, int, int]],
    sides: Ints,
    scale: int,
    levels: Ints | None = None,
) -> tuple[Ints, int]:
    """Add a row per row of the problem, with columns for falling short and exceeding.

    Parameters
    ----------
    program
        Extended in place.
    problem
        Rows, prices and side columns.
    entries
        ``(row, column, amount)`` of whatever else covers the rows.
    sides
        Columns of the side columns.
    scale
        Costs are divided by it.
    levels
        Levels already reached; zero where left out.

    Returns
    -------
    tuple
        Row of the program per row of the problem, and the constant of the objective
        (not divided by ``scale``).
    """
    prices = [row.price for row in problem.rows]
    targets = np.array([price.breaks[price.pivot] for price in prices], np.float64)
    if levels is not None:
        targets = targets - levels
    rows = program.add_rows(targets, targets)
    every = [(int(rows[row]), column, amount) for row, column, amount in entries]
    for number, side in enumerate(problem.side_columns):
        every += [(int(rows[row]), int(sides[number]), amount) for row, amount in side.covers]
    if every:
        program.add_entries(*(np.array(part) for part in zip(*every, strict=True)))
    for row, price in zip(rows.tolist(), prices, strict=True):
        _add_stretches(program, row, price, scale)
    return rows, sum(price.at(price.breaks[price.pivot]) for price in prices)


def _add_stretches(program: LinearProgram, row: int, price: ConvexPrice, scale: int) -> None:
    pivot, breaks, slopes = price.pivot, price.breaks, price.slopes
    widths_down = [breaks[i] - breaks[i - 1] if i else np.inf for i in range(pivot, -1, -1)]
    widths_up = [*np.diff(breaks[pivot:]), np.inf]
    prices_down = [-slopes[i] / scale for i in range(pivot, -1, -1)]
    prices_up = [slopes[i] / scale for i in range(pivot + 1, len(slopes))]
    program.add_entries(row, program.add_columns(0, widths_down, prices_down, integer=False), 1)
    program.add_entries(row, program.add_columns(0, widths_up, prices_up, integer=False), -1)
