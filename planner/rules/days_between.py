"""Some days between shifts of one kind and the next of another."""

from collections.abc import Iterator
from typing import Literal, cast

from pydantic import Field

from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, day_count, days_limit


@RULES.register
class DaysBetween(PricedTourRule):
    """Between a shift of one list of patterns and the next of another list lie enough days.

    Counted are the dates between the last shift of ``first`` and the shift of ``then`` that
    comes next, whatever is worked between; or only those of them on which no shift starts.
    Shifts before the period count under their patterns' names; nothing is assumed beyond
    the end.

    Parameters
    ----------
    first, then
        Names of shift patterns.
    days
        Least number of days between.
    counted
        ``days``: every date between; ``days_off``: those without a shift.
    price
        Cost of each day missing; the rule is hard where left out.
    """

    kind: Literal["days_between"] = "days_between"
    first: tuple[str, ...] = Field(min_length=1)
    then: tuple[str, ...] = Field(min_length=1)
    days: int = Field(ge=1, le=31)
    counted: Literal["days", "days_off"] = "days_off"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Days that lie since the last shift of ``first``; enough where none is owed."""
        worked = {shift.day: shift for shift in history}
        state = (self.days,)
        for day in range(min(worked, default=0), 0):
            state = self._after(state[0], worked.get(day))
        return state

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Ask for the days at the first shift of ``then``."""
        (gone,) = cast("tuple[int]", state)
        cost: int | None = 0
        if shift is not None and shift.pattern in self.then and gone < self.days:
            cost = self.charge(frame, self.days - gone)
        return None if cost is None else (self._after(gone, shift), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period counts on."""
        return 0

    def _after(self, gone: int, shift: Shift | None) -> tuple[int]:
        if shift is not None and shift.pattern in self.first:
            return (0,)
        if shift is not None and shift.pattern in self.then:
            return (self.days,)
        counts = shift is None or self.counted == "days"
        return (min(self.days, gone + counts),)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Find each shift of ``then`` with the last one of ``first`` before it."""
        findings, last = [], None
        shifts = (*tour.agent.history, *tour.worked)
        worked = {shift.day for shift in shifts}
        for shift in shifts:
            if last is not None and shift.pattern in self.then:
                between = range(last.day + 1, shift.day)
                found = sum(day not in worked or self.counted == "days" for day in between)
                if shift.day >= 0 and found < self.days:
                    date = frame.horizon.date_of(shift.day)
                    when, had = date_text(date), day_count(found)
                    off_en, off_ru = (" off", " без смен") if self.counted == "days_off" else ("", "")
                    text = Text(
                        en=f"{had.en}{off_en} between {last.pattern} and {shift.pattern} on {when.en}, "
                        f"at least {self.days} required",
                        ru=f"между {last.pattern} и {shift.pattern} {when.ru}: {had.ru}{off_ru}, "
                        f"требуется не менее {self.days}",
                    )
                    findings.append(self.finding(frame, tour, date, text, self.days - found))
                last = None
            if shift.pattern in self.first:
                last = shift
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A day less at a time."""
        for days in range(self.days - 1, 0, -1):
            yield self.model_copy(update={"days": days})

    def explain(self) -> Text:
        """Say how many days lie between what."""
        first, then, least = ", ".join(self.first), ", ".join(self.then), days_limit(self.days)
        off_en, off_ru = (" off", " без смен") if self.counted == "days_off" else ("", "")
        text = Text(
            en=f"Between {first} and the next of {then}: at least {least.en}{off_en}.",
            ru=f"Между {first} и следующей сменой {then} не менее {least.ru}{off_ru}.",
        )
        return self.or_else(text, "day missing", "каждый недостающий день")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """From nights to early shifts."""
        off: dict[str, object] = {"first": ["N"], "then": ["M", "D"], "days": 2}
        days: dict[str, object] = {"first": ["N"], "then": ["M"], "days": 2, "counted": "days"}
        priced: dict[str, object] = {"first": ["N"], "then": ["D"], "days": 2, "price": "10"}
        return (
            Example(off, ("NN..M",), True, "two days off"),
            Example(off, ("N.M.",), False, "one day off"),
            Example(off, ("N.EM",), False, "another shift is no day off"),
            Example(days, ("N.EM",), True, "two days between, whatever was worked"),
            Example(days, ("NEM",), False, "one day between"),
            Example(off, ("N..MM",), True, "the second one follows the first, not the night"),
            Example(off, (".M",), False, "the eve's night counts", history=("N",)),
            Example(off, (".M",), True, "a day off has passed already", history=("N.",)),
            Example(off, ("..NN",), True, "edge: nothing is assumed beyond the end"),
            Example(priced, ("ND.N.D",), True, "two missing, then one", penalty_minor=3_000),
        )
