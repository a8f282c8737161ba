"""Free weekends."""

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar, Literal, Self, cast

from pydantic import Field, model_validator

from models.clock import WEEKDAYS, Weekday
from models.example import Example
from models.rule import RULES, Frame, State, Step, TotalRule, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import counted, date_text


@RULES.register
class WeekendsOff(TotalRule):
    """At most so many weekends of the period are worked, or at least so many are free.

    The weekend is the chosen days of one Monday-to-Sunday week.  It belongs to the period
    when at least one of its days does.  Where the start of the period cuts it, its days
    before the period count as they were worked; where the end cuts it, its days beyond
    are assumed to be free.  A weekend worked before the period alone breaks no maximum
    by itself, yet it counts.

    Parameters
    ----------
    max_worked, min_off
        Exactly one is given.
    days
        Days of the weekend.
    count_overlap
        Whether a shift that starts before a weekend day and runs into it counts as work
        on it; otherwise only shifts that start on it do.
    """

    bound_fields: ClassVar[frozenset[str]] = frozenset({"max_worked", "min_off"})

    kind: Literal["weekends_off"] = "weekends_off"
    max_worked: int | None = Field(default=None, ge=0, le=60)
    min_off: int | None = Field(default=None, ge=1, le=60)
    days: tuple[Weekday, ...] = Field(default=("sat", "sun"), min_length=1)
    count_overlap: bool = False

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if (self.max_worked is None) == (self.min_off is None):
            raise ValueError("give either max_worked or min_off, not both and not neither")
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Weekends worked, and what counting them remembers."""
        return self._worked_before(frame, history), self.memory(frame, history)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add the weekends first touched."""
        total, memory = cast("tuple[int, State]", state)
        memory, amount = self.count(frame, memory, day, shift)
        if amount and self.max_worked is not None and total + amount > self.max_worked:
            return None
        return (total + amount, memory), 0

    def finish(self, frame: Frame, state: State) -> int | None:
        """Ask for the weekends off; what lies beyond the end is free."""
        if self.min_off is None:
            return 0
        total, _ = cast("tuple[int, State]", state)
        return 0 if self._there(frame) - total >= self.min_off else None

    def bounds(self, frame: Frame, history: tuple[Shift, ...]) -> tuple[int, int] | None:
        """Say how many more weekends may be worked."""
        before = self._worked_before(frame, history)
        if self.min_off is not None:
            return 0, self._there(frame) - before - self.min_off
        return 0, max(0, (self.max_worked or 0) - before)

    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Whether this week's and the next week's weekends are already counted.

        Where not even the one worked before was allowed, what is left of it may not be worked
        either: it counts again.
        """
        return self._worked_before(frame, history) > 0 and self.max_worked != 0, False

    def count(self, frame: Frame, memory: State, day: int, shift: Shift | None) -> tuple[State, int]:
        """Count a weekend when it is first touched; its mark falls on Monday."""
        marks, amount = list(cast("tuple[bool, bool]", memory)), 0
        for week in self._weekends(frame, shift) if shift is not None else ():
            ahead = week - frame.horizon.week_of(day)
            amount += not marks[ahead]
            marks[ahead] = True
        if frame.horizon.weekday(day) == 6:
            marks = [marks[1], False]
        return tuple(marks), amount

    def _worked_before(self, frame: Frame, history: tuple[Shift, ...]) -> int:
        """Weekends of the period worked before it: the one its start cuts, or none."""
        return int(any(self._weekends(frame, shift) for shift in history))

    def _there(self, frame: Frame) -> int:
        """Weekends of the period."""
        weeks = range(frame.horizon.week_of(frame.horizon.days - 1) + 1)
        return sum(self._in_period(frame, week) for week in weeks)

    def _weekends(self, frame: Frame, shift: Shift) -> set[int]:
        """Weeks whose weekend, being one of the period, the shift works on."""
        touched = [shift.day]
        if self.count_overlap and shift.end_minute > frame.horizon.day_start(shift.day + 1):
            touched.append(shift.day + 1)
        weeks = {
            frame.horizon.week_of(day) for day in touched if WEEKDAYS[frame.horizon.weekday(day)] in self.days
        }
        return {week for week in weeks if self._in_period(frame, week)}

    def _in_period(self, frame: Frame, week: int) -> bool:
        """Whether a day of that week's weekend lies in the period."""
        monday = 7 * week - frame.horizon.weekday(0)
        return any(0 <= monday + WEEKDAYS.index(name) < frame.horizon.days for name in self.days)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Go through the weekends of the calendar and look who worked on them."""
        weekends: dict[dt.date, list[dt.date]] = {}
        first = frame.horizon.date_of(0) - dt.timedelta(days=7)
        for number in range(frame.horizon.days + 14):
            date = first + dt.timedelta(days=number)
            if WEEKDAYS[date.weekday()] in self.days:
                weekends.setdefault(date - dt.timedelta(days=date.weekday()), []).append(date)
        period = {frame.horizon.date_of(day) for day in range(frame.horizon.days)}
        weekends = {monday: dates for monday, dates in weekends.items() if period & set(dates)}
        worked: dict[dt.date, bool] = {}
        for shift in (*tour.agent.history, *tour.worked):
            begin = frame.horizon.date_of(shift.day)
            dates = {begin}
            if self.count_overlap:
                dates.add(frame.horizon.local(shift.end_minute - 1).date())
            for monday, free in weekends.items():
                if dates & set(free):
                    worked[monday] = worked.get(monday, False) or begin in period
        off = len(weekends) - len(worked)
        if self.max_worked is not None and (len(worked) <= self.max_worked or not any(worked.values())):
            return ()
        if self.min_off is not None and off >= self.min_off:
            return ()
        last = max((monday for monday, ours in worked.items() if ours), default=max(weekends, default=None))
        date = max(weekends[last][0], min(period)) if last else max(period)
        return (
            Violation(
                rule=self.kind,
                agent=tour.agent.agent,
                date=date,
                text=self._finding(len(worked), len(weekends), date),
            ),
        )

    def _finding(self, worked: int, there: int, date: dt.date) -> Text:
        """Tell what was found."""
        when = date_text(date)
        asked_en, asked_ru = f"at most {self.max_worked} allowed", f"допускается не более {self.max_worked}"
        if self.min_off is not None:
            asked_en, asked_ru = (
                f"at least {self.min_off} must be off",
                f"свободных нужно не менее {self.min_off}",
            )
        return Text(
            en=f"{worked} of {there} weekends worked, the last on {when.en}; {asked_en}",
            ru=f"занято уикендов: {worked} из {there}, последний {when.ru}; {asked_ru}",
        )

    def never_kept_in(self, dates: tuple[dt.date, ...]) -> str:
        """More weekends off than the period has, cut ones included."""
        there = len(
            {date.toordinal() - date.weekday() for date in dates if WEEKDAYS[date.weekday()] in self.days}
        )
        if self.min_off is None or self.min_off <= there:
            return ""
        has = counted(there, ("weekend", "weekends"), ("", "", "")).en
        return f"min_off is {self.min_off}, but the period has {has} ({'+'.join(self.days)})"

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One weekend at a time: one more may be worked, or one less must be free."""
        if self.max_worked is not None:
            for worked in range(self.max_worked + 1, self._there(frame)):
                yield self.model_copy(update={"max_worked": worked})
        else:
            for off in range((self.min_off or 0) - 1, 0, -1):
                yield self.model_copy(update={"min_off": off})

    def explain(self) -> Text:
        """Say how many weekends, and what a weekend is."""
        names = dict(zip(WEEKDAYS, ("пн", "вт", "ср", "чт", "пт", "сб", "вс"), strict=True))
        days_en, days_ru = "+".join(self.days), "+".join(names[day] for day in self.days)
        into_en, into_ru = (
            (", shifts running into them included", ", включая смены, заходящие на них")
            if self.count_overlap
            else ("", "")
        )
        forms = ("weekend", "weekends"), ("уикенда", "уикендов", "уикендов")
        if self.max_worked is not None:
            most = counted(self.max_worked, *forms)
            return Text(
                en=f"At most {most.en} ({days_en}) of the period worked{into_en}.",
                ru=f"За период занято не более {most.ru} ({days_ru}){into_ru}.",
            )
        least = counted(self.min_off or 0, *forms)
        return Text(
            en=f"At least {least.en} ({days_en}) of the period off{into_en}.",
            ru=f"За период свободно не менее {least.ru} ({days_ru}){into_ru}.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Periods that begin on a Monday, on a Sunday and end on a Saturday."""
        one: dict[str, object] = {"max_worked": 1}
        friday: dict[str, object] = {"max_worked": 0, "count_overlap": True}
        monday: dict[str, object] = {"max_worked": 1, "days": ["mon"], "count_overlap": True}
        sunday = dt.date(2026, 1, 4)
        return (
            Example(one, (".....DD.......",), True, "both days of one weekend"),
            Example(one, (".....D......D.",), False, "a day of each of two weekends"),
            Example({"max_worked": 0}, ("....N..",), True, "Friday's night starts on Friday"),
            Example(friday, ("....N..",), False, "the same, counted where it runs"),
            Example(friday, ("....N",), True, "edge: the weekend after the period is not its matter"),
            Example(one, ("......D",), False, "Saturday before the period counts", ("D",), first_date=sunday),
            Example(one, ("D......",), True, "one weekend, its Saturday before", ("D",), first_date=sunday),
            Example(monday, ("......N......N.",), False, "Sunday's nights, where Monday is the free day"),
            Example({"min_off": 1}, (".....D",), False, "edge: the only weekend is worked on Saturday"),
            Example(
                {"min_off": 1},
                (".....D......D.......",),
                True,
                "edge: the third weekend is off as far as the period goes",
            ),
        )
