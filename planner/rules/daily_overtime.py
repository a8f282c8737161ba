"""Not too much overtime in a day, or in two days one after the other."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, Self, cast

from pydantic import Field, model_validator

from models.clock import Minutes
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration, most_allowed


@RULES.register
class DailyOvertime(PricedTourRule):
    """Paid minutes above the norm of a day stay within a limit, on each day and on two days running.

    A shift counts in full on the date it starts on.  Of two days the later one is judged:
    where it has overtime, its own and that of the day before, this counted up to the limit,
    stay within the limit.  The day before the period counts; nothing is assumed beyond
    the end.

    Parameters
    ----------
    norm_minutes
        Norm of a day; under summed accounting the length of the shift by the schedule.
    minutes
        Most overtime of one day.
    two_days_minutes
        Most overtime of two consecutive days: 4 h under TK RF art. 99.
    price
        Cost of each hour beyond a limit; the rule is hard where left out.
    """

    kind: Literal["daily_overtime"] = "daily_overtime"
    norm_minutes: Minutes = Field(default=8 * 60, gt=0, le=24 * 60)
    minutes: Minutes | None = Field(default=None, le=24 * 60)
    two_days_minutes: Minutes | None = Field(default=None, le=48 * 60)

    @model_validator(mode="after")
    def _limited(self) -> Self:
        if self.minutes is None and self.two_days_minutes is None:
            raise BadValueError(
                Text(
                    en="give minutes, two_days_minutes or both",
                    ru="укажите minutes, two_days_minutes или оба",
                )
            )
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Overtime of the eve, as far as it matters."""
        return self._remembered(sum(self._above(shift) for shift in history if shift.day == -1))

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Compare the day, and the day with the one before, with the limits."""
        (before,) = cast("tuple[int]", state)
        above = self._above(shift) if shift is not None else 0
        cost = 0
        for limit, counted in ((self.minutes, above), (self.two_days_minutes, before + above)):
            if above > 0 and limit is not None and counted > limit:
                charged = self.charge_minutes(frame, counted - limit)
                if charged is None:
                    return None
                cost += charged
        return self._remembered(above), cost

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period looks back at the last day."""
        return 0

    def _above(self, shift: Shift) -> int:
        """Overtime of a shift."""
        return max(0, shift.paid_minutes - self.norm_minutes)

    def _remembered(self, above: int) -> State:
        return (min(above, self.two_days_minutes or 0),)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Write the overtime of each date down, then compare date by date."""
        overtime: dict[dt.date, int] = {}
        for shift in (*tour.agent.history, *tour.worked):
            date = frame.horizon.date_of(shift.day)
            overtime[date] = max(overtime.get(date, 0), shift.paid_minutes - self.norm_minutes)
        findings = []
        for date in sorted(overtime):
            own = overtime[date]
            if own <= 0 or date < frame.horizon.first_date:
                continue
            when = date_text(date)
            if self.minutes is not None and own > self.minutes:
                found, most = duration(own), most_allowed(self.minutes, duration(self.minutes))
                text = Text(
                    en=f"{found.en} of overtime on {when.en}, {most.en}",
                    ru=f"{when.ru} сверхурочно {found.ru}, {most.ru}",
                )
                findings.append(self.finding_minutes(frame, tour, date, text, [own - self.minutes]))
            most_of_two = self.two_days_minutes
            eve = max(0, overtime.get(date - dt.timedelta(days=1), 0))
            if most_of_two is not None and own + min(eve, most_of_two) > most_of_two:
                found, most = duration(own + eve), most_allowed(most_of_two, duration(most_of_two))
                text = Text(
                    en=f"{found.en} of overtime on {when.en} and the day before, {most.en}",
                    ru=f"{when.ru} и накануне сверхурочно {found.ru}, {most.ru}",
                )
                beyond = own + min(eve, most_of_two) - most_of_two
                findings.append(self.finding_minutes(frame, tour, date, text, [beyond]))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval more at a time."""
        for more in range(frame.horizon.interval_minutes, 24 * 60, frame.horizon.interval_minutes):
            limits = {
                name: limit + more
                for name, limit in (("minutes", self.minutes), ("two_days_minutes", self.two_days_minutes))
                if limit is not None
            }
            if max(limits.values()) > 24 * 60:
                return
            yield self.model_copy(update=limits)

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """Each limit by itself."""
        if self.minutes is None or self.two_days_minutes is None:
            return (self,)
        return (
            self.model_copy(update={"two_days_minutes": None}),
            self.model_copy(update={"minutes": None}),
        )

    @staticmethod
    def _most(minutes: int) -> Text:
        if minutes == 0:
            return Text(en="none", ru="нисколько")
        most = duration(minutes)
        return Text(en=f"at most {most.en}", ru=f"не более {most.ru}")

    def explain(self) -> Text:
        """Say the norm and the limits."""
        norm, en, ru = duration(self.norm_minutes), [], []
        if self.minutes is not None:
            most = self._most(self.minutes)
            en.append(f"{most.en} in a day")
            ru.append(f"{most.ru} за день")
        if self.two_days_minutes is not None:
            most = self._most(self.two_days_minutes)
            en.append(f"{most.en} in two days running")
            ru.append(f"{most.ru} за два дня подряд")
        text = Text(
            en=f"Overtime, paid work above {norm.en} a day: {' and '.join(en)}.",
            ru=f"Сверхурочно, то есть оплачиваемой работы сверх {norm.ru} в день: {' и '.join(ru)}.",
        )
        return self.or_else(text, "hour more", "каждый час сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Shifts of 8 and 12 hours; D and N have 4 hours of overtime."""
        law: dict[str, object] = {"two_days_minutes": "4h"}
        day: dict[str, object] = {"minutes": "2h"}
        both: dict[str, object] = {"norm_minutes": "7h", "minutes": "5h", "two_days_minutes": "6h"}
        priced: dict[str, object] = {"minutes": "2h", "two_days_minutes": "4h", "price": "100"}
        return (
            Example(law, ("DM.N",), True, "4 h on one of two days"),
            Example(law, ("DDM",), False, "8 h in two days"),
            Example(law, ("D.D",), True, "a day off between"),
            Example(law, ("D",), False, "the eve's overtime counts", history=("D",)),
            Example(law, ("M",), True, "no overtime on the day itself", history=("D",)),
            Example(day, ("MEM",), True, "8 h are the norm"),
            Example(day, ("MD",), False, "4 h on one day"),
            Example(both, ("MM",), True, "an hour on each day"),
            Example(both, ("DMM",), True, "5 h and 1 h"),
            Example(both, ("DD",), False, "5 h twice"),
            Example(priced, ("DD",), True, "2 h on each day, and 4 h on both", penalty_minor=80_000),
            Example(law, ("..ND",), False, "edge: the last two days"),
        )
