"""Not more overtime than is left of a budget."""

import datetime as dt
from collections.abc import Iterator
from math import gcd
from typing import ClassVar, Literal, Self, cast

from pydantic import Field, model_validator

from models.clock import MINUTES_PER_YEAR, WEEKDAYS, Minutes, Weekday
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TotalRule, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration, most_allowed, week_from


@RULES.register
class OvertimeBudget(PricedTourRule, TotalRule):
    """Overtime of the period and what was used before stay within a budget.

    Overtime is paid work above the norm of the day, of the week, or of the whole accounting
    period; a shift counts in full on the date it starts on.  Shifts worked before the
    period fill up the norm of its first week, or of the accounting period, but their own
    overtime is part of ``used_before_minutes`` in the forms per day and per week.  A budget used up
    before the period only bars more overtime; nothing is assumed beyond the end.

    Parameters
    ----------
    minutes
        The budget: 120 h a year under TK RF art. 99.
    norm_minutes
        Norm of a day, of a week, or of the accounting period; shortened where there was leave.
    per
        What the norm is of.
    week_start
        Weekday on which weeks begin.
    since
        For ``per = "period"``: first date of the accounting period, where it lies before the
        planned one.
    used_before_minutes
        Overtime used of the budget before.
    price
        Cost of each hour beyond the budget; the rule is hard where left out.
    """

    bound_fields: ClassVar[frozenset[str]] = frozenset({"minutes", "used_before_minutes"})

    kind: Literal["overtime_budget"] = "overtime_budget"
    minutes: Minutes = Field(le=MINUTES_PER_YEAR)
    norm_minutes: Minutes = Field(le=MINUTES_PER_YEAR)
    per: Literal["day", "week", "period"] = "week"
    week_start: Weekday = "mon"
    since: dt.date | None = None
    used_before_minutes: Minutes = Field(default=0, le=MINUTES_PER_YEAR)
    source: str = "TK RF art. 99 (ст. 99 ТК РФ)"

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.since is not None and self.per != "period":
            raise BadValueError(
                Text(
                    en='since goes with per = "period"; else overtime before is used_before_minutes',
                    ru='since бывает при per = "period"; иначе прежние сверхурочные пишут в used_before_minutes',
                )
            )
        return self

    # Work that fills up the norm is remembered up to the norm, overtime up to the budget.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Work towards the norm, and overtime used."""
        before = self._towards_norm(frame, history)
        used = self.used_before_minutes + max(0, before - self.norm_minutes) * (self.per == "period")
        return min(before, self.norm_minutes), min(used, self.minutes)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Fill up the norm, then the budget."""
        filled, used = cast("tuple[int, int]", state)
        over, cost = 0, cast("int | None", 0)
        if shift is not None:
            over = max(0, filled + shift.paid_minutes - self.norm_minutes)
            filled = min(filled + shift.paid_minutes, self.norm_minutes)
        if used + over > self.minutes:
            cost = self.charge_minutes(frame, used + over - self.minutes)
        if cost is None:
            return None
        return (self._at_next_day(frame, day, filled), min(used + over, self.minutes)), cost

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: every shift was judged when it was added."""
        return 0

    def bounds(self, frame: Frame, history: tuple[Shift, ...]) -> tuple[int, int] | None:
        """Say what is left of the budget, and of the period's norm; with a price the automaton does."""
        if self.price is not None:
            return None
        if self.per != "period":
            return 0, max(0, self.minutes - self.used_before_minutes)
        before = self._towards_norm(frame, history)
        used = self.used_before_minutes + max(0, before - self.norm_minutes)
        return 0, max(0, self.norm_minutes - before) + max(0, self.minutes - used)

    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Work towards the norm of a week; that of the period is in the bounds."""
        if self.per == "period":
            return (0,)
        return (min(self._towards_norm(frame, history), self.norm_minutes),)

    def count(self, frame: Frame, memory: State, day: int, shift: Shift | None) -> tuple[State, int]:
        """Count overtime; all paid minutes where the norm is of the whole period."""
        (filled,) = cast("tuple[int]", memory)
        paid = shift.paid_minutes if shift is not None else 0
        if self.per == "period":
            return memory, paid
        over = max(0, filled + paid - self.norm_minutes)
        return (self._at_next_day(frame, day, min(filled + paid, self.norm_minutes)),), over

    def unit(self, shifts: tuple[Shift, ...]) -> int:
        """Find the largest length that divides whatever is counted."""
        if self.per == "week":
            return 1
        norm = self.norm_minutes if self.per == "day" else 0
        return gcd(*(max(0, shift.paid_minutes - norm) for shift in shifts)) or 1

    def _towards_norm(self, frame: Frame, history: tuple[Shift, ...]) -> int:
        """Minutes before the period that count towards a norm of the period."""
        first = 0
        if self.per == "week":
            first = -((frame.horizon.weekday(0) - WEEKDAYS.index(self.week_start)) % 7)
        elif self.since is not None:
            first = frame.horizon.day_of(self.since)
        return sum(shift.paid_minutes for shift in history if shift.day >= first)

    def _at_next_day(self, frame: Frame, day: int, filled: int) -> int:
        """Forget the norm of what has ended."""
        new_week = WEEKDAYS[frame.horizon.weekday(day + 1)] == self.week_start
        ended = self.per == "day" or (self.per == "week" and new_week)
        return 0 if ended else filled

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Write down each shift's overtime and add it up in order."""
        sums: dict[dt.date | None, int] = {}
        used, pieces, last = self.used_before_minutes, [], None
        for shift in (*tour.agent.history, *tour.worked):
            date = frame.horizon.date_of(shift.day)
            if shift.day < 0 and self.per == "period" and (self.since is None or date < self.since):
                continue
            whole = sums.get(self._norm_of(date), 0)
            over = max(0, whole + shift.paid_minutes - max(whole, self.norm_minutes))
            sums[self._norm_of(date)] = whole + shift.paid_minutes
            if shift.day < 0 and self.per != "period":
                continue
            if used + over > self.minutes and over and shift.day >= 0:
                pieces.append(used + over - max(used, self.minutes))
                last = date
            used += over
        if last is None:
            return ()
        found, most = duration(used), most_allowed(self.minutes, duration(self.minutes))
        text = Text(
            en=f"{found.en} of overtime, what was used before included, {most.en}",
            ru=f"сверхурочно {found.ru} с учётом использованного ранее, {most.ru}",
        )
        return (self.finding_minutes(frame, tour, last, text, pieces),)

    def _norm_of(self, date: dt.date) -> dt.date | None:
        """First date of the day or week a norm is of; ``None`` for the period."""
        if self.per == "period":
            return None
        while self.per == "week" and WEEKDAYS[date.weekday()] != self.week_start:
            date -= dt.timedelta(days=1)
        return date

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval more at a time."""
        step, most = frame.horizon.interval_minutes, self.used_before_minutes + frame.horizon.days * 24 * 60
        for minutes in range(self.minutes + step, most, step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say the budget, what overtime is, and what was used."""
        most, norm = duration(self.minutes), duration(self.norm_minutes)
        week = week_from(self.week_start)
        whole = {
            "day": Text(en="a day", ru="в день"),
            "week": Text(en=f"a week, {week.en}", ru=f"в неделю {week.ru}"),
            "period": Text(en="in the period", ru="за период"),
        }[self.per]
        since_en = since_ru = ""
        if self.since is not None:
            begun = date_text(self.since)
            since_en, since_ru = f", counted since {begun.en}", f", считая с {begun.ru}"
        if self.used_before_minutes:
            used = duration(self.used_before_minutes)
            since_en += f", {used.en} used before included"
            since_ru += f", включая использованные ранее {used.ru}"
        text = Text(
            en=f"At most {most.en} of overtime (paid work above {norm.en} {whole.en}){since_en}.",
            ru=f"Сверхурочно (сверх {norm.ru} {whole.ru}) не более {most.ru}{since_ru}.",
        )
        if self.minutes == 0:
            text = Text(
                en=f"No overtime (paid work above {norm.en} {whole.en}){since_en}.",
                ru=f"Никакой сверхурочной работы (сверх {norm.ru} {whole.ru}){since_ru}.",
            )
        return self.or_else(text, "hour more", "каждый час сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Norms of a day, a week and a period."""
        day: dict[str, object] = {"minutes": "8h", "norm_minutes": "8h", "per": "day"}
        week: dict[str, object] = {"minutes": "6h", "norm_minutes": "24h", "used_before_minutes": "2h"}
        since: dict[str, object] = {
            "minutes": "10h",
            "norm_minutes": "30h",
            "per": "period",
            "since": dt.date(2026, 1, 3),
        }
        spent: dict[str, object] = {"minutes": "1h", "norm_minutes": "20h", "used_before_minutes": "3h"}
        sunday: dict[str, object] = {"minutes": "0h", "norm_minutes": "24h", "week_start": "sun"}
        priced: dict[str, object] = {"minutes": "4h", "norm_minutes": "8h", "per": "day", "price": "9"}
        return (
            Example(day, ("DMD",), True, "4 h twice"),
            Example(day, ("DDD",), False, "12 h are more than 8 h"),
            Example(week, ("DD.....D",), True, "24 h, and a new week"),
            Example(week, ("DM.M...",), True, "4 h, and 2 h were used before"),
            Example(week, ("DMM...N",), False, "16 h in the week"),
            Example(week, ("DD",), False, "Monday was before the period", ("D",), (), 0, dt.date(2026, 1, 6)),
            Example(since, ("DM",), False, "20 h and the 24 h since Saturday", ("DD",)),
            Example(since, ("D",), True, "Friday was before the accounting period", ("D.D",)),
            Example(spent, ("D.",), True, "a budget used up bars no work within the norm"),
            Example(spent, ("DM",), True, "exactly the norm"),
            Example(spent, ("DD",), False, "4 h above it"),
            Example(sunday, ("....DD.D",), True, "edge: Sunday begins a new week"),
            Example(priced, ("DDD",), True, "4 h are free, twice 4 h are not", penalty_minor=7_200),
        )
