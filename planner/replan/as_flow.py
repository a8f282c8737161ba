"""Whether one flow can be searched whole with everybody told apart, and what is left out for it.

Few changed shifts leave few tours to each person, so that a flow is soon searched to its end where
column generation would go on improving without an end to prove.
"""

from dataclasses import replace

from planner.roster.translate import Translation
from planner.solver.convex import ConvexPrice
from planner.solver.problem import TourProblem

#: Labels of all days, times people, up to which one flow holds everybody.
_MOST_LABELS = 3_500
#: Rows about work that may wait; what doing it late costs is never below zero.
_WAITING = ("backlog", "balance")


def suits_one_flow(problem: TourProblem) -> bool:
    """Whether the networks are small enough to be searched whole."""
    return len(problem.profiles) * sum(map(len, problem.labels)) <= _MOST_LABELS


def with_priced_rows_alone(problem: TourProblem) -> TourProblem:
    """Leave out rows whose level costs nothing, and side columns that serve no other row."""
    kept = [number for number, row in enumerate(problem.rows) if any(row.price.slopes) or row.price.base]
    renamed = {old: new for new, old in enumerate(kept)}

    def told(covers: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((renamed[row], amount) for row, amount in covers if row in renamed)

    sides = (replace(side, covers=told(side.covers)) for side in problem.side_columns)
    return replace(
        problem,
        rows=tuple(problem.rows[number] for number in kept),
        trades=tuple(replace(own, covers=tuple(map(told, own.covers))) for own in problem.trades),
        side_columns=tuple(side for side in sides if side.covers or side.cost),
    )


def has_work_that_waits(translation: Translation) -> bool:
    """Whether part of the work may wait: there are many rows about it."""
    return any(kind in _WAITING for kind in translation.row_kinds)


def without_work_that_waits(problem: TourProblem, translation: Translation) -> TourProblem:
    """Leave out what doing work late costs: less to search, and a bound for the whole.

    Parameters
    ----------
    problem
        As translated, rows of its own after the translated ones.
    translation
        Says what each row is for.
    """
    kinds = translation.row_kinds
    rows = tuple(
        replace(row, price=ConvexPrice((0,), (0, 0))) if kind in _WAITING else row
        for row, kind in zip(problem.rows, kinds, strict=False)
    )
    return with_priced_rows_alone(replace(problem, rows=rows + problem.rows[len(kinds) :]))
