"""Prices of many rows at many levels at once, in exact integers."""

from collections.abc import Sequence

import numpy as np

from planner.solver.convex import ConvexPrice
from planner.solver.layers import Ints
from planner.solver.linear import Floats

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
        self._last_slope = np.array([price.slopes[-1] for price in prices], np.int64)
        self._breaks = np.zeros(shape, np.int64)
        self._widths = np.zeros(shape, np.int64)
        self._slopes = np.zeros(shape, np.int64)
        for row, price in enumerate(prices):
            count = len(price.breaks)
            self._breaks[row, :count] = price.breaks
            self._widths[row, : count - 1] = np.diff(price.breaks)
            self._widths[row, count - 1] = _ENDLESS
            self._slopes[row, :count] = price.slopes[1:]

    @property
    def steepest(self) -> float:
        """Largest slope of any row, at least one."""
        slopes = np.concatenate([-self._first_slope, self._last_slope])
        return float(slopes.max(initial=1))

    def lowest(self, rows: Ints) -> Ints:
        """Lowest price of each row at any level."""
        return self.lowest_tilted(rows, np.zeros(len(rows), np.int64), 1)

    def lowest_tilted(self, rows: Ints, tilts: Ints, scale: int) -> Ints:
        """Minimum over levels of ``scale * price - tilt * level`` of each row.

        A tilt must lie within the slopes of its row; the minimum is then at a break.
        """
        best = scale * self._base[rows] - tilts * self._breaks[rows, 0]
        lowest: Ints = best.copy()
        for place in range(1, self._breaks.shape[1]):
            wide = self._widths[rows, place - 1]
            inside = wide < _ENDLESS
            slope = scale * self._slopes[rows, place - 1] - tilts
            best = np.where(inside & (wide > 0), best + slope * np.where(inside, wide, 0), best)
            lowest = np.minimum(lowest, best)
        return lowest

    def clip(self, rows: Ints, tilts: Ints, scale: int) -> Ints:
        """Bring tilts within the slopes of their rows."""
        clipped: Ints = np.clip(tilts, scale * self._first_slope[rows], scale * self._last_slope[rows])
        return clipped

    def between(self, levels: Floats) -> Floats:
        """Price of every row at a level that need not be whole."""
        below = np.minimum(levels - self._breaks[:, 0], 0)
        within = np.clip(levels[:, None] - self._breaks, 0, self._widths)
        price: Floats = self._base + self._first_slope * below + (self._slopes * within).sum(axis=1)
        return price

    def at(self, rows: Ints, levels: Ints) -> Ints:
        """Price of each row at its level."""
        below = np.minimum(levels - self._breaks[rows, 0], 0)
        within = np.clip(levels[:, None] - self._breaks[rows], 0, self._widths[rows])
        total: Ints = (
            self._base[rows] + self._first_slope[rows] * below + (self._slopes[rows] * within).sum(axis=1)
        )
        return total
