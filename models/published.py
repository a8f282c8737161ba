"""A roster people know already: what was published, and what changing it costs."""

import datetime as dt
from typing import Self

from pydantic import Field, model_validator

from models.base import Noun
from models.clock import ClockMinute
from models.errors import BadValueError
from models.money import Amount
from models.text import Text


class PublishedShift(Noun):
    """A shift as people were told of it; the start where the pattern has several."""

    date: dt.date
    pattern: str
    start: ClockMinute | None = None


class PublishedTour(Noun):
    """All published shifts of one agent; every other date of the published roster is a day off."""

    agent: str = Field(min_length=1, max_length=60)
    shifts: tuple[PublishedShift, ...] = ()


class PublishedRoster(Noun):
    """The roster published before, and how far it may still be changed.

    Parameters
    ----------
    file
        The ``plan.json`` of the published plan, relative to the scenario file.
    today
        The day changes are made known on; the first date of the period where left out.
    notice_days
        A date fewer than so many days after ``today`` is within the notice period.
    price
        Cost of each day of an agent changed within the notice period, in currency units;
        such days stay as they are where left out.
    later_price
        Cost of each day changed after it.
    first_date, last_date
        Dates the published roster is about; those of the period where left out.
    tours
        Who works what; that of the file where one is named.
    """

    file: str | None = Field(default=None, min_length=1)
    today: dt.date | None = None
    notice_days: int = Field(default=14, ge=0, le=366)
    price: Amount | None = None
    later_price: Amount | None = None
    first_date: dt.date | None = None
    last_date: dt.date | None = None
    tours: tuple[PublishedTour, ...] = ()

    @model_validator(mode="after")
    def _one_tour_each(self) -> Self:
        names = [tour.agent for tour in self.tours]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise BadValueError(
                Text(
                    en=f"more than one published tour of {', '.join(twice)}",
                    ru=f"объявленный график указан не один раз: {', '.join(twice)}",
                )
            )
        return self
