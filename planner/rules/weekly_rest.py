"""One long rest in every week."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
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
from planner.rules.wording import date_text, duration, week_from


@RULES.register
class WeeklyRest(PricedTourRule):
    """Every week has an uninterrupted rest of a given length (TK RF art. 110).

    A rest belongs to the week it begins in, though it may last into the next; a rest that
    began earlier serves a week when its part inside the week is long enough by itself.
    Lengths are elapsed minutes.  Every week with a day in the period is judged.  Before
    the period the agent worked what is known and nothing else; beyond its end time is
    free, so a rest that begins with the last shift of an unfinished week suffices.

    Parameters
    ----------
    minutes
        Least length of the rest, at most six days.  42 h under TK RF art. 110; 35 h where a
        weekly 24 h and a daily 11 h are taken together (Directive 2003/88/EC art. 5).
    week_start
        Weekday on which weeks begin.
    price
        Cost of each week without it; the rule is hard where left out.
    """

    kind: Literal["weekly_rest"] = "weekly_rest"
    minutes: Minutes = Field(default=42 * 60, gt=0, le=6 * 24 * 60)
    week_start: Weekday = "mon"
    source: str = "TK RF art. 110 (ст. 110 ТК РФ)"

    # The state at midnight is (owed, done, idle).  owed: the week before still needs the
    # rest now running.  done: this week has had its rest.  idle: minutes since the last
    # shift's end, negative while it lasts, clipped at the length asked for; it says
    # just that length wherever the end no longer matters, so that such states are equal.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Go through the days of the first week that lie before the period."""
        horizon = frame.horizon
        monday = -self._day_of_week(frame, 0)
        ends = [shift.end_minute for shift in history if shift.day < monday]
        idle = horizon.day_start(monday) - max(ends) if ends else self.minutes
        state = (False, False, idle if idle < 0 else self.minutes)
        for day in range(monday, 0):
            for shift in history:
                if shift.day == day:
                    state = self._after_shift(frame, state, day, shift)
            state = self._at_next_midnight(frame, state, day)
        return state

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Judge the rest a shift ends; on the week's last day see what it still needs."""
        owed, done, idle = cast("tuple[bool, bool, int]", state)
        now = owed, done, idle
        missed = 0
        if shift is not None:
            missed += owed and idle + shift.start_minute - frame.horizon.day_start(day) < self.minutes
            now = self._after_shift(frame, now, day, shift)
        owed, done, idle = self._at_next_midnight(frame, now, day)
        if self._day_of_week(frame, day) == 6:
            missed += not done and idle <= 0
            owed = not done and idle > 0
            done, idle = False, idle if owed or idle < 0 else self.minutes
        cost = self.charge(frame, missed) if missed else 0
        return None if cost is None else ((owed, done, idle), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: free time follows."""
        return 0

    def _day_of_week(self, frame: Frame, day: int) -> int:
        """Number of a day in its week, from 0."""
        return (frame.horizon.weekday(day) - WEEKDAYS.index(self.week_start)) % 7

    def _after_shift(
        self, frame: Frame, state: tuple[bool, bool, int], day: int, shift: Shift
    ) -> tuple[bool, bool, int]:
        """State within the day once the shift's rest is judged; idle runs from its end."""
        _, done, idle = state
        midnight = frame.horizon.day_start(day)
        monday = frame.horizon.day_start(day - self._day_of_week(frame, day))
        inside = min(idle + shift.start_minute - midnight, shift.start_minute - monday)
        return False, done or inside >= self.minutes, midnight - shift.end_minute

    def _at_next_midnight(
        self, frame: Frame, state: tuple[bool, bool, int], day: int
    ) -> tuple[bool, bool, int]:
        """State a day later, still seen from this week."""
        owed, done, idle = state
        midnight = frame.horizon.day_start(day + 1)
        monday = frame.horizon.day_start(day - self._day_of_week(frame, day))
        idle = min(self.minutes, idle + midnight - frame.horizon.day_start(day))
        owed = owed and idle < self.minutes
        done = done or min(idle, midnight - monday) >= self.minutes
        runs_over = idle < 0 and self._day_of_week(frame, day) == 6
        return owed, done, idle if owed or not done or runs_over else self.minutes

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """List all rests, then look in each week for one that is long enough."""
        horizon = frame.horizon
        long_ago, far_ahead = horizon.day_start(-1000), horizon.day_start(horizon.days + 1000)
        shifts = (*tour.agent.history, *tour.worked)
        ends = [long_ago, *(shift.end_minute for shift in shifts)]
        starts = [*(shift.start_minute for shift in shifts), far_ahead]
        rests = list(zip(ends, starts, strict=True))
        first_monday = -((horizon.date_of(0).weekday() - WEEKDAYS.index(self.week_start)) % 7)
        mondays = range(first_monday, horizon.days + 7, 7)
        findings = []
        for monday, next_monday in pairwise(mondays):
            begin, end = horizon.day_start(monday), horizon.day_start(next_monday)
            own = [to - since for since, to in rests if begin <= since < end]
            inside = [min(to, end) - max(since, begin) for since, to in rests]
            longest = max([*own, *inside])
            if longest >= self.minutes:
                continue
            date = horizon.date_of(max(0, monday))
            when, found, least = date_text(date), duration(max(0, longest)), duration(self.minutes)
            text = Text(
                en=f"longest rest in the week of {when.en} is {found.en}, at least {least.en} required",
                ru=f"самый длинный отдых в неделе с {when.ru}: {found.ru}, требуется не менее {least.ru}",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval less at a time."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.minutes - step, 0, -step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say how long the rest is."""
        least = duration(self.minutes)
        week = week_from(self.week_start)
        text = Text(
            en=f"Every week, {week.en}, has an uninterrupted rest of at least {least.en}.",
            ru=f"В каждой неделе {week.ru} непрерывный отдых не менее {least.ru}.",
        )
        return self.or_else(text, "week without it", "каждую неделю без него")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Rests of 36, 60 and more hours, inside a week and across its end."""
        law: dict[str, object] = {"minutes": "42h"}
        day: dict[str, object] = {"minutes": "24h"}
        sunday: dict[str, object] = {"minutes": "42h", "week_start": "sun"}
        priced: dict[str, object] = {"minutes": "35h", "price": "900"}
        tuesday = dt.date(2026, 1, 6)
        wednesday = dt.date(2026, 1, 7)
        return (
            Example(law, ("DDDDDD.D",), False, "Saturday 20:00 to Monday 08:00 is 36 h"),
            Example(law, ("DDDDD..D",), True, "Friday 20:00 to Monday 08:00 is 60 h"),
            Example(law, ("DDDDDD..",), True, "a rest that begins on Saturday may last into Monday"),
            Example(law, ("DDDDDDD..DD",), True, "a rest from Sunday 20:00 on belongs to that week"),
            Example(law, ("DDDDDDD.EEEEEN",), False, "a rest of 42 h serves the week it begins in, not two"),
            Example(
                law, ("DDDDDDD.NNNNNN",), True, "56 h, of them 44 h inside the second week: it serves both"
            ),
            Example(law, ("DDDDDDDD",), False, "a week without a day off"),
            Example(law, ("DDDDDDN",), False, "edge: Sunday's night ends on Monday, no rest began"),
            Example(day, ("DDDDDN",), True, "exactly 24 h before Sunday's night", ("D",), first_date=tuesday),
            Example(day, ("DDDDDDD",), False, "Sunday 20:00 to Monday 08:00", ("D",), first_date=tuesday),
            Example(
                sunday, ("DDDDDD.DDDDD",), False, "from Sunday on: 32 h before Monday, 36 h from Saturday"
            ),
            Example(sunday, ("DDDDD..DDDDD..",), True, "from Friday on, inside a week and across its end"),
            Example(priced, ("DDDDDDDDDDDDDDD",), True, "two weeks without", (), (), 180_000),
            Example(law, ("DDDD",), True, "edge: an unfinished week may rest beyond the end"),
            Example(law, ("DDDDN",), False, "no rest since Monday", ("DD",), first_date=wednesday),
            Example(law, ("DDDDN",), True, "Monday and Tuesday were free", ("..",), first_date=wednesday),
            Example(
                law, ("DDDDN",), False, "Monday 20:00 to Wednesday is 36 h", ("D.",), first_date=wednesday
            ),
        )
