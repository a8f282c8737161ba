"""A wish to work, or not to, at a price."""

import datetime as dt
from decimal import ROUND_HALF_UP
from typing import Literal

from models.example import Example
from models.money import Amount
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.wording import date_text


@RULES.register
class ShiftRequest(TourRule):
    """Not meeting a wish about one day costs its price; it never forbids anything.

    The day's shift is the one that starts on it: a night shift of the day before is no
    matter of the wish.  Dates outside the period, and shifts before it, ask nothing.

    Parameters
    ----------
    date
        The day.
    wish
        ``on``: to work a shift (of ``pattern``, where given); ``off``: not to work (not a
        shift of ``pattern``, where given).
    pattern
        Name of a pattern; any where left out.
    price
        Cost of not meeting the wish, in currency units.
    """

    kind: Literal["shift_request"] = "shift_request"
    date: dt.date
    wish: Literal["on", "off"]
    pattern: str | None = None
    price: Amount

    @property
    def never_forbids(self) -> bool:
        """A wish never does."""
        return True

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Price the day where the wish is not met."""
        if day != frame.horizon.day_of(self.date):
            return state, 0
        works = shift is not None and self.pattern in (None, shift.pattern)
        if works == (self.wish == "on"):
            return state, 0
        return state, int((self.price * frame.minor_per_unit).to_integral_value(ROUND_HALF_UP))

    def finish(self, frame: Frame, state: State) -> int | None:
        """Add nothing."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Read the date on the roster and compare it with the wish."""
        by_date = {frame.horizon.date_of(day): shift for day, shift in enumerate(tour.shifts)}
        if self.date not in by_date:
            return ()
        shift = by_date[self.date]
        if self.wish == "on":
            met = shift is not None and (self.pattern is None or shift.pattern == self.pattern)
        else:
            met = shift is None or (self.pattern is not None and shift.pattern != self.pattern)
        if met:
            return ()
        wished = self.explain()
        minor = (self.price * frame.minor_per_unit).quantize(1, ROUND_HALF_UP)
        return (
            Violation(
                rule=self.kind,
                agent=tour.agent.agent,
                date=self.date,
                text=Text(en=f"Not met: {wished.en}", ru=f"Не исполнено: {wished.ru}"),
                hard=False,
                penalty_minor=int(minor),
            ),
        )

    def explain(self) -> Text:
        """Say the wish and its price."""
        when = date_text(self.date)
        if self.wish == "on":
            what_en, what_ru = self.pattern or "any shift", self.pattern or "любая смена"
        elif self.pattern is None:
            what_en, what_ru = "a day off", "выходной"
        else:
            what_en, what_ru = f"not {self.pattern}", f"не {self.pattern}"
        return Text(
            en=f"Wish for {when.en}: {what_en}; not meeting it counts {self.price:f}.",
            ru=f"Пожелание на {when.ru}: {what_ru}; неисполнение стоит {self.price:f}.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Wishes met and not met; all of them legal."""
        day = dt.date(2026, 1, 6)
        off: dict[str, object] = {"date": day, "wish": "off", "price": "500"}
        night: dict[str, object] = {"date": day, "wish": "off", "pattern": "N", "price": "12.345"}
        on: dict[str, object] = {"date": day, "wish": "on", "price": "300.50"}
        early: dict[str, object] = {"date": day, "wish": "on", "pattern": "M", "price": "1"}
        return (
            Example(off, ("D.D",), True, "the day off is given"),
            Example(off, ("DDD",), True, "the day off is not given", penalty_minor=50_000),
            Example(off, ("N.",), True, "the night before starts on another day"),
            Example(night, (".N",), True, "half a minor unit is rounded up", penalty_minor=1235),
            Example(night, (".D",), True, "another shift is no matter of this wish"),
            Example(on, ("D.",), True, "work was wished for", penalty_minor=30_050),
            Example(early, (".M",), True, "the early shift wished for"),
            Example(early, (".D",), True, "another shift than the one wished for", penalty_minor=100),
            Example(off, ("D",), True, "edge: the date is beyond the period", history=("D",)),
        )
