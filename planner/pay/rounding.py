"""The one rounding of pay: an exact fraction of a minor unit to whole minor units.

Every audit line is rounded by itself, half up, and every total is a sum of lines.  What a
week or an accounting period owes in overtime is rounded as a whole: its lines are what is
owed after a shift less what was owed before it.
"""

from fractions import Fraction
from math import floor

from models.money import share_of_minor

_HALF = Fraction(1, 2)


def to_whole_minor(amount: Fraction) -> int:
    """Round half away from zero, by integer arithmetic."""
    return share_of_minor(amount.numerator, 1, amount.denominator)


def carried(rest: Fraction, amount: Fraction) -> tuple[int, Fraction]:
    """Round a running total that so far was rounded with ``rest`` left over.

    Returns
    -------
    tuple
        Minor units to pay now, and what is left over (at least -1/2, below 1/2).  Payments
        add up to the total rounded half up once.
    """
    owed = rest + amount
    paid = floor(owed + _HALF)
    return paid, owed - paid
