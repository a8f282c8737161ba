"""The regular rate of a working week, where overtime premiums are shares of it.

The regular rate is all pay of the week but overtime, over all its paid hours (29 CFR 778.109).
With one hourly rate it is that rate plus the differentials of the week spread over its hours, so
overtime is written down in two steps, as payroll does: each overtime minute at the bare rate
when it is worked, and one line at the end of the week for the rest,

    differentials of the week x (premium x overtime minutes, added up) / paid minutes of the week.

Differentials are every band but those 29 USC 207(e)(6) leaves out: half the rate or more for work
on certain weekdays or on holidays (29 CFR 778.203).  Such a premium might be credited against
overtime (29 USC 207(h)); it is not here, which pays no less than the Act asks.  Overtime by the day
and of the seventh day in California is paid on the same regular rate (Labor Code 510; DLSE manual
49.1.2), and its own premiums are no part of it (29 USC 207(e)(5)).  A salary counts at its hourly
rate, as if it were for the contract's hours (29 CFR 778.113; Labor Code 515(d)).
"""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.cost import PayLine
from models.pay_band import PayBand
from models.shift import Shift
from planner.pay.pay_book import PayBook
from planner.pay.rounding import to_whole_minor

#: Name of the line at the end of a week.
REGULAR_RATE = "regular rate"
#: From this share on a premium for certain days is no part of the regular rate.
_LEFT_OUT_FROM = Decimal("0.5")


class WeekPay(NamedTuple):
    """What the regular rate of a week needs.

    Parameters
    ----------
    minutes
        Paid minutes of the week, those before the period included.
    differentials
        What their differentials come to, in minor units.
    weighted
        Overtime minutes of the period, each times its premium.
    """

    minutes: int = 0
    differentials: Fraction = Fraction(0)
    weighted: Fraction = Fraction(0)

    def with_shift(self, minutes: int, differentials: Fraction, weighted: Fraction) -> "WeekPay":
        """Add a shift."""
        return WeekPay(self.minutes + minutes, self.differentials + differentials, self.weighted + weighted)

    def line(self, agent: str, day: int) -> PayLine | None:
        """What the week owes beside overtime at the bare rate; ``None`` where nothing."""
        if not self.weighted:
            return None
        share = self.weighted / self.minutes
        amount = to_whole_minor(self.differentials * share)
        if not amount:
            return None
        basis = self.differentials
        return PayLine(agent, day, "overtime", REGULAR_RATE, amount, share=share, basis_minor=basis)


def is_differential(band: PayBand) -> bool:
    """Whether a band is part of the regular rate and pays anything."""
    if band.amount_per_hour is not None:
        return band.amount_per_hour > 0
    share = band.share or Decimal(0)
    return share > 0 and not ((band.weekdays or band.days) and share >= _LEFT_OUT_FROM)


def has_differentials(book: PayBook, contract: str) -> bool:
    """Whether the regular rate of a week may be another than the contract's rate."""
    asked = book.terms.overtime_base == "regular_rate"
    return asked and any(is_differential(band) for band in book.bands[contract])


def differentials(book: PayBook, contract: str, shift: Shift, rate: Fraction) -> Fraction:
    """What the differentials of a shift come to, in minor units."""
    bands, total = book.bands[contract], Fraction(0)
    for marks, minutes in book.time_of(contract, shift).by_marks.items():
        for number, added in book.premiums_of(contract, marks, rate).items():
            if is_differential(bands[number]):
                total += added * minutes
    return total
