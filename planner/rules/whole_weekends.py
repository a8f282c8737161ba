"""Weekends are worked as a whole, or not at all."""

import datetime as dt
from typing import Literal, cast

from pydantic import Field, field_validator

from models.clock import WEEKDAYS, Weekday
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, weekday_names


@RULES.register
class WholeWeekends(PricedTourRule):
    """Of each weekend either all days are worked or none: no split weekends.

    The weekend is the chosen days of one Monday-to-Sunday week; a day is worked when a shift
    starts on it.  Where the start of the period cuts a weekend, its days before count as
    they were worked; one that was split already is not judged.  Where the end cuts it, its
    days beyond may be worked or not.

    Parameters
    ----------
    days
        Days of the weekend.
    price
        Cost of each split weekend; the rule is hard where left out.
    """

    kind: Literal["whole_weekends"] = "whole_weekends"
    days: tuple[Weekday, ...] = Field(default=("sat", "sun"), min_length=2)

    @field_validator("days")
    @classmethod
    def _two_days(cls, days: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
        if len(set(days)) < 2:
            raise BadValueError(
                Text(
                    en="a weekend of one day cannot be split: name two different days",
                    ru="выходные из одного дня не разделить: назовите два разных дня",
                )
            )
        return days

    # The state says whether a day of this week's weekend was worked, and whether one was off;
    # (True, True) once it is split.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Look at the days of the first week that lie before the period."""
        state, worked = (False, False), {shift.day for shift in history}
        for day in range(-frame.horizon.weekday(0), 0):
            state = self._after(frame, state, day, day in worked)
        return state

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Notice when the weekend becomes a split one; begin again on Mondays."""
        before = cast("tuple[bool, bool]", state)
        after = self._after(frame, before, day, shift is not None)
        cost = self.charge(frame) if after == (True, True) != before else 0
        ends = frame.horizon.weekday(day) == 6
        return None if cost is None else ((False, False) if ends else after, cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the days beyond may be as those before."""
        return 0

    def _after(self, frame: Frame, state: tuple[bool, bool], day: int, works: bool) -> tuple[bool, bool]:
        worked, off = state
        if WEEKDAYS[frame.horizon.weekday(day)] not in self.days:
            return state
        return worked or works, off or not works

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Lay each weekend of the calendar beside the dates worked."""
        horizon, day = frame.horizon, dt.timedelta(days=1)
        first, last = horizon.first_date, horizon.date_of(horizon.days - 1)
        worked = {horizon.date_of(shift.day) for shift in (*tour.agent.history, *tour.worked)}
        monday, findings = first - first.weekday() * day, []
        while monday <= last:
            weekend = [monday + n * day for n, name in enumerate(WEEKDAYS) if name in self.days]
            known = [date for date in weekend if date <= last]
            earlier = [date for date in known if date < first]
            monday += 7 * day
            if len({date in worked for date in known}) < 2 or len({date in worked for date in earlier}) == 2:
                continue
            when = date_text(known[0])
            text = Text(
                en=f"the weekend of {when.en} is worked in part",
                ru=f"уикенд {when.ru} занят частично",
            )
            date = next(date for date in known if date >= first)
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def explain(self) -> Text:
        """Say what a weekend is."""
        days = weekday_names(self.days)
        text = Text(
            en=f"Weekends ({days.en}) are worked on all their days or on none.",
            ru=f"Уикенд ({days.ru}) занят целиком или свободен целиком.",
        )
        return self.or_else(text, "split weekend", "каждый разорванный уикенд")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Weekends of two and of three days."""
        two: dict[str, object] = {}
        three: dict[str, object] = {"days": ["fri", "sat", "sun"]}
        priced: dict[str, object] = {"price": "250"}
        sunday = dt.date(2026, 1, 4)
        return (
            Example(two, (".....DN.......",), True, "one weekend worked, one off"),
            Example(two, (".....D.",), False, "Saturday only"),
            Example(two, ("......D",), False, "Sunday only"),
            Example(three, ("....DDD",), True, "all three days"),
            Example(three, (".....DD",), False, "Friday is off"),
            Example(two, ("D......",), True, "Saturday was worked before", ("D",), first_date=sunday),
            Example(two, (".......",), False, "Saturday was worked before", ("D",), first_date=sunday),
            Example(two, (".....D",), True, "edge: Sunday lies beyond the end"),
            Example(priced, (".....D.......D",), True, "two split ones", penalty_minor=50_000),
        )
