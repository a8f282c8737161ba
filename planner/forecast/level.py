"""The level contacts have reached, in logarithms, weekdays taken off."""

import numpy as np
from numpy.typing import NDArray

from planner.forecast.weekday_effects import counted_days, log_totals
from planner.forecast.weights import recency_weights

FloatArray = NDArray[np.float64]

#: Weight of a new day in the running average.
_ALPHA = 0.05
#: A day pulls no harder than this many standard deviations.
_CLIP = 3.0
#: Largest correction from median to mean, in logarithms.
_MOST_CORRECTION = 0.4
#: Days whose median starts the average.
_START_DAYS = 28


def final_level(totals: FloatArray, effects: FloatArray, usual: NDArray[np.bool_]) -> float:
    """Exponentially weighted moving average of log totals less weekday effects.

    Parameters
    ----------
    totals, effects, usual
        Contacts, effect of the weekday and whether it is a usual day, per date.

    Returns
    -------
    float
        The average at the end, raised from median to mean; minus infinity for a history without contacts.
    """
    counted = counted_days(totals, usual) & np.isfinite(effects)
    if not counted.any() or not totals[counted].any():
        return -np.inf
    series = log_totals(totals)[counted] - effects[counted]
    level = float(np.median(series[:_START_DAYS]))
    # The median absolute deviation of normal noise is 0.6745 standard deviations.
    reach = _CLIP * float(np.median(np.abs(series - np.median(series)))) / 0.6745
    before = np.empty(len(series))
    for place, value in enumerate(series):
        before[place] = level
        level += _ALPHA * float(np.clip(value - level, -reach, reach))
    return level + _mean_over_median(totals[counted], before + effects[counted], counted)


def _mean_over_median(totals: FloatArray, logs: FloatArray, counted: NDArray[np.bool_]) -> float:
    """Logarithm of what the days brought over what the running average said of them.

    Medians and averages of logarithms lie below the mean, far below it where few contacts
    arrive, and agents are needed for the mean.
    """
    weights = recency_weights(len(counted))[counted]
    ratio = float((weights * totals).sum() / (weights * np.exp(logs)).sum())
    return float(np.clip(np.log(ratio), -_MOST_CORRECTION, _MOST_CORRECTION))
