"""Not too many split shifts."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal, Self, cast

from pydantic import Field, model_validator

from models.clock import WEEKDAYS, Weekday
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import counted, date_text, most_allowed, week_from


@RULES.register
class MaxSplitShifts(PricedTourRule):
    """At most so many split shifts of a person in a week, or in the period.

    A shift is split by its pattern (``break = {split = true}``).  A week reaches back before the
    period; the period does not.  An excess that was there before only bars more of them.

    Parameters
    ----------
    shifts
        Most split shifts; 0 for people who work none.
    per
        ``week`` or ``period``.
    week_start
        Weekday on which weeks begin.
    price
        Cost of each split shift too many; the rule is hard where left out.
    """

    kind: Literal["max_split_shifts"] = "max_split_shifts"
    shifts: int = Field(ge=0, le=366)
    per: Literal["week", "period"] = "week"
    week_start: Weekday = "mon"

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if self.per == "week" and self.shifts >= 7:
            raise BadValueError(
                Text(
                    en=f"a week has no more than 7 shifts, so {self.shifts} bar nothing",
                    ru=f"в неделе не больше 7 смен, предел {self.shifts} ничего не запрещает",
                )
            )
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Split shifts of the first week so far."""
        if self.per == "period":
            return (0,)
        monday = -self._place_in_week(frame, 0)
        before = sum(shift.is_split and shift.day >= monday for shift in history)
        return (min(before, self.shifts),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Count the split shift, or bar it."""
        (so_far,) = cast("tuple[int]", state)
        cost: int | None = 0
        if shift is not None and shift.is_split:
            cost = self.charge(frame) if so_far >= self.shifts else 0
            so_far = min(so_far + 1, self.shifts)
        if self.per == "week" and self._place_in_week(frame, day) == 6:
            so_far = 0
        return None if cost is None else ((so_far,), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: each was judged when it was added."""
        return 0

    def _place_in_week(self, frame: Frame, day: int) -> int:
        return (frame.horizon.weekday(day) - WEEKDAYS.index(self.week_start)) % 7

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Count the split shifts of each week or of the period, date by date."""
        seen: Counter[int] = Counter()
        findings = []
        for shift in (*tour.agent.history, *tour.worked):
            date = frame.horizon.date_of(shift.day)
            if not shift.is_split or (self.per == "period" and date < frame.horizon.first_date):
                continue
            week = (date.toordinal() - 1 - WEEKDAYS.index(self.week_start)) // 7
            key = week if self.per == "week" else 0
            seen[key] += 1
            if seen[key] <= self.shifts or date < frame.horizon.first_date:
                continue
            when = date_text(date)
            found = counted(
                seen[key],
                ("split shift", "split shifts"),
                ("разделённая смена", "разделённые смены", "разделённых смен"),
            )
            span_en, span_ru = ("week", "неделю") if self.per == "week" else ("period", "период")
            most = most_allowed(self.shifts)
            text = Text(
                en=f"{found.en} of the {span_en} by {when.en}, {most.en}",
                ru=f"к {when.ru} за {span_ru} {found.ru}, {most.ru}",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One split shift more at a time."""
        most = 7 if self.per == "week" else min(366, frame.horizon.days)
        for shifts in range(self.shifts + 1, most):
            yield self.model_copy(update={"shifts": shifts})

    def explain(self) -> Text:
        """Say how many, in how long."""
        most = counted(
            self.shifts,
            ("split shift", "split shifts"),
            ("разделённой смены", "разделённых смен", "разделённых смен"),
        )
        week = week_from(self.week_start)
        span_en, span_ru = ("in the period", "за период")
        if self.per == "week":
            span_en, span_ru = f"in a week, {week.en}", f"за неделю {week.ru}"
        text = Text(
            en=f"At most {most.en} {span_en}.",
            ru=f"Не более {most.ru} {span_ru}.",
        )
        if self.shifts == 0:
            text = Text(en="No split shifts.", ru="Ни одной разделённой смены.")
        return self.or_else(text, "split shift more", "каждую лишнюю разделённую смену")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """S and T are split."""
        week: dict[str, object] = {"shifts": 2}
        none: dict[str, object] = {"shifts": 0, "per": "period"}
        sunday: dict[str, object] = {"shifts": 1, "week_start": "sun"}
        priced: dict[str, object] = {"shifts": 1, "per": "period", "price": "40"}
        return (
            Example(week, ("SDSDD..SS.....",), True, "two in each week"),
            Example(week, ("SDS.T..",), False, "three in one week"),
            Example(none, ("DBM",), True, "a meal break splits no shift"),
            Example(none, ("D.S",), False, "one is too many"),
            Example(sunday, ("S.....S",), True, "weeks from Sunday: one in each"),
            Example(sunday, ("S",), False, "one was worked the day before", history=("S",)),
            Example(week, ("SS",), True, "the week before is over", history=("SS",)),
            Example(priced, ("S.TS",), True, "two too many", penalty_minor=8_000),
            Example(none, ("..T",), False, "edge: the last night counts in full"),
        )
