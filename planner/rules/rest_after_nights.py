"""A longer rest when a run of nights ends."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, Self, cast

from pydantic import Field, model_validator

from models.clock import Minutes
from models.errors import BadValueError
from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, days_limit, duration, nights_limit


@RULES.register
class RestAfterNights(PricedTourRule):
    """After a run of night shifts the next shift comes late enough.

    A run is night shifts on consecutive dates; another night on the next date prolongs it.
    When it ends after so many nights or more, the shift worked next starts at least so
    long after the end of the last night, with at least so many dates between on which no
    shift starts.  Runs before the period count where their next shift lies in it; nothing
    is assumed beyond the end.

    Parameters
    ----------
    nights
        Length from which on a run asks for the rest.
    minutes
        Least elapsed time after the last night.
    days_off
        Least number of days off; at least one of the two is given.
    price
        Cost of each run without its rest; the rule is hard where left out.
    """

    kind: Literal["rest_after_nights"] = "rest_after_nights"
    nights: int = Field(default=1, ge=1, le=31)
    minutes: Minutes | None = Field(default=None, gt=0, le=14 * 24 * 60)
    days_off: int | None = Field(default=None, ge=1, le=14)

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if self.minutes is None and self.days_off is None:
            raise BadValueError(
                Text(en="give minutes, days_off or both", ru="укажите minutes, days_off или оба")
            )
        return self

    # The state at midnight is (nights of the run that ended on the eve, days off still owed,
    # minutes after midnight still owed); owed is 0 where nothing is.

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Go through what was worked before, whatever rest it lacked."""
        if not history:
            return 0, 0, 0
        state = (0, 0, 0)
        worked = {shift.day: shift for shift in history}
        for day in range(history[0].day, 0):
            state = self._after(frame, state, day, worked.get(day))
        return state

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Judge the shift after a run; then see what is owed."""
        before = run, days_off, owed = cast("tuple[int, int, int]", state)
        cost: int | None = 0
        prolongs = shift is not None and shift.is_night and run > 0
        if shift is not None and not prolongs:
            early = shift.start_minute < frame.horizon.day_start(day) + owed
            cost = self.charge(frame) if days_off > 0 or early else 0
        return None if cost is None else (self._after(frame, before, day, shift), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: rest still owed is the next period's matter."""
        return 0

    def _after(
        self, frame: Frame, state: tuple[int, int, int], day: int, shift: Shift | None
    ) -> tuple[int, int, int]:
        """State at the next midnight."""
        run, days_off, owed = state
        midnight = frame.horizon.day_start(day)
        if shift is None:
            run, days_off = 0, max(0, days_off - 1)
        elif not shift.is_night:
            run, days_off, owed = 0, 0, 0
        else:
            run = min(self.nights, run + 1)
            asks = run >= self.nights
            days_off = (self.days_off or 0) if asks else 0
            owed = shift.end_minute + self.minutes - midnight if asks and self.minutes else 0
        return run, days_off, max(0, owed - (frame.horizon.day_start(day + 1) - midnight))

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Find each run of nights and the shift worked next."""
        shifts = (*tour.agent.history, *tour.worked)
        numbers = [number for number, shift in enumerate(shifts) if shift.is_night]
        findings = []
        for _, family in groupby(enumerate(numbers), key=lambda pair: shifts[pair[1]].day - pair[0]):
            run = [number for _, number in family]
            if len(run) < self.nights or run[-1] + 1 == len(shifts):
                continue
            last, following = shifts[run[-1]], shifts[run[-1] + 1]
            off = following.day - last.day - 1
            rest = following.start_minute - last.end_minute
            if following.day < 0 or (off >= (self.days_off or 0) and rest >= (self.minutes or rest)):
                continue
            date = frame.horizon.date_of(following.day)
            when, ended = date_text(date), date_text(frame.horizon.date_of(last.day))
            found, asked = duration(max(0, rest)), self._asked()
            text = Text(
                en=f"the shift of {when.en} comes {found.en} after the nights up to {ended.en}, {asked.en} required",
                ru=f"смена {when.ru} через {found.ru} после ночных смен по {ended.ru}, требуется {asked.ru}",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def _asked(self) -> Text:
        """The rest as a phrase."""
        en, ru = [], []
        if self.minutes is not None:
            least = duration(self.minutes)
            en.append(f"at least {least.en} of rest")
            ru.append(f"не менее {least.ru} отдыха")
        if self.days_off is not None:
            days = days_limit(self.days_off)
            en.append(f"at least {days.en} off")
            ru.append(f"не менее {days.ru} без смен")
        return Text(en=" and ".join(en), ru=" и ".join(ru))

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval and a day at a time."""
        step, minutes, days = frame.horizon.interval_minutes, self.minutes, self.days_off
        while True:
            minutes = minutes - step if minutes is not None and minutes > step else None
            days = days - 1 if days is not None and days > 1 else None
            if minutes is None and days is None:
                return
            yield self.model_copy(update={"minutes": minutes, "days_off": days})

    def parts(self, frame: Frame) -> tuple[TourRule, ...]:
        """The rest and the days off by themselves."""
        if self.minutes is None or self.days_off is None:
            return (self,)
        return self.model_copy(update={"days_off": None}), self.model_copy(update={"minutes": None})

    def explain(self) -> Text:
        """Say after how many nights there is what rest."""
        run, asked = nights_limit(self.nights), self._asked()
        text = Text(
            en=f"After {self.nights} or more night shifts in a row: {asked.en}.",
            ru=f"После {run.ru} подряд и более: {asked.ru}.",
        )
        if self.nights == 1:
            text = Text(
                en=f"After the last of one or more night shifts in a row: {asked.en}.",
                ru=f"После ночной смены или последней из нескольких подряд: {asked.ru}.",
            )
        return self.or_else(text, "run without it", "каждую такую серию без отдыха")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Rest by hours and by days, after one night and after two."""
        one: dict[str, object] = {"minutes": "48h"}
        two: dict[str, object] = {"nights": 2, "days_off": 2}
        both: dict[str, object] = {"nights": 2, "minutes": "54h", "days_off": 1}
        priced: dict[str, object] = {"days_off": 2, "price": "120"}
        return (
            Example(one, ("N..D",), True, "exactly 48 h from 08:00 to 08:00"),
            Example(one, ("N..M",), False, "46 h"),
            Example(one, ("NNN..D",), True, "another night prolongs the run"),
            Example(one, ("N.N",), False, "a night after a day off is the next run: 36 h"),
            Example(two, ("N.D.NN..D",), True, "a single night asks for nothing"),
            Example(two, ("NN.D",), False, "one day off after two nights"),
            Example(two, ("N.D",), False, "the run began before the period", history=("N",)),
            Example(two, (".D",), True, "a day off has passed already", history=("NN.",)),
            Example(both, ("NN..E",), True, "08:00 to 14:00 two days later is 54 h"),
            Example(both, ("NN..D",), False, "48 h, though with a day off"),
            Example(two, ("..NN",), True, "edge: nothing is assumed beyond the end"),
            Example(priced, ("N.D.ND",), True, "two runs without their rest", penalty_minor=24_000),
        )
