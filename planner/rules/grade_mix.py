"""Enough experience on duty."""

from decimal import ROUND_HALF_UP
from typing import Literal, Self

from pydantic import Field, model_validator

from models.errors import BadValueError
from models.example import Example
from models.money import share_of_minor
from models.rule import RULES, CoverageRow, Frame
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.coverage_reading import Head, heads, stretches
from planner.rules.staffed_hours import StaffedHours


@RULES.register
class GradeMix(StaffedHours):
    """Those on duty include enough of certain grades: a number, or a share of them.

    With ``of_every`` the number is asked among so many on duty, and nothing while nobody is
    there; falling short is then counted in agents who should have the grade and have not.

    Parameters
    ----------
    grades
        The grades that count, as people have them in the scenario.
    minimum
        How many must have one of them.
    of_every
        Among how many on duty; in total where left out.
    agents, contracts, hours, weekdays, dates, only_open, price
        See :class:`planner.rules.staffed_hours.StaffedHours`.
    """

    kind: Literal["grade_mix"] = "grade_mix"
    grades: tuple[str, ...] = Field(min_length=1)
    minimum: int = Field(default=1, ge=1, le=10_000)
    of_every: int | None = Field(default=None, ge=1, le=10_000)

    @model_validator(mode="after")
    def _is_share(self) -> Self:
        if self.of_every is not None and self.minimum > self.of_every:
            raise BadValueError(
                Text(
                    en=f"{self.minimum} of every {self.of_every} is more than all",
                    ru=f"{self.minimum} из каждых {self.of_every}: больше, чем все",
                )
            )
        return self

    def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
        """One row per interval: ``of_every * graded - minimum * everyone >= 0`` for a share."""
        hour, length = self.price_minor(frame), frame.horizon.interval_minutes
        price = None if hour is None else share_of_minor(hour, length, 60 * (self.of_every or 1))
        least, graded, others = self.minimum, 1, 0
        if self.of_every is not None:
            least, graded, others = 0, self.of_every - self.minimum, -self.minimum
        return tuple(
            CoverageRow(
                interval,
                least,
                None,
                graded,
                others,
                price,
                grades=self.grades,
                agents=self.agents,
                contracts=self.contracts,
            )
            for interval in self.meant_intervals(frame)
        )

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Count who is there and who of them has a grade, interval by interval."""
        per_head = self.of_every if self.of_every is not None else 1
        there = heads(self, frame, roster, None, grades=self.grades)
        short = [head for head in there if per_head * head.skilled < self._asked(head)]
        each = 0
        if self.price is not None:
            hour = int((self.price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP))
            each = share_of_minor(hour, frame.horizon.interval_minutes, 60 * per_head)
        share = self._share
        return tuple(
            Violation(
                rule=self.kind,
                agent=None,
                date=stretch.date,
                text=Text(
                    en=f"{stretch.when_en}: {stretch.head.skilled} of {stretch.head.total} on duty{self.among.en} "
                    f"of grade {self._named('or')}, {self.minimum}{share.en} required",
                    ru=f"{stretch.when_ru}: грейд {self._named('или')} у {stretch.head.skilled} "
                    f"из {stretch.head.total} на смене{self.among.ru}, нужно {self.minimum}{share.ru}",
                ),
                hard=self.price is None,
                penalty_minor=stretch.intervals
                * (self._asked(stretch.head) - per_head * stretch.head.skilled)
                * each,
            )
            for stretch in stretches(frame, short)
        )

    def _asked(self, head: Head) -> int:
        return self.minimum * head.total if self.of_every is not None else self.minimum

    def _named(self, last: str) -> str:
        *first, final = self.grades
        return f"{', '.join(first)} {last} {final}" if first else final

    @property
    def _share(self) -> Text:
        if self.of_every is None:
            return Text(en="", ru="")
        return Text(en=f" of every {self.of_every}", ru=f" из каждых {self.of_every}")

    def explain(self) -> Text:
        """Say the number or the share, when and at what price."""
        when, share, among = self.when(), self._share, self.among
        return Text(
            en=f"At least {self.minimum}{share.en} on duty{among.en} of grade {self._named('or')}{when.en}.",
            ru=f"На смене{among.ru}{share.ru} не менее {self.minimum} с грейдом {self._named('или')}{when.ru}.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """A lead at night, one in three, and priced."""
        night: dict[str, object] = {"grades": ["lead"], "hours": "20:00-08:00"}
        either: dict[str, object] = {"grades": ["lead", "specialist"], "hours": "08:00-14:00"}
        third: dict[str, object] = {"grades": ["lead"], "of_every": 3}
        priced: dict[str, object] = {"grades": ["lead"], "hours": "08:00-20:00", "price": "12.30"}
        new = ("newcomer", "lead")
        own: dict[str, object] = {"grades": ["lead"], "agents": ["a"], "hours": "08:00-20:00"}
        return (
            Example(either, ("D", "M"), True, "either grade will do", grades=("newcomer", "specialist")),
            Example(either, ("D", "E"), False, "the one who counts comes at 14:00", grades=new),
            Example(either, ("D",), False, "no grade at all"),
            Example(third, ("D", "D"), True, "one in two is more than a third", grades=new),
            Example(third, ("D", "D", "D", "D"), False, "one in four is less", grades=(*new, "x", "y")),
            Example(third, (".", "."), True, "edge: a share of nobody asks nothing", grades=new),
            Example(own, ("D", "D"), False, "the lead does not count among them", grades=new),
            Example(own, ("D", "D"), True, "the lead is one of them", grades=("lead", "newcomer")),
            Example(priced, ("D", "E"), True, "6 h without a lead", grades=new, penalty_minor=6 * 1_230),
            Example(night, ("N", "N"), False, "edge: nobody served the first morning", grades=new),
            Example(
                {**night, "hours": "00:00-08:00"},
                (".", "."),
                True,
                "the lead's night runs into the morning",
                history=("", "N"),
                grades=new,
            ),
        )
