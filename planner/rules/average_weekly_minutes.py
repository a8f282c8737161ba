"""Not too much work in a week, on average over many weeks."""

import datetime as dt
from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import gcd
from typing import ClassVar, Literal, cast

from pydantic import Field

from models.clock import MINUTES_PER_YEAR, Minutes
from models.example import Example
from models.rule import RULES, Frame, State, Step, TotalRule, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import counted, date_text, duration


@RULES.register
class AverageWeeklyMinutes(PricedTourRule, TotalRule):
    """Paid minutes of a reference period stay within so many a week on average.

    Reference periods of so many weeks follow each other from ``since`` on; days before it are
    not judged.  A shift counts in full on the date it starts on.  What was worked since the
    reference period began counts: shifts known, and ``used_before_minutes`` beside them.
    Where it goes on beyond the plan, ``beyond`` says what is assumed of that part.  Norms
    shortened by leave are not worked out: write a smaller ``minutes`` for the person.  An
    excess that was there before the plan only bars more work.

    Parameters
    ----------
    minutes
        Most in a week on average: 48 h under Directive 2003/88/EC art. 6 and the UK Working Time
        Regulations 1998, reg. 4.
    weeks
        Length of a reference period: up to 4 months (art. 16), 17 weeks in the UK.
    since
        First date of a reference period.
    used_before_minutes
        Paid minutes of the reference period of day 0 worked before the plan, beside the shifts
        known.
    beyond
        ``average``: the part of the reference period up to the end of the plan keeps the average
        by itself, so the rest may be worked at the average, too.  ``nothing``: nothing more
        is worked in it.
    price
        Cost of each hour beyond; the rule is hard where left out.
    """

    bound_fields: ClassVar[frozenset[str]] = frozenset(
        {"minutes", "weeks", "since", "used_before_minutes", "beyond"}
    )

    kind: Literal["average_weekly_minutes"] = "average_weekly_minutes"
    minutes: Minutes = Field(default=48 * 60, gt=0, le=7 * 24 * 60)
    weeks: int = Field(default=17, ge=1, le=52)
    since: dt.date
    used_before_minutes: Minutes = Field(default=0, le=MINUTES_PER_YEAR)
    beyond: Literal["average", "nothing"] = "average"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Minutes of the reference period of day 0 so far, clipped just above the limit."""
        return (min(self._before(frame, history), self._limit(frame, 0) + 1),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add the shift; begin again with each reference period."""
        (total,) = cast("tuple[int]", state)
        limit, cost = self._limit(frame, day), cast("int | None", 0)
        if shift is not None and day >= frame.horizon.day_of(self.since):
            before, total = total, total + shift.paid_minutes
            if total > limit:
                cost = self.charge_minutes(frame, total - max(before, limit))
                total = limit + 1
        ends = self._first_day(frame, day + 1) == day + 1
        return None if cost is None else ((0 if ends else total,), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: every shift was judged when it was added."""
        return 0

    def bounds(self, frame: Frame, history: tuple[Shift, ...]) -> tuple[int, int] | None:
        """Say what is left of the limit; several reference periods, or a price, are no total."""
        first, last = self._first_day(frame, 0), self._first_day(frame, frame.horizon.days - 1)
        before, limit = self._before(frame, history), self._limit(frame, 0)
        if self.price is not None or first != last or first > 0 or before > limit:
            return None
        return 0, limit - before

    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing: a shift counts the same whatever came before."""
        return ()

    def count(self, frame: Frame, memory: State, day: int, shift: Shift | None) -> tuple[State, int]:
        """Count paid minutes."""
        return memory, shift.paid_minutes if shift is not None else 0

    def unit(self, shifts: tuple[Shift, ...]) -> int:
        """Find the largest length of which all these shifts are multiples."""
        return gcd(*(shift.paid_minutes for shift in shifts)) or 1

    def _first_day(self, frame: Frame, day: int) -> int:
        """First day of the reference period of a day; where none has begun, of the first."""
        begins = frame.horizon.day_of(self.since)
        return begins + max(0, day - begins) // (7 * self.weeks) * 7 * self.weeks

    def _limit(self, frame: Frame, day: int) -> int:
        """Most minutes of the reference period of a day, as far as the plan goes."""
        first, whole = self._first_day(frame, day), 7 * self.weeks
        within = whole if self.beyond == "nothing" else min(whole, frame.horizon.days - first)
        return self.minutes * max(0, within) // 7

    def _before(self, frame: Frame, history: tuple[Shift, ...]) -> int:
        first = self._first_day(frame, 0)
        known = sum(shift.paid_minutes for shift in history if shift.day >= first)
        return known + self.used_before_minutes if first < 0 else 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Add up each reference period of the calendar."""
        whole, day = dt.timedelta(weeks=self.weeks), dt.timedelta(days=1)
        begin, end = frame.horizon.first_date, frame.horizon.date_of(frame.horizon.days)
        shifts = [
            (frame.horizon.date_of(shift.day), shift.paid_minutes)
            for shift in (*tour.agent.history, *tour.worked)
        ]
        first, findings = self.since, []
        while first < end:
            days = whole // day
            if self.beyond == "average" and first + whole > end:
                days = (end - first) // day
            limit = self.minutes * days // 7
            own = [(date, paid) for date, paid in shifts if first <= date < first + whole]
            before = sum(paid for date, paid in own if date < begin)
            before += self.used_before_minutes if first < begin < first + whole else 0
            planned = [(date, paid) for date, paid in own if date >= begin]
            sums = list(accumulate((paid for _, paid in planned), initial=before))
            if planned and sums[-1] > limit:
                pieces = [max(0, later - max(earlier, limit)) for earlier, later in pairwise(sums)]
                text = self._too_much(first, sums[-1], limit)
                findings.append(self.finding_minutes(frame, tour, planned[-1][0], text, pieces))
            first += whole
        return tuple(findings)

    def _too_much(self, first: dt.date, total: int, limit: int) -> Text:
        """Tell what was found in one reference period."""
        since, week = date_text(first), duration(self.minutes)
        found, most = duration(total), duration(limit)
        return Text(
            en=f"{found.en} paid since {since.en}, at most {most.en} allowed ({week.en} a week on average)",
            ru=f"с {since.ru} оплачивается {found.ru}, допускается не более {most.ru} "
            f"(в среднем {week.ru} в неделю)",
        )

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval a week more at a time."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.minutes + step, 7 * 24 * 60, step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say the average, and over what."""
        most, since = duration(self.minutes), date_text(self.since)
        weeks = counted(self.weeks, ("week", "weeks"), ("неделю", "недели", "недель"))
        more_en = more_ru = ""
        if self.used_before_minutes:
            used = duration(self.used_before_minutes)
            more_en, more_ru = (
                f", {used.en} worked before included",
                f", включая отработанные ранее {used.ru}",
            )
        if self.beyond == "nothing":
            more_en += "; beyond the plan no work is assumed"
            more_ru += "; после конца плана работа не предполагается"
        text = Text(
            en=f"On average over {weeks.en} from {since.en} on, at most {most.en} of paid work a week{more_en}.",
            ru=f"В среднем за {weeks.ru} начиная с {since.ru} не более {most.ru} "
            f"оплачиваемой работы в неделю{more_ru}.",
        )
        return self.or_else(text, "hour more", "каждый час сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Reference periods of one and two weeks."""
        monday, before = dt.date(2026, 1, 5), dt.date(2025, 12, 29)
        one: dict[str, object] = {"minutes": "28h", "weeks": 1, "since": monday}
        two: dict[str, object] = {"minutes": "21h", "weeks": 2, "since": before}
        rest: dict[str, object] = {"minutes": "28h", "weeks": 2, "since": monday, "beyond": "nothing"}
        used: dict[str, object] = {**two, "used_before_minutes": "10h"}
        priced: dict[str, object] = {**one, "price": "10"}
        return (
            Example(one, ("DM.....DM.....",), True, "20 h in each week"),
            Example(one, ("DDM....",), False, "32 h in the first"),
            Example(one, ("DD.",), False, "edge: three days of 28 h a week are 12 h"),
            Example(rest, ("DDDD",), True, "edge: 48 of 56 h, and nothing after the plan"),
            Example(rest, ("DDDDD",), False, "60 of 56 h"),
            Example(two, ("DD.....",), True, "18 h on average", history=("D......",)),
            Example(two, ("DDD....",), False, "48 h in two weeks", history=("D......",)),
            Example(used, ("DD.....",), False, "46 h with those not listed", history=("D......",)),
            Example(priced, ("DDM.M..DDM",), True, "12 h, and 20 h in three days", penalty_minor=32_000),
        )
