"""A day of somebody's month as the timesheet marks it: pairs of a code and hours.

Form T-13 (OKUD 0301008, Goskomstat No. 1 of 05.01.2004; not compulsory since 2013) marks working
time by day, by night and on holidays with codes of its own, several in one cell, so that a night
shift has two.  A shift stands on the day it begins, as it is paid: so every total of the sheet is
that of pay, shifts over midnight and over the end of a month included.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from models.plan import Plan
from models.shift import Shift
from models.text import Language, Text
from models.tour import Tour
from planner.pay.bands_of import HOLIDAY, NIGHT
from planner.pay.pay_book import PayBook, pay_book
from planner.timesheet.absences import LEAVE_CODES, LEAVE_KINDS, Away, LeaveKind

WorkMark = Literal["day", "night", "holiday"]
Mark = Literal["day", "night", "holiday", "off", "vacation", "sick", "training", "unpaid", "other"]
MARK_KEYS: tuple[Mark, ...] = get_args(Mark)

#: Codes 01, 02, 03 and 26 of the form.
_WORK: dict[Mark, Text] = {
    "day": Text(en="W", ru="Я"),
    "night": Text(en="N", ru="Н"),
    "holiday": Text(en="H", ru="РВ"),
    "off": Text(en="-", ru="В"),
}


@dataclass(frozen=True)
class MarkedDay:
    """What the timesheet says of one day.

    Parameters
    ----------
    worked
        (mark, minutes) of the working time, each minute once: holidays first of all, then the
        night, then the day.
    absence
        The mark of a day without a shift.
    paid_minutes, night_minutes, holiday_minutes
        As pay counts them: minutes on a holiday night are in both.
    """

    worked: tuple[tuple[WorkMark, int], ...] = ()
    absence: Mark | None = None
    paid_minutes: int = 0
    night_minutes: int = 0
    holiday_minutes: int = 0


def marks(language: Language) -> dict[Mark, str]:
    """Code of every mark."""
    leave: dict[Mark, Text] = {kind: LEAVE_CODES[kind] for kind in LEAVE_KINDS}
    return {mark: text.in_language(language) for mark, text in {**_WORK, **leave}.items()}


class TimesheetMarks:
    """Marks the days of a plan's people.

    Parameters
    ----------
    plan
        The plan; its pay says which minutes are night and which are holiday.
    """

    def __init__(self, plan: Plan) -> None:
        self._book: PayBook = pay_book(plan.scenario, plan.calendar)
        self._horizon = plan.scenario.horizon

    def day(self, tour: Tour, day: int, away: Away) -> MarkedDay:
        """Mark one day of somebody; empty where the person is not employed.

        A public holiday within a vacation is no day of it (TK RF art. 120).
        """
        shift = tour.shifts[day]
        if shift is not None:
            return self._worked(tour.agent.contract, shift)
        date = self._horizon.date_of(day)
        if not away.is_employed(date):
            return MarkedDay()
        kind: LeaveKind | None = away.kind_on(date)
        if kind == "vacation" and self._book.calendar.is_holiday(date):
            kind = None
        return MarkedDay(absence=kind or "off")

    def _worked(self, contract: str, shift: Shift) -> MarkedDay:
        time = self._book.time_of(contract, shift)
        minutes: dict[WorkMark, int] = {"day": 0, "night": 0, "holiday": 0}
        for bands, length in time.by_marks.items():
            minutes["holiday" if HOLIDAY in bands else "night" if NIGHT in bands else "day"] += length
        return MarkedDay(
            worked=tuple((mark, length) for mark, length in minutes.items() if length),
            paid_minutes=shift.paid_minutes,
            night_minutes=time.minutes_in(NIGHT),
            holiday_minutes=time.minutes_in(HOLIDAY),
        )
