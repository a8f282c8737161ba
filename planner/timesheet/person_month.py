"""One person's month on the timesheet: its days, and what they add up to."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from models.norm_time import norm_minutes
from models.plan import Plan
from models.tour import Tour
from planner.pay.rounding import to_whole_minor
from planner.timesheet.absences import Away
from planner.timesheet.marks import MARK_KEYS, Mark, MarkedDay, TimesheetMarks
from planner.timesheet.months import Month

#: Last day of the first half of a month.
_MIDDLE = 15


@dataclass(frozen=True)
class Absence:
    """Days of a month somebody was away for one reason, and the working time of standard hours on them."""

    mark: Mark
    days: int
    norm_minutes: int = 0


@dataclass(frozen=True)
class PersonMonth:
    """What a person's four lines say.

    Parameters
    ----------
    days
        By the number of the day in the month.
    overtime_minutes
        As pay counts them.
    absences
        By reason, days off included.
    """

    days: dict[int, MarkedDay]
    overtime_minutes: int
    absences: tuple[Absence, ...]

    @property
    def halves(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Days worked, and their minutes, of each half of the month."""
        first = [own for number, own in self.days.items() if number <= _MIDDLE and own.worked]
        second = [own for number, own in self.days.items() if number > _MIDDLE and own.worked]
        return (
            (len(first), sum(own.paid_minutes for own in first)),
            (len(second), sum(own.paid_minutes for own in second)),
        )

    @property
    def days_worked(self) -> int:
        """Days with a shift."""
        return sum(bool(own.worked) for own in self.days.values())

    @property
    def paid_minutes(self) -> int:
        """Working time."""
        return sum(own.paid_minutes for own in self.days.values())

    @property
    def night_minutes(self) -> int:
        """Of them by night."""
        return sum(own.night_minutes for own in self.days.values())

    @property
    def holiday_minutes(self) -> int:
        """Of them on public holidays."""
        return sum(own.holiday_minutes for own in self.days.values())


def person_month(
    plan: Plan,
    marking: TimesheetMarks,
    month: Month,
    tour: Tour,
    away: Away,
    overtime: Mapping[tuple[str, int], int],
) -> PersonMonth:
    """Work out somebody's month.

    Parameters
    ----------
    plan, marking, month, tour, away
        The plan, who marks its days, the month, the person and when the person is away.
    overtime
        Minutes by (agent, day).
    """
    days = {number: marking.day(tour, day, away) for number, day in month.days.items()}
    numbers = Counter(own.absence for own in days.values() if own.absence is not None)
    contract = next((one for one in plan.scenario.contracts if one.name == tour.agent.contract), None)
    absences = []
    for mark in MARK_KEYS:
        if not numbers[mark]:
            continue
        norm = 0
        if mark != "off" and contract is not None:
            dates = [
                month.first_date.replace(day=number) for number, own in days.items() if own.absence == mark
            ]
            norm = to_whole_minor(norm_minutes(plan.calendar, dates, contract.weekly_minutes))
        absences.append(Absence(mark, numbers[mark], norm))
    extra = sum(overtime.get((tour.agent.agent, day), 0) for day in month.days.values())
    return PersonMonth(days, extra, tuple(absences))


def overtime_by_day(plan: Plan) -> dict[tuple[str, int], int]:
    """Overtime minutes by (agent, day), as the lines of pay name them.

    What a plan without such lines says of the whole period stands on its last day.
    """
    found: Counter[tuple[str, int]] = Counter()
    for line in plan.cost.lines:
        if line.component == "overtime" and line.day is not None:
            found[line.agent, line.day] += line.minutes or 0
    by_agent: Counter[str] = Counter()
    for (agent, _), minutes in found.items():
        by_agent[agent] += minutes
    last = plan.scenario.period.days - 1
    for agent, minutes in plan.cost.overtime_minutes_by_agent:
        found[agent, last] += minutes - by_agent[agent]
    return {cell: minutes for cell, minutes in found.items() if minutes}
