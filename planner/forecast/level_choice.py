"""How the level of a history is best followed: several ways, each counting as it served before."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.forecast.level_jump import find_jump
from planner.forecast.running_average import Running, running_average
from planner.forecast.yearly import YEAR_DAYS, Course, course_of, smoothed

FloatArray = NDArray[np.float64]

#: Weight of a new day; the second serves histories that keep rising, falling or jumping.
_ALPHA, _QUICK_ALPHA = 0.05, 0.15
#: A way counts by its errors to this power: one that errs a tenth less counts half as much again.
_POWER = -4
#: Days ahead the ways are judged on, from how many of the last days, and from how many at least.
_AHEAD = 28
_MOST_JUDGED = 182
_FEWEST_JUDGED = 28


@dataclass(frozen=True)
class ChosenLevel:
    """Level before each counted day and after the last, and how it goes on.

    ``quick_share`` and ``course_share`` are how much the quick average and the last year's
    course count; ``jump_day`` is the place of the day since which the level is another.
    """

    before: FloatArray
    last: float
    course: Course | None = None
    quick_share: float = 0.0
    course_share: float = 0.0
    jump_day: int | None = None


@dataclass(frozen=True)
class _Way:
    """A running average, and where the level stood a year before each day; zeros if it is to stay."""

    running: Running
    moves: FloatArray
    is_quick: bool
    has_course: bool


def choose_level(series: FloatArray) -> ChosenLevel:
    """Follow the level slowly and quickly, with and without the course of the year before.

    Parameters
    ----------
    series
        Logarithms per consecutive day, weekdays taken off; NaN on days that do not count.
        At least one counts.

    Returns
    -------
    ChosenLevel
        The average of the ways (running averages of weight 0.05 and 0.15, the last year's
        course added or not), each asked on past days for the four weeks that followed them and
        counting the more the less it erred.  A blend of forecasts errs less than the choice of one: Bates
        and Granger, "The combination of forecasts", Operational Research Quarterly 20, 1969.  In histories too
        short to ask it is the slow average.  A jump of late, which no past day can tell of,
        goes before (:mod:`planner.forecast.level_jump`).
    """
    days = np.flatnonzero(~np.isnan(series))
    values = series[days]
    slow, quick = running_average(values, _ALPHA), running_average(values, _QUICK_ALPHA)
    jump = find_jump(values, slow.before)
    if jump is not None:
        before = np.where(np.arange(len(values)) < jump.first, slow.before, jump.level)
        return ChosenLevel(before, jump.level, jump_day=int(days[jump.first]))
    # A judged day needs four weeks after it, and the first weeks only start the average.
    judged = np.arange(_AHEAD, len(days) - _AHEAD + 1)[-_MOST_JUDGED:]
    stays = np.zeros(len(series))
    ways = [_Way(slow, stays, False, False), _Way(quick, stays, True, False)]
    levels = smoothed(series)
    course = course_of(levels, len(series) - 1)
    knew_a_year = judged[days[judged] > YEAR_DAYS] if len(judged) else judged
    if course is not None and len(knew_a_year) >= _FEWEST_JUDGED:
        judged = knew_a_year
        moves = np.concatenate([np.zeros(YEAR_DAYS), levels[:-YEAR_DAYS]])
        ways += [_Way(slow, moves, False, True), _Way(quick, moves, True, True)]
    if len(judged) < _FEWEST_JUDGED:
        return ChosenLevel(slow.before, slow.last)
    return _blended(ways, _shares([_error(way, days, values, judged) for way in ways]), course)


def _blended(ways: Sequence[_Way], shares: FloatArray, course: Course | None) -> ChosenLevel:
    course_share = float(sum(share for share, way in zip(shares, ways, strict=True) if way.has_course))
    return ChosenLevel(
        before=np.average([way.running.before for way in ways], axis=0, weights=shares),
        last=float(np.average([way.running.last for way in ways], weights=shares)),
        course=Course(course.levels * course_share) if course is not None and course_share > 0 else None,
        quick_share=float(sum(share for share, way in zip(shares, ways, strict=True) if way.is_quick)),
        course_share=course_share,
    )


def _shares(errors: Sequence[float]) -> FloatArray:
    """How much ways of these errors count; sums to 1."""
    lowest = min(errors)
    if lowest <= 0:
        return np.array([error <= 0 for error in errors]) / sum(error <= 0 for error in errors)
    weights = (np.array(errors) / lowest) ** _POWER
    shares: FloatArray = weights / weights.sum()
    return shares


def _error(way: _Way, days: NDArray[np.int64], values: FloatArray, judged: NDArray[np.int64]) -> float:
    """Mean absolute error over the counted days that follow each judged one, itself included."""
    ahead = judged[:, np.newaxis] + np.arange(_AHEAD)
    last_known = days[judged] - 1
    moved = way.moves[days[ahead]] - way.moves[last_known][:, np.newaxis]
    expected = way.running.before[judged][:, np.newaxis] + moved
    return float(np.abs(values[ahead] - expected).mean())
