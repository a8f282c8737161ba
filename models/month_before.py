"""The day a month before a date."""

import datetime as dt


def month_before(date: dt.date) -> dt.date:
    """The same day of the month before, or the last one of a shorter month."""
    last = date.replace(day=1) - dt.timedelta(days=1)
    return last.replace(day=min(date.day, last.day))
