"""Convex piecewise-linear prices on integer levels."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class ConvexPrice:
    """Price of a level: falling (or flat) at first, then rising, with integer breaks and slopes.

    Parameters
    ----------
    breaks
        Levels at which the slope changes, strictly increasing, at least one.
    slopes
        Price per unit of level left of, between and right of the breaks, non-decreasing;
        one more than breaks; the first is at most 0 and the last at least 0.
    base
        Price at ``breaks[0]``.
    """

    breaks: tuple[int, ...]
    slopes: tuple[int, ...]
    base: int = 0

    def __post_init__(self) -> None:
        rising = all(a <= b for a, b in zip(self.slopes, self.slopes[1:], strict=False))
        ordered = all(a < b for a, b in zip(self.breaks, self.breaks[1:], strict=False))
        fits = len(self.slopes) == len(self.breaks) + 1 and len(self.breaks) > 0
        if not (rising and ordered and fits and self.slopes[0] <= 0 <= self.slopes[-1]):
            raise ValueError(f"not a convex price with a lowest point: {self}")

    def at(self, level: int) -> int:
        """Price of a level."""
        first = self.breaks[0]
        if level <= first:
            return self.base + self.slopes[0] * (level - first)
        price, place = self.base, first
        for slope, edge in zip(self.slopes[1:], (*self.breaks[1:], level), strict=True):
            step = min(edge, level)
            price += slope * (step - place)
            place = step
            if step == level:
                break
        return price

    def slope_above(self, level: int) -> int:
        """Price of one more unit at a level."""
        return self.slopes[bisect_right(self.breaks, level)]

    def lowest_tilted(self, tilt: int, scale: int, lowest: int, highest: int) -> int:
        """Minimum over levels of ``scale * price(level) - tilt * level`` in ``[lowest, highest]``.

        The function is convex and piecewise linear, so an end or a break attains it.
        """
        candidates = [lowest, highest, *(b for b in self.breaks if lowest < b < highest)]
        return min(scale * self.at(level) - tilt * level for level in candidates)

    @property
    def pivot(self) -> int:
        """Index of the break at which the price is lowest."""
        return max(i for i in range(len(self.breaks)) if self.slopes[i] <= 0)

    def __add__(self, other: "ConvexPrice") -> "ConvexPrice":
        breaks = sorted({*self.breaks, *other.breaks})
        slopes = [self.slopes[0] + other.slopes[0]]
        slopes += [self.slope_above(b) + other.slope_above(b) for b in breaks]
        return ConvexPrice(tuple(breaks), tuple(slopes), self.at(breaks[0]) + other.at(breaks[0]))


def shortfall_price(target: int, short: int, over: int = 0) -> ConvexPrice:
    """Price ``short`` per unit below a target and ``over`` per unit above it."""
    return ConvexPrice((target,), (-short, over))
