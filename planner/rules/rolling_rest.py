"""A long rest after not too many days."""

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
from planner.rules.wording import date_text, day_count, duration


@RULES.register
class RollingRest(PricedTourRule):
    """After at most so many days an uninterrupted rest of a given length begins.

    Days are counted from the date of the first shift after such a rest, worked or not; no
    shift starts after the last of them until the rest was had.  This is weekly rest without
    a calendar of weeks (compare Regulation (EC) 561/2006 art. 8(6): after six periods of 24 h).
    Lengths are elapsed minutes.  Before the period the agent worked what is known and
    nothing else; nothing is assumed beyond the end.

    Parameters
    ----------
    minutes
        Least length of the rest: 35 h, a weekly 24 h and a daily 11 h, under Directive
        2003/88/EC art. 5.
    days
        Most days from one such rest to the next.
    price
        Cost of each shift that comes too late; the rule is hard where left out.
    """

    kind: Literal["rolling_rest"] = "rolling_rest"
    minutes: Minutes = Field(default=35 * 60, gt=0, le=7 * 24 * 60)
    days: int = Field(default=6, ge=1, le=31)

    # The state is (days since the first shift after a long rest, minutes of that rest still
    # missing at midnight); both 0 where it has been had.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Go through what was worked before."""
        state, worked = (0, 0), {shift.day: shift for shift in history}
        for day in range(min(worked, default=0), 0):
            state = self._after(frame, state, day, worked.get(day))
        return state

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Bar a shift that comes too late."""
        gone, missing = before = cast("tuple[int, int]", state)
        cost: int | None = 0
        rested = shift is None or shift.start_minute - frame.horizon.day_start(day) >= missing
        if not rested and gone >= self.days:
            cost = self.charge(frame)
        return None if cost is None else (self._after(frame, before, day, shift), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the rest may follow."""
        return 0

    def _after(self, frame: Frame, state: tuple[int, int], day: int, shift: Shift | None) -> tuple[int, int]:
        """State at the next midnight."""
        gone, missing = state
        midnight, next_midnight = frame.horizon.day_start(day), frame.horizon.day_start(day + 1)
        if shift is not None:
            gone = 0 if shift.start_minute - midnight >= missing else gone
            missing = shift.end_minute - midnight + self.minutes
        missing = max(0, missing - (next_midnight - midnight))
        return (min(gone + 1, self.days), missing) if missing else (0, 0)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Split the shifts at long rests and measure each stretch in days."""
        findings = []
        begun: Shift | None = None
        ended = 0
        for shift in (*tour.agent.history, *tour.worked):
            if begun is None or shift.start_minute - ended >= self.minutes:
                begun = shift
            ended = shift.end_minute
            if shift.day < 0 or shift.day - begun.day < self.days:
                continue
            date, since = frame.horizon.date_of(shift.day), date_text(frame.horizon.date_of(begun.day))
            when, least, most = date_text(date), duration(self.minutes), day_count(self.days)
            text = Text(
                en=f"no rest of {least.en} between {since.en} and the shift of {when.en}, "
                f"required within {most.en}",
                ru=f"с {since.ru} до смены {when.ru} не было отдыха {least.ru}, "
                f"он нужен не позже чем через {most.ru}",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One day more at a time."""
        for days in range(self.days + 1, 32):
            yield self.model_copy(update={"days": days})

    def explain(self) -> Text:
        """Say how long the rest is, and how often."""
        least, most = duration(self.minutes), day_count(self.days)
        text = Text(
            en=f"An uninterrupted rest of at least {least.en} comes again within {most.en} "
            "of the first shift after the last one.",
            ru=f"Непрерывный отдых не менее {least.ru} повторяется не позже чем через {most.ru}, "
            "считая с первой смены после предыдущего.",
        )
        return self.or_else(text, "shift that comes before it", "каждую смену до такого отдыха")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """A rest of 35 h after three days."""
        three: dict[str, object] = {"minutes": "35h", "days": 3}
        priced: dict[str, object] = {"minutes": "35h", "days": 2, "price": "60"}
        return (
            Example(three, ("DDD.DDD",), True, "36 h after three days"),
            Example(three, ("DDDD",), False, "four days"),
            Example(three, ("D.M.D",), True, "34 h, then 42 h: the third day is the last"),
            Example(three, ("D.MD",), False, "34 h are no long rest, so the fourth day is too late"),
            Example(three, ("DD",), False, "two days were before", history=("DD",)),
            Example(three, ("DD",), True, "the eve was free", history=("DD.",)),
            Example(three, ("..DDD",), True, "edge: the rest may follow beyond the end"),
            Example(priced, ("DDDD",), True, "the third and the fourth day", penalty_minor=12_000),
        )
