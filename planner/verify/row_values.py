"""What rows are worth at given prices, and which rows always have one level."""

from collections import Counter as Tally
from collections import defaultdict

from models.text import Text
from planner.solver.answer import Certificate
from planner.solver.problem import TourProblem
from planner.verify.refusal import CertificateError

_NO_ROW = Text(
    en="the certificate prices row {row}, which does not exist",
    ru="сертификат назначает цену строке {row}, которой нет",
)
_LEFT_OUT = Text(
    en="the certificate leaves out row {row}",
    ru="в сертификате нет строки {row}",
)
_TWICE = Text(
    en="the certificate prices a row twice, or a group of no rows",
    ru="сертификат назначает цену одной строке дважды или группе без строк",
)
_CAN_DIFFER = Text(
    en="the certificate says rows {first} and {other} always have one level, but they can differ",
    ru="по сертификату строки {first} и {other} всегда одинаковы, но они могут различаться",
)

#: (trade, or -1 for side columns; duty or side column; amount).
_Hit = tuple[int, int, int]


def price_of_rows(problem: TourProblem, certificate: Certificate) -> dict[int, int]:
    """Price of the first row of each group; the group's level is counted once, by that row.

    Raises
    ------
    CertificateError
        A row is missing or named twice, or rows said to have one level can differ.
    """
    named = Tally(row for rows, _ in certificate.rows for row in rows)
    asked = set(range(len(problem.rows)))
    if set(named) - asked:
        raise CertificateError(_NO_ROW.format(row=min(set(named) - asked)))
    if asked - set(named):
        raise CertificateError(_LEFT_OUT.format(row=repr(problem.rows[min(asked - set(named))].name)))
    if len(problem.rows) != named.total() or any(not rows for rows, _ in certificate.rows):
        raise CertificateError(_TWICE)
    hits = _hits(problem)
    for rows, _ in certificate.rows:
        for row in rows[1:]:
            if hits[row] != hits[rows[0]]:
                first, other = problem.rows[rows[0]].name, problem.rows[row].name
                raise CertificateError(_CAN_DIFFER.format(first=repr(first), other=repr(other)))
    return {rows[0]: price for rows, price in certificate.rows}


def _hits(problem: TourProblem) -> dict[int, Tally[_Hit]]:
    """What adds to each row."""
    hits: dict[int, Tally[_Hit]] = defaultdict(Tally)
    for number, trade in enumerate(problem.trades):
        for duty, covers in enumerate(trade.covers):
            for row, amount in covers:
                hits[row][number, duty, amount] += 1
    for number, side in enumerate(problem.side_columns):
        for row, amount in side.covers:
            hits[row][-1, number, amount] += 1
    return hits


def value_of_rows(problem: TourProblem, certificate: Certificate) -> int:
    """Least that prices of levels less what the levels are charged can be, all rows together."""
    lowest, highest = _level_range(problem)
    total = 0
    for rows, charged in certificate.rows:
        prices = [problem.rows[row].price for row in rows]
        low, high = lowest[rows[0]], highest[rows[0]]
        breaks = {edge for price in prices for edge in price.breaks if low < edge < high}
        total += min(
            certificate.scale * sum(price.at(level) for price in prices) - charged * level
            for level in (low, high, *breaks)
        )
    return total


def _level_range(problem: TourProblem) -> tuple[list[int], list[int]]:
    """Levels no solution can leave: on each day everybody does what adds least, or most."""
    lowest, highest = [0] * len(problem.rows), [0] * len(problem.rows)
    for number, trade in enumerate(problem.trades):
        heads = sum(profile.upper for profile in problem.profiles if profile.trade == number)
        least: dict[tuple[int, int], int] = defaultdict(int)
        most: dict[tuple[int, int], int] = defaultdict(int)
        for duty, covers in zip(problem.duties, trade.covers, strict=True):
            given: dict[int, int] = defaultdict(int)
            for row, amount in covers:
                given[row] += amount
            for row, amount in given.items():
                least[row, duty.day] = min(least[row, duty.day], amount)
                most[row, duty.day] = max(most[row, duty.day], amount)
        for (row, _), amount in least.items():
            lowest[row] += heads * amount
        for (row, _), amount in most.items():
            highest[row] += heads * amount
    for column in problem.side_columns:
        for row, amount in column.covers:
            ends = amount * column.lower, amount * column.upper
            lowest[row] += min(ends)
            highest[row] += max(ends)
    return lowest, highest
