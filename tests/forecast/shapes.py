"""Made-up histories of many shapes, each drawn as contacts are: Poisson around a moving mean."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
FIRST = dt.date(2023, 1, 2)  # a Monday

_WEEK = (1.25, 1.1, 1.0, 1.0, 0.95, 0.6, 0.5)
_HOURS = (1, 1, 0.6, 0.5, 0.5, 0.8, 1.5, 3, 6, 9, 10, 10, 9, 9, 9, 9, 8, 7, 6, 5, 4, 3, 2, 1.5)


@dataclass(frozen=True)
class Shape:
    """A kind of history: its length, contacts a day, and what happens to them."""

    days: int
    contacts_per_day: float
    course: Callable[[FloatArray], FloatArray] = np.ones_like
    hours: tuple[float, ...] = _HOURS
    week: tuple[float, ...] = _WEEK
    cv_day: float = 0.08
    cv_interval: float = 0.08
    silent: tuple[int, ...] = ()

    def draw(self, seed: int) -> FloatArray:
        """Counts per half hour, shape (days, 48); days on which nothing came are zeros."""
        rng = np.random.default_rng(seed)
        day = np.arange(self.days, dtype=np.float64)
        totals = self.contacts_per_day * self.course(day) * np.array(self.week)[day.astype(int) % 7]
        shares = np.repeat(np.array(self.hours) / sum(self.hours) / 2, 2)
        means = totals[:, np.newaxis] * shares
        means = (
            means * _gamma(rng, self.cv_day, (self.days, 1)) * _gamma(rng, self.cv_interval, (self.days, 48))
        )
        counts: FloatArray = rng.poisson(means).astype(np.float64)
        counts[list(self.silent)] = 0
        return counts

    @property
    def dates(self) -> list[dt.date]:
        """Dates of the history."""
        return [FIRST + dt.timedelta(days=offset) for offset in range(self.days)]


def _gamma(rng: np.random.Generator, cv: float, shape: tuple[int, int]) -> FloatArray:
    """Gamma factors with mean 1."""
    drawn: FloatArray = rng.gamma(1 / cv**2, cv**2, shape)
    return drawn


_OFFICE = tuple(share if 9 <= hour < 18 else 0.0 for hour, share in enumerate(_HOURS))

SHAPES = {
    "plain": Shape(200, 2000),
    "rising": Shape(300, 1500, lambda day: np.exp(0.003 * day)),
    "yearly_swing": Shape(800, 1500, lambda day: np.exp(0.5 * np.sin(2 * np.pi * day / 365.25))),
    "yearly_swing_first_year": Shape(330, 1500, lambda day: np.exp(0.5 * np.sin(2 * np.pi * day / 365.25))),
    "three_weeks": Shape(21 + 28, 1500),
    "closed_nights": Shape(200, 1200, hours=_OFFICE),
    "closed_weekends": Shape(200, 1200, hours=_OFFICE, week=(1.2, 1.1, 1, 1, 0.9, 0, 0)),
    "many_zeros": Shape(250, 12, cv_day=0.3, cv_interval=0.3),
    "level_shift": Shape(220, 1500, lambda day: np.where(day < 120, 1.0, 1.6)),
    "outage": Shape(200, 1500, silent=(150,)),
    "missing_days": Shape(220, 1500, silent=(60, 61, 62, 100, 140, 141, 142, 143, 180)),
    "long_gap": Shape(365, 1500, silent=tuple(range(120, 300))),
    "wild": Shape(220, 1500, cv_day=0.35, cv_interval=0.3),
    "regular_and_large": Shape(220, 30_000, cv_day=0.03, cv_interval=0.04),
}
