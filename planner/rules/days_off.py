"""Leave: days on which nobody is at work."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, Self

from pydantic import model_validator

from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import date_text

_REASONS = {
    "vacation": Text(en="vacation", ru="отпуск"),
    "sick": Text(en="sick leave", ru="больничный"),
    "training": Text(en="training", ru="обучение"),
    "unpaid": Text(en="unpaid leave", ru="отпуск без сохранения зарплаты"),
    "other": Text(en="absence", ru="отсутствие"),
}


@RULES.register
class DaysOff(TourRule):
    """No shift starts on certain days or runs into them, from local midnight to midnight.

    A shift worked before the period that runs into them is not judged.  Days outside the
    period ask nothing of it, except that the first day after it may be one no shift of
    the last day runs into.

    Parameters
    ----------
    first_date, last_date
        Both included.
    reason
        Kind of leave.
    """

    kind: Literal["days_off"] = "days_off"
    first_date: dt.date
    last_date: dt.date
    reason: Literal["vacation", "sick", "training", "unpaid", "other"] = "other"

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.last_date < self.first_date:
            raise BadValueError(
                Text(
                    en="the days off end before they begin", ru="дни отдыха кончаются раньше, чем начинаются"
                )
            )
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Bar shifts that share a minute with the days off."""
        begin = frame.horizon.day_start(frame.horizon.day_of(self.first_date))
        end = frame.horizon.day_start(frame.horizon.day_of(self.last_date) + 1)
        if shift is not None and shift.start_minute < end and begin < shift.end_minute:
            return None
        return state, 0

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Read the local dates of each shift's first and last minute."""
        findings = []
        for shift in tour.worked:
            begins = frame.horizon.local(shift.start_minute).date()
            ends = frame.horizon.local(shift.end_minute - 1).date()
            if ends < self.first_date or begins > self.last_date:
                continue
            why, when = _REASONS[self.reason], date_text(begins)
            text = Text(
                en=f"the shift of {when.en} falls on days off ({why.en})",
                ru=f"смена {when.ru} приходится на дни отсутствия ({why.ru})",
            )
            findings.append(Violation(rule=self.kind, agent=tour.agent.agent, date=begins, text=text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A day less at a time, the last one first."""
        for days in range((self.last_date - self.first_date).days, 0, -1):
            last = self.first_date + dt.timedelta(days=days - 1)
            yield self.model_copy(update={"last_date": last})

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """Each day the period can run into."""
        days = (
            self.model_copy(update={"first_date": date, "last_date": date})
            for date in self.asked_dates(frame)
        )
        return tuple(days) or (self,)

    def asked_dates(self, frame: Frame) -> tuple[dt.date, ...]:
        """The days off of the period, and the day after it: its last shift may run into that."""
        first = max(0, frame.horizon.day_of(self.first_date))
        last = min(frame.horizon.days, frame.horizon.day_of(self.last_date))
        return tuple(frame.horizon.date_of(day) for day in range(first, last + 1))

    def explain(self) -> Text:
        """Say which days, and why."""
        why, first, last = _REASONS[self.reason], date_text(self.first_date), date_text(self.last_date)
        if self.first_date == self.last_date:
            return Text(en=f"No work on {first.en} ({why.en}).", ru=f"Нет работы {first.ru} ({why.ru}).")
        return Text(
            en=f"No work from {first.en} to {last.en} ({why.en}).",
            ru=f"Нет работы с {first.ru} по {last.ru} ({why.ru}).",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Two days of leave in the middle, and at both edges."""
        middle: dict[str, object] = {
            "first_date": dt.date(2026, 1, 7),
            "last_date": dt.date(2026, 1, 8),
            "reason": "vacation",
        }
        first: dict[str, object] = {"first_date": dt.date(2026, 1, 5), "last_date": dt.date(2026, 1, 5)}
        after: dict[str, object] = {"first_date": dt.date(2026, 1, 9), "last_date": dt.date(2026, 1, 20)}
        return (
            Example(middle, ("DD..D",), True, "work on both sides"),
            Example(middle, ("D.D.D",), False, "a shift on the first day of leave"),
            Example(middle, ("D..D.",), False, "a shift on the last day of leave"),
            Example(middle, (".N..",), False, "the night before runs into the leave"),
            Example(middle, (".E..",), True, "an evening that ends at 22:00 does not"),
            Example(first, (".D",), True, "the eve's night is not judged", history=("N",)),
            Example(after, ("...N",), False, "edge: leave begins on the day after the period"),
            Example(after, ("...D",), True, "edge: a day shift ends before that leave"),
        )
