"""A rate as people read it."""

from decimal import Decimal
from fractions import Fraction

from planner.pay.rounding import to_whole_minor


def hourly(minor_per_minute: Fraction, scale: int) -> Decimal:
    """Currency units per hour, to four digits."""
    return Decimal(to_whole_minor(minor_per_minute * 60 * 10_000 / scale)).scaleb(-4)
