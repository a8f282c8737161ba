"""An exponentially weighted moving average no single day can throw."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

#: A day pulls no harder than this many standard deviations.
_CLIP = 3.0
#: Days whose median starts the average.
_START_DAYS = 28


@dataclass(frozen=True)
class Running:
    """The average as it stood before each value, and after the last."""

    before: FloatArray
    last: float


def running_average(series: FloatArray, alpha: float) -> Running:
    """Average a series without gaps.

    Parameters
    ----------
    series
        Values, oldest first.
    alpha
        Weight of a new value.
    """
    # The median absolute deviation of normal noise is 0.6745 standard deviations.
    reach = _CLIP * float(np.median(np.abs(series - np.median(series)))) / 0.6745
    level, before = float(np.median(series[:_START_DAYS])), []
    for value in series.tolist():
        before.append(level)
        level += alpha * min(max(value - level, -reach), reach)
    return Running(np.array(before), level)
