"""Where the intervals of the horizon stand on the clock."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.clock import MINUTES_PER_DAY
from models.horizon import Horizon

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class ClockPlaces:
    """Per interval, lead-in first: its date, its place in a 24-hour day, its share of that place.

    When clocks go back two intervals stand in one place and share what it holds; the place
    skipped when they go forward has none.
    """

    dates: tuple[dt.date, ...]
    slots: NDArray[np.int64]
    shares: NDArray[np.float64]
    slots_per_day: int

    def read(self, day: Callable[[dt.date], FloatArray]) -> FloatArray:
        """Value of each interval in the 24-hour day of its date."""
        days = {date: day(date) for date in set(self.dates)}
        return np.array([days[date][slot] for date, slot in zip(self.dates, self.slots, strict=True)])

    def spread_out(self, day: Callable[[dt.date], FloatArray]) -> FloatArray:
        """The same for amounts, of which each interval gets its share."""
        amounts: FloatArray = self.read(day) * self.shares
        return amounts


def clock_places(horizon: Horizon, lead_in_intervals: int) -> ClockPlaces:
    """Place the intervals of a horizon, and those just before it, on the clock."""
    step = horizon.interval_minutes
    starts = (*range(-lead_in_intervals * step, 0, step), *horizon.interval_starts)
    clocks = [horizon.local(start) for start in starts]
    slots = [(clock.hour * 60 + clock.minute) % MINUTES_PER_DAY // step for clock in clocks]
    dates = tuple(clock.date() for clock in clocks)
    times = Counter(zip(dates, slots, strict=True))
    return ClockPlaces(
        dates=dates,
        slots=np.array(slots, dtype=np.int64),
        shares=np.array([1.0 / times[place] for place in zip(dates, slots, strict=True)]),
        slots_per_day=MINUTES_PER_DAY // step,
    )
