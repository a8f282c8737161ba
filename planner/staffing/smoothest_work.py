"""The smoothest way to work off what may wait: a taut string between arrivals and deadlines.

Of all plans between the cumulative work due L and the cumulative work available A, the
shortest path is the smoothest: it has the smallest peak, max (L(e) − A(s)) / (e − s), and the
smallest sum of squares, or of any other convex function of the work per interval (Yao, Demers and
Shenker 1995, *A scheduling model for reduced CPU energy*: least energy where power is convex in
speed; taut strings: Davies and Kovac 2001, *Local extremes, runs, strings and multiresolution*).
"""

import numpy as np
from numpy.typing import ArrayLike

from planner.staffing.compiled import FloatArray, compiled


def smoothest_work(available: ArrayLike, due: ArrayLike, is_open: ArrayLike) -> FloatArray:
    """Spread work as evenly as deadlines allow.

    Parameters
    ----------
    available, due
        Cumulative work arrived and due by the end of each interval, due ≤ available, both
        non-decreasing, shape (intervals,).
    is_open
        Intervals in which work is done at all.

    Returns
    -------
    numpy.ndarray
        Work in each interval.  What falls due before the first open interval is left out.
    """
    opens = np.flatnonzero(np.asarray(is_open, dtype=bool))
    work = np.zeros(np.size(available))
    if not opens.size:
        return work
    upper = np.asarray(available, dtype=np.float64)
    # What falls due while closed must be done by the last open interval before.
    ends = np.append(opens[1:] - 1, work.size - 1)
    missed = float(np.asarray(due, dtype=np.float64)[opens[0] - 1]) if opens[0] > 0 else 0.0
    lower = np.asarray(due, dtype=np.float64)[ends] - missed
    levels = np.empty(opens.size)
    _pull(lower, np.clip(upper[opens] - missed, lower, lower[-1]), levels)
    work[opens] = np.diff(levels, prepend=0.0)
    return work


@compiled
def _pull(lower: FloatArray, upper: FloatArray, levels: FloatArray) -> None:
    """Pull a string tight from 0 to the last ``lower``, between the two.

    From each bend on, the widest fan of straight lines is narrowed until the bounds cross;
    the string then bends at the bound that narrowed it on the other side.
    """
    last = lower.size - 1
    place, level = -1, 0.0
    while place < last:
        low_slope, high_slope = -np.inf, np.inf
        low_place = high_place = place + 1
        bend, slope = last, 0.0
        crossed = False
        for ahead in range(place + 1, last + 1):
            steps = ahead - place
            rise = (lower[ahead] - level) / steps
            top = lower[ahead] if ahead == last else upper[ahead]
            room = (top - level) / steps
            if rise > high_slope:
                bend, slope, crossed = high_place, high_slope, True
                break
            if room < low_slope:
                bend, slope, crossed = low_place, low_slope, True
                break
            if rise >= low_slope:
                low_slope, low_place = rise, ahead
            if room <= high_slope:
                high_slope, high_place = room, ahead
        if not crossed:
            bend, slope = last, (lower[last] - level) / (last - place)
        for step in range(place + 1, bend + 1):
            levels[step] = level + slope * (step - place)
        level = levels[bend]
        place = bend
