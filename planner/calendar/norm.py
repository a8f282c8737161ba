"""Norm of working time: what standard hours come to between two dates."""

import datetime as dt

from models.calendar import WorkCalendar
from models.norm_time import norm_minutes as norm_of_dates

FULL_WEEK_MINUTES = 40 * 60


def norm_minutes(
    calendar: WorkCalendar, first_date: dt.date, last_date: dt.date, weekly_minutes: int = FULL_WEEK_MINUTES
) -> int:
    """Working minutes of a five-day week between two dates, both included.

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
    """
    days = (last_date - first_date).days + 1
    dates = (first_date + dt.timedelta(days=offset) for offset in range(days))
    return int(norm_of_dates(calendar, dates, weekly_minutes))
