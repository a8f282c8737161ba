"""Not too much work in a week."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, cast

from pydantic import Field

from models.clock import Minutes
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import date_text, duration


@RULES.register
class MaxWeeklyMinutes(TourRule):
    """Paid minutes of a Monday-to-Sunday week stay within a limit.

    A shift counts in full in the week of the day it starts on.  In a week cut by the
    start of the period the shifts worked before count; in one cut by the end nothing more
    is assumed.  A week that was above the limit before the period only bars more work.

    Parameters
    ----------
    minutes
        Most paid minutes in a week.
    """

    kind: Literal["max_weekly_minutes"] = "max_weekly_minutes"
    minutes: Minutes = Field(ge=0, le=7 * 24 * 60)
    source: str = "TK RF art. 91 (ст. 91 ТК РФ)"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Paid minutes of the week so far, clipped just above the limit."""
        so_far = sum(shift.paid_minutes for shift in history if frame.horizon.week_of(shift.day) == 0)
        return (min(so_far, self.minutes + 1),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add the shift; begin again on Mondays."""
        (total,) = cast("tuple[int]", state)
        if shift is not None:
            total += shift.paid_minutes
            if total > self.minutes:
                return None
        return (0 if frame.horizon.weekday(day) == 6 else total,), 0

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: every shift was judged when it was added."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Add up each calendar week that has a shift of the period."""
        weeks: dict[tuple[int, int], list[Shift]] = defaultdict(list)
        for shift in (*tour.agent.history, *tour.worked):
            iso = frame.horizon.date_of(shift.day).isocalendar()
            weeks[iso.year, iso.week].append(shift)
        findings = []
        for shifts in weeks.values():
            total = sum(shift.paid_minutes for shift in shifts)
            if total <= self.minutes or shifts[-1].day < 0:
                continue
            date = frame.horizon.date_of(shifts[-1].day)
            when, found, most = date_text(date), duration(total), duration(self.minutes)
            text = Text(
                en=f"{found.en} paid in the week of {when.en}, at most {most.en} allowed",
                ru=f"в неделе с датой {when.ru} оплачивается {found.ru}, допускается не более {most.ru}",
            )
            findings.append(Violation(rule=self.kind, agent=tour.agent.agent, date=date, text=text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval more at a time, up to the whole week."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.minutes + step, 7 * 24 * 60, step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say the limit."""
        most = duration(self.minutes)
        return Text(
            en=f"At most {most.en} of paid work in a week, Monday to Sunday.",
            ru=f"Не более {most.ru} оплачиваемой работы за неделю с понедельника по воскресенье.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Weeks of 40 hours, whole and cut."""
        forty: dict[str, object] = {"minutes": "40h"}
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
        )
