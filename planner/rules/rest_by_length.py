"""A rest in proportion to the shift before it."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from itertools import pairwise
from math import ceil
from typing import Literal, cast

from pydantic import Field

from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration


@RULES.register
class RestByLength(PricedTourRule):
    """The rest after a shift is at least so many times as long as the shift.

    Both are elapsed minutes, the break of the shift included but not the pause of a split one; the
    product is rounded up to the minute.  The last shift before the period counts; nothing is assumed beyond the end.

    Parameters
    ----------
    factor
        How many times; 2 is the double rest of the decree of the Council of People's
        Commissars of 24.09.1929, still asked for where art. 107 and 108 TK RF say nothing.
    price
        Cost of each hour missing; the rule is hard where left out.
    """

    kind: Literal["rest_by_length"] = "rest_by_length"
    factor: Decimal = Field(gt=0, le=10, max_digits=4, decimal_places=2)

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Minutes after midnight of day 0 before which no shift may start."""
        if not history:
            return (0,)
        return (max(0, self._rested_at(history[-1]) - frame.horizon.day_start(0)),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Carry the rest still owed over to the next midnight; 0 once rested."""
        (owed,) = cast("tuple[int]", state)
        midnight, next_midnight = frame.horizon.day_start(day), frame.horizon.day_start(day + 1)
        cost: int | None = 0
        if shift is not None:
            if shift.start_minute < midnight + owed:
                cost = self.charge_minutes(frame, midnight + owed - shift.start_minute)
            owed = self._rested_at(shift) - midnight
        return None if cost is None else ((max(0, owed - (next_midnight - midnight)),), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: rest still owed is the next period's matter."""
        return 0

    def _rested_at(self, shift: Shift) -> int:
        length = sum(end - begin for begin, end in shift.spells)
        return shift.end_minute + int((self.factor * length).to_integral_value(ROUND_CEILING))

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Compare each rest with the shift before it."""
        findings = []
        for earlier, later in pairwise((*tour.agent.history, *tour.worked)):
            rest = later.start_minute - earlier.end_minute
            length = earlier.end_minute - earlier.start_minute
            if earlier.is_split:
                length -= earlier.break_end_minute - earlier.break_start_minute
            least = ceil(self.factor * length)
            if later.day < 0 or rest >= least:
                continue
            date = frame.horizon.date_of(later.day)
            when, had, worked, needed = date_text(date), *map(duration, (max(0, rest), length, least))
            text = Text(
                en=f"rest before the shift of {when.en} is {had.en} after a shift of {worked.en}, "
                f"at least {needed.en} are required",
                ru=f"отдых перед сменой {when.ru} длится {had.ru} после смены в {worked.ru}, "
                f"требуется не менее {needed.ru}",
            )
            findings.append(self.finding_minutes(frame, tour, date, text, [least - rest]))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A tenth of the shift less at a time."""
        factor = self.factor - Decimal("0.1")
        while factor > 0:
            yield self.model_copy(update={"factor": factor})
            factor -= Decimal("0.1")

    def explain(self) -> Text:
        """Say how many times."""
        text = Text(
            en=f"The rest after a shift is at least {self.factor:f} times as long as the shift.",
            ru=f"Отдых после смены не короче её длительности, умноженной на {self.factor:f}.",
        )
        return self.or_else(text, "hour missing", "каждый недостающий час")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Double rest after 8 and 12 hours."""
        double: dict[str, object] = {"factor": 2}
        half: dict[str, object] = {"factor": "1.5"}
        priced: dict[str, object] = {"factor": 2, "price": "10"}
        third: dict[str, object] = {"factor": "1.33", "price": "60"}
        return (
            Example(double, ("MM.",), True, "exactly 16 h after 8 h"),
            Example(double, ("DD.",), False, "12 h after 12 h"),
            Example(double, ("DN.",), True, "exactly 24 h after 12 h"),
            Example(half, ("DM",), False, "10 h after 12 h"),
            Example(half, ("DE",), True, "exactly 18 h after 12 h"),
            Example(double, ("M",), False, "the night before the period counts", history=("N",)),
            Example(double, (".D",), True, "exactly 24 h after that night", history=("N",)),
            Example(priced, ("DDD",), True, "12 h are missing twice", penalty_minor=24_000),
            Example(third, ("NE",), True, "957.6 min are 958, 6 h were had", penalty_minor=59_800),
            Example(double, ("SSM",), False, "12 h after a split shift of 8 h"),
            Example(half, ("SS.",), True, "exactly 12 h after 8 h in two spells"),
            Example(double, ("..D",), True, "edge: nothing is assumed beyond the end"),
        )
