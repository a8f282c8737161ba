"""Shifts of a week, or of a run of work, start at about the same time."""

import datetime as dt
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
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration


@RULES.register
class SameStart(PricedTourRule):
    """Start times by the clock differ by no more than given within one week or one run of work.

    The week runs from Monday to Sunday; a run is work on consecutive dates.  Clock times are
    compared as of the date a shift starts on, so 23:00 and 01:00 are far apart.  What was
    worked before the period counts; a week or run that was uneven already is not judged.

    Parameters
    ----------
    within_minutes
        Greatest difference between any two starts.
    scope
        ``week`` or ``run``.
    price
        Cost of each uneven week or run; the rule is hard where left out.
    """

    kind: Literal["same_start"] = "same_start"
    within_minutes: Minutes = Field(default=0, lt=24 * 60)
    scope: Literal["week", "run"] = "week"

    # The state is the earliest and the latest start so far; (-1, -1) before the first, (-2, -2)
    # where they differ too much already.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Go through the days before the period that belong to its first week or run."""
        worked = {shift.day: shift for shift in history}
        first = -frame.horizon.weekday(0) if self.scope == "week" else min(worked, default=0)
        state = (-1, -1)
        for day in range(first, 0):
            state = self._after(frame, state, day, worked.get(day))
        return state

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Compare the start with those before."""
        before = cast("tuple[int, int]", state)
        uneven = before != (-2, -2) and self._with(frame, before, shift) == (-2, -2)
        cost = self.charge(frame) if uneven else 0
        return None if cost is None else (self._after(frame, before, day, shift), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period compares with this one."""
        return 0

    def _with(self, frame: Frame, state: tuple[int, int], shift: Shift | None) -> tuple[int, int]:
        """State within the day."""
        if shift is None or state == (-2, -2):
            return state
        local = frame.horizon.local(shift.start_minute)
        clock = local.hour * 60 + local.minute
        earliest, latest = (
            (clock, clock) if state == (-1, -1) else (min(state[0], clock), max(state[1], clock))
        )
        return (-2, -2) if latest - earliest > self.within_minutes else (earliest, latest)

    def _after(self, frame: Frame, state: tuple[int, int], day: int, shift: Shift | None) -> tuple[int, int]:
        """State at the next midnight, where a week or a run may have ended."""
        ended = frame.horizon.weekday(day) == 6 if self.scope == "week" else shift is None
        return (-1, -1) if ended else self._with(frame, state, shift)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Gather the shifts of each week or run and compare their clock times in order."""
        groups: dict[dt.date, list[Shift]] = {}
        key, last = dt.date.min, dt.date.min
        for shift in (*tour.agent.history, *tour.worked):
            date = frame.horizon.date_of(shift.day)
            if self.scope == "week":
                key = date - dt.timedelta(days=date.weekday())
            elif date - last != dt.timedelta(days=1):
                key = date
            last = date
            groups.setdefault(key, []).append(shift)
        findings = []
        for shifts in groups.values():
            times = [frame.horizon.local(shift.start_minute).time() for shift in shifts]
            clocks = [time.hour * 60 + time.minute for time in times]
            spreads = [max(clocks[: n + 1]) - min(clocks[: n + 1]) for n in range(len(clocks))]
            uneven = next((n for n, spread in enumerate(spreads) if spread > self.within_minutes), None)
            if uneven is None or shifts[uneven].day < 0:
                continue
            date = frame.horizon.date_of(shifts[uneven].day)
            when, most = date_text(date), duration(self.within_minutes)
            low, high = min(times[: uneven + 1]), max(times[: uneven + 1])
            apart = Text(en=f"at most {most.en} apart", ru=f"допускается разница до {most.ru}")
            if self.within_minutes == 0:
                apart = Text(en="all must be the same", ru="а все должны совпадать")
            text = Text(
                en=f"starts up to {when.en} lie between {low:%H:%M} and {high:%H:%M}, {apart.en}",
                ru=f"начала смен по {when.ru} от {low:%H:%M} до {high:%H:%M}, {apart.ru}",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval further apart at a time."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.within_minutes + step, 24 * 60, step):
            yield self.model_copy(update={"within_minutes": minutes})

    def explain(self) -> Text:
        """Say how far apart starts may be, and within what."""
        most = duration(self.within_minutes)
        if self.scope == "week":
            what_en, what_ru, unit_en, unit_ru = "a week", "одной недели", "week where they do not", "неделю"
        else:
            what_en, what_ru, unit_en, unit_ru = (
                "a run of work",
                "одной серии смен",
                "run where they do not",
                "серию",
            )
        text = Text(
            en=f"Shifts of {what_en} start within {most.en} of each other.",
            ru=f"Смены {what_ru} начинаются с разницей не более {most.ru}.",
        )
        if self.within_minutes == 0:
            text = Text(
                en=f"Shifts of {what_en} start at the same time.",
                ru=f"Смены {what_ru} начинаются в одно и то же время.",
            )
        return self.or_else(text, unit_en, f"каждую {unit_ru}, где это не так")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Starts at 06:00, 08:00, 14:00 and 20:00, in weeks and in runs."""
        same: dict[str, object] = {"within_minutes": 0}
        two: dict[str, object] = {"within_minutes": "2h"}
        run: dict[str, object] = {"within_minutes": "2h", "scope": "run"}
        priced: dict[str, object] = {"within_minutes": 0, "price": "80"}
        wednesday = dt.date(2026, 1, 7)
        return (
            Example(same, ("DD.D...EE",), True, "another time in the next week"),
            Example(same, ("D..M",), False, "08:00 and 06:00 in one week"),
            Example(two, ("D..MD",), True, "no more than 2 h apart"),
            Example(two, ("M.E",), False, "8 h apart"),
            Example(run, ("MDM.EE.N",), True, "a day off ends a run"),
            Example(run, ("DDE",), False, "6 h apart in a run"),
            Example(same, ("..E",), False, "Monday was before", ("D.",), (), 0, wednesday),
            Example(same, ("E..",), True, "the week was uneven before", ("DE",), (), 0, wednesday),
            Example(run, ("E",), False, "the run began before", history=("DD",)),
            Example(priced, ("DME....MD",), True, "two uneven weeks", penalty_minor=16_000),
            Example(same, ("......DE",), True, "edge: Sunday and Monday are of two weeks"),
        )
