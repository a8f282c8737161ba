"""Prices of many rows at many levels at once, in exact integers."""

from collections.abc import Sequence

import numpy as np

from planner.solver.convex import ConvexPrice
from planner.solver.layers import Ints

#: Wider than any level can be.
_ENDLESS = np.int64(2**40)


class PriceTable:
    """Convex prices as arrays: a stretch of width and slope after each break.

    Parameters
    ----------
    prices
        One per row.
    """

    def __init__(self, prices: Sequence[ConvexPrice]) -> None:
        longest = max((len(price.breaks) for price in prices), default=1)
        shape = (len(prices), longest)
        self._base = np.array([price.base for price in prices], np.int64)
        self._first_slope = np.array([price.slopes[0] for price in prices], np.int64)
        self._breaks = np.zeros(shape, np.int64)
        self._widths = np.zeros(shape, np.int64)
        self._slopes = np.zeros(shape, np.int64)
        for row, price in enumerate(prices):
            count = len(price.breaks)
            self._breaks[row, :count] = price.breaks
            self._widths[row, : count - 1] = np.diff(price.breaks)
            self._widths[row, count - 1] = _ENDLESS
            self._slopes[row, :count] = price.slopes[1:]

    def at(self, rows: Ints, levels: Ints) -> Ints:
        """Price of each row at its level."""
        below = np.minimum(levels - self._breaks[rows, 0], 0)
        within = np.clip(levels[:, None] - self._breaks[rows], 0, self._widths[rows])
        total: Ints = (
            self._base[rows] + self._first_slope[rows] * below + (self._slopes[rows] * within).sum(axis=1)
        )
        return total
