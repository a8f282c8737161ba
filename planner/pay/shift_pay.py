"""Pay of one shift by itself: base and bands."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from models.cost import Component, PayLine, ShiftCost
from models.pay_band import BandColumn
from models.shift import Shift
from planner.pay.bands_of import HOLIDAY, NIGHT
from planner.pay.hourly import hourly
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor
from planner.pay.split_pay import split_lines

_COMPONENT_OF: dict[BandColumn, Component] = {
    "night": "night_premium",
    "holiday": "holiday_premium",
    "premium": "other_premium",
}


def shift_lines(book: PayBook, agent: str, contract: str, shift: Shift) -> Iterator[PayLine]:
    """Audit lines of one shift of the period: its base, each band it has minutes in, and what a split adds.

    The rate is that of the month the shift starts in.  Each line is rounded once.
    """
    pay, bands = book.pays[contract], book.bands[contract]
    rate = pay.minute_rate(book.horizon.date_of(shift.day))
    if pay.time_is_paid:
        amount = to_whole_minor(rate * shift.paid_minutes)
        yield PayLine(agent, shift.day, "base", "base", amount, shift.paid_minutes, hourly(rate, book.scale))
    owed: dict[int, Fraction] = defaultdict(Fraction)
    counted: dict[int, int] = defaultdict(int)
    for marks, minutes in book.time_of(contract, shift).by_marks.items():
        for number, added in book.premiums_of(contract, marks, rate).items():
            owed[number] += added * minutes
            counted[number] += minutes
    for number in sorted(owed):
        if owed[number]:
            component = _COMPONENT_OF[bands[number].column]
            paid = hourly(owed[number] / counted[number], book.scale)
            amount = to_whole_minor(owed[number])
            hour = owed[number] / counted[number] * 60
            share = Fraction(bands[number].share or 0) or None
            yield PayLine(
                agent,
                shift.day,
                component,
                bands[number].name,
                amount,
                counted[number],
                paid,
                share,
                hour / share if share else None,
            )
    yield from split_lines(book, agent, contract, shift, rate * shift.paid_minutes + sum(owed.values()))


def shift_pay(book: PayBook, agent: str, contract: str, shift: Shift) -> ShiftCost:
    """Pay of one shift of the period, by component."""
    total: dict[Component, int] = defaultdict(int)
    for line in shift_lines(book, agent, contract, shift):
        total[line.component] += line.amount_minor
    time = book.time_of(contract, shift)
    return ShiftCost(
        agent=agent,
        day=shift.day,
        paid_minutes=shift.paid_minutes,
        night_minutes=time.minutes_in(NIGHT),
        holiday_minutes=time.minutes_in(HOLIDAY),
        base_minor=total["base"],
        night_premium_minor=total["night_premium"],
        holiday_premium_minor=total["holiday_premium"],
        other_premium_minor=total["other_premium"],
    )
