"""Not too many worked weekends one after the other."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, cast

from pydantic import Field

from models.clock import WEEKDAYS, Weekday
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import counted, date_text, weekday_names


@RULES.register
class MaxConsecutiveWeekends(PricedTourRule):
    """At most so many weekends in a row are worked, or so many Sundays where only these are meant.

    The weekend is the chosen days of one Monday-to-Sunday week; it is worked when a shift
    starts on any of them.  Weekends before the period count; one that was worked before it
    begins is not judged itself.  Nothing is assumed beyond the end.

    Parameters
    ----------
    weekends
        Most in a row.
    days
        Days of the weekend.
    price
        Cost of each weekend beyond; the rule is hard where left out.
    """

    kind: Literal["max_consecutive_weekends"] = "max_consecutive_weekends"
    weekends: int = Field(ge=1, le=52)
    days: tuple[Weekday, ...] = Field(default=("sat", "sun"), min_length=1)

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Weekends worked in a row up to the last week, and whether this week's is worked already."""
        worked = {frame.horizon.week_of(shift.day) for shift in history if self._on_weekend(frame, shift)}
        run = 0
        while run < self.weekends and -1 - run in worked:
            run += 1
        return run, 0 in worked

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Judge a weekend when it is first touched; count it when the week ends."""
        run, touched = cast("tuple[int, bool]", state)
        cost: int | None = 0
        if shift is not None and self._on_weekend(frame, shift):
            if run >= self.weekends and not touched:
                cost = self.charge(frame)
            touched = True
        if frame.horizon.weekday(day) == 6:
            run, touched = (min(run + 1, self.weekends) if touched else 0), False
        return None if cost is None else ((run, touched), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period counts the weekends of this one."""
        return 0

    def _on_weekend(self, frame: Frame, shift: Shift) -> bool:
        return WEEKDAYS[frame.horizon.weekday(shift.day)] in self.days

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Note the first date worked of each weekend, then look back week by week."""
        first_worked: dict[dt.date, dt.date] = {}
        for shift in (*tour.agent.history, *tour.worked):
            date = frame.horizon.date_of(shift.day)
            if WEEKDAYS[date.weekday()] in self.days:
                monday = date - dt.timedelta(days=date.weekday())
                first_worked[monday] = min(date, first_worked.get(monday, date))
        findings = []
        for monday, date in sorted(first_worked.items()):
            earlier = [monday - dt.timedelta(weeks=n) for n in range(1, self.weekends + 1)]
            if date < frame.horizon.first_date or any(week not in first_worked for week in earlier):
                continue
            when = date_text(date)
            text = Text(
                en=f"the weekend of {when.en} is worked after {self.weekends} in a row, at most so many allowed",
                ru=f"уикенд {when.ru} занят после занятых подряд: {self.weekends}, больше не допускается",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One weekend more at a time."""
        for weekends in range(self.weekends + 1, min(52, self.weekends + frame.horizon.days // 7 + 2)):
            yield self.model_copy(update={"weekends": weekends})

    def explain(self) -> Text:
        """Say how many in a row."""
        days = weekday_names(self.days)
        most = counted(self.weekends, ("weekend", "weekends"), ("уикенда", "уикендов", "уикендов"))
        text = Text(
            en=f"At most {most.en} ({days.en}) worked in a row.",
            ru=f"Занято не более {most.ru} ({days.ru}) подряд.",
        )
        return self.or_else(text, "weekend beyond that", "каждый уикенд сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Weekends and Sundays in a row."""
        one: dict[str, object] = {"weekends": 1}
        two: dict[str, object] = {"weekends": 2, "days": ["sun"]}
        priced: dict[str, object] = {"weekends": 1, "days": ["sat", "sun"], "price": "40"}
        sunday = dt.date(2026, 1, 4)
        return (
            Example(one, (".....DD.......",), True, "one weekend, both days"),
            Example(one, (".....D.......D",), False, "a day of each of two"),
            Example(one, (".....D..............D",), True, "a free weekend between"),
            Example(two, ("......D......D......",), True, "two Sundays"),
            Example(two, ("......D......D......D",), False, "three Sundays"),
            Example(two, (".....DD......",), False, "two Sundays were before", ("D......D",)),
            Example(
                one, ("D.....",), False, "the weekend before was worked", ("D......",), first_date=sunday
            ),
            Example(one, ("D.....",), True, "this one was begun before", ("D......D",), first_date=sunday),
            Example(priced, (".....DD.....DD.....D.",), True, "two too many", penalty_minor=8_000),
            Example(one, ("......N",), True, "edge: Sunday's night is the last shift"),
        )
