"""Norm of working time: what standard hours come to between two dates."""

import datetime as dt

from models.calendar import WorkCalendar

FULL_WEEK_MINUTES = 40 * 60


def norm_minutes(
    calendar: WorkCalendar, first_date: dt.date, last_date: dt.date, weekly_minutes: int = FULL_WEEK_MINUTES
) -> int:
    """Working minutes of a five-day week between two dates, both included.

    A working day counts a fifth of the week, a shortened day an hour less, whatever the week.

    Parameters
    ----------
    calendar
        Calendar covering the dates.
    first_date, last_date
        Dates, both included.
    weekly_minutes
        Minutes of a normal week.

    Returns
    -------
    int
        Minutes, rounded down after adding up.

    Notes
    -----
    Russia: the way of counting is set by the order of the Ministry of Health and Social
    Development No. 588n of 13.08.2009; at 40 hours a week it gives 1,972 hours for 2026, at
    36 hours 1,774.4 and at 24 hours 1,181.6.
    """
    days = [
        calendar.kind(first_date + dt.timedelta(days=k)) for k in range((last_date - first_date).days + 1)
    ]
    worked = sum(kind in ("working", "short") for kind in days)
    return worked * weekly_minutes // 5 - 60 * days.count("short")
