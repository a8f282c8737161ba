"""The level contacts have reached, in logarithms, weekdays taken off."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.forecast.level_choice import choose_level
from planner.forecast.weekday_effects import counted_days, log_totals
from planner.forecast.weights import recency_weights
from planner.forecast.yearly import Course

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

#: Largest correction from median to mean, in logarithms.
_MOST_CORRECTION = 0.4


@dataclass(frozen=True)
class Level:
    """Level at the end of a history, and how it moves from there.

    Parameters
    ----------
    log
        Logarithm of the contacts of a typical day; minus infinity where none ever came.
    to_mean
        What raises it from the median to the mean, for which agents are needed.
    course
        How the level moves from there; ``None`` where it stays.
    quick_share, course_share
        How much an average that follows recent days faster, and the course, count in it: 0 to 1.
    jump_day
        Place in the history of the day since which the level is another; ``None`` where it did
        not jump of late.
    """

    log: float
    to_mean: float = 0.0
    course: Course | None = None
    quick_share: float = 0.0
    course_share: float = 0.0
    jump_day: int | None = None

    def at(self, days_after: int) -> float:
        """Level so many days after the history's last date."""
        moved = self.course.change(days_after) if self.course and days_after > 0 else 0.0
        return self.log + self.to_mean + moved


def fit_level(totals: FloatArray, effects: FloatArray, usual: BoolArray) -> Level:
    """Exponentially weighted moving average of log totals less weekday effects.

    Parameters
    ----------
    totals, effects, usual
        Contacts, effect of the weekday and whether it is a usual day, per date.

    Returns
    -------
    Level
        The average at the end, followed as :func:`choose_level` says.
    """
    series = level_series(totals, effects, usual)
    counted = ~np.isnan(series)
    if not totals[counted].any():
        return Level(-np.inf)
    chosen = choose_level(series)
    to_mean = _mean_over_median(totals[counted], chosen.before + effects[counted], counted)
    return Level(
        chosen.last, to_mean, chosen.course, chosen.quick_share, chosen.course_share, chosen.jump_day
    )


def level_series(totals: FloatArray, effects: FloatArray, usual: BoolArray) -> FloatArray:
    """Log totals less weekday effects; NaN on days that do not count."""
    counted = counted_days(totals, usual) & np.isfinite(effects)
    return np.where(counted, log_totals(totals) - np.where(counted, effects, 0.0), np.nan)


def _mean_over_median(totals: FloatArray, logs: FloatArray, counted: BoolArray) -> float:
    """Logarithm of what the days brought over what the running average said of them.

    Medians and averages of logarithms lie below the mean, far below it where few contacts arrive.
    """
    weights = recency_weights(len(counted))[counted]
    ratio = float((weights * totals).sum() / (weights * np.exp(logs)).sum())
    return float(np.clip(np.log(ratio), -_MOST_CORRECTION, _MOST_CORRECTION))
