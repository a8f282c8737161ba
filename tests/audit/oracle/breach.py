"""What is broken, where a reader would look, and what it costs."""

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any


@dataclass(frozen=True)
class Breach:
    """A rule broken on a date: by so many units, or by pieces told in minutes.

    ``measured`` is what is wrong and what would be right: where two rules of a kind forbid just
    the same of a person on a date, a reader needs to hear it once.  ``None``: nothing else says so.
    """

    date: dt.date
    units: int = 1
    pieces: tuple[int, ...] | None = None
    measured: tuple[object, ...] | None = None


@dataclass(frozen=True, order=True)
class Finding:
    """What is said of a roster; the price in minor units, 0 where the rule is hard."""

    date: dt.date
    rule: str
    agent: str
    hard: bool
    minor: int = 0


def in_minor(price: Any, per_unit: int) -> int:
    """Write a price in minor units, half a unit upwards."""
    return int((Decimal(str(price)) * per_unit).quantize(Decimal(1), ROUND_HALF_UP))


def price_of(breach: Breach, unit_minor: int) -> int:
    """What a breach costs: each piece by the minute, rounded by itself."""
    if breach.pieces is None:
        return breach.units * unit_minor
    hours = [Decimal(piece) / 60 for piece in breach.pieces]
    return sum(int((unit_minor * hour).quantize(Decimal(1), ROUND_HALF_UP)) for hour in hours)
