"""Forecasts made again from earlier days of a history, each seeing only the days before."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from models.calendar import WorkCalendar
from models.spread import Spread
from planner.forecast.method import Fit
from planner.forecast.spread import estimate_spread

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

#: Days a forecast needs to be made from.
MIN_DAYS = 14
#: Days each is held against what came, days from one origin to the next, and origins in all.
AHEAD_DAYS = 28
_STEP_DAYS = 14
_ORIGINS = 6
#: Fewer days ahead than a week tell too little.
FEWEST_AHEAD_DAYS = 7
#: Values a profile takes from the days themselves: seven weekdays and a level.
_FITTED_VALUES = 8


@dataclass(frozen=True)
class Replay:
    """A history to forecast again.

    Parameters
    ----------
    contacts, dates, calendar, events
        As a method's fit takes them.
    fit
        The method.
    """

    contacts: FloatArray
    dates: Sequence[dt.date]
    calendar: WorkCalendar
    events: BoolArray
    fit: Fit
    _made: dict[int, FloatArray] = field(default_factory=dict, repr=False)

    def expected(self, origin: int) -> FloatArray:
        """What the first ``origin`` days say of those that follow, four weeks at most."""
        if origin not in self._made:
            known = slice(0, origin)
            fitted = self.fit(self.contacts[known], self.dates[known], self.calendar, self.events[known])
            ahead = self.dates[origin : origin + AHEAD_DAYS]
            self._made[origin] = np.stack([fitted.day(date) for date in ahead])
        return self._made[origin]

    def actual(self, origin: int) -> FloatArray:
        """What came on the days of :meth:`expected`."""
        return self.contacts[origin : origin + AHEAD_DAYS]

    def teaches(self, origin: int) -> BoolArray:
        """Which of these days are not of an event."""
        return ~self.events[origin : origin + AHEAD_DAYS]

    def spread(self, days: int) -> Spread:
        """How far the first ``days`` days strayed from what was expected of them.

        Held against forecasts made from days before; in a history too short for that against
        the fit itself, which the days are nearer to than to any forecast: squared errors are
        raised by the usual factor for values fitted.
        """
        origins = recent_origins(days)
        if origins:
            pairs = [
                (self.actual(o)[: days - o], self.expected(o)[: days - o], self.teaches(o)[: days - o])
                for o in origins
            ]
            actual = np.concatenate([counts[taught] for counts, _, taught in pairs])
            return estimate_spread(actual, np.concatenate([said[taught] for _, said, taught in pairs]))
        known = slice(0, days)
        fitted = self.fit(self.contacts[known], self.dates[known], self.calendar, self.events[known])
        taught = ~self.events[known]
        said = np.stack([fitted.day(date) for date in self.dates[known]])
        factor = days / max(1, days - _FITTED_VALUES)
        return estimate_spread(self.contacts[known][taught], said[taught], factor)


def recent_origins(days: int) -> list[int]:
    """Origins for a history of some days: the last few fortnights that leave enough on both sides."""
    ahead = min(AHEAD_DAYS, days - MIN_DAYS)
    if ahead < FEWEST_AHEAD_DAYS:
        return []
    last = days - ahead
    return sorted(range(last, MIN_DAYS - 1, -_STEP_DAYS)[:_ORIGINS])
