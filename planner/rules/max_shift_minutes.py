"""No shift is too long."""

from collections.abc import Iterator
from typing import Literal

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
class MaxShiftMinutes(PricedTourRule):
    """A shift lasts at most so long.

    There is one shift a day, so this is the longest day of work, too.  Shifts before the
    period are not judged; the last shift counts in full though it may end after the period.

    Parameters
    ----------
    minutes
        Greatest length.
    counted
        ``paid``: paid minutes, an unpaid break left out; ``elapsed``: from start to end.
    price
        Cost of each hour beyond; the rule is hard where left out.
    """

    kind: Literal["max_shift_minutes"] = "max_shift_minutes"
    minutes: Minutes = Field(gt=0, le=25 * 60)
    counted: Literal["paid", "elapsed"] = "paid"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Measure the shift."""
        if shift is None:
            return state, 0
        length = shift.end_minute - shift.start_minute
        beyond = (shift.paid_minutes if self.counted == "paid" else length) - self.minutes
        cost = self.charge_minutes(frame, beyond) if beyond > 0 else 0
        return None if cost is None else (state, cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Read each shift's length."""
        findings = []
        for shift in tour.worked:
            if self.counted == "paid":
                length = shift.paid_minutes
            else:
                begins, ends = (
                    frame.horizon.local(minute) for minute in (shift.start_minute, shift.end_minute)
                )
                length = round(ends.timestamp() - begins.timestamp()) // 60
            if length <= self.minutes:
                continue
            date = frame.horizon.date_of(shift.day)
            when, found, most = date_text(date), duration(length), duration(self.minutes)
            text = Text(
                en=f"the shift of {when.en} lasts {found.en}, at most {most.en} allowed",
                ru=f"смена {when.ru} длится {found.ru}, допускается не более {most.ru}",
            )
            findings.append(self.finding_minutes(frame, tour, date, text, [length - self.minutes]))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval more at a time."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.minutes + step, 25 * 60, step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say how long a shift may be."""
        most = duration(self.minutes)
        how_en, how_ru = (
            (" of paid work", " оплачиваемой работы")
            if self.counted == "paid"
            else (" from start to end", " от начала до конца")
        )
        text = Text(
            en=f"A shift has at most {most.en}{how_en}.",
            ru=f"В одной смене не более {most.ru}{how_ru}.",
        )
        return self.or_else(text, "hour more", "каждый час сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Shifts of 8 and 12 hours, and one of 9 with a break of one hour."""
        ten: dict[str, object] = {"minutes": "10h"}
        paid: dict[str, object] = {"minutes": "8h"}
        elapsed: dict[str, object] = {"minutes": "8h", "counted": "elapsed"}
        priced: dict[str, object] = {"minutes": "10h", "price": "60"}
        return (
            Example(ten, ("ME.",), True, "8 h each"),
            Example(ten, ("MD.",), False, "12 h"),
            Example({"minutes": "12h"}, ("DN",), True, "exactly 12 h"),
            Example(paid, ("B",), True, "9 h, of them 8 h paid"),
            Example(elapsed, ("B",), False, "9 h from start to end"),
            Example(ten, ("M",), True, "what was worked before is not judged", history=("D",)),
            Example(ten, (".N",), False, "edge: the last night counts in full"),
            Example(priced, ("DD",), True, "twice 2 h beyond", penalty_minor=24_000),
        )
