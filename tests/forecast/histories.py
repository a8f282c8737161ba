"""Made-up histories and the channels they belong to."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.calendar import HolidayCalendar
from models.channel import Channel, HistoryFile, Volume
from models.demand import ContactHistory
from models.horizon import Horizon
from planner.calendar.work_calendar import work_calendar

FIRST = dt.date(2024, 1, 1)  # a Monday
PLAIN = work_calendar(HolidayCalendar(), [2023, 2024, 2025])
RUSSIA = work_calendar(HolidayCalendar(country="RU"), [2023, 2024, 2025])


class AnyChannel(Channel):
    """A channel of no kind: forecasting needs none."""

    kind: str = "any"

    def need(self, demand: Any, setting: Any) -> Any:
        raise NotImplementedError

    def promise(self, demand: Any, setting: Any, need: Any, on_duty: Any) -> Any:
        raise NotImplementedError


def with_history(**fields: Any) -> Channel:
    return AnyChannel(name="calls", history=HistoryFile(file="calls.csv"), **{"aht_seconds": 300, **fields})


def with_volume(volume: Volume, **fields: Any) -> Channel:
    return AnyChannel(name="calls", volume=volume, **{"aht_seconds": 300, **fields})


def history(
    days: int,
    day: Callable[[dt.date], NDArray[np.float64]],
    first: dt.date = FIRST,
    handle_seconds: float | None = None,
) -> ContactHistory:
    dates = tuple(first + dt.timedelta(days=offset) for offset in range(days))
    table = [tuple(day(date).tolist()) for date in dates]
    handle = () if handle_seconds is None else tuple(tuple(handle_seconds * c for c in row) for row in table)
    return ContactHistory(
        interval_minutes=1440 // len(table[0]), dates=dates, contacts=tuple(table), handle_seconds=handle
    )


def period(first: dt.date, days: int = 7, zone: str = "Europe/Moscow", step: int = 60) -> Horizon:
    return Horizon(zone=zone, first_date=first, days=days, interval_minutes=step)
