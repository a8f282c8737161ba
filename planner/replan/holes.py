"""What the changes left uncovered: people missing beyond those missed in the plan as published.

A hole is counted in people and intervals, whatever they are priced at: live work, the
desk's minimum, and rules about who must be there.  Where newcomers do part of what others do, live
work may miss part of a person.  Work that may wait leaves no hole; what
doing it late costs is part of the price of a plan.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from math import floor

from planner.roster.translate import Translation
from planner.solver.answer import Answer
from planner.solver.convex import ConvexPrice
from planner.solver.evaluate import Ledger
from planner.solver.problem import Row, TourProblem

#: Rows of which one unit below the target is one person missing in one interval.
_PEOPLE = ("live", "coverage", "hard coverage")
#: Rows that share people out: a unit lacking there must be declared missing.
_SHARED = ("share",)


def missing_of(translation: Translation, answer: Answer) -> dict[str, int | Fraction]:
    """People missing in an answer, by the names of the rows that miss any."""
    problem = translation.problem
    levels = Ledger(problem).levels(answer.solution.tours, answer.solution.sides).tolist()
    return {
        row.name: _people(row.price.breaks[0] - level, translation.units_of(kind))
        for row, kind, level in zip(problem.rows, translation.row_kinds, levels, strict=True)
        if kind in _PEOPLE and row.price.slopes[0] < 0 and level < row.price.breaks[0]
    }


def _people(units: int, per_person: int) -> int | Fraction:
    return units if per_person == 1 else Fraction(units, per_person)


def holes_in(
    missing: Mapping[str, int | Fraction], before: Mapping[str, int | Fraction]
) -> dict[str, int | Fraction]:
    """People missing beyond those missed before, by row."""
    beyond = {name: number - before.get(name, 0) for name, number in missing.items()}
    return {name: number for name, number in beyond.items() if number > 0}


def interval_of(name: str) -> int:
    """Return the interval a row is about: rows are named after what asks and when."""
    return int(name.rpartition(" ")[2])


def only_holes(
    problem: TourProblem, translation: Translation, before: Mapping[str, int | Fraction], price: int
) -> TourProblem:
    """Price holes alone.

    Parameters
    ----------
    problem
        As translated; further rows keep their prices.
    translation
        Says what each row is for.
    before
        People missed in the plan as published, by row.
    price
        Of one person missing in one interval; that of a part is rounded up.
    """
    kinds = translation.row_kinds
    own = tuple(
        replace(row, price=_hole_price(row, kind, before, price, translation.units_of(kind)))
        for row, kind in zip(problem.rows, kinds, strict=False)
    )
    return replace(problem, rows=own + problem.rows[len(kinds) :])


def dearer_holes(
    problem: TourProblem, translation: Translation, before: Mapping[str, int | Fraction], price: int
) -> TourProblem:
    """Price holes on top of everything else."""
    kinds = translation.row_kinds
    more = only_holes(problem, translation, before, price).rows
    own = tuple(
        row if kind not in (*_PEOPLE, *_SHARED) else replace(row, price=row.price + extra.price)
        for row, extra, kind in zip(problem.rows, more, kinds, strict=False)
    )
    return replace(problem, rows=own + problem.rows[len(kinds) :])


def _hole_price(
    row: Row, kind: str, before: Mapping[str, int | Fraction], person: int, units: int
) -> ConvexPrice:
    price = -(-person // units)
    below = row.price.slopes[0] < 0
    if kind in _PEOPLE and below:
        return ConvexPrice((row.price.breaks[0] - floor(before.get(row.name, 0) * units),), (-price, 0))
    if kind in _PEOPLE and kind == "hard coverage":
        return ConvexPrice((row.price.breaks[-1],), (0, price))
    if kind in _SHARED:
        return ConvexPrice((row.price.breaks[0],), (-2 * price, 0))
    return ConvexPrice((0,), (0, 0))
