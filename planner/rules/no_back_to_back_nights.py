"""No two night shifts one after the other."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, cast

from models.example import Example
from models.rule import RULES, Frame, State, Step, TourRule
from models.shift import Shift
from models.text import Text
from models.tour import Tour
from models.violation import Violation
from planner.rules.priced import PricedTourRule
from planner.rules.wording import date_text


@RULES.register
class NoBackToBackNights(PricedTourRule):
    """Nobody is put on a night shift twice in a row.

    The field means two different things by it, so the meaning is named.  The last shift
    before the period counts; nothing is assumed beyond the end.

    Parameters
    ----------
    meaning
        ``consecutive_days``: no night shifts starting on two consecutive dates; a day off
        or a day shift between them is enough.  ``consecutive_duties``: no two successive
        worked shifts that are both nights, even with days off between them.
    price
        Cost of each night that follows another; the rule is hard where left out.
    """

    kind: Literal["no_back_to_back_nights"] = "no_back_to_back_nights"
    meaning: Literal["consecutive_days", "consecutive_duties"] = "consecutive_days"

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Whether a night shift is barred on day 0."""
        if self.meaning == "consecutive_days":
            return (any(shift.is_night for shift in history if shift.day == -1),)
        return (bool(history) and history[-1].is_night,)

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Bar a night after a night; a day off lifts the bar in one of the meanings."""
        (barred,) = cast("tuple[bool]", state)
        if shift is None:
            return (barred and self.meaning == "consecutive_duties",), 0
        cost = self.charge(frame) if shift.is_night and barred else 0
        return None if cost is None else ((shift.is_night,), cost)

    def finish(self, frame: Frame, state: State) -> int | None:
        """Accept: the next period counts the last shift of this one."""
        return 0

    def check(self, frame: Frame, tour: Tour) -> tuple[Violation, ...]:
        """Look for two nights next to each other, by dates or by shifts."""
        shifts = (*tour.agent.history, *tour.worked)
        if self.meaning == "consecutive_days":
            nights = {shift.day for shift in shifts if shift.is_night}
            found = [day for day in sorted(nights) if day - 1 in nights]
        else:
            found = [later.day for earlier, later in pairwise(shifts) if earlier.is_night and later.is_night]
        findings = []
        for day in found:
            if day < 0:
                continue
            date = frame.horizon.date_of(day)
            when = date_text(date)
            text = Text(
                en=f"the night shift of {when.en} follows another night shift",
                ru=f"ночная смена {when.ru} идёт сразу после другой ночной смены",
            )
            findings.append(self.finding(frame, tour, date, text))
        return tuple(findings)

    def loosened(self, frame: Frame) -> Iterator[TourRule]:
        """From the shift worked next to the day that comes next."""
        if self.meaning == "consecutive_duties":
            yield self.model_copy(update={"meaning": "consecutive_days"})

    def explain(self) -> Text:
        """Say which of the two meanings holds."""
        return self.or_else(self._asked(), "night that does", "каждую такую ночь")

    def _asked(self) -> Text:
        if self.meaning == "consecutive_days":
            return Text(
                en="No night shifts on two consecutive days.",
                ru="Ночные смены не ставятся на два дня подряд.",
            )
        return Text(
            en="A night shift is never followed by another as the next shift worked, even after days off.",
            ru="После ночной смены следующая рабочая смена не ночная, даже если между ними выходные.",
        )

    @classmethod
    def examples(cls) -> tuple[Example, ...]:
        """Both meanings on the same tours."""
        days: dict[str, object] = {"meaning": "consecutive_days"}
        duties: dict[str, object] = {"meaning": "consecutive_duties"}
        priced: dict[str, object] = {"meaning": "consecutive_days", "price": "300"}
        return (
            Example(days, ("NN..",), False, "nights on two consecutive days"),
            Example(days, ("N.N.",), True, "a day off between is enough for this meaning"),
            Example(duties, ("N.N.",), False, "successive worked shifts, both nights"),
            Example(duties, ("N.DN",), True, "a day shift between"),
            Example(days, ("N",), False, "the eve's night counts", history=("N",)),
            Example(duties, (".N",), False, "so does the last worked shift", history=("N..",)),
            Example(days, (".N",), True, "a day off since the eve's night", history=("N",)),
            Example(priced, ("NNN",), True, "the second and the third night", penalty_minor=60_000),
            Example(days, ("DDNN",), False, "edge: the second night is the last day"),
        )
