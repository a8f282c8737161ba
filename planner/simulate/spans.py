"""The spans a promise is kept over (intervals, days, the period), and those that break it."""

from dataclasses import dataclass

import numpy as np

from models.simulation import LiveTerms, PromiseTarget
from planner.simulate.compiled import BoolArray, FloatArray, IntArray
from planner.simulate.estimates import Estimate
from planner.simulate.result import Measures, SimulationResult
from planner.simulate.simulation_input import SimulationInput


@dataclass(frozen=True)
class Spans:
    """What became of a channel's promise in each of its spans; S spans, I intervals.

    Parameters
    ----------
    of_interval
        Number of the span each interval lies in, shape (I,).
    is_below
        Whether a span breaks the promise, shape (S,).
    reached
        Share in time each span is held against the promise with, shape (S,); 1 where nothing
        came.
    contacts
        Contacts judged, shape (S,).
    share
        The promise.
    """

    of_interval: IntArray
    is_below: BoolArray
    reached: FloatArray
    contacts: FloatArray
    share: float

    @property
    def below(self) -> int:
        """How many spans break the promise."""
        return int(self.is_below.sum())

    @property
    def late_contacts(self) -> float:
        """Contacts late beyond what the promise allows, in the spans that break it."""
        gap = np.where(self.is_below, self.share - self.reached, 0.0)
        return float((gap * self.contacts).sum())


def judged_spans(given: SimulationInput, result: SimulationResult, target: PromiseTarget) -> Spans:
    """Hold a channel's promise against every span it is kept over.

    A span is below the promise when even its upper confidence limit is: chance alone breaks
    nothing.  Many spans that are each a little below may hide behind their limits; so where the
    promise fails over the whole period beyond chance, spans count whose own value is below.

    Parameters
    ----------
    given, result
        What was simulated, and what came of it.
    target
        Channel, share, and the spans it is kept over.
    """
    number = result.channels.index(target.channel)
    is_live = isinstance(given.channels[number].terms, LiveTerms)
    if target.scope == "interval":
        of_interval, measures = np.arange(given.intervals), result.by_interval
    elif target.scope == "day":
        of_interval, measures = np.unique(given.day, return_inverse=True)[1], result.by_day
    else:
        of_interval, measures = np.zeros(given.intervals, dtype=np.int64), result.total
    level, total = (
        in_time_of(measures, number, is_live=is_live),
        in_time_of(result.total, number, is_live=is_live),
    )
    spans = int(of_interval[-1]) + 1
    own = in_time_of(result.by_interval, number, is_live=is_live).value
    judged = np.where(np.isnan(own) | ~given.counted, 0.0, result.by_interval.contacts[number])
    contacts: FloatArray = np.bincount(of_interval, judged, spans).astype(np.float64)
    value, upper = (
        np.where((contacts > 0) & ~np.isnan(each), each, 1.0)
        for each in (np.atleast_1d(level.value), np.atleast_1d(level.high))
    )
    fails_as_a_whole = bool(total.high < target.share)
    return Spans(
        of_interval=of_interval,
        is_below=(upper < target.share) | ((value < target.share) & fails_as_a_whole),
        reached=upper if target.scope == "interval" and not fails_as_a_whole else value,
        contacts=contacts,
        share=target.share,
    )


def in_time_of(measures: Measures, number: int, *, is_live: bool) -> Estimate:
    """Share in time of one channel: its service level, or deadlines kept."""
    both = measures.service_level if is_live else measures.deadline_kept
    return Estimate(both.value[number], both.low[number], both.high[number])
