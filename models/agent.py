"""People: named agents, and vacancies that may be filled."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.clock import ClockMinute, ClockSpan, Minutes, Weekday
from models.money import Amount
from models.plain_name import PlainName


class Leave(Noun):
    """Days an agent is away, both ends included."""

    first_date: dt.date
    last_date: dt.date
    kind: Literal["vacation", "sick", "training", "unpaid", "other"] = "vacation"

    @model_validator(mode="after")
    def _ordered(self) -> "Leave":
        if self.last_date < self.first_date:
            raise ValueError("the leave ends before it begins")
        return self


class FixedShift(Noun):
    """A day already settled: a pattern (at a start, where it has several), or ``off``."""

    date: dt.date
    pattern: str | None = None
    start: ClockMinute | None = None
    off: bool = False

    @model_validator(mode="after")
    def _shift_or_off(self) -> "FixedShift":
        if self.off == (self.pattern is not None):
            raise ValueError("give either a pattern or off = true")
        return self


class ShiftRequest(Noun):
    """A wish: to work (``on``) or not to work (``off``) on a date, perhaps a certain pattern.

    ``price`` is what not meeting it counts in the objective, in currency units.
    """

    date: dt.date
    wish: Literal["on", "off"]
    pattern: str | None = None
    price: Amount


class WorkedShift(Noun):
    """A shift worked just before the period, by the clock."""

    date: dt.date
    start: ClockMinute
    length_minutes: Minutes = Field(gt=0, le=24 * 60)
    paid_minutes: Minutes | None = None
    pattern: str = "worked"


class Agent(Noun):
    """A named person.

    Parameters
    ----------
    id
        Short unique identifier, used in files and feeds.
    name
        As shown on the roster; the identifier where left out.
    contract
        Name of the contract.
    skills
        What the agent can serve.
    availability
        Spans per weekday in which shifts must lie; always available where left out.
    leave, fixed_shifts, requests
        See the types.
    worked_before
        Shifts just before the period: rest, runs and counters continue from them.
    external_ids
        Identifiers in other systems, e.g. ``{zendesk = "10011"}``.
    """

    id: PlainName
    name: str = Field(default="", max_length=120)
    contract: str
    skills: tuple[str, ...] = ()
    availability: dict[Weekday, tuple[ClockSpan, ...]] | None = None
    leave: tuple[Leave, ...] = ()
    fixed_shifts: tuple[FixedShift, ...] = ()
    requests: tuple[ShiftRequest, ...] = ()
    worked_before: tuple[WorkedShift, ...] = ()
    external_ids: dict[str, str] = Field(default_factory=dict)


class Vacancy(Noun):
    """People who may be hired; the plan decides how many.

    Parameters
    ----------
    name
        Name, unique in the scenario; hires are numbered after it.
    contract, skills
        As for agents.
    max_hires, min_hires
        Bounds on their number.
    cost_per_head
        Cost of hiring and training one, charged to the period.
    """

    name: PlainName
    contract: str
    skills: tuple[str, ...] = ()
    max_hires: int = Field(ge=0, le=20_000)
    min_hires: int = Field(default=0, ge=0)
    cost_per_head: Amount = Decimal(0)

    @model_validator(mode="after")
    def _ordered(self) -> "Vacancy":
        if self.min_hires > self.max_hires:
            raise ValueError(f"min_hires {self.min_hires} is above max_hires {self.max_hires}")
        return self

    def hire_name(self, number: int) -> str:
        """Name of a hire, numbered from 1: ``operator-01``; as many digits as the last one needs."""
        digits = max(2, len(str(self.max_hires)))
        return f"{self.name}-{number:0{digits}d}"
