"""Rows that everything hits alike are one row with the sum of their prices."""

from collections import defaultdict
from dataclasses import replace

from planner.solver.problem import Row, TourProblem


def row_groups(problem: TourProblem) -> tuple[tuple[int, ...], ...]:
    """Return groups of rows that always have the same level.

    Neighbouring intervals between two possible starts are such rows; there are often twice
    as many intervals as distinct rows.
    """
    hits: list[list[tuple[int, int, int]]] = [[] for _ in problem.rows]
    for number, trade in enumerate(problem.trades):
        for duty, covers in enumerate(trade.covers):
            for row, amount in covers:
                hits[row].append((number, duty, amount))
    for number, side in enumerate(problem.side_columns):
        for row, amount in side.covers:
            hits[row].append((-1, number, amount))
    alike: dict[tuple[tuple[int, int, int], ...], list[int]] = defaultdict(list)
    for row, pattern in enumerate(hits):
        alike[tuple(pattern)].append(row)
    return tuple(tuple(members) for members in alike.values())


def join_rows(problem: TourProblem, groups: tuple[tuple[int, ...], ...] | None = None) -> TourProblem:
    """Return the same problem with each group of rows joined; solutions and objective stay the same."""
    rows, renamed = [], {}
    for number, members in enumerate(row_groups(problem) if groups is None else groups):
        price = problem.rows[members[0]].price
        for member in members[1:]:
            price = price + problem.rows[member].price
        rows.append(Row("+".join(problem.rows[member].name for member in members), price))
        renamed[members[0]] = number
    trades = tuple(
        replace(trade, covers=tuple(_renamed(covers, renamed) for covers in trade.covers))
        for trade in problem.trades
    )
    sides = tuple(replace(side, covers=_renamed(side.covers, renamed)) for side in problem.side_columns)
    return replace(problem, rows=tuple(rows), trades=trades, side_columns=sides)


def _renamed(covers: tuple[tuple[int, int], ...], renamed: dict[int, int]) -> tuple[tuple[int, int], ...]:
    return tuple((renamed[row], amount) for row, amount in covers if row in renamed)
