"""Dates that are not like other dates of their weekday."""

import datetime as dt
from collections import Counter
from typing import Literal

from models.calendar import WorkCalendar

#: ``usual``; ``holiday``: a public holiday; ``extra_day_off``: a day off on a weekday that is
#: usually worked; ``extra_working_day``: the other way round.
DayType = Literal["usual", "holiday", "extra_day_off", "extra_working_day"]


def worked_weekdays(calendar: WorkCalendar) -> frozenset[int]:
    """Weekdays (Monday is 0) that are worked more often than not."""
    worked, total = Counter[int](), Counter[int]()
    for date, kind in calendar.kinds.items():
        if kind != "holiday":
            total[date.weekday()] += 1
            worked[date.weekday()] += kind in ("working", "short")
    return frozenset(day for day in range(7) if 2 * worked[day] > total[day])


def day_type(date: dt.date, calendar: WorkCalendar, worked: frozenset[int]) -> DayType:
    """Type of a date; ``worked`` are the weekdays of :func:`worked_weekdays`.

    Dates the calendar does not cover, of a history long past, are taken as usual ones.
    """
    if date not in calendar.kinds:
        return "usual"
    if calendar.is_holiday(date):
        return "holiday"
    is_off, is_usually_off = calendar.is_day_off(date), date.weekday() not in worked
    if is_off == is_usually_off:
        return "usual"
    return "extra_day_off" if is_off else "extra_working_day"
