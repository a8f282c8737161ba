"""No change at short notice of what people were told."""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from models.clock import format_clock
from models.errors import BadValueError
from models.example import Example
from models.money import Amount
from models.published import PublishedShift
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import date_text, days_limit


@RULES.register
class Notice(TourRule):
    """The published days of an agent stay as they are, near ones at least.

    A published day is the shift that begins on it, or a day off.  It is changed when another
    pattern, another start, work instead of a day off or a day off instead of work stands there;
    where the break lies is no matter of notice.  Dates before ``today`` were worked already and
    are within the notice period.

    Parameters
    ----------
    agents
        Whose shifts they are; one rule per person.
    published
        The shifts; every other date from ``first_date`` to ``last_date`` is a day off.
    first_date, last_date
        Dates the published roster is about; those of the period where left out.
    free_dates
        Dates that may change for nothing: the person is on leave, or asked for something else.
    today
        The day changes are made known on; the first date of the period where left out.
    days
        A date fewer than so many days after ``today`` is within the notice period.
    price
        Cost of each changed day within the notice period, in currency units; such days stay as
        they are where left out.
    later_price
        Cost of each changed day after it; they may change freely where left out.
    """

    kind: Literal["notice"] = "notice"
    published: tuple[PublishedShift, ...] = ()
    first_date: dt.date | None = None
    last_date: dt.date | None = None
    free_dates: tuple[dt.date, ...] = ()
    today: dt.date | None = None
    days: int = Field(default=14, ge=0, le=366)
    price: Amount | None = None
    later_price: Amount | None = None

    @model_validator(mode="after")
    def _one_shift_a_day(self) -> Self:
        dates = [shift.date for shift in self.published]
        twice = sorted({str(date) for date in dates if dates.count(date) > 1})
        if twice:
            raise BadValueError(
                Text(
                    en=f"more than one published shift on {', '.join(twice)}",
                    ru=f"больше одной объявленной смены на {', '.join(twice)}",
                )
            )
        if self.first_date and self.last_date and self.last_date < self.first_date:
            raise BadValueError(
                Text(
                    en="the published dates end before they begin",
                    ru="объявленные даты кончаются раньше, чем начинаются",
                )
            )
        return self

    @property
    def never_forbids(self) -> bool:
        """Whether every change has a price."""
        return self.price is not None

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Charge, or forbid, a day that is not as published."""
        horizon = frame.horizon
        date = horizon.date_of(day)
        early, late = self.first_date or date, self.last_date or date
        if date in self.free_dates or not early <= date <= late:
            return state, 0
        told = next((one for one in self.published if one.date == date), None)
        if told is None:
            same = shift is None
        else:
            same = shift is not None and shift.pattern == told.pattern
            if same and shift is not None and told.start is not None:
                same = shift.start_minute == horizon.minute_at(day, told.start)
        if same:
            return state, 0
        near = day - horizon.day_of(self.today or horizon.first_date) < self.days
        price = self.price if near else self.later_price or Decimal(0)
        if price is None:
            return None
        return state, int((price * frame.minor_per_unit).to_integral_value(ROUND_HALF_UP))

    def finish(self, frame: Frame, state: State) -> int | None:
        """Add nothing."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Read each date on both rosters."""
        begins = self.today or frame.horizon.first_date
        known = {one.date: one for one in self.published}
        findings = []
        for day, shift in enumerate(tour.shifts):
            date = frame.horizon.date_of(day)
            if date < (self.first_date or date) or date > (self.last_date or date) or date in self.free_dates:
                continue
            was, now = known.get(date), None
            clock = ""
            if shift is not None:
                clock = f"{frame.horizon.local(shift.start_minute):%H:%M}"
                now = shift.pattern, was.start if was is not None else None
                if was is not None and was.start is not None:
                    begin = frame.horizon.minute_at(day, was.start)
                    now = shift.pattern, was.start if shift.start_minute == begin else -1
            if now == (None if was is None else (was.pattern, was.start)):
                continue
            short = (date - begins).days < self.days
            price = self.price if short else self.later_price
            if not short and not price:
                continue
            when = date_text(date)
            told = _day(None if was is None else was.pattern, was.start if was is not None else None)
            new = Text(en="a day off", ru="выходной")
            if shift is not None:
                new = Text(en=f"{shift.pattern} at {clock}", ru=f"{shift.pattern} в {clock}")
            minor = 0 if price is None else int((price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP))
            if price is not None and minor == 0:
                continue
            findings.append(
                Violation(
                    rule=self.kind,
                    agent=tour.agent.agent,
                    date=date,
                    text=Text(
                        en=f"{when.en}: {told.en} was published, now {new.en}",
                        ru=f"{when.ru}: опубликовано {told.ru}, теперь {new.ru}",
                    ),
                    hard=price is None,
                    penalty_minor=minor,
                )
            )
        return tuple(findings)

    def asked_dates(self, frame: Frame) -> tuple[dt.date, ...]:
        """The dates of the period that must stay as published; none where every change has a price."""
        first = self.today or frame.horizon.first_date
        dates = (frame.horizon.date_of(day) for day in range(frame.horizon.days))
        return tuple(
            date
            for date in dates
            if self.price is None
            and (date - first).days < self.days
            and (self.first_date or date) <= date <= (self.last_date or date)
            and date not in self.free_dates
        )

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """The days that must stay, each by itself."""
        dates = self.asked_dates(frame)
        if not dates:
            return (self,)
        return tuple(
            self.model_copy(
                update={
                    "first_date": date,
                    "last_date": date,
                    "published": tuple(one for one in self.published if one.date == date),
                }
            )
            for date in dates
        )

    def explain(self) -> Text:
        """Say what was published, and until when it stays."""
        listed = [(date_text(one.date), _day(one.pattern, one.start)) for one in self.published]
        en = "; ".join(f"{when.en} {what.en}" for when, what in listed) or "days off"
        ru = "; ".join(f"{when.ru} {what.ru}" for when, what in listed) or "выходные"
        if self.first_date and self.first_date == self.last_date:
            if not listed:
                when = date_text(self.first_date)
                en, ru = f"{when.en} a day off", f"{when.ru} выходной"
        elif self.first_date or self.last_date:
            span = self.first_date, self.last_date
            en += "".join(f", {word} {date}" for word, date in zip(("from", "to"), span, strict=True) if date)
            told = [date_text(date).ru if date else None for date in span]
            ru += "".join(f", {word} {date}" for word, date in zip(("с", "по"), told, strict=True) if date)
        if self.free_dates:
            free = [date_text(date) for date in self.free_dates]
            en += f", but for {', '.join(date.en for date in free)}"
            ru += f", кроме {', '.join(date.ru for date in free)}"
        within = days_limit(self.days)
        today = date_text(self.today) if self.today else Text(en="the first date", ru="первой даты")
        en += f"; within {within.en} of {today.en} this stays"
        ru += f"; в течение {within.ru} с {today.ru} это не меняется"
        if self.price is not None:
            en, ru = (
                f"{en}, or {self.price:f} for each changed day",
                f"{ru}, или {self.price:f} за каждый изменённый день",
            )
        if self.later_price is not None:
            en, ru = (
                f"{en}; later changes cost {self.later_price:f} a day",
                f"{ru}; позже изменение стоит {self.later_price:f} за день",
            )
        return Text(en=f"Published: {en}.", ru=f"Опубликовано: {ru}.")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Kept, changed near and changed later."""
        monday, tuesday = dt.date(2026, 1, 5), dt.date(2026, 1, 6)
        two: dict[str, object] = {
            "published": [{"date": monday, "pattern": "D"}, {"date": tuesday, "pattern": "N"}],
            "days": 2,
        }
        start: dict[str, object] = {
            "published": [{"date": monday, "pattern": "D", "start": "08:00"}],
            "days": 1,
        }
        other: dict[str, object] = {
            "published": [{"date": monday, "pattern": "D", "start": "09:00"}],
            "days": 1,
        }
        priced: dict[str, object] = {**two, "price": "500", "later_price": "20.50"}
        off: dict[str, object] = {"days": 2, "last_date": monday}
        before: dict[str, object] = {"days": 3, "today": dt.date(2026, 1, 3), "first_date": monday}
        return (
            Example(two, ("DN",), True, "as published"),
            Example(two, ("DD",), False, "another shift tomorrow"),
            Example(two, ("DND",), True, "the third day is far enough off, and free"),
            Example(two, (".N",), False, "a day off instead of work"),
            Example(start, ("D.",), True, "the published start"),
            Example(other, ("D.",), False, "an hour early"),
            Example(priced, ("ND.D",), True, "two near changes and a later one", penalty_minor=102_050),
            Example(off, ("D.",), False, "work on a published day off"),
            Example(off, (".D",), True, "edge: nothing was published of the second day"),
            Example(before, ("DD",), False, "two days after today is near"),
            Example(before, (".D",), True, "three days after is not"),
            Example({**two, "free_dates": [tuesday]}, ("D.",), True, "fell ill on the second day"),
            Example(two, ("DN",), True, "what was worked before asks nothing", history=("NN",)),
        )


def _day(pattern: str | None, start: int | None) -> Text:
    if pattern is None:
        return Text(en="a day off", ru="выходной")
    if start is None:
        return Text(en=pattern, ru=pattern)
    return Text(en=f"{pattern} at {format_clock(start)}", ru=f"{pattern} в {format_clock(start)}")
