"""What a file of changes may say."""

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.agent import Agent
from models.base import Noun
from models.errors import BadValueError
from models.money import Amount
from models.text import Text

_REVERSED = Text(en="the dates end before they begin", ru="даты кончаются раньше, чем начинаются")


class Absence(Noun):
    """Somebody is away on these dates, both included."""

    kind: Literal["absence"] = "absence"
    agent: str
    first_date: dt.date
    last_date: dt.date
    reason: Literal["vacation", "sick", "training", "unpaid", "other"] = "sick"

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.last_date < self.first_date:
            raise BadValueError(
                Text(en="the absence ends before it begins", ru="отсутствие кончается раньше, чем начинается")
            )
        return self


class VolumeChange(Noun):
    """More or fewer contacts of a channel on these dates.

    Parameters
    ----------
    channel
        Name of the channel.
    first_date, last_date
        Both included.
    factor
        Multiplies what was expected.
    contacts_per_day
        Contacts of each of the dates instead, spread over the day as was expected; exactly
        one of the two is given.
    """

    kind: Literal["volume"] = "volume"
    channel: str
    first_date: dt.date
    last_date: dt.date
    factor: float | None = Field(default=None, ge=0, le=1000)
    contacts_per_day: float | None = Field(default=None, ge=0, le=1e6)

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        if self.last_date < self.first_date:
            raise BadValueError(_REVERSED)
        if (self.factor is None) == (self.contacts_per_day is None):
            raise BadValueError(
                Text(
                    en="give either factor or contacts_per_day",
                    ru="нужно что-то одно: factor или contacts_per_day",
                )
            )
        return self


class Lock(Noun):
    """Shifts and days off of these dates stay as published; of everybody where no agents are named."""

    kind: Literal["lock"] = "lock"
    agents: tuple[str, ...] = ()
    first_date: dt.date
    last_date: dt.date

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.last_date < self.first_date:
            raise BadValueError(_REVERSED)
        return self


class Leaver(Noun):
    """Somebody leaves the desk; ``last_date`` is the last day of work."""

    kind: Literal["leaver"] = "leaver"
    agent: str
    last_date: dt.date


class Joiner(Noun):
    """Somebody joins the desk; ``first_date`` is the first day of work, ``person`` as in a scenario."""

    kind: Literal["joiner"] = "joiner"
    first_date: dt.date
    person: Agent


AnyChange = Annotated[Absence | VolumeChange | Lock | Leaver | Joiner, Field(discriminator="kind")]


class Changes(Noun):
    """A file of changes.

    Parameters
    ----------
    known_on
        The day the changes become known: what lies before it has been worked and stays.
        The first date of the period where left out.
    hours_per_change
        A shift is changed only where that covers at least so many hours nobody would be there
        for; with 0, wherever it covers any.
    notice_days, hours_in_notice
        Shifts of so many days from ``known_on`` are changed only where nothing else helps, and
        where that covers at least so many hours.
    price_per_change, price_in_notice
        What a changed shift counts, and one within the notice period on top; in currency
        units.  Where given, the cheapest plan by these prices is chosen instead of the one
        with the fewest changes.
    changes
        What happened.
    """

    known_on: dt.date | None = None
    hours_per_change: float = Field(default=1.0, ge=0, le=24)
    notice_days: int = Field(default=0, ge=0, le=366)
    hours_in_notice: float = Field(default=8.0, ge=0, le=1000)
    price_per_change: Amount | None = None
    price_in_notice: Amount | None = None
    changes: tuple[AnyChange, ...] = Field(min_length=1)
