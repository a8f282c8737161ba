"""Enough people on duty."""

import datetime as dt
from decimal import ROUND_HALF_UP
from typing import Literal

from pydantic import Field

from models.example import Example
from models.money import share_of_minor
from models.rule import RULES, CoverageRow, Frame
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.coverage_reading import heads, stretches
from planner.rules.staffed_hours import StaffedHours


@RULES.register
class MinStaff(StaffedHours):
    """At least so many agents are on duty in every interval of certain hours.

    Parameters
    ----------
    minimum
        Least number of agents.
    skill
        Skill they must have; anyone counts where left out.
    count_breaks
        Whether agents on a break count; their shift must span the whole interval.
    agents, contracts, hours, weekdays, dates, only_open, price
        See :class:`planner.rules.staffed_hours.StaffedHours`.
    """

    kind: Literal["min_staff"] = "min_staff"
    minimum: int = Field(ge=1, le=10_000)
    skill: str | None = None
    count_breaks: bool = False

    def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
        """One row per interval."""
        hour = self.price_minor(frame)
        price = None if hour is None else share_of_minor(hour, frame.horizon.interval_minutes, 60)
        return tuple(
            CoverageRow(
                interval,
                self.minimum,
                self.skill,
                shortfall_price_minor=price,
                counts_breaks=self.count_breaks,
                agents=self.agents,
                contracts=self.contracts,
            )
            for interval in self.meant_intervals(frame)
        )

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Count who is there, interval by interval."""
        counted = heads(self, frame, roster, self.skill, counts_breaks=self.count_breaks)
        short = [head for head in counted if head.skilled < self.minimum]
        each = 0
        if self.price is not None:
            hour = int((self.price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP))
            each = share_of_minor(hour, frame.horizon.interval_minutes, 60)
        whom_en, whom_ru = self._whom
        return tuple(
            Violation(
                rule=self.kind,
                agent=None,
                date=stretch.date,
                text=Text(
                    en=f"{stretch.when_en}: {stretch.head.skilled} on duty{whom_en}, {self.minimum} required",
                    ru=f"{stretch.when_ru}: на смене{whom_ru} {stretch.head.skilled}, нужно {self.minimum}",
                ),
                hard=self.price is None,
                penalty_minor=stretch.intervals * (self.minimum - stretch.head.skilled) * each,
            )
            for stretch in stretches(frame, short)
        )

    def explain(self) -> Text:
        """Say how many, when and at what price."""
        when = self.when()
        whom_en, whom_ru = self._whom
        return Text(
            en=f"At least {self.minimum} on duty{whom_en}{when.en}.",
            ru=f"На смене{whom_ru} не менее {self.minimum}{when.ru}.",
        )

    @property
    def _whom(self) -> tuple[str, str]:
        en, ru = (f" with {self.skill}", f" с навыком {self.skill}") if self.skill else ("", "")
        if self.count_breaks:
            en, ru = f"{en} (breaks included)", f"{ru} (с теми, кто на перерыве)"
        return f"{self.among.en}{en}", f"{self.among.ru}{ru}"

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """One desk by day and by night, hard and priced."""
        day: dict[str, object] = {"minimum": 1, "hours": "08:00-20:00"}
        night: dict[str, object] = {"minimum": 1, "hours": "20:00-08:00", "weekdays": ["mon"]}
        early: dict[str, object] = {"minimum": 1, "hours": "00:00-08:00"}
        date: dict[str, object] = {"minimum": 2, "dates": [dt.date(2026, 1, 6)], "hours": "14:00-16:00"}
        skill: dict[str, object] = {"minimum": 1, "skill": "mail", "hours": "08:00-12:00"}
        priced: dict[str, object] = {**day, "price": "100.10"}
        own: dict[str, object] = {**day, "agents": ["a"]}
        none: dict[str, object] = {**day, "contracts": ["student"], "price": "10"}
        return (
            Example(day, ("D.", ".D"), True, "one of two is there on each day"),
            Example(day, ("D.", "D."), False, "nobody on the second day"),
            Example(day, ("E", "M"), True, "two shorter shifts meet at 14:00"),
            Example(night, ("N.", ".D"), True, "Monday's hours go on into Tuesday"),
            Example(night, ("D.", "DN"), False, "Tuesday's night does not serve Monday's"),
            Example(early, (".",), True, "edge: the eve's night runs into the first morning", history=("N",)),
            Example(early, ("N",), False, "edge: nobody came from the day before"),
            Example(date, (".D", ".M"), False, "M ends at 14:00, when the hours begin"),
            Example(date, (".D", ".E"), True, "two on that date alone"),
            Example(skill, ("D", "D"), True, "one of them can", skills=(("mail",), ())),
            Example(skill, ("D", "."), False, "the one who can is off", skills=((), ("mail",))),
            Example(own, ("D.", ".D"), False, "the other one does not count"),
            Example(own, ("DD", ".."), True, "the one named is there on both days"),
            Example(priced, ("DM",), True, "nobody in six of the hours", penalty_minor=6 * 10_010),
            Example(none, ("D",), True, "nobody has the contract, 12 h", penalty_minor=12 * 1_000),
        )
