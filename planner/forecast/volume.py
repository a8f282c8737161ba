"""Contacts stated by the user: so many on each weekday, spread over the clock."""

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from models.channel import Volume
from models.clock import WEEKDAYS


def volume_day(volume: Volume, date: dt.date, interval_minutes: int) -> NDArray[np.float64]:
    """Contacts per interval of a 24-hour day by the clock; the hours' weights are normalised.

    Public holidays are like any date of their weekday: the user states them through opening
    hours or growth.
    """
    weekday = WEEKDAYS[date.weekday()]
    weights = volume.hourly_share
    if weekday in ("sat", "sun") and volume.weekend_hourly_share is not None:
        weights = volume.weekend_hourly_share
    per_hour = 60 // interval_minutes
    shares = np.repeat(np.array(weights) / sum(weights) / per_hour, per_hour)
    expected: NDArray[np.float64] = volume.contacts_per_day.get(weekday, 0.0) * shares
    return expected
