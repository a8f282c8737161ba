"""Calendar months of a period: HR papers are kept by the month."""

import datetime as dt
from dataclasses import dataclass

from babel.dates import format_date

from models.horizon import Horizon
from models.text import Language


@dataclass(frozen=True)
class Month:
    """A calendar month, and the days of a period that lie in it.

    Parameters
    ----------
    first_date
        First of the month, whether or not it lies in the period.
    days
        Days of the period by their number in the month, from 1.
    """

    first_date: dt.date
    days: dict[int, int]

    @property
    def key(self) -> str:
        """Year and month for names of sheets: ``2026-11``."""
        return f"{self.first_date:%Y-%m}"

    @property
    def length(self) -> int:
        """Days of the calendar month."""
        following = (self.first_date + dt.timedelta(days=31)).replace(day=1)
        return (following - self.first_date).days

    def name(self, language: Language) -> str:
        """The month in words: ``November 2026``."""
        text: str = format_date(self.first_date, format="LLLL y", locale=language)
        return text[:1].upper() + text[1:]


def months_of(horizon: Horizon) -> tuple[Month, ...]:
    """The months a period touches."""
    days: dict[dt.date, dict[int, int]] = {}
    for day in range(horizon.days):
        date = horizon.date_of(day)
        days.setdefault(date.replace(day=1), {})[date.day] = day
    return tuple(Month(first, own) for first, own in days.items())
