"""How good the forecast would have been: made again from earlier days, and held against what came."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.forecast import Backtest, OriginScore, Score
from models.spread import Spread
from planner.forecast.quantiles import share_inside, squared_cv
from planner.forecast.replay import Replay

FloatArray = NDArray[np.float64]

#: Expected contacts from which a cell shows whether its interval holds.
_ENOUGH_CONTACTS = 1.0


def backtest(replay: Replay, origins: Sequence[int]) -> Backtest | None:
    """Compare forecasts with what came, from several origins.

    Parameters
    ----------
    replay
        The history and the method.
    origins
        Numbers of days to forecast from; each forecast and its 80 % intervals see only the
        days before.

    Returns
    -------
    Backtest or None
        The naive forecast repeats the week before the origin.  Days of events are not scored.
        ``None`` without an origin after which contacts came.
    """
    interval_minutes = 1440 // replay.contacts.shape[1]
    scored = []
    for origin in origins:
        counts = replay.teaches(origin)
        actual, expected = replay.actual(origin)[counts], replay.expected(origin)[counts]
        if not actual.any():
            continue
        week = replay.contacts[origin - 7 : origin]
        naive = week[np.flatnonzero(counts) % 7]
        spread = replay.spread(origin)
        scored.append(
            OriginScore(
                first_date=replay.dates[origin],
                days=len(actual),
                interval=_score(actual, expected, naive, spread, 1),
                hour=_score(actual, expected, naive, spread, 60 // interval_minutes),
            )
        )
    return Backtest(interval_minutes, tuple(scored)) if scored else None


def _score(actual: FloatArray, expected: FloatArray, naive: FloatArray, spread: Spread, summed: int) -> Score:
    """Score sums of so many intervals."""
    parts = expected.reshape(len(expected), -1, summed)
    said, came, repeated = parts.sum(axis=2), _sums(actual, summed), _sums(naive, summed)
    varied = squared_cv(spread, parts)
    telling = said >= _ENOUGH_CONTACTS
    return Score(
        contacts=float(came.sum()),
        missed=float(np.abs(said - came).sum()),
        naive_missed=float(np.abs(repeated - came).sum()),
        cells=int(telling.sum()),
        covered=float(share_inside(came, said, varied)[telling].sum()),
    )


def _sums(counts: FloatArray, summed: int) -> FloatArray:
    sums: FloatArray = counts.reshape(len(counts), -1, summed).sum(axis=2)
    return sums
