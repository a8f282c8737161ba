"""Not too much work in any few days running."""

from collections.abc import Iterator
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
from planner.rules.wording import date_text, days_limit, duration


@RULES.register
class MaxWindowMinutes(PricedTourRule):
    """In any so many consecutive days at most so much work.

    Windows roll from day to day; a shift counts in full on the date it starts on.  A window
    that reaches back before the period counts what was worked there, and beyond the end
    nothing is assumed.  A window is judged where its last day is worked.  Every length of
    shift on each of the days must be remembered, so long windows take the planner long.

    Parameters
    ----------
    minutes
        Most in a window.
    days
        Length of the window, at most two weeks.
    counted
        ``paid``: paid minutes; ``elapsed``: from start to end, breaks included.
    price
        Cost of each hour beyond, window by window, though of no more than were worked on the
        last day of the window; the rule is hard where left out.
    """

    kind: Literal["max_window_minutes"] = "max_window_minutes"
    minutes: Minutes = Field(gt=0, le=14 * 24 * 60)
    days: int = Field(default=7, ge=2, le=14)
    counted: Literal["paid", "elapsed"] = "paid"

    # The state holds the lengths of the days of the window but the last, oldest first.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Lengths of the last days before the period."""
        lengths = [0] * (self.days - 1)
        for shift in history:
            if -shift.day < self.days:
                lengths[shift.day] += self._length(shift)
        return tuple(lengths)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add the shift to the window that ends with it, then let the window roll on."""
        lengths = cast("tuple[int, ...]", state)
        own = self._length(shift) if shift is not None else 0
        beyond = sum(lengths) + own - self.minutes
        cost = self.charge_minutes(frame, min(own, beyond)) if shift is not None and beyond > 0 else 0
        return None if cost is None else ((*lengths[1:], own), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period looks back."""
        return 0

    def _length(self, shift: Shift) -> int:
        return shift.paid_minutes if self.counted == "paid" else shift.end_minute - shift.start_minute

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """At each shift add up the days that end with it."""
        findings, lengths = [], {}
        for shift in (*tour.agent.history, *tour.worked):
            elapsed = shift.end_minute - shift.start_minute
            lengths[shift.day] = shift.paid_minutes if self.counted == "paid" else elapsed
        for shift in tour.worked:
            first = shift.day - self.days + 1
            total = sum(lengths.get(day, 0) for day in range(first, shift.day + 1))
            if total <= self.minutes:
                continue
            date, since = frame.horizon.date_of(shift.day), date_text(frame.horizon.date_of(first))
            until, found, most = date_text(date), duration(total), duration(self.minutes)
            text = Text(
                en=f"{found.en} of work from {since.en} to {until.en}, at most {most.en} allowed",
                ru=f"с {since.ru} по {until.ru} работы {found.ru}, допускается не более {most.ru}",
            )
            beyond = min(lengths[shift.day], total - self.minutes)
            findings.append(self.finding_minutes(frame, tour, date, text, [beyond]))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval more at a time."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.minutes + step, self.days * 24 * 60, step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say how much, in how long."""
        most, window = duration(self.minutes), days_limit(self.days)
        how_en, how_ru = ("paid work", "оплачиваемой работы")
        if self.counted == "elapsed":
            how_en, how_ru = "work, breaks included", "работы вместе с перерывами"
        text = Text(
            en=f"In any {window.en} at most {most.en} of {how_en}.",
            ru=f"В любом отрезке из {window.ru} не более {most.ru} {how_ru}.",
        )
        return self.or_else(text, "hour more", "каждый час сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Windows of three and of four days."""
        three: dict[str, object] = {"minutes": "24h", "days": 3}
        four: dict[str, object] = {"minutes": "27h", "days": 4, "counted": "elapsed"}
        priced: dict[str, object] = {"minutes": "20h", "days": 3, "price": "50"}
        return (
            Example(three, ("DD.DD",), True, "24 h in any three days"),
            Example(three, ("DMM.",), False, "28 h"),
            Example(three, ("MMMMMM",), True, "exactly 24 h all along"),
            Example(four, ("BBB.",), True, "exactly 27 h with breaks"),
            Example(four, ("BB.D",), False, "30 h with breaks"),
            Example(three, ("M",), False, "the window looks back", history=("DD",)),
            Example(three, (".D",), True, "the first has left the window", history=("DD",)),
            Example(three, ("...DDM",), False, "edge: the last window of the period"),
            Example(priced, ("DDD",), True, "4 h, then 12 h of 16 h", penalty_minor=80_000),
        )
