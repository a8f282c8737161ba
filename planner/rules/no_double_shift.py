"""No second shift directly after another."""

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
class NoDoubleShift(PricedTourRule):
    """Nobody works two shifts in a row: one that begins when, or soon after, another ends.

    TK RF art. 103 forbids it, the person's own consent notwithstanding.  How soon is soon the law
    does not say; a rest between shifts is another rule.  The last shift before the period
    counts; nothing is assumed beyond the end.

    Parameters
    ----------
    gap_minutes
        A shift that begins no later than this after the end of another is in a row with it.
    price
        Cost of each second shift; the rule is hard where left out.
    """

    kind: Literal["no_double_shift"] = "no_double_shift"
    gap_minutes: Minutes = Field(default=60, le=12 * 60)
    source: str = "TK RF art. 103 (ст. 103 ТК РФ)"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Last minute after midnight of day 0 at which a shift would be the second; -1 for none."""
        if not history:
            return (-1,)
        return (max(-1, history[-1].end_minute + self.gap_minutes - frame.horizon.day_start(0)),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Bar a shift within reach of the one before; carry the reach over to the next midnight."""
        (reach,) = cast("tuple[int]", state)
        midnight, next_midnight = frame.horizon.day_start(day), frame.horizon.day_start(day + 1)
        cost: int | None = 0
        if shift is not None:
            if shift.start_minute - midnight <= reach:
                cost = self.charge(frame)
            reach = shift.end_minute + self.gap_minutes - midnight
        return None if cost is None else ((max(-1, reach - (next_midnight - midnight)),), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period counts the last shift of this one."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Look at each two successive shifts."""
        findings = []
        for earlier, later in pairwise((*tour.agent.history, *tour.worked)):
            gap = later.start_minute - earlier.end_minute
            if later.day < 0 or gap > self.gap_minutes:
                continue
            date = frame.horizon.date_of(later.day)
            when, after = date_text(date), duration(max(0, gap))
            text = Text(
                en=f"the shift of {when.en} is the second in a row: it begins {after.en} after another ends",
                ru=f"смена {when.ru} вторая подряд: начинается через {after.ru} после конца предыдущей",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval less at a time, down to shifts that touch."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.gap_minutes - step, -1, -step):
            yield self.model_copy(update={"gap_minutes": minutes})

    def explain(self) -> Text:
        """Say what counts as two in a row."""
        gap = duration(self.gap_minutes)
        text = Text(
            en=f"No two shifts in a row: none begins within {gap.en} of the end of another.",
            ru=f"Работа две смены подряд запрещена: смена не начинается в течение {gap.ru} после конца другой.",
        )
        return self.or_else(text, "second shift", "каждую вторую смену подряд")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Shifts that touch, and shifts some hours apart."""
        touch: dict[str, object] = {"gap_minutes": 0}
        hour: dict[str, object] = {"gap_minutes": "1h"}
        eight: dict[str, object] = {"gap_minutes": "8h"}
        priced: dict[str, object] = {"gap_minutes": "1h", "price": "70"}
        return (
            Example(touch, ("ND",), False, "a day shift begins when the night ends"),
            Example(touch, ("DD.N",), True, "12 h apart"),
            Example(hour, ("NB",), False, "08:00 to 09:00 is still in a row"),
            Example(touch, ("NB",), True, "an hour between is enough for this gap"),
            Example(eight, ("EM",), False, "22:00 to 06:00"),
            Example(eight, ("DM",), True, "20:00 to 06:00 is longer"),
            Example(hour, ("D",), False, "the eve's night counts", history=("N",)),
            Example(hour, ("E",), True, "08:00 to 14:00", history=("N",)),
            Example(priced, ("NDND",), True, "twice", penalty_minor=14_000),
            Example(hour, (".ND",), False, "edge: the last two days"),
        )
