"""How far a forecast may be off."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """How far days and intervals stray from what is expected, Poisson noise aside.

    Contacts of an interval are Poisson around expected × day factor × interval factor; both
    factors are gamma variables with mean 1 and these coefficients of variation.
    """

    cv_day: float
    cv_interval: float
