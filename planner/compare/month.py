"""An average month: how figures of periods of different lengths are made comparable."""

from fractions import Fraction
from math import ceil, floor

from models.cost import CostBreakdown, component_amounts
from models.money import share_of_minor

#: 365.25 days / 12 = 30.4375 days, as a fraction.
MONTH_DAYS_NUMERATOR, MONTH_DAYS_DENOMINATOR = 304_375, 10_000


def per_month(minor: int, days: int) -> int:
    """Scale minor units of ``days`` days to an average month, rounded half away from zero."""
    return share_of_minor(minor, MONTH_DAYS_NUMERATOR, MONTH_DAYS_DENOMINATOR * days)


def _exact(minor: int, days: int) -> Fraction:
    return Fraction(minor * MONTH_DAYS_NUMERATOR, MONTH_DAYS_DENOMINATOR * days)


def at_least_per_month(minuend: int, minuend_days: int, subtrahend: int, subtrahend_days: int) -> int:
    """Return minuend - subtrahend per average month, rounded down, so that it stays a proof."""
    return floor(_exact(minuend, minuend_days) - _exact(subtrahend, subtrahend_days))


def at_most_per_month(minuend: int, minuend_days: int, subtrahend: int, subtrahend_days: int) -> int:
    """Return minuend - subtrahend per average month, rounded up, so that it stays a proof."""
    return ceil(_exact(minuend, minuend_days) - _exact(subtrahend, subtrahend_days))


def cost_per_month(cost: CostBreakdown, days: int) -> CostBreakdown:
    """Scale every component on its own, so that the components still add up to the total."""
    scaled = component_amounts(lambda component: per_month(cost.of(component), days))
    return CostBreakdown(currency=cost.currency, **scaled)
