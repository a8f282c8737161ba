"""Busy and quiet days: a load that varies more than chance arrivals do.

That the arrival rate itself is uncertain, and what follows for occupancy, is the point of
Jongbloed and Koole 2001, *Managing uncertainty in call centres using Poisson mixtures*.  Here the
load of a day is a·G, G gamma distributed with mean 1 and a coefficient of variation cv, so that
counts of contacts are negative binomial.  A service level over days is that of their contacts:
busy days weigh more.
"""

import numpy as np
from scipy.stats import gamma

from planner.staffing.compiled import FloatArray

#: Equally likely kinds of days.
_SLICES = 15
#: Below this coefficient of variation all days are alike.
_NONE = 1e-6


def day_factors(cv: float) -> FloatArray:
    """Loads of equally likely kinds of days, over the average load.

    Parameters
    ----------
    cv
        Coefficient of variation of the load between days, ≥ 0.

    Returns
    -------
    numpy.ndarray
        The middle quantile of each of 15 slices, scaled so that their mean is exactly 1;
        ``[1.]`` for a cv of 0.
    """
    if cv <= _NONE:
        return np.ones(1)
    shape = 1.0 / cv**2
    factors: FloatArray = np.asarray(gamma.ppf((np.arange(_SLICES) + 0.5) / _SLICES, shape))
    return factors / float(factors.mean())


def busy_day(cv: float, quantile: float) -> float:
    """Load over the average that a share ``quantile`` of days stays below; 1 for a cv of 0."""
    if cv <= _NONE:
        return 1.0
    return float(gamma.ppf(quantile, 1.0 / cv**2) * cv**2)
