"""Which way of following the level would have served this history best."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.forecast.level_jump import find_jump
from planner.forecast.running_average import Running, running_average
from planner.forecast.yearly import YEAR_DAYS, Course, course_of, smoothed

FloatArray = NDArray[np.float64]

#: Weight of a new day; the second is for histories that keep rising, falling or jumping.
_ALPHA, _QUICK_ALPHA = 0.05, 0.15
#: Errors must fall to this share of the default's before another way is taken.
_CLEARLY_BETTER = 0.9
#: Days ahead the ways are judged on, from how many of the last days, and from how many at least.
_AHEAD = 28
_MOST_JUDGED = 182
_FEWEST_JUDGED = 28


@dataclass(frozen=True)
class ChosenLevel:
    """Level before each counted day and after the last, and the way it goes on.

    ``jump_day`` is the place of the day since which the level is another, where it jumped.
    """

    before: FloatArray
    last: float
    course: Course | None
    is_quick: bool = False
    jump_day: int | None = None


def choose_level(series: FloatArray) -> ChosenLevel:
    """Follow the level slowly, unless another way proved clearly better.

    Parameters
    ----------
    series
        Logarithms per consecutive day, weekdays taken off; NaN on days that do not count.
        At least one counts.

    Returns
    -------
    ChosenLevel
        The running average of weight 0.05 or 0.15, with the last year's course added or not:
        each is asked on past days for the four weeks that followed them.  A jump of late,
        which no past day can tell of, goes before (:mod:`planner.forecast.level_jump`).
    """
    days = np.flatnonzero(~np.isnan(series))
    values = series[days]
    slow, quick = running_average(values, _ALPHA), running_average(values, _QUICK_ALPHA)
    stays = np.zeros(len(series))
    # A judged day needs four weeks after it, and the first weeks only start the average.
    judged = np.arange(_AHEAD, len(days) - _AHEAD + 1)[-_MOST_JUDGED:]
    ways: list[tuple[Running, FloatArray, Course | None]] = [(slow, stays, None), (quick, stays, None)]
    levels = smoothed(series)
    course = course_of(levels, len(series) - 1)
    knew_a_year = judged[days[judged] > YEAR_DAYS] if len(judged) else judged
    if course is not None and len(knew_a_year) >= _FEWEST_JUDGED:
        judged = knew_a_year
        moves = np.concatenate([np.zeros(YEAR_DAYS), levels[:-YEAR_DAYS]])
        ways += [(slow, moves, course), (quick, moves, course)]
    jump = find_jump(values, slow.before)
    if jump is not None:
        before = np.where(np.arange(len(values)) < jump.first, slow.before, jump.level)
        return ChosenLevel(before, jump.level, None, jump_day=int(days[jump.first]))
    if len(judged) < _FEWEST_JUDGED:
        return ChosenLevel(slow.before, slow.last, None)
    errors = [_error(running, moves, days, values, judged) for running, moves, _ in ways]
    best = int(np.argmin(errors))
    running, _, best_course = ways[best if errors[best] < _CLEARLY_BETTER * errors[0] else 0]
    return ChosenLevel(running.before, running.last, best_course, is_quick=running is quick)


def _error(
    running: Running,
    moves: FloatArray,
    days: NDArray[np.int64],
    values: FloatArray,
    judged: NDArray[np.int64],
) -> float:
    """Mean absolute error over the counted days that follow each judged one, itself included.

    ``moves`` says, per day, where the level stood a year before; zeros where it is to stay.
    """
    ahead = judged[:, np.newaxis] + np.arange(_AHEAD)
    last_known = days[judged] - 1
    expected = running.before[judged][:, np.newaxis] + moves[days[ahead]] - moves[last_known][:, np.newaxis]
    return float(np.abs(values[ahead] - expected).mean())
