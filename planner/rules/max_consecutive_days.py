"""Not too many days of work in a row."""

from collections.abc import Iterator
from itertools import groupby
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
class MaxConsecutiveDays(PricedTourRule):
    """The longest run of days on which a shift starts is short enough.

    A run that began before the period goes on in it; a run that was too long already
    before the period is not judged unless the period prolongs it.  Nothing is assumed
    beyond the end.

    Parameters
    ----------
    days
        Longest run allowed.
    price
        Cost of each day of the period beyond; the rule is hard where left out.
    """

    kind: Literal["max_consecutive_days"] = "max_consecutive_days"
    days: int = Field(ge=1, le=31)

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Length of the run that ends on the eve of the period, clipped."""
        worked = {shift.day for shift in history}
        run = 0
        while run < self.days and -1 - run in worked:
            run += 1
        return (run,)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Prolong the run, or end it."""
        (run,) = cast("tuple[int]", state)
        if shift is None:
            return (0,), 0
        if run < self.days:
            return (run + 1,), 0
        cost = self.charge(frame)
        return None if cost is None else (state, cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the run may go on in the next period, which counts it."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Find the runs of consecutive dates and measure them."""
        findings = []
        worked = sorted({shift.day for shift in (*tour.agent.history, *tour.worked)})
        for _, numbered in groupby(enumerate(worked), key=lambda pair: pair[1] - pair[0]):
            run = [day for _, day in numbered]
            if len(run) <= self.days or run[-1] < 0:
                continue
            date = frame.horizon.date_of(max(0, run[self.days]))
            since, length = date_text(frame.horizon.date_of(run[0])), day_count(len(run))
            text = Text(
                en=f"{length.en} of work in a row since {since.en}, at most {self.days} allowed",
                ru=f"{length.ru} работы подряд начиная с {since.ru}, допускается не более {self.days}",
            )
            beyond = [day for day in run[self.days :] if day >= 0]
            findings.append(self.finding(frame, tour, date, text, len(beyond)))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One day more at a time."""
        for days in range(self.days + 1, 32):
            yield self.model_copy(update={"days": days})

    def explain(self) -> Text:
        """Say how long a run may be."""
        most = days_limit(self.days)
        text = Text(en=f"At most {most.en} of work in a row.", ru=f"Не более {most.ru} работы подряд.")
        return self.or_else(text, "day more", "каждый день сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Runs of three and of four days."""
        three: dict[str, object] = {"days": 3}
        priced: dict[str, object] = {"days": 3, "price": "10"}
        return (
            Example(three, ("DDD.DDD",), True, "two runs of three"),
            Example(three, ("D.DEMN.",), False, "a run of four, whatever the shifts"),
            Example(three, ("DD.",), False, "two days before the period make it four", history=("DD",)),
            Example(three, ("DD.",), True, "a day off on the eve ends the old run", history=("DD.",)),
            Example(three, (".DDD",), True, "an old run of four is not judged", history=("DDDD",)),
            Example(three, ("D..",), False, "an old run of four may not go on", history=("DDDD",)),
            Example(three, ("..DDD",), True, "edge: a run of three may touch the end"),
            Example(three, (".DDDD",), False, "edge: a run of four at the end"),
            Example({"days": 1}, ("D.N.E",), True, "every other day"),
            Example(priced, ("DDDDD",), True, "the fourth and the fifth day", penalty_minor=2_000),
            Example(priced, ("DD.",), True, "an old run of four, prolonged twice", ("DDDD",), (), 2_000),
        )
