"""Not too much work in a week."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Literal, cast

from pydantic import Field

from models.clock import WEEKDAYS, Minutes, Weekday
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration, most_allowed, week_from


@RULES.register
class MaxWeeklyMinutes(PricedTourRule):
    """Paid minutes of a week stay within a limit.

    A shift counts in full in the week of the day it starts on.  In a week cut by the
    start of the period the shifts worked before count; in one cut by the end nothing more
    is assumed.  A week that was above the limit before the period only bars more work.

    Parameters
    ----------
    minutes
        Most paid minutes in a week.
    week_start
        Weekday on which weeks begin.
    price
        Cost of each hour above; the rule is hard where left out.
    """

    kind: Literal["max_weekly_minutes"] = "max_weekly_minutes"
    minutes: Minutes = Field(ge=0, le=7 * 24 * 60)
    week_start: Weekday = "mon"
    source: str = "TK RF art. 91 (ст. 91 ТК РФ)"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Paid minutes of the week so far, clipped just above the limit."""
        first = -self._day_of_week(frame, 0)
        so_far = sum(shift.paid_minutes for shift in history if shift.day >= first)
        return (min(so_far, self.minutes + 1),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add the shift; begin again with the week."""
        (total,) = cast("tuple[int]", state)
        cost: int | None = 0
        if shift is not None:
            before, total = total, total + shift.paid_minutes
            if total > self.minutes:
                cost = self.charge_minutes(frame, total - max(before, self.minutes))
                total = self.minutes + 1
        ends = self._day_of_week(frame, day) == 6
        return None if cost is None else ((0 if ends else total,), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: every shift was judged when it was added."""
        return 0

    def _day_of_week(self, frame: Frame, day: int) -> int:
        """Number of a day in its week, from 0."""
        return (frame.horizon.weekday(day) - WEEKDAYS.index(self.week_start)) % 7

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Add up each calendar week that has a shift of the period."""
        weeks: dict[dt.date, list[Shift]] = defaultdict(list)
        for shift in (*tour.agent.history, *tour.worked):
            begin = frame.horizon.date_of(shift.day)
            while WEEKDAYS[begin.weekday()] != self.week_start:
                begin -= dt.timedelta(days=1)
            weeks[begin].append(shift)
        findings = []
        for shifts in weeks.values():
            total = sum(shift.paid_minutes for shift in shifts)
            if total <= self.minutes or shifts[-1].day < 0:
                continue
            date = frame.horizon.date_of(shifts[-1].day)
            when, found = date_text(date), duration(total)
            most = most_allowed(self.minutes, duration(self.minutes))
            text = Text(
                en=f"{found.en} paid in the week of {when.en}, {most.en}",
                ru=f"в неделе с датой {when.ru} оплачивается {found.ru}, {most.ru}",
            )
            sums = [0, *accumulate(shift.paid_minutes for shift in shifts)]
            pieces = [
                after - max(before, self.minutes)
                for (before, after), shift in zip(pairwise(sums), shifts, strict=True)
                if after > self.minutes and shift.day >= 0
            ]
            findings.append(self.finding_minutes(frame, tour, date, text, pieces))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval more at a time, up to the whole week."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.minutes + step, 7 * 24 * 60, step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say the limit."""
        most = duration(self.minutes)
        week = week_from(self.week_start)
        text = Text(
            en=f"At most {most.en} of paid work in a week, {week.en}.",
            ru=f"Не более {most.ru} оплачиваемой работы за неделю {week.ru}.",
        )
        if self.minutes == 0:
            text = Text(en="No paid work.", ru="Оплачиваемой работы быть не должно.")
        return self.or_else(text, "hour more", "каждый час сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Weeks of 40 hours, whole and cut."""
        forty: dict[str, object] = {"minutes": "40h"}
        sunday: dict[str, object] = {"minutes": "24h", "week_start": "sun"}
        priced: dict[str, object] = {"minutes": "30h", "price": "100"}
        return (
            Example(forty, ("DDDM...",), False, "36 h and 8 h more"),
            Example(forty, ("MMMMM..",), True, "exactly 40 h"),
            Example({"minutes": "24h"}, ("....DDDD..",), False, "three long shifts up to Sunday"),
            Example({"minutes": "24h"}, (".....DDDD.",), True, "Saturday, Sunday; Monday, Tuesday"),
            Example({"minutes": "24h"}, ("......NDD",), True, "edge: Sunday's night counts on Sunday"),
            Example(
                {"minutes": "24h"},
                ("DD",),
                False,
                "the first days of the week were before the period",
                history=("D.",),
                first_date=dt.date(2026, 1, 7),
            ),
            Example(sunday, ("......DDD",), False, "a week begins with Sunday"),
            Example(sunday, (".....DDD",), True, "Saturday belongs to the week before"),
            Example(priced, ("DDMM...D",), True, "28 h and 12 h more", penalty_minor=100_000),
        )
