"""Certain sequences of days do not occur."""

from typing import Literal, cast

from pydantic import Field

from models.example import Example
from models.rule import RULES, Frame, State, Step
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text

#: Words that stand for a day whatever the names of patterns.
SEQUENCE_WORDS = {
    "off": Text(en="a day off", ru="выходной"),
    "any_shift": Text(en="any shift", ru="любая смена"),
    "night_shift": Text(en="a night shift", ru="ночная смена"),
    "any_day": Text(en="any day", ru="любой день"),
}


@RULES.register
class ForbiddenSequence(PricedTourRule):
    """Days one after the other are not all as a sequence says.

    A sequence that ends in the period counts though it may have begun before.  Before the
    first shift known nothing is known, and matches nothing; nothing is assumed beyond the end.

    Parameters
    ----------
    sequence
        One word per day: the name of a pattern, ``off``, ``any_shift``, ``night_shift`` or
        ``any_day``.  ``["off", "any_shift", "off"]`` is a single day of work.
    price
        Cost of each time it occurs; the rule is hard where left out.
    """

    kind: Literal["forbidden_sequence"] = "forbidden_sequence"
    sequence: tuple[str, ...] = Field(min_length=2, max_length=7)

    # The state says whether anything is known of the days before, and how many days of the
    # sequence the last days may be: one number for each way.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Go through the days since the first shift known."""
        worked = {shift.day: shift for shift in history}
        begun: tuple[int, ...] = ()
        for day in range(min(worked, default=0), 0):
            begun = self._after(begun, worked.get(day))[0]
        return bool(worked), begun

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Go on with each sequence begun; notice one that is complete."""
        _, begun = cast("tuple[bool, tuple[int, ...]]", state)
        begun, complete = self._after(begun, shift)
        cost = self.charge(frame) if complete else 0
        return None if cost is None else ((True, begun), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: what was begun the next period may complete."""
        return 0

    def _after(self, begun: tuple[int, ...], shift: Shift | None) -> tuple[tuple[int, ...], bool]:
        """Ways begun a day later, and whether one is complete."""
        grown = [number + 1 for number in (0, *begun) if self._is(self.sequence[number], shift)]
        return tuple(number for number in grown if number < len(self.sequence)), len(self.sequence) in grown

    def _is(self, word: str, shift: Shift | None) -> bool:
        if word == "any_day":
            return True
        if shift is None:
            return word == "off"
        return word == "any_shift" or (word == "night_shift" and shift.is_night) or word == shift.pattern

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Write down what each day may be called, then look at every stretch of days."""
        called: dict[int, set[str]] = {day: {"off", "any_day"} for day in range(frame.horizon.days)}
        for day in range(min((shift.day for shift in tour.agent.history), default=0), 0):
            called[day] = {"off", "any_day"}
        for shift in (*tour.agent.history, *tour.worked):
            called[shift.day] = {"any_day", "any_shift", shift.pattern}
            if shift.is_night:
                called[shift.day].add("night_shift")
        findings = []
        for last in range(frame.horizon.days):
            stretch = range(last - len(self.sequence) + 1, last + 1)
            if any(word not in called.get(day, ()) for day, word in zip(stretch, self.sequence, strict=True)):
                continue
            date, since = frame.horizon.date_of(last), frame.horizon.date_of(stretch[0])
            begin, until, what = date_text(since), date_text(date), self._listed()
            text = Text(
                en=f"from {begin.en} to {until.en}: {what.en}, which is forbidden",
                ru=f"с {begin.ru} по {until.ru}: {what.ru}, это запрещено",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def _listed(self) -> Text:
        words = [SEQUENCE_WORDS.get(word, Text(en=word, ru=word)) for word in self.sequence]
        return Text(en=" – ".join(word.en for word in words), ru=" – ".join(word.ru for word in words))

    def explain(self) -> Text:
        """Say the sequence."""
        what = self._listed()
        text = Text(
            en=f"Never on days one after the other: {what.en}.",
            ru=f"Не бывает дней подряд: {what.ru}.",
        )
        return self.or_else(text, "time it occurs", "каждый такой случай")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """A single day of work, and a night between day shifts."""
        single: dict[str, object] = {"sequence": ["off", "any_shift", "off"]}
        between: dict[str, object] = {"sequence": ["D", "night_shift", "any_day", "D"]}
        priced: dict[str, object] = {"sequence": ["N", "off", "N"], "price": "5"}
        return (
            Example(single, ("DD.DD.",), True, "two days of work"),
            Example(single, ("DD.D.",), False, "one day of work"),
            Example(between, ("DN.D",), False, "a night two days before a day shift"),
            Example(between, ("DNED",), False, "whatever lies between"),
            Example(between, ("DN..D",), True, "three days before"),
            Example(single, ("D.",), False, "the eve was off", history=("D.",)),
            Example(single, ("D.",), True, "edge: nothing is known of the eve"),
            Example(single, (".D",), True, "edge: nothing is assumed beyond the end"),
            Example(priced, ("N.N.N",), True, "it occurs twice", penalty_minor=1_000),
        )
