"""Deadlines and closing times, from the intervals in which the desk is open."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from planner.simulate.compiled import BoolArray, FloatArray, IntArray


@dataclass(frozen=True)
class OpenClock:
    """Opening hours on the axis of minutes, lead-in first.

    Parameters
    ----------
    is_open
        Whether the desk is open, shape (L + I,).
    first_minute
        Minute at which the first of these intervals starts, at most 0.
    interval_minutes
        Length of an interval.
    """

    is_open: BoolArray
    first_minute: int
    interval_minutes: int

    @cached_property
    def edges(self) -> FloatArray:
        """Minutes at which intervals start, and the last ends."""
        places = np.arange(self.is_open.size + 1, dtype=np.float64)
        return self.first_minute + places * self.interval_minutes

    @cached_property
    def _passed(self) -> FloatArray:
        """Open minutes passed at each edge."""
        return np.concatenate([[0.0], np.cumsum(self.is_open * float(self.interval_minutes))])

    def place_of(self, minutes: FloatArray) -> IntArray:
        """Interval each minute lies in, counted from the first of the lead-in."""
        places = np.floor((minutes - self.first_minute) / self.interval_minutes).astype(np.int64)
        return np.clip(places, 0, self.is_open.size - 1)

    @cached_property
    def closing(self) -> FloatArray:
        """Minute the desk next closes at, for each interval; endless where it is open to the end."""
        # walked from the end: closed intervals close where they start
        closes = np.where(self.is_open, np.inf, self.edges[:-1])
        result: FloatArray = np.minimum.accumulate(closes[::-1])[::-1]
        return result

    @cached_property
    def _opening(self) -> FloatArray:
        """Minute the desk is next open at, for each interval; endless where it opens no more."""
        opens = np.where(self.is_open, self.edges[:-1], np.inf)
        result: FloatArray = np.minimum.accumulate(opens[::-1])[::-1]
        return result

    def _after_open(self, minutes: FloatArray, allowed: float) -> FloatArray:
        """Minute by which ``allowed`` open minutes have passed; endless where they never do."""
        wanted = np.interp(minutes, self.edges, self._passed) + allowed
        found: FloatArray = np.interp(wanted, self._passed, self.edges, right=np.inf)
        return np.where(wanted > self._passed[-1], np.inf, found)

    def deadlines(
        self, arrivals: FloatArray, allowed_minutes: float, clock: Literal["calendar", "open"]
    ) -> tuple[FloatArray, FloatArray]:
        """Deadline of work, and by when it is planned to be done.

        The two differ only for work that arrives and falls due while the desk is closed: it
        cannot be in time, and is planned as if its clock began to run when the desk opens.

        Parameters
        ----------
        arrivals
            Minutes of arrival.
        allowed_minutes, clock
            Time allowed, in minutes of the clock.

        Returns
        -------
        numpy.ndarray, numpy.ndarray
            Deadlines and planned times in the shape of ``arrivals``; endless where beyond
            what the opening hours tell.
        """
        by_open = self._after_open(arrivals, allowed_minutes)
        if clock == "open":
            return by_open, by_open
        deadline = arrivals + allowed_minutes
        opens = np.maximum(arrivals, self._opening[self.place_of(arrivals)])
        return deadline, np.where(opens <= deadline, deadline, by_open)
