"""Enough work in the period, and not too much."""

import datetime as dt
from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import gcd
from typing import ClassVar, Literal, Self, cast

from pydantic import Field, model_validator

from models.clock import MINUTES_PER_YEAR, Minutes
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TotalRule, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration

#: A shift lasts at most a day by the clock, and the day the clocks go back has 25 hours.
_LONGEST_SHIFT_MINUTES = 25 * 60


@RULES.register
class PeriodMinutes(PricedTourRule, TotalRule):
    """Paid minutes of the whole period lie within bounds.

    A shift counts in full when it starts in the period.  An accounting period that began
    before the planned one is given by ``since``: the shifts worked from that date on
    count too.  It ends with the planned period; a norm shortened by leave must be given
    shortened.  An excess that was there before the period only bars more work.

    Parameters
    ----------
    min_minutes, max_minutes
        Bounds, both included; at least one is given.
    since
        First date of the accounting period, where it lies before the planned period.
    price
        Cost of each hour too few or too many; the rule is hard where left out.
    """

    bound_fields: ClassVar[frozenset[str]] = frozenset({"min_minutes", "max_minutes", "since"})

    kind: Literal["period_minutes"] = "period_minutes"
    min_minutes: Minutes | None = Field(default=None, gt=0, le=MINUTES_PER_YEAR)
    max_minutes: Minutes | None = Field(default=None, le=MINUTES_PER_YEAR)
    since: dt.date | None = None
    source: str = "TK RF art. 104 (ст. 104 ТК РФ)"

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.min_minutes is None and self.max_minutes is None:
            raise BadValueError(
                Text(
                    en="give min_minutes, max_minutes or both", ru="укажите min_minutes, max_minutes или оба"
                )
            )
        if self.min_minutes and self.max_minutes is not None and self.min_minutes > self.max_minutes:
            raise BadValueError(
                Text(
                    en=f"min_minutes {self.min_minutes} is above max_minutes {self.max_minutes}",
                    ru=f"min_minutes {self.min_minutes} больше, чем max_minutes {self.max_minutes}",
                )
            )
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Minutes of the accounting period worked so far."""
        return (self._clipped(self._worked_before(frame, history)),)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add the shift."""
        if shift is None:
            return state, 0
        (before,) = cast("tuple[int]", state)
        total, cost = before + shift.paid_minutes, cast("int | None", 0)
        if self.max_minutes is not None and total > self.max_minutes:
            cost = self.charge_minutes(frame, total - max(before, self.max_minutes))
        return None if cost is None else ((self._clipped(total),), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Ask for the lower bound."""
        (total,) = cast("tuple[int]", state)
        missing = (self.min_minutes or 0) - total
        return self.charge_minutes(frame, missing) if missing > 0 else 0

    def bounds(self, frame: Frame, history: tuple[Shift, ...]) -> tuple[int, int] | None:
        """Take off what the accounting period has seen.

        An excess bars every shift, also one without paid minutes, which no total would tell.
        With a price only the automaton adds it up.
        """
        if self.price is not None:
            return None
        before = self._worked_before(frame, history)
        least = max(0, (self.min_minutes or 0) - before)
        if self.max_minutes is None:
            return least, frame.horizon.days * _LONGEST_SHIFT_MINUTES
        return (least, self.max_minutes - before) if before <= self.max_minutes else None

    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing: a shift counts the same whatever came before."""
        return ()

    def count(self, frame: Frame, memory: State, day: int, shift: Shift | None) -> tuple[State, int]:
        """Count paid minutes."""
        return memory, shift.paid_minutes if shift is not None else 0

    def unit(self, shifts: tuple[Shift, ...]) -> int:
        """Find the largest length of which all these shifts are multiples."""
        return gcd(*(shift.paid_minutes for shift in shifts)) or 1

    def _worked_before(self, frame: Frame, history: tuple[Shift, ...]) -> int:
        """Minutes of the accounting period before the planned one."""
        if self.since is None:
            return 0
        first = frame.horizon.day_of(self.since)
        return sum(shift.paid_minutes for shift in history if shift.day >= first)

    def _clipped(self, total: int) -> int:
        """Total up to which sums differ: just above the maximum, or the minimum where it is alone."""
        most = self.max_minutes + 1 if self.max_minutes is not None else self.min_minutes or 0
        return min(total, most)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Add up the accounting period."""
        before = [
            shift.paid_minutes
            for shift in tour.agent.history
            if self.since is not None and frame.horizon.date_of(shift.day) >= self.since
        ]
        total = sum(before) + sum(shift.paid_minutes for shift in tour.worked)
        if self.min_minutes is not None and total < self.min_minutes:
            bound, en, ru = self.min_minutes, "at least {} required", "требуется не менее {}"
            pieces = [bound - total]
        elif self.max_minutes is not None and total > self.max_minutes and tour.worked:
            bound, en, ru = self.max_minutes, "at most {} allowed", "допускается не более {}"
            sums = accumulate((shift.paid_minutes for shift in tour.worked), initial=sum(before))
            pieces = [max(0, later - max(earlier, bound)) for earlier, later in pairwise(sums)]
        else:
            return ()
        found, limit = duration(total), duration(bound)
        text = Text(
            en=f"{found.en} paid in the period, {en.format(limit.en)}",
            ru=f"за период оплачивается {found.ru}, {ru.format(limit.ru)}",
        )
        last = frame.horizon.date_of(frame.horizon.days - 1)
        return (self.finding_minutes(frame, tour, last, text, pieces),)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval at a time: a lower minimum, a higher maximum."""
        step, whole = frame.horizon.interval_minutes, frame.horizon.days * 24 * 60
        least, most = self.min_minutes, self.max_minutes
        while True:
            least = least - step if least is not None and least > step else None
            most = most + step if most is not None and most + step < whole else None
            if least is None and most is None:
                return
            yield self.model_copy(update={"min_minutes": least, "max_minutes": most})

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """The minimum and the maximum by themselves."""
        if self.min_minutes is None or self.max_minutes is None:
            return (self,)
        return (
            self.model_copy(update={"max_minutes": None}),
            self.model_copy(update={"min_minutes": None}),
        )

    def explain(self) -> Text:
        """Say the bounds, and from when on they count."""
        en, ru = [], []
        if self.min_minutes is not None:
            least = duration(self.min_minutes)
            en.append(f"at least {least.en}")
            ru.append(f"не менее {least.ru}")
        if self.max_minutes is not None:
            most = duration(self.max_minutes)
            en.append(f"at most {most.en}")
            ru.append(f"не более {most.ru}")
        begun = date_text(self.since) if self.since else None
        since_en, since_ru = (f", counted since {begun.en}", f", считая с {begun.ru}") if begun else ("", "")
        text = Text(
            en=f"Paid work in the period: {' and '.join(en)}{since_en}.",
            ru=f"Оплачиваемая работа за период: {' и '.join(ru)}{since_ru}.",
        )
        return self.or_else(text, "hour too few or too many", "каждый час недоработки или переработки")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Two bounds, one of each, and an accounting period begun earlier."""
        both: dict[str, object] = {"min_minutes": "24h", "max_minutes": "36h"}
        priced: dict[str, object] = {"min_minutes": "12h", "max_minutes": "24h", "price": "10"}
        since: dict[str, object] = {"max_minutes": "24h", "since": dt.date(2026, 1, 3)}
        return (
            Example(both, ("D.D.",), True, "exactly 24 h"),
            Example(both, ("D.M.",), False, "20 h are too few"),
            Example(both, ("DD.DM",), False, "44 h are too many"),
            Example({"min_minutes": "20h"}, ("..DE",), True, "no maximum given"),
            Example({"min_minutes": "20h"}, (".",), False, "minutes before the period do not help", ("DD",)),
            Example(since, ("D",), False, "24 h were worked since Saturday", history=("DD",)),
            Example(since, ("..",), True, "what was worked before is not judged", history=("NNN",)),
            Example(since, ("D",), True, "Friday was before the accounting period", history=("DD.",)),
            Example(priced, ("M.",), True, "4 h too few", penalty_minor=4_000),
            Example(priced, ("DDM",), True, "8 h too many", penalty_minor=8_000),
            Example(both, ("..DN",), True, "edge: the last night counts in full"),
        )
