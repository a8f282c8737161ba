"""How far days and intervals stray from a forecast, beyond what chance alone explains."""

import numpy as np
from numpy.typing import NDArray

from models.spread import Spread

FloatArray = NDArray[np.float64]

#: What is taken to be so before anything is measured, and how many days that weighs.
_PRIOR = Spread(cv_day=0.2, cv_interval=0.15)
_PRIOR_DAYS = 1.0
#: A day pulls no harder than this many standard deviations.
_CLIP = 4.0


def estimate_spread(actual: FloatArray, expected: FloatArray, day_weights: float = 1.0) -> Spread:
    """Coefficients of variation of days and of intervals within them, by moments.

    A day's total D around Λ expected has the variance Λ + Λ² cv², a part of which is that of
    its intervals; given D, the intervals are multinomial around D·λᵢ/Λ, and what they vary
    more is theirs.  (A day's factor times an interval's, after the models of Avramidis,
    Deslauriers and L'Ecuyer, "Modeling daily arrivals to a telephone call center", Management
    Science 50, 2004; the moments are those of that product.)

    Parameters
    ----------
    actual, expected
        Counts and what a forecast made earlier said of them, shape (days, intervals a day).
        Days on which nothing came, or was expected, tell of closed doors and not of spread.
    day_weights
        Factor on squared day errors, for those the forecast was itself fitted to.
    """
    totals, sums = actual.sum(axis=1), expected.sum(axis=1)
    known = (totals > 0) & (sums > 0)
    if not known.any():
        return _PRIOR
    actual, expected, totals, sums = actual[known], expected[known], totals[known], sums[known]
    shares = expected / sums[:, np.newaxis]
    given_day = totals[:, np.newaxis] * shares
    excess = ((actual - given_day) ** 2 - given_day * (1 - shares)).sum(axis=1)
    room = (given_day**2).sum(axis=1)
    of_interval = _weighted(_without_outliers(excess / room), room)
    errors = _without_outliers(totals / sums - 1) * sums
    of_day = float((day_weights * errors**2 - sums).sum() / (sums**2).sum())
    of_day -= of_interval * _weighted((shares**2).sum(axis=1), sums**2)
    days = len(totals)
    return Spread(
        cv_day=_pulled(of_day, _PRIOR.cv_day, days),
        cv_interval=_pulled(of_interval, _PRIOR.cv_interval, days),
    )


def _without_outliers(values: FloatArray) -> FloatArray:
    """Clip what lies further from the median than chance would put it: an outage is no spread."""
    centre = np.median(values)
    reach = _CLIP * np.median(np.abs(values - centre)) / 0.6745
    return np.clip(values, centre - reach, centre + reach)


def _weighted(values: FloatArray, weights: FloatArray) -> float:
    return max(0.0, float((weights * values).sum() / weights.sum()))


def _pulled(variance: float, prior: float, days: int) -> float:
    weighed = (days * max(0.0, variance) + _PRIOR_DAYS * prior**2) / (days + _PRIOR_DAYS)
    return float(np.sqrt(weighed))
