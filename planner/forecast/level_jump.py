"""A level that jumped in the last weeks, which a running average would take long to reach."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

#: Days that show the new level: two weeks, so that one odd week is none.
_SHOWN_DAYS = 14
#: Days in which it may have jumped; longer ago the average has arrived.
_SEARCHED_DAYS = 42
#: How much further than ever before the last days must lie from the average.
_UNPRECEDENTED = 1.5
#: Fortnights to compare with; fewer do not tell what is usual.
_FEWEST_COMPARED = 42
#: Days whose average is not settled yet.
_START_DAYS = 28


@dataclass(frozen=True)
class Jump:
    """The new level, and the first of the counted days that has it."""

    level: float
    first: int


def find_jump(values: FloatArray, before: FloatArray) -> Jump | None:
    """Find a jump: a last fortnight that lies off the average as none before it did.

    Compared with the history's own fortnights, of which a level that wanders, rises or swings
    has many far ones: there the average is left to follow.

    Parameters
    ----------
    values, before
        Logarithms of counted days, weekdays taken off, and the running average before each.

    Returns
    -------
    Jump or None
        ``None`` without a jump, or in histories too short to tell.
    """
    if len(values) < _START_DAYS + _FEWEST_COMPARED + _SEARCHED_DAYS:
        return None
    medians = np.median(np.lib.stride_tricks.sliding_window_view(values, _SHOWN_DAYS), axis=1)
    past = np.abs(medians - before[: len(medians)])[_START_DAYS : len(values) - _SEARCHED_DAYS]
    # three days in four are to show it: half of them do in the middle of a busy week or two
    low, new, high = np.quantile(values[-_SHOWN_DAYS:], (0.25, 0.5, 0.75))
    if max(low - before[-_SHOWN_DAYS], before[-_SHOWN_DAYS] - high) <= _UNPRECEDENTED * past.max():
        return None
    start = len(values) - _SEARCHED_DAYS
    missed_by_old = np.abs(values[start:] - before[start])
    missed_by_new = np.abs(values[start:] - new)
    # of all days the one at which changing over misses least
    missed = np.concatenate([[0.0], np.cumsum(missed_by_old)])[:-1] + np.cumsum(missed_by_new[::-1])[::-1]
    first = start + int(np.argmin(missed[: _SEARCHED_DAYS - _SHOWN_DAYS + 1]))
    return Jump(float(np.median(values[first:])), first)
