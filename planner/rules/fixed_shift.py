"""A day already settled."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, Self

from pydantic import model_validator

from models.clock import ClockMinute, format_clock
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import date_text


@RULES.register
class FixedShift(TourRule):
    """A certain day is precisely a certain shift, or a day off.

    A day is off when no shift starts on it.  Dates outside the period, and shifts before
    it, ask nothing.

    Parameters
    ----------
    date
        The day.
    pattern, start
        Name of the pattern, and the clock time where it has several starts.
    off
        A day off instead; exactly one of ``pattern`` and ``off`` is given.
    """

    kind: Literal["fixed_shift"] = "fixed_shift"
    date: dt.date
    pattern: str | None = None
    start_at: ClockMinute | None = None
    off: bool = False

    @model_validator(mode="after")
    def _shift_or_off(self) -> Self:
        if self.off == (self.pattern is not None):
            raise BadValueError(
                Text(en="give either a pattern or off = true", ru="нужно что-то одно: pattern или off = true")
            )
        if self.off and self.start_at is not None:
            raise BadValueError(Text(en="a day off has no start_at", ru="у выходного нет start_at"))
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Let only the settled shift pass on its day."""
        if day != frame.horizon.day_of(self.date):
            return state, 0
        if shift is None:
            return (state, 0) if self.off else None
        elsewhen = self.start_at is not None and shift.start_minute != frame.horizon.minute_at(
            day, self.start_at
        )
        return None if shift.pattern != self.pattern or elsewhen else (state, 0)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Read the date on the roster."""
        by_date = {frame.horizon.date_of(day): shift for day, shift in enumerate(tour.shifts)}
        if self.date not in by_date:
            return ()
        found = by_date[self.date]
        if found is None:
            kept = self.pattern is None
        else:
            begin = frame.horizon.minute_at(found.day, self.start_at or 0)
            kept = found.pattern == self.pattern and (self.start_at is None or found.start_minute == begin)
        if kept:
            return ()
        when, wanted = date_text(self.date), self._settled()
        seen_en, seen_ru = (found.pattern, found.pattern) if found else ("a day off", "выходной")
        if found is not None:
            clock = f"{frame.horizon.local(found.start_minute):%H:%M}"
            seen_en, seen_ru = f"{seen_en} at {clock}", f"{seen_ru} в {clock}"
        text = Text(
            en=f"{when.en} is {seen_en}, settled was {wanted.en}",
            ru=f"{when.ru} стоит {seen_ru}, закреплено: {wanted.ru}",
        )
        return (Violation(rule=self.kind, agent=tour.agent.agent, date=self.date, text=text),)

    def _settled(self) -> Text:
        """Name what the day is."""
        if self.pattern is None:
            return Text(en="a day off", ru="выходной")
        if self.start_at is None:
            return Text(en=self.pattern, ru=self.pattern)
        clock = format_clock(self.start_at)
        return Text(en=f"{self.pattern} at {clock}", ru=f"{self.pattern} в {clock}")

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """The same pattern at any of its starts."""
        if self.start_at is not None:
            yield self.model_copy(update={"start_at": None})

    def asked_dates(self, frame: Frame) -> tuple[dt.date, ...]:
        """The day."""
        return (self.date,)

    def explain(self) -> Text:
        """Say which day is what."""
        when, what = date_text(self.date), self._settled()
        return Text(en=f"{when.en} is settled: {what.en}.", ru=f"{when.ru} закреплено: {what.ru}.")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """A settled shift, a settled start and a settled day off."""
        day: dict[str, object] = {"date": dt.date(2026, 1, 7), "pattern": "D"}
        start: dict[str, object] = {"date": dt.date(2026, 1, 5), "pattern": "D", "start_at": "08:00"}
        other: dict[str, object] = {"date": dt.date(2026, 1, 5), "pattern": "D", "start_at": "09:00"}
        off: dict[str, object] = {"date": dt.date(2026, 1, 7), "off": True}
        return (
            Example(day, ("N.DE",), True, "the settled shift"),
            Example(day, ("N.NE",), False, "another shift"),
            Example(day, ("DD.D",), False, "a day off instead"),
            Example(start, ("D.",), True, "the settled start"),
            Example(other, ("D.",), False, "the right pattern at another time"),
            Example(off, (".N.D",), True, "a night may run into a day on which none starts"),
            Example(off, ("DDD",), False, "work on the settled day off"),
            Example(off, ("D.",), True, "edge: a date beyond the period asks nothing", history=("D",)),
        )
