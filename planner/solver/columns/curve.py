"""Convex piecewise-linear curves with breaks and slopes that need not be whole."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.solver.convex import ConvexPrice


@dataclass(frozen=True)
class Curve:
    """A convex curve with a lowest point.

    Parameters
    ----------
    breaks
        Where the slope changes, increasing, at least one.
    slopes
        Slope left of, between and right of the breaks, not decreasing; the first is at most
        0 and the last at least 0.
    lowest
        Value of the lowest point.
    """

    breaks: tuple[float, ...]
    slopes: tuple[float, ...]
    lowest: float

    @cached_property
    def pivot(self) -> int:
        """Index of a break at which the curve is lowest."""
        return max(i for i in range(len(self.breaks)) if self.slopes[i] <= 0)

    def at(self, level: float) -> float:
        """Value at a level."""
        value, place = self.lowest, self.breaks[self.pivot]
        if level < place:
            for number in range(self.pivot, -1, -1):
                edge = max(level, self.breaks[number - 1]) if number else level
                value += self.slopes[number] * (edge - place)
                place = edge
                if place <= level:
                    break
            return value
        for number in range(self.pivot + 1, len(self.slopes)):
            edge = min(level, self.breaks[number]) if number < len(self.breaks) else level
            value += self.slopes[number] * (edge - place)
            place = edge
            if place >= level:
                break
        return value

    def slopes_at(self, level: float, blur: float) -> tuple[float, float]:
        """Least and largest slope within ``blur`` of a level."""
        return (
            self.slopes[bisect_left(self.breaks, level - blur)],
            self.slopes[bisect_right(self.breaks, level + blur)],
        )

    def eased(self, slope: float, width: float) -> "Curve | None":
        """Return the curve where up to ``width`` can be made up for at the price of a slope below zero.

        That is its infimal convolution with a straight piece; ``None`` where the curve is
        never steeper, or always.
        """
        place = sum(own < slope for own in self.slopes)
        if not 0 < place <= len(self.breaks):
            return None
        moved = tuple(edge - width for edge in self.breaks[:place])
        breaks = (*moved, *self.breaks[place - 1 :])
        return Curve(breaks, (*self.slopes[:place], slope, *self.slopes[place:]), self.lowest)


def curve_of(price: ConvexPrice, base: int) -> Curve:
    """Return the price of a level reached on top of a base."""
    breaks = tuple(float(edge - base) for edge in price.breaks)
    return Curve(breaks, tuple(map(float, price.slopes)), float(price.at(price.breaks[price.pivot])))


def total(curves: Sequence[Curve]) -> Curve:
    """Return the sum of curves."""
    if len(curves) == 1:
        return curves[0]
    jumps: dict[float, float] = {}
    for curve in curves:
        for edge, low, high in zip(curve.breaks, curve.slopes[:-1], curve.slopes[1:], strict=True):
            jumps[edge] = jumps.get(edge, 0.0) + high - low
    breaks = tuple(sorted(jumps))
    slopes = [sum(curve.slopes[0] for curve in curves)]
    for edge in breaks:
        slopes.append(slopes[-1] + jumps[edge])
    # the sum of jumps may leave a rounding error where the slope is flat
    slopes = [0.0 if abs(slope) < 1e-6 else slope for slope in slopes]
    shape = Curve(breaks, tuple(slopes), 0.0)
    pivot = breaks[shape.pivot]
    return Curve(breaks, tuple(slopes), sum(curve.at(pivot) for curve in curves))
