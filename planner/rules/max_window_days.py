"""Not too many days of work in any few days running."""

from collections.abc import Iterator
from math import comb
from typing import Literal, Self, cast

from pydantic import Field, model_validator

from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, day_count, days_limit

#: Ways to lay days out in a window, above which it has too many states.
_MOST_ARRANGEMENTS = 20_000


def _arrangements(days: int, window_days: int) -> int:
    """Ways to lay the worked days out over the days a window remembers, or those off: the fewer."""
    places, fewer = window_days - 1, min(days, window_days - days)
    return sum(comb(places, number) for number in range(min(fewer, places) + 1))


@RULES.register
class MaxWindowDays(PricedTourRule):
    """In any so many consecutive days at most so many are worked.

    A day is worked when a shift starts on it.  Windows roll from day to day; one that
    reaches back before the period counts the days worked there, and beyond the end nothing
    is assumed.  An excess that was there before only bars more work.  Where in the window
    the days of work are must be remembered, or those off, so some long windows are refused.

    Parameters
    ----------
    days
        Most days of work.
    window_days
        Length of the window.
    price
        Cost of each day of work that is one too many in the window it ends; the rule is
        hard where left out.
    """

    kind: Literal["max_window_days"] = "max_window_days"
    days: int = Field(ge=1, le=60)
    window_days: int = Field(ge=2, le=61)

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.days >= self.window_days:
            raise BadValueError(
                Text(
                    en=f"{self.window_days} days have no more than {self.days} anyway",
                    ru=f"в окне на {self.window_days} дн. больше {self.days} и не бывает",
                )
            )
        if _arrangements(self.days, self.window_days) > _MOST_ARRANGEMENTS:
            raise BadValueError(
                Text(
                    en=f"{self.days} days of work in any {self.window_days} can be arranged in too many ways; "
                    "use a shorter window",
                    ru=f"дни работы (до {self.days} в любых {self.window_days}) можно расставить слишком многими способами; сократите окно",
                )
            )
        return self

    # The state holds how many days ago the latest days of work were that the window still
    # reaches or, where these are fewer, the latest days off; one more of either is not needed.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Look back over the days the window reaches."""
        worked = {-shift.day for shift in history}
        ago = [days for days in range(1, self.window_days) if (days in worked) == self._notes_work]
        return tuple(ago[: self._noted])

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Count what the window has, then let it roll on."""
        ago = cast("tuple[int, ...]", state)
        full = len(ago) >= self._noted if self._notes_work else len(ago) < self._noted
        cost = self.charge(frame) if shift is not None and full else 0
        if (shift is not None) == self._notes_work:
            ago = (0, *ago)
        rolled = tuple(days + 1 for days in ago if days + 1 < self.window_days)
        return None if cost is None else (rolled[: self._noted], cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period looks back."""
        return 0

    @property
    def _notes_work(self) -> bool:
        return self.days <= self.window_days - self.days

    @property
    def _noted(self) -> int:
        return min(self.days, self.window_days - self.days)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """At each day of work count the days that end with it."""
        worked, findings = sorted(shift.day for shift in (*tour.agent.history, *tour.worked)), []
        for last in worked:
            found = sum(last - self.window_days < day <= last for day in worked)
            if last < 0 or found <= self.days:
                continue
            date = frame.horizon.date_of(last)
            since = date_text(frame.horizon.date_of(last - self.window_days + 1))
            until, number = date_text(date), day_count(found)
            text = Text(
                en=f"{number.en} of work from {since.en} to {until.en}, at most {self.days} allowed",
                ru=f"{number.ru} работы с {since.ru} по {until.ru}, допускается не более {self.days}",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One day more at a time, while the days of a window can still be told apart."""
        for days in range(self.days + 1, self.window_days):
            if _arrangements(days, self.window_days) <= _MOST_ARRANGEMENTS:
                yield self.model_copy(update={"days": days})

    def explain(self) -> Text:
        """Say how many days, in how long."""
        most, window = days_limit(self.days), days_limit(self.window_days)
        text = Text(
            en=f"In any {window.en} at most {most.en} of work.",
            ru=f"В любом отрезке из {window.ru} не более {most.ru} работы.",
        )
        return self.or_else(text, "day more", "каждый день сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Two of five days, five of seven."""
        two: dict[str, object] = {"days": 2, "window_days": 5}
        five: dict[str, object] = {"days": 5, "window_days": 7}
        priced: dict[str, object] = {"days": 2, "window_days": 4, "price": "20"}
        return (
            Example(two, ("DD...DN",), True, "two in any five days"),
            Example(two, ("D.D.D",), False, "three in five days"),
            Example(five, ("DDDDD..DDDDD",), True, "five in any seven days"),
            Example(five, ("DDD.DDD",), False, "six in seven days"),
            Example(five, ("D",), False, "the window looks back", history=("DDDDD.",)),
            Example(five, (".D",), True, "the first has left the window", history=("DDDDD.",)),
            Example(five, ("..DDDDD",), True, "edge: nothing is assumed beyond the end"),
            Example(priced, ("DDDD",), True, "the third and the fourth day", penalty_minor=4_000),
        )
