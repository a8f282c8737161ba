"""How good the forecast would have been: it is made again from earlier days, and compared."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.calendar import WorkCalendar
from planner.forecast.profile import fit_profile

FloatArray = NDArray[np.float64]

#: Days a forecast needs to be made from.
MIN_DAYS = 14
_AHEAD_DAYS = 28
_STEP_DAYS = 14
_ORIGINS = 6


@dataclass(frozen=True)
class Backtest:
    """Weighted absolute percentage errors: Σ|forecast − count| / Σ count over intervals."""

    wape: float
    seasonal_naive_wape: float
    origins: int


def backtest(
    contacts: FloatArray,
    dates: Sequence[dt.date],
    calendar: WorkCalendar,
    origins: Sequence[int],
    ahead_days: int = _AHEAD_DAYS,
) -> Backtest | None:
    """Compare forecasts with what came, from several origins.

    Parameters
    ----------
    contacts, dates, calendar
        As in :func:`planner.forecast.profile.fit_profile`.
    origins
        Numbers of days to forecast from; each forecast sees only the days before.
    ahead_days
        Days each forecast is held against, fewer where the history ends.

    Returns
    -------
    Backtest or None
        The naive forecast repeats the week before the origin.  ``None`` without an origin or
        without contacts to compare with.
    """
    missed = naive_missed = counted = 0.0
    for origin in origins:
        actual = contacts[origin : origin + ahead_days]
        profile = fit_profile(contacts[:origin], dates[:origin], calendar)
        expected = np.stack([profile.day(date) for date in dates[origin : origin + len(actual)]])
        week = contacts[origin - 7 : origin]
        naive = week[np.arange(len(actual)) % 7]
        missed += float(np.abs(expected - actual).sum())
        naive_missed += float(np.abs(naive - actual).sum())
        counted += float(actual.sum())
    return Backtest(missed / counted, naive_missed / counted, len(origins)) if counted > 0 else None


def recent_origins(days: int) -> list[int]:
    """Origins for a history of some days: the last few fortnights that leave enough on both sides."""
    ahead = min(_AHEAD_DAYS, days - MIN_DAYS)
    if ahead < 7:
        return []
    last = days - ahead
    return sorted(range(last, MIN_DAYS - 1, -_STEP_DAYS)[:_ORIGINS])
