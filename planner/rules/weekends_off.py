"""Free weekends."""

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
from planner.rules.wording import counted, date_text, most_allowed, weekday_names, weekend_limit


@RULES.register
class WeekendsOff(PricedTourRule, TotalRule):
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
    used_before, off_before
        Weekends worked, or free, that count beside those of the period, such as earlier in
        the year; the first goes with ``max_worked``, the second with ``min_off``.
    price
        Cost of each weekend worked too many, or free too few; the rule is hard where left out.
    """

    bound_fields: ClassVar[frozenset[str]] = frozenset({"max_worked", "min_off", "used_before", "off_before"})

    kind: Literal["weekends_off"] = "weekends_off"
    max_worked: int | None = Field(default=None, ge=0, le=60)
    min_off: int | None = Field(default=None, ge=1, le=60)
    days: tuple[Weekday, ...] = Field(default=("sat", "sun"), min_length=1)
    count_overlap: bool = False
    used_before: int = Field(default=0, ge=0, le=60)
    off_before: int = Field(default=0, ge=0, le=60)

    @model_validator(mode="after")
    def _one_bound(self) -> Self:
        if (self.max_worked is None) == (self.min_off is None):
            raise BadValueError(
                Text(
                    en="give either max_worked or min_off, not both and not neither",
                    ru="нужно что-то одно: max_worked или min_off",
                )
            )
        if self.used_before and self.max_worked is None:
            raise BadValueError(
                Text(
                    en="used_before goes with max_worked; with min_off it is off_before",
                    ru="used_before бывает с max_worked; с min_off это off_before",
                )
            )
        if self.off_before and self.min_off is None:
            raise BadValueError(
                Text(
                    en="off_before goes with min_off; with max_worked it is used_before",
                    ru="off_before бывает с min_off; с max_worked это used_before",
                )
            )
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Weekends worked, and what counting them remembers."""
        return self._worked_before(frame, history) + self.used_before, self.memory(frame, history)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add the weekends first touched."""
        total, memory = cast("tuple[int, State]", state)
        memory, amount = self.count(frame, memory, day, shift)
        cost: int | None = 0
        if amount and self.max_worked is not None and total + amount > self.max_worked:
            cost = self.charge(frame, total + amount - max(total, self.max_worked))
            amount = max(0, self.max_worked - total)
        return None if cost is None else ((total + amount, memory), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Ask for the weekends off; what lies beyond the end is free."""
        if self.min_off is None:
            return 0
        total, _ = cast("tuple[int, State]", state)
        missing = self.min_off - self.off_before - (self._there(frame) - total)
        return self.charge(frame, missing) if missing > 0 else 0

    def bounds(self, frame: Frame, history: tuple[Shift, ...]) -> tuple[int, int] | None:
        """Say how many more weekends may be worked; with a price only the automaton does."""
        if self.price is not None:
            return None
        before = self._worked_before(frame, history)
        if self.min_off is not None:
            return 0, self._there(frame) - before - max(0, self.min_off - self.off_before)
        return 0, max(0, self._left() - before)

    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Whether this week's and the next week's weekends are already counted.

        Where not even the one worked before was allowed, what is left of it may not be worked
        either: it counts again.
        """
        allowed = self.max_worked is None or self._left() > 0
        return self._worked_before(frame, history) > 0 and allowed, False

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

    def _left(self) -> int:
        """Weekends that may be worked beside those used before."""
        return (self.max_worked or 0) - self.used_before

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
        off = len(weekends) - len(worked) + self.off_before
        total, ours = len(worked) + self.used_before, sum(worked.values())
        if self.max_worked is not None and (total <= self.max_worked or not ours):
            return ()
        if self.min_off is not None and off >= self.min_off:
            return ()
        most = self.max_worked
        beyond = (self.min_off or 0) - off if most is None else total - max(most, total - ours)
        last = max((monday for monday, own in worked.items() if own), default=max(weekends, default=None))
        date = max(weekends[last][0], min(period)) if last else max(period)
        text = self._finding_text(len(worked), len(weekends), date)
        return (self.finding(frame, tour, date, text, beyond),)

    def _finding_text(self, worked: int, there: int, date: dt.date) -> Text:
        """Tell what was found."""
        when = date_text(date)
        most = most_allowed(self.max_worked or 0)
        asked_en, asked_ru = most.en, most.ru
        if self.min_off is not None:
            asked_en, asked_ru = (
                f"at least {self.min_off} must be off",
                f"свободных нужно не менее {self.min_off}",
            )
        if earlier := self.used_before or self.off_before:
            asked_en += f", counting {earlier} from before"
            asked_ru += f", включая прежние: {earlier}"
        return Text(
            en=f"{worked} of {there} weekends worked, the last on {when.en}; {asked_en}",
            ru=f"занято уикендов: {worked} из {there}, последний {when.ru}; {asked_ru}",
        )

    def never_kept_in(self, dates: tuple[dt.date, ...]) -> Text | None:
        """More weekends off than the period has, cut ones included."""
        there = len(
            {date.toordinal() - date.weekday() for date in dates if WEEKDAYS[date.weekday()] in self.days}
        )
        if self.min_off is None or self.price is not None or self.min_off - self.off_before <= there:
            return None
        has = counted(there, ("weekend", "weekends"), ("уикенд", "уикенда", "уикендов"))
        days = "+".join(self.days)
        said = Text(
            en=f"min_off is {self.min_off}, but the period has {has.en} ({days})",
            ru=f"min_off равно {self.min_off}, а в периоде {has.ru} ({days})",
        )
        already = Text(
            en=f" and {self.off_before} were off before", ru=f", и раньше свободных было {self.off_before}"
        )
        return said + already if self.off_before else said

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One weekend at a time: one more may be worked, or one less must be free."""
        if self.max_worked is not None:
            for worked in range(self.max_worked + 1, self._there(frame) + self.used_before):
                yield self.model_copy(update={"max_worked": worked})
        else:
            for off in range((self.min_off or 0) - 1, self.off_before, -1):
                yield self.model_copy(update={"min_off": off})

    def explain(self) -> Text:
        """Say how many weekends, and what a weekend is."""
        unit_en, unit_ru = "weekend beyond that", "каждый уикенд сверх того"
        if self.min_off is not None:
            unit_en, unit_ru = "weekend missing", "каждый недостающий уикенд"
        return self.or_else(self._asked(), unit_en, unit_ru)

    def _asked(self) -> Text:
        into_en, into_ru = (
            (", shifts running into them included", ", включая смены, заходящие на них")
            if self.count_overlap
            else ("", "")
        )
        if earlier := self.used_before or self.off_before:
            into_en += f", counting {earlier} from before"
            into_ru += f", включая прежние: {earlier}"
        if self.max_worked is not None:
            most = weekend_limit(self.max_worked, self.days)
            return Text(en=f"{most.en} of the period worked{into_en}.", ru=f"За период {most.ru}{into_ru}.")
        least = counted(self.min_off or 0, ("weekend", "weekends"), ("уикенда", "уикендов", "уикендов"))
        days = weekday_names(self.days)
        return Text(
            en=f"At least {least.en} ({days.en}) of the period off{into_en}.",
            ru=f"За период свободно не менее {least.ru} ({days.ru}){into_ru}.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Periods that begin on a Monday, on a Sunday and end on a Saturday."""
        one: dict[str, object] = {"max_worked": 1}
        friday: dict[str, object] = {"max_worked": 0, "count_overlap": True}
        monday: dict[str, object] = {"max_worked": 1, "days": ["mon"], "count_overlap": True}
        used: dict[str, object] = {"max_worked": 2, "used_before": 1}
        fifteen: dict[str, object] = {"min_off": 15, "off_before": 14, "days": ["sun"]}
        priced: dict[str, object] = {"max_worked": 1, "price": "400"}
        missed: dict[str, object] = {"min_off": 1, "days": ["sun"], "price": "50"}
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
            Example(used, (".....D.......D",), False, "one was worked before, so a second is too many"),
            Example(fifteen, (".....D......",), True, "14 Sundays were off before, one is in the period"),
            Example(priced, (".....D......DD......D",), True, "the second and the third", (), (), 80_000),
            Example(missed, ("......D",), True, "the only Sunday is worked", penalty_minor=5_000),
        )
