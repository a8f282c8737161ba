"""Roles a larger desk needs: their cost by the number of people."""

from collections.abc import Iterator
from fractions import Fraction

from models.cost import PayLine
from models.employer_costs import Overhead
from models.norm_time import dates_of_month, norm_minutes
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor

_WEEK = 40 * 60


def overhead_lines(book: PayBook, headcount: int) -> Iterator[PayLine]:
    """One line per role a roster of so many people needs, for the period's share of the months."""
    months = _months(book)
    for role in book.terms.overhead:
        if amount := _cost_minor(book, role, headcount, months):
            number = role.number_for(headcount)
            basis = Fraction(role.monthly_cost) * book.scale
            name = f"{number} x {role.name}"
            yield PayLine("", None, "overhead", name, amount, share=months * number, basis_minor=basis)


def overhead_minor(book: PayBook, headcounts: range) -> tuple[int, ...]:
    """All of it together, for each of several numbers of people."""
    months = _months(book)
    return tuple(
        sum(_cost_minor(book, role, headcount, months) for role in book.terms.overhead)
        for headcount in headcounts
    )


def _cost_minor(book: PayBook, role: Overhead, headcount: int, months: Fraction) -> int:
    return to_whole_minor(Fraction(role.monthly_cost) * book.scale * months * role.number_for(headcount))


def _months(book: PayBook) -> Fraction:
    """Months in the period: of each its share of the month's norm time, of one without any its days."""
    dates = [book.horizon.date_of(day) for day in range(book.horizon.days)]
    total = Fraction(0)
    for month in sorted({date.replace(day=1) for date in dates}):
        whole, inside = dates_of_month(month), [date for date in dates if date.replace(day=1) == month]
        norm = norm_minutes(book.calendar, whole, _WEEK)
        total += (
            norm_minutes(book.calendar, inside, _WEEK) / norm if norm else Fraction(len(inside), len(whole))
        )
    return total
