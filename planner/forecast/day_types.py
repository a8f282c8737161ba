"""Dates that are not like other dates of their weekday."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from models.calendar import WorkCalendar

#: ``usual``; ``holiday``: a public holiday on a weekday that is usually worked;
#: ``holiday_on_day_off``: one on a weekday that is not, and so less of a change;
#: ``extra_day_off``: a day off on a weekday that is usually worked; ``extra_working_day``: the
#: other way round.
DayType = Literal["usual", "holiday", "holiday_on_day_off", "extra_day_off", "extra_working_day"]
SPECIAL: tuple[DayType, ...] = ("holiday", "holiday_on_day_off", "extra_day_off", "extra_working_day")


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
    is_off, is_usually_off = calendar.is_day_off(date), date.weekday() not in worked
    if calendar.is_holiday(date):
        return "holiday_on_day_off" if is_usually_off else "holiday"
    if is_off == is_usually_off:
        return "usual"
    return "extra_day_off" if is_off else "extra_working_day"


def usual_days(types: Sequence[DayType], taught: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which dates show what is usual: all of them, where none is."""
    usual = taught & np.array([kind == "usual" for kind in types])
    return usual if usual.any() else np.ones(len(types), dtype=bool)
