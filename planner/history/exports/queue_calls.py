"""Events of queues, made into calls: when each arrived, whether and how long it was talked to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.history.exports.counting import Contacts
from planner.history.exports.reading_report import ReadingReport
from planner.history.exports.repeats import HashArray, last_of_each

#: What an event says of its call.
ENTERED, REFUSED, CONNECTED, ANSWERED, LEFT = range(5)


@dataclass(frozen=True)
class QueueEvents:
    """Events of calls.

    Parameters
    ----------
    seconds
        When, since 1970 in UTC.
    call
        Hash of the call's identifier.
    kind
        One of ``ENTERED``, ``REFUSED``, ``CONNECTED``, ``ANSWERED``, ``LEFT``.
    talked_seconds
        How long was talked; NaN where the event does not tell.
    """

    seconds: NDArray[np.int64]
    call: HashArray
    kind: NDArray[np.int64]
    talked_seconds: NDArray[np.float64]

    @classmethod
    def joined(cls, parts: Sequence["QueueEvents"]) -> "QueueEvents":
        """Put portions together."""
        return cls(
            np.concatenate([part.seconds for part in parts]),
            np.concatenate([part.call for part in parts]),
            np.concatenate([part.kind for part in parts]),
            np.concatenate([part.talked_seconds for part in parts]),
        )


def calls_of(events: QueueEvents, report: ReadingReport) -> Contacts:
    """Make calls of events.

    A call arrives when it first enters a queue, or is refused; time talked is added up over
    all who talked to it.  Lines that stand there twice, as where rotated parts overlap, are one.
    """
    places = last_of_each(_same_event(events))
    report.left_out["repeated"] += len(events.seconds) - len(places)
    seconds, kind, talked = events.seconds[places], events.kind[places], events.talked_seconds[places]
    _, call = np.unique(events.call[places], return_inverse=True)
    calls = int(call.max()) + 1 if len(call) else 0
    arrived = np.full(calls, np.iinfo(np.int64).max)
    arrivals = np.isin(kind, (ENTERED, REFUSED))
    np.minimum.at(arrived, call[arrivals], seconds[arrivals])
    has_arrived = np.bincount(call[arrivals], minlength=calls) > 0
    known = ~np.isnan(talked)
    total = np.bincount(call, weights=np.where(known, talked, 0.0), minlength=calls)
    handle = np.where(np.bincount(call[known], minlength=calls) > 0, total, np.nan)
    answered = np.bincount(call[np.isin(kind, (CONNECTED, ANSWERED))], minlength=calls) > 0
    given_up = ~answered & (np.bincount(call[np.isin(kind, (LEFT, REFUSED))], minlength=calls) > 0)
    finished = given_up | (np.bincount(call[kind == ANSWERED], minlength=calls) > 0)
    report.left_out["begun_before"] += int((~has_arrived).sum())
    report.left_out["unanswered"] += int((has_arrived & given_up).sum())
    report.left_out["unfinished_calls"] += int((has_arrived & ~finished).sum())
    return Contacts(arrived[has_arrived], handle[has_arrived])


def _same_event(events: QueueEvents) -> HashArray:
    """Equal for events of the same call, kind and second, and hardly ever otherwise."""
    moment = events.seconds.astype(np.uint64) * np.uint64(8) + events.kind.astype(np.uint64)
    mixed: HashArray = events.call ^ (moment * np.uint64(0x9E3779B97F4A7C15))
    return mixed
