"""Who may not work nights."""

from typing import Literal

from pydantic import Field

from models.clock import ClockSpan, Minutes
from models.example import Example
from models.night import is_night_work
from models.rule import RULES, Frame, State, Step
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text, night_work

_REASONS = {
    "pregnant": Text(en="pregnancy", ru="беременность"),
    "under_18": Text(en="under 18", ru="моложе 18 лет"),
    "no_consent": Text(en="no written consent", ru="нет письменного согласия"),
    "medical": Text(en="medical advice", ru="медицинское заключение"),
    "other": Text(en="not allowed", ru="не допускается"),
}


@RULES.register
class NoNightWork(PricedTourRule):
    """Those the rule binds are not put on night work.

    Shifts before the period are not judged.  TK RF art. 96 bars pregnant women and those under 18,
    and asks others for written consent.

    Parameters
    ----------
    night_minutes
        Minutes of a shift within the night that make it night work: 1 means any.  Where left
        out, a night shift under the scenario's ``night`` is.
    band
        The night of this rule, where it is not the scenario's.
    reason
        Why; shown, and without effect.
    price
        Cost of each such shift; the rule is hard where left out.
    """

    kind: Literal["no_night_work"] = "no_night_work"
    night_minutes: Minutes | None = Field(default=None, ge=1, le=24 * 60)
    band: ClockSpan | None = None
    reason: Literal["pregnant", "under_18", "no_consent", "medical", "other"] = "other"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Bar night work."""
        if shift is None or not is_night_work(
            frame.horizon, frame.night, shift, self.night_minutes, self.band
        ):
            return state, 0
        cost = self.charge(frame)
        return None if cost is None else (state, cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Look for night work among the shifts of the period."""
        findings = []
        for shift in tour.worked:
            if is_night_work(frame.horizon, frame.night, shift, self.night_minutes, self.band):
                date = frame.horizon.date_of(shift.day)
                when, why = date_text(date), _REASONS[self.reason]
                text = Text(
                    en=f"the shift of {when.en} is night work ({why.en})",
                    ru=f"смена {when.ru} ночная ({why.ru})",
                )
                findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def explain(self) -> Text:
        """Say what is barred, and why."""
        why, what = _REASONS[self.reason], night_work(self.night_minutes, self.band)
        text = Text(
            en=f"No night work ({why.en}): {what.en}.", ru=f"Без ночной работы ({why.ru}): {what.ru}."
        )
        return self.or_else(text, "such shift", "каждую такую смену")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """The scenario's night, any minute of it, and a night of its own."""
        shifts: dict[str, object] = {"reason": "pregnant"}
        minute: dict[str, object] = {"night_minutes": "1m", "band": "21:00-06:00", "reason": "under_18"}
        two: dict[str, object] = {"night_minutes": "2h", "band": "20:00-08:00", "reason": "no_consent"}
        early: dict[str, object] = {"band": "00:00-12:00"}
        priced: dict[str, object] = {"reason": "medical", "price": "500"}
        return (
            Example(shifts, ("DEM",), True, "none is a night shift"),
            Example(shifts, ("DN",), False, "a night shift"),
            Example(minute, ("E",), False, "14:00 to 22:00 has an hour after 21:00"),
            Example(minute, ("MD",), True, "06:00 to 14:00 and 08:00 to 20:00 have none"),
            Example(two, ("M",), False, "exactly 2 h before 08:00"),
            Example(two, ("E",), False, "exactly 2 h after 20:00"),
            Example(two, ("D",), True, "08:00 to 20:00 has none"),
            Example(early, ("M",), False, "6 of its 8 h lie before noon"),
            Example(early, ("D",), True, "4 of its 12 h are fewer than half"),
            Example(shifts, ("D",), True, "what was worked before is not judged", history=("N",)),
            Example(shifts, ("..N",), False, "edge: the last night"),
            Example(priced, ("N.N",), True, "two nights", penalty_minor=100_000),
        )
