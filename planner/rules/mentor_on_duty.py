"""Newcomers work only beside a mentor."""

from typing import Literal, Self

from pydantic import Field, model_validator

from models.errors import BadValueError
from models.example import Example
from models.member import chosen
from models.rule import RULES, CoverageRow, Frame
from models.text import Text
from models.tour import Roster
from models.violation import Violation
from planner.rules.coverage_reading import spells, who_is_there
from planner.rules.named_pairs import NamedPairs, Scope, Weights, listed
from planner.rules.wording import counted

_HOUR = Text(en="each hour of a newcomer without one", ru="каждый час новичка без наставника")
_SHIFT = Text(en="each shift of a newcomer without one", ru="каждую смену новичка без наставника")


@RULES.register
class MentorOnDuty(NamedPairs):
    """Whenever a newcomer is on shift, so is one of the mentors.

    Newcomers are those the rule binds (``agents``, ``contracts``) and those of
    ``newcomer_grades``; who is one of them is nobody's mentor.

    Parameters
    ----------
    mentors, mentor_grades
        Ids of agents, and grades, who are mentors.
    newcomer_grades
        Grades that make a newcomer.
    newcomers_per_mentor
        How many one mentor may look after at a time; any number where left out.
    scope
        ``throughout``: a mentor is there the whole time; ``same_start``: a mentor's shift begins
        when the newcomer's does.
    price
        Cost of an hour (of a shift, for ``same_start``) of each newcomer without a mentor, in
        currency units; the rule is hard where left out.
    """

    kind: Literal["mentor_on_duty"] = "mentor_on_duty"
    mentors: tuple[str, ...] = ()
    mentor_grades: tuple[str, ...] = ()
    newcomer_grades: tuple[str, ...] = ()
    newcomers_per_mentor: int | None = Field(default=None, ge=1, le=1000)
    scope: Scope = "throughout"

    @model_validator(mode="after")
    def _both_sides(self) -> Self:
        if not (self.agents or self.contracts or self.newcomer_grades):
            raise BadValueError(
                Text(
                    en="say who the newcomers are: agents, contracts or newcomer_grades",
                    ru="укажите, кто новички: agents, contracts или newcomer_grades",
                )
            )
        if not (self.mentors or self.mentor_grades):
            raise BadValueError(
                Text(
                    en="say who the mentors are: mentors or mentor_grades",
                    ru="укажите, кто наставники: mentors или mentor_grades",
                )
            )
        both = sorted({*self.agents} & {*self.mentors} | {*self.newcomer_grades} & {*self.mentor_grades})
        if both:
            raise BadValueError(
                Text(
                    en=f"{', '.join(both)}: newcomer and mentor at once",
                    ru=f"{', '.join(both)}: одновременно новичок и наставник",
                )
            )
        return self

    def rows(self, frame: Frame) -> tuple[CoverageRow, ...]:
        """Mentors, as often as they may be looked at, less newcomers: one of them, or all together.

        A row of each newcomer says more to the search than one with large numbers; people
        to be hired are alike and share one.
        """
        newcomers = chosen(frame.team, self.agents, self.contracts, self.newcomer_grades)
        new = {one.name for one in newcomers}
        mentors = [
            one.name
            for one in chosen(frame.team, self.mentors, (), self.mentor_grades)
            if one.name not in new
        ]
        sums: list[Weights] = []
        if self.newcomers_per_mentor is not None:
            most = self.newcomers_per_mentor
            sums.append((*((name, most) for name in mentors), *((one.name, -1) for one in newcomers)))
        else:
            sums += [(*((name, one.heads) for name in mentors), (one.name, -1)) for one in newcomers]
        return tuple(self.rows_of(frame, sums if newcomers else (), self.scope, 0, None))

    def check(self, frame: Frame, roster: Roster) -> tuple[Violation, ...]:
        """Look who is there, interval by interval, and how many of them may teach."""
        newcomers = [
            one.name for one in chosen(frame.team, self.agents, self.contracts, self.newcomer_grades)
        ]
        taught = chosen(frame.team, self.mentors, (), self.mentor_grades)
        mentors = [one.name for one in taught if one.name not in newcomers]
        per_shift = self.scope == "same_start"
        alone = []
        for interval, there in enumerate(who_is_there(self, frame, roster, starting=per_shift)):
            learning = tuple(name for name in newcomers for _ in range(there[name]))
            teaching = sum(there[name] for name in mentors)
            room = teaching * (self.newcomers_per_mentor or len(learning))
            if len(learning) > room:
                alone.append((interval, (learning, teaching, len(learning) - room)))
        each = self.each_minor(frame, per_shift=per_shift)
        return tuple(
            Violation(
                rule=self.kind,
                agent=None,
                date=spell.date,
                text=self._alone(spell.when, tuple(map(frame.shown, spell.found[0])), spell.found[1]),
                hard=self.price is None,
                penalty_minor=spell.intervals * spell.found[2] * each,
            )
            for spell in spells(frame, alone)
        )

    @staticmethod
    def _alone(when: Text, learning: tuple[str, ...], teaching: int) -> Text:
        if not teaching:
            return Text(
                en=f"{when.en}: no mentor beside {listed(learning, 'and')}",
                ru=f"{when.ru}: нет наставника рядом, на смене {listed(learning, 'и')}",
            )
        there = counted(teaching, ("mentor", "mentors"), ("наставник", "наставника", "наставников"))
        return Text(
            en=f"{when.en}: only {there.en} beside {listed(learning, 'and')}",
            ru=f"{when.ru}: рядом только {there.ru}, на смене {listed(learning, 'и')}",
        )

    def explain(self) -> Text:
        """Say who, beside whom, and how many at a time."""
        new = (*self.agents, *(f"contract {one}" for one in self.contracts))
        new_ru = (*self.agents, *(f"договор {one}" for one in self.contracts))
        old, old_ru = self.mentors, self.mentors
        if self.newcomer_grades:
            grades = ", ".join(self.newcomer_grades)
            new, new_ru = (*new, f"grade {grades}"), (*new_ru, f"грейд {grades}")
        if self.mentor_grades:
            grades = ", ".join(self.mentor_grades)
            old, old_ru = (*old, f"grade {grades}"), (*old_ru, f"грейд {grades}")
        most_en, most_ru = "", ""
        if self.newcomers_per_mentor is not None:
            most_en = f", who looks after at most {self.newcomers_per_mentor} at a time"
            most_ru = f", у наставника одновременно не более {self.newcomers_per_mentor}"
        how_en, how_ru = "work only while a mentor is there", "работают только при наставнике"
        if self.scope == "same_start":
            how_en, how_ru = "begin only together with a mentor", "начинают смену только вместе с наставником"
        text = Text(
            en=f"Newcomers ({', '.join(new)}) {how_en} ({', '.join(old)}){most_en}.",
            ru=f"Новички ({', '.join(new_ru)}) {how_ru} ({', '.join(old_ru)}){most_ru}.",
        )
        return self.or_else(text, _SHIFT if self.scope == "same_start" else _HOUR)

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """A newcomer and one mentor, two newcomers and one, and grades."""
        one: dict[str, object] = {"agents": ["a"], "mentors": ["b"]}
        priced: dict[str, object] = {**one, "price": "20.50"}
        start: dict[str, object] = {**one, "scope": "same_start"}
        shift: dict[str, object] = {**start, "price": "300"}
        two: dict[str, object] = {"agents": ["a", "b"], "mentors": ["c"]}
        limit: dict[str, object] = {**two, "newcomers_per_mentor": 1, "price": "11"}
        grade: dict[str, object] = {"newcomer_grades": ["newcomer"], "mentor_grades": ["lead", "senior"]}
        return (
            Example(one, ("M.", "DD"), False, "from 6 to 8 there is no mentor"),
            Example(one, ("D.", "DN"), True, "the mentor may be there without the newcomer"),
            Example(priced, ("M", "D"), True, "2 h without", penalty_minor=2 * 2_050),
            Example(start, ("D.", "D."), True, "they begin together"),
            Example(start, ("M.", "D."), False, "they begin apart"),
            Example(shift, ("EE", "DE"), True, "one shift begun without", penalty_minor=30_000),
            Example(two, ("D", "D", "D"), True, "one mentor for both"),
            Example(limit, ("D", "D", "D"), True, "one for each, 12 h", penalty_minor=12 * 1_100),
            Example(grade, ("D", "D"), True, "a lead teaches", grades=("newcomer", "lead")),
            Example(grade, ("D", "D"), False, "neither teaches", grades=("newcomer", "newcomer")),
            Example(one, (".", "."), False, "edge: alone in the eve's night", history=("N", "")),
            Example(one, (".", "."), True, "edge: both in the eve's night", history=("N", "N")),
        )
