"""The level contacts have reached, in logarithms, weekdays taken off."""

import numpy as np
from numpy.typing import NDArray

from planner.forecast.weekday_effects import counted_days, log_totals

FloatArray = NDArray[np.float64]

#: Weight of a new day in the running average.
_ALPHA = 0.05
#: A day pulls no harder than this many standard deviations.
_CLIP = 3.0
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
        The average at the end; minus infinity for a history without contacts.
    """
    counted = counted_days(totals, usual) & np.isfinite(effects)
    if not counted.any() or not totals[counted].any():
        return -np.inf
    series = log_totals(totals)[counted] - effects[counted]
    level = float(np.median(series[:_START_DAYS]))
    # The median absolute deviation of normal noise is 0.6745 standard deviations.
    reach = _CLIP * float(np.median(np.abs(series - np.median(series)))) / 0.6745
    for value in series:
        level += _ALPHA * float(np.clip(value - level, -reach, reach))
    return level
