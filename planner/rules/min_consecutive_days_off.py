"""Days off come together."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, cast

from pydantic import Field

from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, day_count, days_limit


@RULES.register
class MinConsecutiveDaysOff(PricedTourRule):
    """Every run of days off between two worked days is long enough.

    A day off is a day on which no shift starts; a night shift may run into it.  A run at
    the end of the period may go on beyond it and is accepted.  A run at the start is
    joined with the days off before the period; where nothing is known of what was worked
    before, it is accepted too.

    Parameters
    ----------
    days
        Least length of a run.
    price
        Cost of each day off missing in a run; the rule is hard where left out.
    """

    kind: Literal["min_consecutive_days_off"] = "min_consecutive_days_off"
    days: int = Field(ge=1, le=31)

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Days off since the last shift before the period, clipped; enough where none is known."""
        if not history:
            return (self.days,)
        return (min(self.days, -1 - max(shift.day for shift in history)),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Count the days off; a shift may follow none of them, or enough."""
        (off,) = cast("tuple[int]", state)
        if shift is None:
            return (min(self.days, off + 1),), 0
        if off in (0, self.days):
            return (0,), 0
        cost = self.charge(frame, self.days - off)
        return None if cost is None else ((0,), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the last run of days off may go on."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Look at each gap between two successive worked days."""
        findings = []
        worked = sorted({shift.day for shift in (*tour.agent.history, *tour.worked)})
        for earlier, later in pairwise(worked):
            gap = later - earlier - 1
            if later < 0 or gap == 0 or gap >= self.days:
                continue
            date = frame.horizon.date_of(max(0, earlier + 1))
            found, back = day_count(gap), date_text(frame.horizon.date_of(later))
            text = Text(
                en=f"only {found.en} off before the shift of {back.en}, at least {self.days} in a row required",
                ru=f"выходных перед сменой {back.ru}: {found.ru}, требуется подряд не менее {self.days}",
            )
            findings.append(self.finding(frame, tour, date, text, self.days - gap))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One day less at a time, while a single day off is not enough."""
        for days in range(self.days - 1, 1, -1):
            yield self.model_copy(update={"days": days})

    def explain(self) -> Text:
        """Say how many days off must come together."""
        least = days_limit(self.days)
        text = Text(
            en=f"Days off come in runs of at least {least.en}.",
            ru=f"Выходные идут подряд, не менее {least.ru}.",
        )
        return self.or_else(text, "day missing", "каждый недостающий день")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Single days off, and pairs."""
        two: dict[str, object] = {"days": 2}
        return (
            Example(two, ("DD..DD",), True, "a pair of days off"),
            Example(two, ("DD.DDD",), False, "a single day off"),
            Example(two, (".DDD",), True, "edge: nothing is known before the first day"),
            Example(two, (".DDD",), True, "joined with a day off before", history=("D.",)),
            Example(two, (".DDD",), False, "only one day off since the eve's shift", history=("D",)),
            Example(two, ("D...",), False, "the single day off was the eve", history=("D.",)),
            Example(two, ("DDD.",), True, "edge: the run at the end may go on"),
            Example({"days": 3}, ("D..D...",), False, "two days off are fewer than three"),
            Example(
                {"days": 3, "price": "4"}, ("D.D..D",), True, "two missing, then one", penalty_minor=1_200
            ),
        )
