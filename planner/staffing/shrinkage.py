"""Absence: how many to roster so that enough are there, and how many will be there."""

from collections.abc import Iterable
from typing import SupportsFloat

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betainc
from scipy.stats import binom

from models.staffing_terms import Shrinkage
from planner.staffing.compiled import FloatArray, IntArray

#: Equal-probability slices of the binomial distribution in :func:`presence`.
_SLICES = 15


def rostered_agents(needed: ArrayLike, shrinkage: Shrinkage) -> IntArray:
    """Agents to roster so that ``needed`` are available.

    Parameters
    ----------
    needed
        Whole agents at work, any shape.
    shrinkage
        ``divide``: needed / (1 - share), rounded up.  ``binomial``: absences are independent;
        the fewest rostered of whom at least ``needed`` are present with the given confidence.

    Returns
    -------
    numpy.ndarray
        Whole agents in the same shape; 0 stays 0.
    """
    wanted = np.asarray(needed, dtype=np.int64)
    present_share = 1.0 - shrinkage.absence_share
    if shrinkage.absence_share == 0:
        return wanted.copy()
    if shrinkage.method == "divide":
        return np.ceil(wanted / present_share - 1e-9).astype(np.int64)
    values, places = np.unique(wanted, return_inverse=True)
    return _binomial(values, present_share, shrinkage.confidence)[places].reshape(wanted.shape)


def _binomial(needed: IntArray, present_share: float, confidence: float) -> IntArray:
    """Bisect for the fewest rostered: P(Binomial(n, p) ≥ k) = I_p(k, n - k + 1) grows with n."""

    def sure(rostered: IntArray) -> NDArray[np.bool_]:
        at_least = np.maximum(needed, 1)
        chance = betainc(at_least, np.maximum(rostered - at_least + 1, 1), present_share)
        result: NDArray[np.bool_] = (needed == 0) | ((rostered >= needed) & (chance >= confidence))
        return result

    low = np.maximum(needed - 1, 0)
    high = needed + 1
    while not np.all(sure(high)):
        high = np.where(sure(high), high, 2 * high)
    while np.any(high - low > 1):
        middle = (low + high) // 2
        enough = sure(middle)
        high = np.where(enough, middle, high)
        low = np.where(enough, low, middle)
    return np.where(needed == 0, 0, high)


def presence(on_duty: Iterable[SupportsFloat], shrinkage: Shrinkage) -> tuple[IntArray, FloatArray]:
    """How many of the rostered agents are there, as a few cases with their weights.

    What customers experience is the average over the cases, not the experience of the
    average.  ``divide`` treats absence as a steady loss, n·(1 - share) present on average:
    the two whole numbers around it, weighted so that this average is kept exactly.
    ``binomial`` takes independent absences at their word: fifteen equally likely slices of
    the distribution, each by its median.

    Parameters
    ----------
    on_duty
        Rostered agents, shape (intervals,); where not everybody does as much as others, perhaps
        fractions of an agent, which are the two whole numbers around them, weighted likewise.
    shrinkage
        As in :func:`rostered_agents`.

    Returns
    -------
    numpy.ndarray, numpy.ndarray
        Agents present and weights, both of shape (cases, intervals); weights sum to 1.
    """
    exact = np.fromiter(map(float, on_duty), dtype=np.float64)
    rostered = np.floor(exact).astype(np.int64)
    share = 1.0 - shrinkage.absence_share
    part = exact - rostered
    if part.any() and (shrinkage.absence_share == 0 or shrinkage.method == "binomial"):
        fewer, weights = presence(rostered, shrinkage)
        more, more_weights = presence(rostered + 1, shrinkage)
        return np.concatenate([fewer, more]), np.concatenate([weights * (1 - part), more_weights * part])
    if shrinkage.absence_share == 0:
        return rostered[np.newaxis], np.ones((1, rostered.size))
    if shrinkage.method == "divide":
        mean = exact * share
        fewer = np.floor(mean + 1e-9).astype(np.int64)
        rest = np.clip(mean - fewer, 0.0, 1.0)
        return np.stack([fewer, fewer + 1]), np.stack([1.0 - rest, rest])
    middles = (np.arange(_SLICES) + 0.5) / _SLICES
    values, places = np.unique(rostered, return_inverse=True)
    cases = np.asarray(binom.ppf(middles[:, np.newaxis], values[np.newaxis], share), dtype=np.int64)
    return cases[:, places], np.full((_SLICES, rostered.size), 1.0 / _SLICES)
