"""Night shifts are shorter."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from models.clock import ClockSpan, Minutes
from models.example import Example
from models.night import is_night_work
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, duration, night_work


@RULES.register
class MaxNightShift(PricedTourRule):
    """A shift that is night work lasts at most so long.

    Shifts before the period are not judged; the last one counts in full.

    Parameters
    ----------
    minutes
        Greatest length: 7 h where 8 are the day's norm (TK RF art. 96: an hour shorter), 8 h
        under Directive 2003/88/EC art. 8.
    counted
        ``paid``: paid minutes, an unpaid break left out; ``elapsed``: from start to end.
    night_minutes
        Minutes of a shift within the night that make it night work: 1 means any.  Where left
        out, a night shift under the scenario's ``night`` is.
    band
        The night of this rule, where it is not the scenario's.
    price
        Cost of each hour beyond; the rule is hard where left out.
    """

    kind: Literal["max_night_shift"] = "max_night_shift"
    minutes: Minutes = Field(gt=0, le=25 * 60)
    counted: Literal["paid", "elapsed"] = "paid"
    night_minutes: Minutes | None = Field(default=None, ge=1, le=24 * 60)
    band: ClockSpan | None = None

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Measure night work."""
        if shift is None or not is_night_work(
            frame.horizon, frame.night, shift, self.night_minutes, self.band
        ):
            return state, 0
        elapsed = shift.end_minute - shift.start_minute
        beyond = (shift.paid_minutes if self.counted == "paid" else elapsed) - self.minutes
        cost = self.charge_minutes(frame, beyond) if beyond > 0 else 0
        return None if cost is None else (state, cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Read the length of each shift that is night work."""
        findings = []
        for shift in tour.worked:
            lengths = {"paid": shift.paid_minutes, "elapsed": shift.end_minute - shift.start_minute}
            length = lengths[self.counted]
            if length <= self.minutes:
                continue
            if is_night_work(frame.horizon, frame.night, shift, self.night_minutes, self.band):
                date = frame.horizon.date_of(shift.day)
                when, found, most = date_text(date), duration(length), duration(self.minutes)
                text = Text(
                    en=f"the night work of {when.en} lasts {found.en}, at most {most.en} allowed",
                    ru=f"ночная смена {when.ru} длится {found.ru}, допускается не более {most.ru}",
                )
                findings.append(self.finding_minutes(frame, tour, date, text, [length - self.minutes]))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """A planning interval more at a time."""
        step = frame.horizon.interval_minutes
        for minutes in range(self.minutes + step, 25 * 60, step):
            yield self.model_copy(update={"minutes": minutes})

    def explain(self) -> Text:
        """Say how long night work may be, and what it is."""
        most, what = duration(self.minutes), Text(en="", ru="")
        if self.night_minutes is not None or self.band is not None:
            meant = night_work(self.night_minutes, self.band)
            what = Text(en=f" ({meant.en})", ru=f" ({meant.ru})")
        how_en, how_ru = (
            (" of paid work", " оплачиваемой работы")
            if self.counted == "paid"
            else (" from start to end", " от начала до конца")
        )
        text = Text(
            en=f"A night shift has at most {most.en}{how_en}{what.en}.",
            ru=f"В ночной смене не более {most.ru}{how_ru}{what.ru}.",
        )
        return self.or_else(text, "hour more", "каждый час сверх того")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Nights of 12 hours; early and late shifts as night work."""
        seven: dict[str, object] = {"minutes": "7h"}
        twelve: dict[str, object] = {"minutes": "12h", "counted": "elapsed"}
        early: dict[str, object] = {"minutes": "7h", "night_minutes": "1h", "band": "22:00-07:00"}
        priced: dict[str, object] = {"minutes": "7h30m", "price": "100"}
        return (
            Example(seven, ("DEM",), True, "shifts by day may be longer"),
            Example(seven, ("N",), False, "12 h at night"),
            Example(twelve, ("NN",), True, "exactly 12 h"),
            Example(early, ("M",), False, "8 h, an hour of them before 07:00"),
            Example(early, ("DE",), True, "these have no hour of that night"),
            Example(seven, ("D",), True, "what was worked before is not judged", history=("N",)),
            Example(seven, ("..N",), False, "edge: the last night counts in full"),
            Example(priced, ("N.N",), True, "4 h 30 min beyond, twice", penalty_minor=90_000),
        )
