"""The right mix of skills on duty."""

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
from planner.rules.coverage_reading import heads, stretches
from planner.rules.staffed_hours import StaffedHours


@RULES.register
class SkillMix(StaffedHours):
    """Those on duty include enough who have a skill: a number, or a share of them.

    With ``of_every`` the number is asked among so many on duty: 1 of every 4 means that at
    least a quarter of those on duty have the skill, and asks nothing while nobody is
    there.  Falling short is then counted in agents who should have the skill and have
    not, fractions included.

    Parameters
    ----------
    skill
        The skill asked for.
    minimum
        How many must have it.
    of_every
        Among how many on duty; in total where left out.
    agents, contracts, hours, weekdays, dates, only_open, price
        See :class:`planner.rules.staffed_hours.StaffedHours`.
    """

    kind: Literal["skill_mix"] = "skill_mix"
    skill: str = Field(min_length=1)
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
        """One row per interval: ``of_every * skilled - minimum * everyone >= 0`` for a share."""
        hour, length = self.price_minor(frame), frame.horizon.interval_minutes
        whole = self.of_every or 1
        price = None if hour is None else share_of_minor(hour, length, 60 * whole)
        least, skilled, others = self.minimum, 1, 0
        if self.of_every is not None:
            least, skilled, others = 0, self.of_every - self.minimum, -self.minimum
        return tuple(
            CoverageRow(
                interval,
                least,
                self.skill,
                skilled,
                others,
                price,
                agents=self.agents,
                contracts=self.contracts,
            )
            for interval in self.meant_intervals(frame)
        )

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Count who is there and who of them has the skill, interval by interval."""
        per_head = self.of_every if self.of_every is not None else 1
        short = []
        for head in heads(self, frame, roster, self.skill):
            asked = self.minimum * head.total if self.of_every is not None else self.minimum
            if per_head * head.skilled < asked:
                short.append(head)
        each = 0
        if self.price is not None:
            hour = int((self.price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP))
            each = share_of_minor(hour, frame.horizon.interval_minutes, 60 * per_head)
        findings = []
        for stretch in stretches(frame, short):
            head = stretch.head
            asked = self.minimum * head.total if self.of_every is not None else self.minimum
            share_en, share_ru = "", ""
            if self.of_every is not None:
                share_en, share_ru = f" of every {self.of_every}", f" из каждых {self.of_every}"
            text = Text(
                en=f"{stretch.when_en}: {head.skilled} of {head.total} on duty{self.among.en} have {self.skill}, "
                f"{self.minimum}{share_en} required",
                ru=f"{stretch.when_ru}: навык {self.skill} у {head.skilled} из {head.total} на смене{self.among.ru}, "
                f"нужно {self.minimum}{share_ru}",
            )
            findings.append(
                Violation(
                    rule=self.kind,
                    agent=None,
                    date=stretch.date,
                    text=text,
                    hard=self.price is None,
                    penalty_minor=stretch.intervals * (asked - per_head * head.skilled) * each,
                )
            )
        return tuple(findings)

    def explain(self) -> Text:
        """Say the number or the share, when and at what price."""
        when, among = self.when(), self.among
        if self.of_every is not None:
            return Text(
                en=f"At least {self.minimum} of every {self.of_every} on duty{among.en} with {self.skill}{when.en}.",
                ru=f"Из каждых {self.of_every} на смене{among.ru} навык {self.skill} не менее чем у {self.minimum}{when.ru}.",
            )
        return Text(
            en=f"At least {self.minimum} on duty{among.en} with {self.skill}{when.en}.",
            ru=f"На смене{among.ru} с навыком {self.skill} не менее {self.minimum}{when.ru}.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """A senior at night, and one in three."""
        night: dict[str, object] = {"skill": "senior", "hours": "20:00-08:00"}
        third: dict[str, object] = {"skill": "senior", "of_every": 3, "hours": "08:00-20:00"}
        priced: dict[str, object] = {**third, "price": "90"}
        some, one = ((), (), ("senior",)), (("senior",),)
        own: dict[str, object] = {**third, "agents": ["a", "b"]}
        quarter: dict[str, object] = {"skill": "senior", "of_every": 4}
        return (
            Example(third, ("D", "D", "D"), True, "one in three", skills=some),
            Example(third, ("D", "D", "."), False, "none of two", skills=some),
            Example(third, (".", ".", "."), True, "edge: a share of nobody asks nothing", skills=some),
            Example({**third, "weekdays": ["tue"]}, ("D",), True, "Mondays are not meant"),
            Example(
                quarter,
                ("D", "D", "D", "D", "E"),
                False,
                "one of five is less than a quarter in E's hours",
                skills=(("senior",), (), (), (), ()),
            ),
            Example(
                {**night, "dates": ["2026-01-05"]},
                ("N.",),
                True,
                "edge: the night ends with Tuesday",
                skills=one,
            ),
            Example(night, ("DN",), False, "the first night has nobody at all", skills=one),
            Example(night, ("N",), True, "the eve's night serves the morning", history=("N",), skills=one),
            Example(own, ("D", "D", "D"), False, "of the two who count neither has it", skills=some),
            Example(own, ("D", ".", "D"), False, "nor has the one of them", skills=some),
            Example(own, (".", ".", "D"), True, "a share of nobody who counts", skills=some),
            Example(priced, ("M",), True, "6 h without a senior among one", penalty_minor=6 * 3_000),
        )
