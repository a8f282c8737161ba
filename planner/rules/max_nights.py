"""Not too many night shifts."""

import datetime as dt
from collections.abc import Iterator
from math import comb
from typing import ClassVar, Literal, Self, cast

from pydantic import Field, model_validator

from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TotalRule, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, days_limit, most_allowed, night_count, nights_limit

#: Ways to lay nights out in a window, above which it has too many states.
_MOST_ARRANGEMENTS = 20_000


def _arrangements(nights: int, window_days: int) -> int:
    """Ways to lay at most so many nights out over the days a window remembers."""
    places = window_days - 1
    return sum(comb(places, count) for count in range(min(nights, places) + 1))


@RULES.register
class MaxNights(PricedTourRule, TotalRule):
    """At most so many night shifts in the period, or in any window of so many days.

    Windows roll from day to day; one that reaches back before the period counts the
    nights worked there, and beyond the end nothing is assumed.  An excess that was there
    before the period only bars more nights.  The whole-period form has one state per
    count; a window must remember where in it the nights were, so long windows with many
    nights are refused.

    Parameters
    ----------
    nights
        Most night shifts.
    window_days
        Length of the window; the whole period where left out.
    since
        For the whole-period form: nights worked from this date on count too.
    used_before
        For the whole-period form: nights that count beside those, such as earlier in the year.
    price
        Cost of each night too many; the rule is hard where left out.
    """

    bound_fields: ClassVar[frozenset[str]] = frozenset({"nights", "window_days", "since", "used_before"})

    kind: Literal["max_nights"] = "max_nights"
    nights: int = Field(ge=0, le=366)
    window_days: int | None = Field(default=None, ge=1, le=366)
    since: dt.date | None = None
    used_before: int = Field(default=0, ge=0, le=366)

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.window_days is None:
            return self
        if self.since is not None:
            raise BadValueError(
                Text(
                    en="since goes with the whole period; a rolling window looks back by itself",
                    ru="since бывает только для всего периода; скользящее окно само смотрит назад",
                )
            )
        if self.used_before:
            raise BadValueError(
                Text(
                    en="used_before goes with the whole period; a rolling window looks back by itself",
                    ru="used_before бывает только для всего периода; скользящее окно само смотрит назад",
                )
            )
        if _arrangements(self.nights, self.window_days) > _MOST_ARRANGEMENTS:
            raise BadValueError(
                Text(
                    en=f"{self.nights} nights in any {self.window_days} days can be arranged in too many ways; "
                    "use a shorter window, or leave window_days out to count over the period",
                    ru=f"ночи (до {self.nights} в любых {self.window_days} днях) можно расставить слишком многими способами; сократите окно или уберите window_days, тогда счёт пойдёт за период",
                )
            )
        return self

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nights so far, or how many days ago the nights still in the window were."""
        if self.window_days is None:
            return (min(self.nights, self._nights_before(frame, history)),)
        nights = [shift.day for shift in history if shift.is_night]
        return tuple(sorted(-day for day in nights if -day < self.window_days)[: self.nights])

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Count the night, or bar it; let the window roll on."""
        night = shift is not None and shift.is_night
        if self.window_days is None:
            (count,) = cast("tuple[int]", state)
            cost = self.charge(frame) if night and count >= self.nights else 0
            return None if cost is None else ((min(self.nights, count + night),), cost)
        ago = cast("tuple[int, ...]", state)
        cost = self.charge(frame) if night and len(ago) >= self.nights else 0
        if cost is None:
            return None
        ago = (0, *ago)[: self.nights] if night else ago
        return tuple(days + 1 for days in ago if days + 1 < self.window_days), cost

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: every night was judged when it was added."""
        return 0

    def bounds(self, frame: Frame, history: tuple[Shift, ...]) -> tuple[int, int] | None:
        """Say how many nights are left; a window rolls, so its nights are no total, and a price adds up."""
        if self.window_days is not None or self.price is not None:
            return None
        return 0, max(0, self.nights - self._nights_before(frame, history))

    def memory(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing: a night is a night whatever came before."""
        return ()

    def count(self, frame: Frame, memory: State, day: int, shift: Shift | None) -> tuple[State, int]:
        """Count nights."""
        return memory, int(shift is not None and shift.is_night)

    def _nights_before(self, frame: Frame, history: tuple[Shift, ...]) -> int:
        """Nights worked before the period that count in it."""
        first = frame.horizon.day_of(self.since) if self.since else 0
        return self.used_before + sum(shift.is_night and shift.day >= first for shift in history)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Count the nights up to each night of the period, back to where counting begins."""
        nights = [shift.day for shift in (*tour.agent.history, *tour.worked) if shift.is_night]
        findings = []
        for day in nights:
            if self.window_days is not None:
                begin = day - self.window_days + 1
            else:
                begin = min(0, frame.horizon.day_of(self.since)) if self.since is not None else 0
            found = [night for night in nights if begin <= night <= day]
            counted = len(found) + self.used_before
            if day < 0 or counted <= self.nights:
                continue
            date, since = frame.horizon.date_of(day), date_text(frame.horizon.date_of(begin))
            number = night_count(counted)
            until = date_text(date)
            more_en, more_ru = (
                (f" ({self.used_before} of them earlier)", f" (из них ранее {self.used_before})")
                if self.used_before
                else ("", "")
            )
            most = most_allowed(self.nights)
            text = Text(
                en=f"{number.en} from {since.en} to {until.en}{more_en}, {most.en}",
                ru=f"{number.ru} с {since.ru} по {until.ru}{more_ru}, {most.ru}",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One night more at a time, while the nights of a window can still be told apart."""
        whole = frame.horizon.days
        if self.since is not None:
            whole += max(0, -frame.horizon.day_of(self.since))
        for nights in range(self.nights + 1, min(self.window_days or whole, 367)):
            if self.window_days is not None and _arrangements(nights, self.window_days) > _MOST_ARRANGEMENTS:
                return
            yield self.model_copy(update={"nights": nights})

    def explain(self) -> Text:
        """Say how many nights, in how long."""
        return self.or_else(self._asked(), "night more", "каждую ночную смену сверх того")

    def _asked(self) -> Text:
        many = nights_limit(self.nights)
        most = Text(en=f"at most {many.en}", ru=f"не более {many.ru}")
        if self.nights == 0:
            most = Text(en="no night shifts", ru="ни одной ночной смены")
        if self.window_days is not None:
            window = days_limit(self.window_days)
            return Text(
                en=f"In any {window.en} {most.en}.",
                ru=f"В любом отрезке из {window.ru} {most.ru}.",
            )
        begun = date_text(self.since) if self.since else None
        since_en, since_ru = (f", counted since {begun.en}", f", считая с {begun.ru}") if begun else ("", "")
        if self.used_before:
            since_en += f", counting {self.used_before} from before"
            since_ru += f", включая прежние: {self.used_before}"
        return Text(
            en=f"{most.en[0].upper()}{most.en[1:]} in the period{since_en}.",
            ru=f"За период {most.ru}{since_ru}.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Counts over the period and in windows of four days."""
        window: dict[str, object] = {"nights": 2, "window_days": 4}
        since: dict[str, object] = {"nights": 2, "since": dt.date(2026, 1, 3)}
        used: dict[str, object] = {"nights": 3, "used_before": 2}
        priced: dict[str, object] = {"nights": 1, "price": "7.50"}
        rolling: dict[str, object] = {"nights": 1, "window_days": 3, "price": "5"}
        return (
            Example({"nights": 2}, ("N.N.D",), True, "two nights in the period"),
            Example({"nights": 2}, ("N.N.N",), False, "three nights in the period"),
            Example({"nights": 2}, ("N.N",), True, "nights before the period are not its nights", ("NN.",)),
            Example(since, (".N",), False, "two nights were worked since Saturday", history=("NN",)),
            Example(window, ("N..NN",), True, "three nights, never three within four days"),
            Example(window, ("N.NN.",), False, "three within four days"),
            Example(window, ("N",), False, "the window looks back before the period", history=("N.N",)),
            Example(window, (".N",), True, "the first of them has left the window", history=("N.N",)),
            Example(window, ("N",), True, "a night four days ago has just left it", history=("N..N",)),
            Example(window, ("....NNN",), False, "edge: the last window of the period"),
            Example(used, ("..NN",), False, "two were used before, a third is left"),
            Example(priced, ("N.NN",), True, "the second and the third cost", penalty_minor=1_500),
            Example(rolling, ("NNN..N",), True, "each night after another", penalty_minor=1_000),
        )
