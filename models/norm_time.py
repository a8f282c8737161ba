"""Norm minutes: the working time of standard hours, which a monthly salary buys."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction

from models.calendar import WorkCalendar

_SHORTER_BY_MINUTES = 60


def norm_minutes(calendar: WorkCalendar, dates: Iterable[dt.date], weekly_minutes: int) -> Fraction:
    """Norm minutes of some dates under a contract's week.

    A working day counts a fifth of the week (8 hours of 40), a short day before a holiday an
    hour less, whatever the week.

    Notes
    -----
    TK RF art. 91 and 95; order of the Ministry of Health and Social Development No. 588n of
    13.08.2009.  So the norm of 2024 is 1,979 hours at 40 hours a week and 1,780.6 at 36; that of
    2026 is 1,972, 1,774.4 and at 24 hours 1,181.6.
    """
    whole_day = Fraction(weekly_minutes, 5)
    of_kind = {"working": whole_day, "short": max(Fraction(0), whole_day - _SHORTER_BY_MINUTES)}
    return sum((of_kind.get(calendar.kind(date), Fraction(0)) for date in dates), Fraction(0))


def dates_of_month(date: dt.date) -> tuple[dt.date, ...]:
    """Every date of the month a date lies in."""
    first = date.replace(day=1)
    month = (first + dt.timedelta(days=offset) for offset in range(31))
    return tuple(day for day in month if day.month == first.month)
