"""Shares and means over replications, with confidence limits."""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from planner.simulate.compiled import FloatArray


@dataclass(frozen=True)
class Estimate:
    """A measure and its confidence limits; NaN where nothing happened that it could be taken from."""

    value: FloatArray
    low: FloatArray
    high: FloatArray


class RatioSums:
    """Sums from which the ratio of two totals and its confidence limits follow.

    Shares such as the service level are taken of all contacts of all replications, not
    averaged over replications: an interval with one caller must not count like one with ten.
    The limits are those of the ratio estimator (Cochran 1977, *Sampling Techniques*, chapter 6):
    q = Σ n_r / Σ d_r is off by Σ (n_r - q d_r) / Σ d_r, to first order, a mean of R independent
    terms over mean d.  So half their width is a Student t quantile with R - 1 degrees of freedom
    times sqrt(Σ (n_r - q d_r)² / (R (R - 1))) / mean d.

    Parameters
    ----------
    shape
        Shape of what is estimated.
    """

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._sums = np.zeros((5, *shape))
        self._count = 0

    def add(self, numerator: FloatArray, denominator: FloatArray) -> None:
        """Add one replication; both of the shape."""
        self._count += 1
        self._sums += (
            numerator,
            denominator,
            numerator * numerator,
            denominator * denominator,
            numerator * denominator,
        )

    def estimate(self, confidence: float, highest: float = np.inf) -> Estimate:
        """Ratio and limits so far.

        Parameters
        ----------
        confidence
            Such as 0.95.
        highest
            What the ratio cannot exceed, 1 for a share; nothing is below 0.  With a single
            replication the limits are these.
        """
        top, bottom, top2, bottom2, both = self._sums
        seen = bottom > 0
        divisor = np.where(seen, bottom, 1.0)
        ratio = top / divisor
        runs = self._count
        if runs > 1:
            squares = np.maximum(0.0, top2 - 2 * ratio * both + ratio**2 * bottom2)
            quantile = float(stdtrit(runs - 1, (1 + confidence) / 2))
            half = quantile * np.sqrt(squares * runs / (runs - 1)) / divisor
        else:
            half = np.full_like(ratio, np.inf)
        limits = np.maximum(0.0, ratio - half), np.minimum(highest, ratio + half)
        value, low, high = (np.where(seen, each, np.nan) for each in (ratio, *limits))
        return Estimate(value, low, high)
