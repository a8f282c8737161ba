"""How the level moved a year before: a swing of the seasons that a running average only trails."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

#: A year of whole weeks.
YEAR_DAYS = 364
#: Days of the centred median that smooths the past.
_WINDOW = 29


@dataclass(frozen=True)
class Course:
    """Levels to be followed, from the history's last day (or what answered to it a year before) on."""

    levels: FloatArray

    def change(self, days_after: int) -> float:
        """Change of the level so many days later; beyond the series it stays as it is."""
        place = min(days_after, len(self.levels) - 1)
        return float(self.levels[place] - self.levels[0])


def smoothed(series: FloatArray) -> FloatArray:
    """Centred rolling median of a daily series; gaps (NaN) are bridged in straight lines."""
    reach = _WINDOW // 2
    padded = np.concatenate([np.full(reach, np.nan), series, np.full(reach, np.nan)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)
    known = ~np.isnan(windows).all(axis=1)
    places = np.arange(len(series))
    medians: FloatArray = np.interp(places, places[known], np.nanmedian(windows[known], axis=1))
    return medians


def course_of(levels: FloatArray, day: int) -> Course | None:
    """Course after a day, from smoothed levels; ``None`` before a year has passed."""
    start = day - YEAR_DAYS
    # Within half a window of the day the smoothed levels still look at days after it.
    end = max(start + 1, day - _WINDOW // 2)
    return Course(levels[start:end]) if start >= 0 else None
