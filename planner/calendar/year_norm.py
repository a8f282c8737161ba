"""Norm hours of a year, month by month, as a production calendar shows them."""

import calendar as clock_calendar
import datetime as dt
from dataclasses import dataclass

from models.calendar import WorkCalendar
from planner.calendar.norm import norm_minutes


@dataclass(frozen=True)
class StretchNorm:
    """Days and norm minutes of a month, a quarter or a year.

    Parameters
    ----------
    first_date, last_date
        Its dates, both included.
    working_days, short_days, days_off
        Working days, those of them that are an hour shorter, and days nobody on standard hours works.
    norm_minutes
        Norm of each week asked for, in their order.
    """

    first_date: dt.date
    last_date: dt.date
    working_days: int
    short_days: int
    days_off: int
    norm_minutes: tuple[int, ...]


def stretch_norm(
    calendar: WorkCalendar, first_date: dt.date, last_date: dt.date, weekly_minutes: tuple[int, ...]
) -> StretchNorm:
    """Count the days of a stretch, and its norm at weeks of these lengths."""
    days = (last_date - first_date).days + 1
    kinds = [calendar.kind(first_date + dt.timedelta(days=k)) for k in range(days)]
    worked = sum(kind in ("working", "short") for kind in kinds)
    return StretchNorm(
        first_date=first_date,
        last_date=last_date,
        working_days=worked,
        short_days=kinds.count("short"),
        days_off=days - worked,
        norm_minutes=tuple(norm_minutes(calendar, first_date, last_date, week) for week in weekly_minutes),
    )


def month_norms(
    calendar: WorkCalendar, year: int, weekly_minutes: tuple[int, ...]
) -> tuple[StretchNorm, ...]:
    """The twelve months of a year."""
    return tuple(
        stretch_norm(
            calendar,
            dt.date(year, month, 1),
            dt.date(year, month, clock_calendar.monthrange(year, month)[1]),
            weekly_minutes,
        )
        for month in range(1, 13)
    )
