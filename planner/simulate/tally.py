"""Replications added up."""

import numpy as np

from planner.simulate.compiled import BoolArray, FloatArray
from planner.simulate.counts import Count
from planner.simulate.estimates import Estimate, RatioSums
from planner.simulate.result import Measures

_SHARES = ("promise", "abandoned_share", "turned_away_share", "redialled_share", "occupancy")
_COUNTS = ("turned_away", "redialled")


class Tally:
    """Sums of counts over replications, for one shape of measures.

    Parameters
    ----------
    is_live
        Whether channels are live, shape (C,).
    shape
        (C, I) or (C,).
    """

    def __init__(self, is_live: BoolArray, shape: tuple[int, ...]) -> None:
        self._is_live = is_live.reshape(-1, *[1] * (len(shape) - 1))
        self._arrived, self._lost = np.zeros(shape), np.zeros(shape)
        names = (*_SHARES, *_COUNTS, "asa_seconds", "wait_seconds")
        self._sums = {name: RatioSums(shape) for name in names}
        self._runs = 0

    def add(self, counts: FloatArray, busy: FloatArray, present: FloatArray) -> None:
        """Add a replication.

        Parameters
        ----------
        counts
            The shape and one axis more of 11, ordered by :class:`Count`.
        busy, present
            Minutes of the agents who can serve each channel, of the shape.
        """
        self._runs += 1
        self._arrived += counts[..., Count.ARRIVED]
        self._lost += counts[..., Count.LOST]
        offered = counts[..., Count.ARRIVED] - counts[..., Count.LOST]
        answered, hung_up = counts[..., Count.ANSWERED], counts[..., Count.HUNG_UP]
        waited = counts[..., Count.ANSWERED_WAIT]
        turned_away, redialled = counts[..., Count.TURNED_AWAY], counts[..., Count.REDIALLED]
        self._sums["promise"].add(counts[..., Count.KEPT], counts[..., Count.JUDGED])
        self._sums["abandoned_share"].add(hung_up, offered)
        self._sums["turned_away_share"].add(turned_away, offered)
        self._sums["redialled_share"].add(redialled, offered)
        self._sums["turned_away"].add(turned_away, np.ones_like(turned_away))
        self._sums["redialled"].add(redialled, np.ones_like(redialled))
        self._sums["occupancy"].add(busy, present)
        self._sums["asa_seconds"].add(60.0 * waited, answered)
        self._sums["wait_seconds"].add(60.0 * (waited + counts[..., Count.HUNG_UP_WAIT]), answered + hung_up)

    def measures(self, confidence: float) -> Measures:
        """What the replications say so far."""
        found = {
            name: sums.estimate(confidence, 1.0 if name in _SHARES else np.inf)
            for name, sums in self._sums.items()
        }
        arrived = np.where(self._arrived > 0, self._arrived, 1.0)
        return Measures(
            contacts=self._arrived / max(1, self._runs),
            lost_share=np.where(self._arrived > 0, self._lost / arrived, np.nan),
            service_level=_only(found["promise"], self._is_live),
            deadline_kept=_only(found["promise"], ~self._is_live),
            asa_seconds=found["asa_seconds"],
            wait_seconds=found["wait_seconds"],
            abandoned_share=found["abandoned_share"],
            turned_away_share=found["turned_away_share"],
            redialled_share=found["redialled_share"],
            turned_away=found["turned_away"],
            redialled=found["redialled"],
            occupancy=found["occupancy"],
        )


def _only(estimate: Estimate, wanted: BoolArray) -> Estimate:
    value, low, high = (
        np.where(wanted, each, np.nan) for each in (estimate.value, estimate.low, estimate.high)
    )
    return Estimate(value, low, high)
