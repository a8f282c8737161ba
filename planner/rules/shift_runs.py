"""Runs of shifts of one kind are neither too long nor too short."""

from collections.abc import Iterator
from itertools import groupby
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


@RULES.register
class ShiftRuns(PricedTourRule):
    """Shifts of one kind on consecutive dates come in runs of a certain length.

    The kind is night shifts, certain patterns, or any work.  A run that began before the
    period goes on in it; one that was too long already is judged only where the period
    prolongs it, and one that the period does not prolong must have been long enough.  A
    run at the end of the period may go on beyond it and is never too short.

    Parameters
    ----------
    min_days, max_days
        Bounds of a run, both included; at least one is given.
    patterns
        Names of the patterns that make a run, in any order.
    nights
        Night shifts make a run, instead of ``patterns``; with neither, any shift does.
    price
        Cost of each day missing or too many; the rule is hard where left out.
    """

    kind: Literal["shift_runs"] = "shift_runs"
    min_days: int | None = Field(default=None, ge=2, le=31)
    max_days: int | None = Field(default=None, ge=1, le=31)
    patterns: tuple[str, ...] = ()
    nights: bool = False

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.min_days is None and self.max_days is None:
            raise BadValueError(
                Text(en="give min_days, max_days or both", ru="укажите min_days, max_days или оба")
            )
        if self.min_days and self.max_days and self.min_days > self.max_days:
            raise BadValueError(
                Text(
                    en=f"min_days {self.min_days} is above max_days {self.max_days}",
                    ru=f"min_days {self.min_days} больше, чем max_days {self.max_days}",
                )
            )
        if self.nights and self.patterns:
            raise BadValueError(
                Text(
                    en="give either patterns or nights = true",
                    ru="нужно что-то одно: patterns или nights = true",
                )
            )
        return self

    # The state is the length of the run so far, clipped where more of it no longer matters.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Length of the run that ends on the eve."""
        days = {shift.day for shift in history if self._makes_run(shift)}
        run = 0
        while run < self._longest and -1 - run in days:
            run += 1
        return (run,)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Prolong the run, or end it."""
        (run,) = cast("tuple[int]", state)
        cost: int | None = 0
        if shift is not None and self._makes_run(shift):
            if self.max_days is not None and run >= self.max_days:
                cost = self.charge(frame)
            run = min(run + 1, self._longest)
        else:
            if 0 < run < (self.min_days or 0):
                cost = self.charge(frame, (self.min_days or 0) - run)
            run = 0
        return None if cost is None else ((run,), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the run may go on in the next period, which counts it."""
        return 0

    def _makes_run(self, shift: Shift) -> bool:
        if self.nights:
            return shift.is_night
        return not self.patterns or shift.pattern in self.patterns

    @property
    def _longest(self) -> int:
        return max(self.min_days or 0, self.max_days or 0)

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Find the runs of consecutive dates and measure them."""
        meant = sorted(
            shift.day
            for shift in (*tour.agent.history, *tour.worked)
            if (shift.is_night if self.nights else shift.pattern in (self.patterns or (shift.pattern,)))
        )
        findings = []
        for _, numbered in groupby(enumerate(meant), key=lambda pair: pair[1] - pair[0]):
            run = [day for _, day in numbered]
            date = frame.horizon.date_of(max(0, run[-1]))
            since, length = date_text(frame.horizon.date_of(run[0])), day_count(len(run))
            what_en, what_ru = self._what()
            en = f"{length.en} in a row ({what_en}) since {since.en}"
            ru = f"{length.ru} подряд ({what_ru}) начиная с {since.ru}"
            beyond = [day for day in run[self.max_days :] if day >= 0] if self.max_days is not None else []
            if beyond:
                text = Text(
                    en=f"{en}, at most {self.max_days} allowed",
                    ru=f"{ru}, допускается не более {self.max_days}",
                )
                findings.append(self.finding(frame, tour, date, text, len(beyond)))
            ends_inside = -1 <= run[-1] < frame.horizon.days - 1
            if self.min_days is not None and len(run) < self.min_days and ends_inside:
                text = Text(
                    en=f"{en}, at least {self.min_days} required",
                    ru=f"{ru}, требуется не менее {self.min_days}",
                )
                findings.append(self.finding(frame, tour, date, text, self.min_days - len(run)))
        return tuple(findings)

    def _what(self) -> tuple[str, str]:
        """Name what makes a run."""
        if self.nights:
            return "night shifts", "ночные смены"
        if self.patterns:
            return ", ".join(self.patterns), ", ".join(self.patterns)
        return "work", "работа"

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """One day at a time: a lower minimum, a higher maximum."""
        least, most = self.min_days, self.max_days
        while True:
            least = least - 1 if least is not None and least > 2 else None
            most = most + 1 if most is not None and most < min(31, frame.horizon.days + 30) else None
            if least is None and most is None:
                return
            yield self.model_copy(update={"min_days": least, "max_days": most})

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """The minimum and the maximum by themselves."""
        if self.min_days is None or self.max_days is None:
            return (self,)
        return self.model_copy(update={"max_days": None}), self.model_copy(update={"min_days": None})

    def explain(self) -> Text:
        """Say what makes a run, and how long it is."""
        en, ru = [], []
        if self.min_days is not None:
            least = days_limit(self.min_days)
            en.append(f"at least {least.en}")
            ru.append(f"не менее {least.ru}")
        if self.max_days is not None:
            most = days_limit(self.max_days)
            en.append(f"at most {most.en}")
            ru.append(f"не более {most.ru}")
        what_en, what_ru = self._what()
        text = Text(
            en=f"In a row ({what_en}): {' and '.join(en)}.",
            ru=f"Подряд ({what_ru}): {' и '.join(ru)}.",
        )
        return self.or_else(text, "day too few or too many", "каждый недостающий или лишний день")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Runs of nights, of a pattern, and of work."""
        nights: dict[str, object] = {"nights": True, "min_days": 2, "max_days": 3}
        early: dict[str, object] = {"patterns": ["M", "E"], "max_days": 2}
        work: dict[str, object] = {"min_days": 3}
        priced: dict[str, object] = {"nights": True, "min_days": 3, "max_days": 3, "price": "25"}
        return (
            Example(nights, ("NN.NNN.",), True, "runs of two and of three"),
            Example(nights, ("N.NN",), False, "a single night"),
            Example(nights, ("NDDD",), False, "a day shift ends the run"),
            Example(nights, ("NNNN",), False, "a run of four"),
            Example(nights, ("N..",), True, "joined with the eve's night", history=("N",)),
            Example(nights, ("..",), False, "the eve's night stays single", history=("N",)),
            Example(nights, ("...N",), True, "edge: the run at the end may go on"),
            Example(early, ("MEDME",), True, "another pattern between"),
            Example(early, ("MEM",), False, "three of the two patterns"),
            Example(work, ("DDN.DDD",), True, "any work makes a run"),
            Example(work, ("DN.DDD",), False, "two days of work"),
            Example(priced, ("NNNNN.N.",), True, "two too many, two too few", penalty_minor=10_000),
        )
