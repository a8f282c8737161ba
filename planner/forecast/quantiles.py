"""Quantiles of contacts: Poisson, around a mean that two gamma factors move."""

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from models.spread import Spread

FloatArray = NDArray[np.float64]

#: Squared coefficient of variation below which the mixture is Poisson.
_POISSON = 1e-9
#: Ends of the interval that covers 80 %, and the middle.
PROBABILITIES = (0.1, 0.5, 0.9)
_ENDS = (PROBABILITIES[0], PROBABILITIES[-1])


def squared_cv(spread: Spread, expected: FloatArray) -> FloatArray:
    """Squared coefficient of variation of a sum of intervals of one day, Poisson noise aside.

    The day's factor is common to all; the intervals' own factors average out.

    Parameters
    ----------
    spread
        Coefficients of variation of the factors.
    expected
        Expected contacts, shape (..., intervals summed); a last axis of 1 is an interval alone.
    """
    total = expected.sum(axis=-1, keepdims=True)
    shares = np.divide(expected, total, out=np.zeros_like(expected), where=total > 0)
    squares = (shares**2).sum(axis=-1)
    varied: FloatArray = spread.cv_day**2 + (1 + spread.cv_day**2) * spread.cv_interval**2 * squares
    return varied


def quantile(probability: float, expected: FloatArray, cv_squared: FloatArray) -> FloatArray:
    """Smallest count that is not exceeded with a probability.

    A Poisson count whose mean is gamma with coefficient of variation v is negative binomial
    with 1/v² successes; the product of both gamma factors is taken to be gamma as well.

    Parameters
    ----------
    probability
        Between 0 and 1.
    expected, cv_squared
        Expected contacts and squared coefficient of variation, of the same shape.
    """
    found = np.zeros(expected.shape)
    plain = (expected > 0) & (cv_squared < _POISSON)
    mixed = (expected > 0) & ~plain
    found[plain] = stats.poisson.ppf(probability, expected[plain])
    successes = 1.0 / cv_squared[mixed]
    found[mixed] = stats.nbinom.ppf(probability, successes, successes / (successes + expected[mixed]))
    return found


def not_above(count: FloatArray, expected: FloatArray, cv_squared: FloatArray) -> FloatArray:
    """Chance that no more than a count come; see :func:`quantile`."""
    found = np.where(count >= 0, 1.0, 0.0)
    plain = (expected > 0) & (cv_squared < _POISSON)
    mixed = (expected > 0) & ~plain
    found[plain] = stats.poisson.cdf(count[plain], expected[plain])
    successes = 1.0 / cv_squared[mixed]
    found[mixed] = stats.nbinom.cdf(count[mixed], successes, successes / (successes + expected[mixed]))
    return found


def share_inside(count: FloatArray, expected: FloatArray, cv_squared: FloatArray) -> FloatArray:
    """How much of a count is inside the interval that covers 80 %: 0, 1, and on its ends a part.

    Counts are whole, so the smallest interval of counts that suffices covers more, the more so the
    fewer come.  Of a count on an end only so much is inside as the interval needs of its chance;
    right forecasts then cover 80 % on average, however few come (the nonrandomised uniform version
    of the probability integral transform: Czado, Gneiting, Held 2009, *Predictive model assessment
    for count data*).  Half of every end would cover too little where few come.

    Parameters
    ----------
    count
        What came; parts of a contact, of counts that were split, are rounded.
    expected, cv_squared
        As in :func:`quantile`.
    """
    whole = np.floor(count + 0.5)
    below, up_to = (not_above(one, expected, cv_squared) for one in (whole - 1.0, whole))
    inside = np.clip(up_to, *_ENDS) - np.clip(below, *_ENDS)
    share: FloatArray = np.divide(inside, up_to - below, out=np.zeros_like(inside), where=inside > 0)
    return share
