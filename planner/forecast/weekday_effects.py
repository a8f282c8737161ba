"""How each weekday differs from its surroundings, in logarithms."""

import numpy as np
from numpy.typing import NDArray

from planner.forecast.weights import recency_weights, weighted_median

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

#: Days of the centred window a day is compared with.
_WINDOW = 15
#: Shorter histories are compared with their own median: a window would be all edges.
SHORT_DAYS = 42
#: A day without contacts among days with at least this many was closed or not counted.
LIKELY_CLOSED = 10.0


def counted_days(totals: FloatArray, usual: BoolArray) -> BoolArray:
    """Usual days that tell something: not those that fell silent among busy ones."""
    busy = totals[usual & (totals > 0)]
    silent = (totals <= 0) & (busy.size > 0 and float(np.median(busy)) >= LIKELY_CLOSED)
    return usual & ~silent


def log_totals(totals: FloatArray) -> FloatArray:
    """Logarithms of daily totals; a quiet day counts as half a contact."""
    return np.log(np.maximum(totals, 0.5))


def weekday_effects(totals: FloatArray, weekdays: NDArray[np.int64], usual: BoolArray) -> FloatArray:
    """Weighted median, per weekday, of log totals against a centred rolling median.

    Parameters
    ----------
    totals, weekdays, usual
        Contacts, weekday (Monday is 0) and whether it is a usual day, per date.

    Returns
    -------
    numpy.ndarray
        Shape (7,); minus infinity for weekdays that are mostly silent in weeks that are not,
        and the lowest effect found for weekdays the history does not have.
    """
    counted = counted_days(totals, usual)
    logs, weights = log_totals(totals), recency_weights(len(totals))
    effects = _medians(logs - _surroundings(logs, counted), weights, weekdays, counted)
    effects[_closed(totals, weights, weekdays, usual, counted)] = -np.inf
    finite = effects[np.isfinite(effects)]
    return np.where(np.isnan(effects), finite.min() if finite.size else 0.0, effects)


def _medians(
    deviation: FloatArray, weights: FloatArray, weekdays: NDArray[np.int64], counted: BoolArray
) -> FloatArray:
    """Weighted median per weekday; NaN for weekdays without a counted day."""
    effects = np.full(7, np.nan)
    for day in range(7):
        here = counted & (weekdays == day)
        if here.any():
            effects[day] = weighted_median(deviation[here], weights[here])
    return effects


def _closed(
    totals: FloatArray,
    weights: FloatArray,
    weekdays: NDArray[np.int64],
    usual: BoolArray,
    counted: BoolArray,
) -> BoolArray:
    """Weekdays that are mostly silent in weeks that are not."""
    closed = np.zeros(7, dtype=bool)
    open_weeks = usual & _has_contacts_near(totals)
    for day in range(7):
        here = open_weeks & (weekdays == day)
        came = here & (totals > 0)
        closed[day] = here.any() and (not came.any() or weights[came].sum() < weights[here & ~counted].sum())
    return closed


def _has_contacts_near(totals: FloatArray) -> BoolArray:
    """Days within three days of a contact: in a longer silence nothing was counted at all."""
    near = np.convolve(totals > 0, np.ones(7), mode="same") > 0.5
    return near if near.any() else ~near


def _surroundings(logs: FloatArray, counted: BoolArray) -> FloatArray:
    """Centred rolling median over the days that count."""
    known = np.where(counted, logs, np.nan)
    overall = float(np.nanmedian(known)) if counted.any() else 0.0
    if len(logs) < SHORT_DAYS:
        return np.full(len(logs), overall)
    reach = _WINDOW // 2
    padded = np.concatenate([np.full(reach, np.nan), known, np.full(reach, np.nan)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)
    # The ends are of one weekday: counted half each, all weekdays weigh the same.
    windows = np.concatenate([windows, windows[:, 1:-1]], axis=1)
    empty = np.isnan(windows).all(axis=1)
    medians = np.full(len(logs), overall)
    medians[~empty] = np.nanmedian(windows[~empty], axis=1)
    return medians
