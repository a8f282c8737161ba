"""Enough shifts of a kind in the period, and not too many."""

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar, Literal, Self, cast

from pydantic import Field, model_validator

from models.clock import WEEKDAYS, Weekday
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TotalRule, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import counted, date_text, most_allowed, weekday_names


@RULES.register
class PeriodShifts(PricedTourRule, TotalRule):
    """The number of shifts of the period, all or those of a kind, lies within bounds.

    There is one shift a day, so these are days of work, too.  An excess that was there before
    the period only bars more of them.

    Parameters
    ----------
    min_shifts, max_shifts
        Bounds, both included; at least one is given.
    patterns
        Names of the patterns that count; all where left out.
    nights
        Only night shifts count.
    weekdays
        Days of the week they start on: ``["sun"]`` for Sundays worked.
    since
        Shifts worked from this date on count too.
    used_before
        Shifts that count beside those, such as earlier in the year.
    price
        Cost of each shift too few or too many; the rule is hard where left out.
    """

    bound_fields: ClassVar[frozenset[str]] = frozenset({"min_shifts", "max_shifts", "since", "used_before"})

    kind: Literal["period_shifts"] = "period_shifts"
    min_shifts: int | None = Field(default=None, ge=1, le=366)
    max_shifts: int | None = Field(default=None, ge=0, le=366)
    patterns: tuple[str, ...] = ()
    nights: bool = False
    weekdays: tuple[Weekday, ...] = Field(default=WEEKDAYS, min_length=1)
    since: dt.date | None = None
    used_before: int = Field(default=0, ge=0, le=366)

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.min_shifts is None and self.max_shifts is None:
            raise BadValueError(
                Text(en="give min_shifts, max_shifts or both", ru="укажите min_shifts, max_shifts или оба")
            )
        if self.min_shifts and self.max_shifts is not None and self.min_shifts > self.max_shifts:
            raise BadValueError(
                Text(
                    en=f"min_shifts {self.min_shifts} is above max_shifts {self.max_shifts}",
                    ru=f"min_shifts {self.min_shifts} больше, чем max_shifts {self.max_shifts}",
                )
            )
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Shifts that count so far."""
        return (min(self._before(frame, history), self._most),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Count the shift, or bar it."""
        (total,) = cast("tuple[int]", state)
        if not self._counts(frame, shift):
            return state, 0
        cost = self.charge(frame) if self.max_shifts is not None and total >= self.max_shifts else 0
        return None if cost is None else ((min(total + 1, self._most),), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Ask for the lower bound."""
        (total,) = cast("tuple[int]", state)
        missing = (self.min_shifts or 0) - total
        return self.charge(frame, missing) if missing > 0 else 0

    def bounds(self, frame: Frame, history: tuple[Shift, ...]) -> tuple[int, int] | None:
        """Take off what counts before the period; with a price only the automaton adds up."""
        if self.price is not None:
            return None
        before = self._before(frame, history)
        most = frame.horizon.days if self.max_shifts is None else max(0, self.max_shifts - before)
        return max(0, (self.min_shifts or 0) - before), most

    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing: a shift counts the same whatever came before."""
        return ()

    def count(self, frame: Frame, memory: State, day: int, shift: Shift | None) -> tuple[State, int]:
        """Count shifts."""
        return memory, int(self._counts(frame, shift))

    def _counts(self, frame: Frame, shift: Shift | None) -> bool:
        if shift is None or (self.nights and not shift.is_night):
            return False
        named = not self.patterns or shift.pattern in self.patterns
        return named and WEEKDAYS[frame.horizon.weekday(shift.day)] in self.weekdays

    def _before(self, frame: Frame, history: tuple[Shift, ...]) -> int:
        """Shifts before the period that count."""
        first = frame.horizon.day_of(self.since) if self.since else 0
        return self.used_before + sum(self._counts(frame, one) for one in history if one.day >= first)

    @property
    def _most(self) -> int:
        """Number from which on more makes no difference."""
        return self.max_shifts if self.max_shifts is not None else self.min_shifts or 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Go through the shifts by date and count."""
        dates = []
        for shift in (*tour.agent.history, *tour.worked):
            date = frame.horizon.date_of(shift.day)
            early = date < frame.horizon.first_date and (self.since is None or date < self.since)
            other = bool(self.patterns) and shift.pattern not in self.patterns
            if early or other or (self.nights and not shift.is_night):
                continue
            if WEEKDAYS[date.weekday()] in self.weekdays:
                dates.append(date)
        total, ours = len(dates) + self.used_before, sum(date >= frame.horizon.first_date for date in dates)
        last = frame.horizon.date_of(frame.horizon.days - 1)
        found, what = self._number(total), self._what()
        if self.min_shifts is not None and total < self.min_shifts:
            text = Text(
                en=f"{found.en} in the period{what.en}, at least {self.min_shifts} required",
                ru=f"за период {found.ru}{what.ru}, требуется не менее {self.min_shifts}",
            )
            return (self.finding(frame, tour, last, text, self.min_shifts - total),)
        if self.max_shifts is not None and total > self.max_shifts and ours:
            most = most_allowed(self.max_shifts)
            text = Text(
                en=f"{found.en} in the period{what.en}, {most.en}",
                ru=f"за период {found.ru}{what.ru}, {most.ru}",
            )
            beyond = min(ours, total - self.max_shifts)
            return (self.finding(frame, tour, dates[-1], text, beyond),)
        return ()

    def _number(self, number: int) -> Text:
        return counted(number, ("shift", "shifts"), ("смена", "смены", "смен"))

    def _what(self) -> Text:
        """Say which shifts count, and since when."""
        en, ru = [], []
        if self.nights:
            en.append("nights only")
            ru.append("только ночные")
        if self.patterns:
            names = ", ".join(self.patterns)
            en.append(names)
            ru.append(names)
        if len(set(self.weekdays)) < 7:
            days = weekday_names(self.weekdays)
            en.append(days.en)
            ru.append(days.ru)
        if self.since is not None:
            begun = date_text(self.since)
            en.append(f"counted since {begun.en}")
            ru.append(f"считая с {begun.ru}")
        if self.used_before:
            en.append(f"counting {self.used_before} from before")
            ru.append(f"включая прежние: {self.used_before}")
        return Text(en="".join(f", {part}" for part in en), ru="".join(f", {part}" for part in ru))

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One shift at a time: a lower minimum, a higher maximum."""
        least, most, days = self.min_shifts, self.max_shifts, frame.horizon.days
        while True:
            least = least - 1 if least is not None and least > 1 else None
            most = most + 1 if most is not None and most < min(366, days + self.used_before) else None
            if least is None and most is None:
                return
            yield self.model_copy(update={"min_shifts": least, "max_shifts": most})

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """The minimum and the maximum by themselves."""
        if self.min_shifts is None or self.max_shifts is None:
            return (self,)
        return self.model_copy(update={"max_shifts": None}), self.model_copy(update={"min_shifts": None})

    def explain(self) -> Text:
        """Say the bounds, and what counts."""
        en, ru, what = [], [], self._what()
        if self.min_shifts is not None:
            en.append(f"at least {self.min_shifts}")
            ru.append(f"не менее {self.min_shifts}")
        if self.max_shifts is not None:
            en.append(f"at most {self.max_shifts}" if self.max_shifts else "none")
            ru.append(f"не более {self.max_shifts}" if self.max_shifts else "ни одной")
        text = Text(
            en=f"Shifts in the period: {' and '.join(en)}{what.en}.",
            ru=f"Смен за период: {' и '.join(ru)}{what.ru}.",
        )
        return self.or_else(text, "shift too few or too many", "каждую недостающую или лишнюю смену")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """All shifts, Sundays, early shifts, nights."""
        both: dict[str, object] = {"min_shifts": 2, "max_shifts": 3}
        sundays: dict[str, object] = {"max_shifts": 1, "weekdays": ["sun"]}
        early: dict[str, object] = {"max_shifts": 1, "patterns": ["M", "E"]}
        nights: dict[str, object] = {"min_shifts": 1, "nights": True}
        since: dict[str, object] = {"max_shifts": 4, "since": dt.date(2026, 1, 3), "used_before": 1}
        priced: dict[str, object] = {"min_shifts": 2, "max_shifts": 2, "price": "30"}
        return (
            Example(both, ("D.N",), True, "two shifts"),
            Example(both, ("D..",), False, "one is too few"),
            Example(both, ("DDDD",), False, "four are too many"),
            Example(sundays, ("DDDDDDD......",), True, "one Sunday"),
            Example(sundays, ("......D......N",), False, "two Sundays"),
            Example(early, ("MDDE",), False, "one of each pattern"),
            Example(nights, ("DE.",), False, "no night"),
            Example(since, ("DD",), False, "two since Saturday and one before", history=("DD",)),
            Example(since, ("D",), True, "Friday does not count", history=("D.D",)),
            Example(priced, ("DDDD",), True, "two too many", penalty_minor=6_000),
            Example(priced, ("..",), True, "two too few", penalty_minor=6_000),
            Example(both, ("..NN",), True, "edge: the last night counts in full"),
        )
