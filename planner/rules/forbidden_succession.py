"""Certain shifts do not follow certain others."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, cast

from pydantic import Field

from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text


@RULES.register
class ForbiddenSuccession(PricedTourRule):
    """A shift of one list of patterns is not followed by one of another list.

    Only that is forbidden: every other successor and a day off stay allowed.  The last
    shift before the period counts under its pattern's name; nothing is assumed beyond
    the end.

    Parameters
    ----------
    first, then
        Names of shift patterns.
    scope
        ``next_day``: ``then`` may not start on the day after ``first``; ``next_duty``: it
        may not be the next shift worked, even after days off.
    price
        Cost of each such pair; the rule is hard where left out.
    """

    kind: Literal["forbidden_succession"] = "forbidden_succession"
    first: tuple[str, ...] = Field(min_length=1)
    then: tuple[str, ...] = Field(min_length=1)
    scope: Literal["next_day", "next_duty"] = "next_day"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Whether a shift of ``then`` is barred on day 0."""
        if self.scope == "next_day":
            return (any(shift.pattern in self.first for shift in history if shift.day == -1),)
        return (bool(history) and history[-1].pattern in self.first,)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Bar ``then`` after ``first`` and nothing else."""
        (barred,) = cast("tuple[bool]", state)
        if shift is None:
            return (barred and self.scope == "next_duty",), 0
        cost = self.charge(frame) if barred and shift.pattern in self.then else 0
        return None if cost is None else ((shift.pattern in self.first,), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period counts the last shift of this one."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Look at each two successive shifts."""
        findings = []
        for earlier, later in pairwise((*tour.agent.history, *tour.worked)):
            named = earlier.pattern in self.first and later.pattern in self.then
            apart = later.day - earlier.day > 1 and self.scope == "next_day"
            if not named or apart or later.day < 0:
                continue
            date = frame.horizon.date_of(later.day)
            when = date_text(date)
            text = Text(
                en=f"{later.pattern} on {when.en} follows {earlier.pattern}, which is forbidden",
                ru=f"{later.pattern} {when.ru} идёт после {earlier.pattern}, это запрещено",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """From the shift worked next to the next day; then one successor less at a time."""
        if self.scope == "next_duty":
            yield self.model_copy(update={"scope": "next_day"})
        for left in range(len(self.then) - 1, 0, -1):
            yield self.model_copy(update={"scope": "next_day", "then": self.then[:left]})

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """Each pair of patterns by itself."""
        return tuple(
            self.model_copy(update={"first": (one,), "then": (other,)})
            for one in self.first
            for other in self.then
        )

    def explain(self) -> Text:
        """Say what may not follow what."""
        return self.or_else(self._asked(), "time it does", "каждый такой случай")

    def _asked(self) -> Text:
        first, then = ", ".join(self.first), ", ".join(self.then)
        if self.scope == "next_day":
            return Text(
                en=f"On the day after {first}, none of: {then}.",
                ru=f"На следующий день после {first} не ставится: {then}.",
            )
        return Text(
            en=f"The next shift worked after {first} is none of: {then}.",
            ru=f"Следующая рабочая смена после {first} не может быть: {then}.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """After a late or a night shift."""
        day: dict[str, object] = {"first": ["N"], "then": ["D", "M"]}
        priced: dict[str, object] = {"first": ["N"], "then": ["D"], "price": "1.50"}
        duty: dict[str, object] = {"first": ["N", "E"], "then": ["M"], "scope": "next_duty"}
        return (
            Example(day, ("ND",), False, "a day shift on the day after a night"),
            Example(day, ("NN",), True, "another successor stays allowed"),
            Example(day, ("NE",), True, "and so does a third"),
            Example(day, ("N.D",), True, "no longer the day after"),
            Example(duty, ("N..M",), False, "the next shift worked, days off between"),
            Example(duty, ("E.DM",), True, "a day shift between"),
            Example(day, ("M",), False, "the eve's night counts", history=("N",)),
            Example(duty, (".M",), False, "the last shift worked counts", history=("E..",)),
            Example(priced, ("NDND",), True, "twice", penalty_minor=300),
            Example(day, ("..ND",), False, "edge: the pair at the end"),
            Example(day, ("...N",), True, "edge: nothing is assumed of the day after the end"),
        )
