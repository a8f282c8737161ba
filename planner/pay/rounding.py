"""The one rounding of pay: an exact fraction of a minor unit to whole minor units."""

from fractions import Fraction

from models.money import share_of_minor


def to_whole_minor(amount: Fraction) -> int:
    """Round half away from zero, by integer arithmetic."""
    return share_of_minor(amount.numerator, 1, amount.denominator)
