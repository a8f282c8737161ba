"""Pay of one shift by itself: base and clock premiums."""

from fractions import Fraction

from models.cost import ShiftCost
from models.shift import Shift
from planner.pay.paid_time import paid_time
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor


def shift_pay(book: PayBook, agent: str, contract: str, shift: Shift) -> ShiftCost:
    """Pay of one shift of the period: the audit line.

    Premiums are shares of the hourly rate, added to the base and to each other, never
    multiplied.  The rate is that of the month the shift starts in.  Each component is
    rounded once.

    Notes
    -----
    Night premium: TK RF art. 154 and Decree 554 of 22.07.2008, at least 20 % of the rate.
    Holiday premium: TK RF art. 153, at least double pay; for a salary within the norm, the
    single rate on top, which is the same premium.
    """
    pay, terms = book.pays[contract], book.scenario.pay
    time = paid_time(shift, book.horizon, book.calendar, book.scenario.night.band)
    rate = pay.minute_rate(book.horizon.date_of(shift.day))
    return ShiftCost(
        agent=agent,
        day=shift.day,
        paid_minutes=time.minutes,
        night_minutes=time.night_minutes,
        holiday_minutes=time.holiday_minutes,
        base_minor=to_whole_minor(rate * time.minutes) if pay.time_is_paid else 0,
        night_premium_minor=to_whole_minor(rate * time.night_minutes * Fraction(terms.night_premium)),
        holiday_premium_minor=to_whole_minor(rate * time.holiday_minutes * Fraction(terms.holiday_premium)),
    )
