"""Who may not work on public holidays."""

import datetime as dt
from typing import Literal

from models.example import Example
from models.rule import RULES, Frame, State, Step
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text

_REASONS = {
    "under_18": Text(en="under 18", ru="моложе 18 лет"),
    "no_consent": Text(en="no written consent", ru="нет письменного согласия"),
    "other": Text(en="not allowed", ru="не допускается"),
}


@RULES.register
class NoHolidayWork(PricedTourRule):
    """Those the rule binds work no minute of a public holiday.

    Shifts before the period are not judged, nor is what a shift of its last day does after it: the
    holidays known are those of the period.  TK RF art. 268 bars those under 18, art. 259 pregnant
    women; art. 113 asks others for written consent.

    Parameters
    ----------
    reason
        Why; shown, and without effect.
    price
        Cost of each such shift; the rule is hard where left out.
    """

    kind: Literal["no_holiday_work"] = "no_holiday_work"
    reason: Literal["under_18", "no_consent", "other"] = "other"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Nothing is remembered."""
        return ()

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Bar shifts that share a minute with a holiday of the period."""
        if shift is None:
            return state, 0
        horizon = frame.horizon
        for later in range(day, min(day + 3, horizon.days)):
            begin, end = horizon.day_start(later), horizon.day_start(later + 1)
            on_it = shift.start_minute < end and begin < shift.end_minute
            if on_it and horizon.date_of(later) in frame.holidays:
                cost = self.charge(frame)
                return None if cost is None else (state, cost)
        return state, 0

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Read the dates of each shift from its first minute to its last."""
        findings = []
        last = frame.horizon.date_of(frame.horizon.days - 1)
        for shift in tour.worked:
            begins = frame.horizon.local(shift.start_minute).date()
            ends = min(last, frame.horizon.local(shift.end_minute - 1).date())
            worked = [date for date in sorted(frame.holidays) if begins <= date <= ends]
            if worked:
                date = frame.horizon.date_of(shift.day)
                when, holiday, why = date_text(date), date_text(worked[0]), _REASONS[self.reason]
                text = Text(
                    en=f"the shift of {when.en} works on the holiday {holiday.en} ({why.en})",
                    ru=f"смена {when.ru} приходится на праздник {holiday.ru} ({why.ru})",
                )
                findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def explain(self) -> Text:
        """Say what is barred, and why."""
        why = _REASONS[self.reason]
        text = Text(
            en=f"No work on public holidays ({why.en}).", ru=f"Без работы в праздничные дни ({why.ru})."
        )
        return self.or_else(text, "shift on one", "каждую такую смену")

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """A holiday on the second day, worked, touched and left alone."""
        young: dict[str, object] = {"reason": "under_18"}
        priced: dict[str, object] = {"reason": "no_consent", "price": "300"}
        tuesday = (dt.date(2026, 1, 6),)
        both = (dt.date(2026, 1, 6), dt.date(2026, 1, 7))
        monday = (dt.date(2026, 1, 5),)
        return (
            Example(young, ("D.D",), True, "off on the holiday", holidays=tuesday),
            Example(young, (".D",), False, "a shift on it", holidays=tuesday),
            Example(young, ("N.",), False, "the night of the eve runs into it", holidays=tuesday),
            Example(young, ("E.",), True, "the eve's evening ends at 22:00", holidays=tuesday),
            Example(young, ("DND",), True, "no holiday at all"),
            Example(priced, ("DNN.",), True, "two shifts, one on both", holidays=both, penalty_minor=60_000),
            Example(young, ("..",), True, "edge: the eve is not judged", holidays=monday, history=("N",)),
            Example(young, ("N",), True, "edge: nothing is known of the day after", holidays=tuesday),
        )
