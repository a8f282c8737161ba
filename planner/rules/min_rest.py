"""Enough rest between two shifts."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, cast

from pydantic import Field

from models.clock import Minutes
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration


@RULES.register
class MinRest(PricedTourRule):
    """Elapsed time between the end of a shift and the start of the next is long enough.

    Minutes are real ones: on the night the clocks go forward the rest between the same
    two clock times is an hour shorter.  The last shift before the period counts; two
    shifts before the period are not judged.  Nothing is assumed beyond the end.

    Parameters
    ----------
    minutes
        Least rest.
    price
        Cost of each hour missing; the rule is hard where left out.
    """

    kind: Literal["min_rest"] = "min_rest"
    minutes: Minutes = Field(gt=0, le=7 * 24 * 60)
    source: str = "TK RF art. 103 (ст. 103 ТК РФ); Directive 2003/88/EC art. 3"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Minutes after midnight of day 0 before which no shift may start."""
        if not history:
            return (0,)
        return (max(0, history[-1].end_minute + self.minutes - frame.horizon.day_start(0)),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Carry the minutes of rest still owed over to the next midnight; 0 once rested."""
        (owed,) = cast("tuple[int]", state)
        midnight, next_midnight = frame.horizon.day_start(day), frame.horizon.day_start(day + 1)
        cost: int | None = 0
        if shift is not None:
            if shift.start_minute < midnight + owed:
                cost = self.charge_minutes(frame, midnight + owed - shift.start_minute)
            owed = shift.end_minute + self.minutes - midnight
        return None if cost is None else ((max(0, owed - (next_midnight - midnight)),), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: rest still owed is the next period's matter."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Compare each shift with the one before it."""
        findings = []
        for earlier, later in pairwise((*tour.agent.history, *tour.worked)):
            rest = later.start_minute - earlier.end_minute
            if later.day < 0 or rest >= self.minutes:
                continue
            date = frame.horizon.date_of(later.day)
            when, had, needed = date_text(date), duration(max(0, rest)), duration(self.minutes)
            text = Text(
                en=f"rest before the shift of {when.en} is {had.en}, at least {needed.en} are required",
                ru=f"отдых перед сменой {when.ru} длится {had.ru}, требуется не менее {needed.ru}",
            )
            findings.append(self.finding_minutes(frame, tour, date, text, [self.minutes - rest]))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval less at a time."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.minutes - step, 0, -step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say how long the rest must be."""
        least = duration(self.minutes)
        text = Text(
            en=f"At least {least.en} of rest between the end of a shift and the start of the next.",
            ru=f"Между концом смены и началом следующей не менее {least.ru} отдыха.",
        )
        return self.or_else(text, "hour missing", "каждый недостающий час")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Rest of exactly 12 hours, and less."""
        priced: dict[str, object] = {"minutes": "11h", "price": "20"}
        return (
            Example({"minutes": "12h"}, ("DD.NN",), True, "exactly 12 h between shifts of one kind"),
            Example({"minutes": "12h"}, ("ND",), False, "a day shift straight after a night shift"),
            Example({"minutes": "12h"}, ("EM",), False, "22:00 to 06:00 is 8 h"),
            Example({"minutes": "8h"}, ("EM",), True, "22:00 to 06:00 is just enough for 8 h"),
            Example({"minutes": "12h"}, ("D",), False, "the night before the period counts", history=("N",)),
            Example({"minutes": "12h"}, (".D",), True, "a day off after that night", history=("N",)),
            Example({"minutes": "36h"}, ("N.D",), False, "08:00 to 08:00 a day later is 24 h"),
            Example(priced, ("EM.",), True, "3 h are missing", penalty_minor=6_000),
            Example(priced, ("D",), True, "the night's end; 11 h are missing", ("N",), (), 22_000),
            Example({"minutes": "48h"}, ("..N",), True, "edge: nothing is assumed beyond the last day"),
        )
