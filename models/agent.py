"""People: named agents, and vacancies that may be filled."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from models.base import Noun
from models.clock import MINUTES_PER_YEAR, ClockMinute, ClockSpan, Minutes, Weekday
from models.errors import BadValueError
from models.money import Amount
from models.plain_name import PlainName
from models.ramp_up import Productivity, RampUpStep
from models.text import Text

#: Whether somebody may be asked for work that the law lets some refuse.
NeedsConsent = Literal["allowed", "consent_given", "consent_missing", "barred"]


class Leave(Noun):
    """Days an agent is away, both ends included."""

    first_date: dt.date
    last_date: dt.date
    kind: Literal["vacation", "sick", "training", "unpaid", "other"] = "vacation"

    @model_validator(mode="after")
    def _ordered(self) -> "Leave":
        if self.last_date < self.first_date:
            raise BadValueError(
                Text(en="the leave ends before it begins", ru="отсутствие кончается раньше, чем начинается")
            )
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
            raise BadValueError(
                Text(en="give either a pattern or off = true", ru="нужно что-то одно: pattern или off = true")
            )
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
    """A shift worked just before the period, by the clock.

    ``split_after_minutes`` and ``split_minutes`` say when after its start the pause of a split shift
    began, and how long it was.
    """

    date: dt.date
    start: ClockMinute
    length_minutes: Minutes = Field(gt=0, le=24 * 60)
    paid_minutes: Minutes | None = None
    pattern: str = "worked"
    split_after_minutes: Minutes | None = Field(default=None, gt=0)
    split_minutes: Minutes | None = Field(default=None, gt=0)

    @model_validator(mode="after")
    def _two_spells(self) -> "WorkedShift":
        after, pause = self.split_after_minutes, self.split_minutes
        if (after is None) != (pause is None):
            raise BadValueError(
                Text(
                    en="a split shift needs both split_after_minutes and split_minutes",
                    ru="для разделённой смены нужны и split_after_minutes, и split_minutes",
                )
            )
        if after is not None and pause is not None and after + pause >= self.length_minutes:
            raise BadValueError(
                Text(
                    en="the pause of the split shift ends before the shift does",
                    ru="пауза разделённой смены кончается раньше самой смены",
                )
            )
        return self


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
    grade
        How experienced the agent is: ``newcomer``, ``experienced``, ``lead``, ``specialist``, or the
        desk's own word; rules about the mix on duty ask for it.
    availability
        Spans per weekday in which shifts must lie; always available where left out.
    leave, fixed_shifts, requests
        See the types.
    worked_before
        Shifts just before the period: rest, runs and counters continue from them.
    birth_date
        Where the law protects the young; an age within the period counts as on its first date.
    night_work, overtime_work, holiday_work
        Whether the person may be asked for it: ``allowed``; ``consent_given`` and
        ``consent_missing`` for those the law protects unless they agree in writing;
        ``barred`` for those it protects in any case.  Why need not be written anywhere.
    opt_out
        Has agreed in writing to work above the law's average week.
    overtime_minutes_this_year
        Overtime worked in the calendar year before the period.
    external_ids
        Identifiers in other systems, e.g. ``{zendesk = "10011"}``.
    first_day, last_day
        First and last day of employment, where they lie in the period: nobody works, or is
        paid a salary, outside them.
    paid_this_year
        Pay of the calendar year before the period, in currency units: yearly caps of on-costs
        go on from it.
    accounting_minutes
        Paid minutes of the accounting period before the plan; those of ``worked_before`` are
        added up where left out.
    average_daily_pay
        Average pay of a calendar day, in currency units, by which vacation is paid: as payroll works it
        out of the pay of the months before.  Where left out, vacation is within a salary, and pay by the
        hour has none.
    productivity
        Share of an experienced agent's work the person does; that of the grade where left out.
    ramp_up
        How that is reached, step after step from ``first_day``, which may lie before the period.
    """

    id: PlainName
    name: str = Field(default="", max_length=120)
    contract: str
    skills: tuple[str, ...] = ()
    grade: PlainName | None = None
    availability: dict[Weekday, tuple[ClockSpan, ...]] | None = None
    leave: tuple[Leave, ...] = ()
    fixed_shifts: tuple[FixedShift, ...] = ()
    requests: tuple[ShiftRequest, ...] = ()
    worked_before: tuple[WorkedShift, ...] = ()
    birth_date: dt.date | None = None
    night_work: NeedsConsent = "allowed"
    overtime_work: NeedsConsent = "allowed"
    holiday_work: NeedsConsent = "allowed"
    opt_out: bool = False
    overtime_minutes_this_year: Minutes = Field(default=0, le=MINUTES_PER_YEAR)
    external_ids: dict[str, str] = Field(default_factory=dict)
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    paid_this_year: Amount = Decimal(0)
    accounting_minutes: Minutes | None = Field(default=None, le=MINUTES_PER_YEAR)
    average_daily_pay: Amount | None = None
    productivity: Productivity | None = None
    ramp_up: tuple[RampUpStep, ...] = ()

    @model_validator(mode="after")
    def _ramp_up_begins_some_day(self) -> "Agent":
        if self.ramp_up and self.first_day is None:
            raise BadValueError(
                Text(
                    en="ramp_up is counted from first_day: give the first day of employment",
                    ru="ступени ramp_up считаются от first_day: укажите первый рабочий день",
                )
            )
        return self

    @model_validator(mode="after")
    def _employed_some_day(self) -> "Agent":
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            raise BadValueError(Text(en="last_day is before first_day", ru="last_day раньше first_day"))
        return self


class Vacancy(Noun):
    """People who may be hired; the plan decides how many.

    Parameters
    ----------
    name
        Name, unique in the scenario; hires are numbered after it.
    contract, skills, grade
        As for agents.
    max_hires, min_hires
        Bounds on their number.
    cost_per_head
        Cost of hiring and training one, charged to the period.
    hiring_cost, training_cost
        The same apart: what finding one costs, and what training one costs.
    first_day
        First day of employment of every hire, where it lies in the period.
    productivity, ramp_up
        As for agents; a ramp-up begins with the period where ``first_day`` is left out.
    """

    name: PlainName
    contract: str
    skills: tuple[str, ...] = ()
    grade: PlainName | None = None
    max_hires: int = Field(ge=0, le=20_000)
    min_hires: int = Field(default=0, ge=0)
    cost_per_head: Amount = Decimal(0)
    hiring_cost: Amount = Decimal(0)
    training_cost: Amount = Decimal(0)
    first_day: dt.date | None = None
    productivity: Productivity | None = None
    ramp_up: tuple[RampUpStep, ...] = ()

    @model_validator(mode="after")
    def _ordered(self) -> "Vacancy":
        if self.min_hires > self.max_hires:
            raise BadValueError(
                Text(
                    en=f"min_hires {self.min_hires} is above max_hires {self.max_hires}",
                    ru=f"min_hires {self.min_hires} больше, чем max_hires {self.max_hires}",
                )
            )
        return self

    def hire_name(self, number: int) -> str:
        """Name of a hire, numbered from 1: ``operator-01``; as many digits as the last one needs."""
        digits = max(2, len(str(self.max_hires)))
        return f"{self.name}-{number:0{digits}d}"
