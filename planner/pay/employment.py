"""On which days a person is employed, paid and expected; what salary and norm come to then."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from models.agent import Agent, Vacancy
from models.calendar import WorkCalendar
from models.contract import Contract
from models.norm_time import dates_of_month, norm_minutes


@dataclass(frozen=True)
class Employment:
    """First and last day of employment, and the days away; ``None`` leaves a side open.

    ``unpaid`` are days away for which no salary goes on, ``vacation`` those paid by the day instead.
    """

    first_day: dt.date | None = None
    last_day: dt.date | None = None
    away: frozenset[dt.date] = frozenset()
    unpaid: frozenset[dt.date] = frozenset()
    vacation: frozenset[dt.date] = frozenset()

    def employed(self, dates: Iterable[dt.date]) -> tuple[dt.date, ...]:
        """Those of the dates on which the person is employed."""
        first, last = self.first_day or dt.date.min, self.last_day or dt.date.max
        return tuple(date for date in dates if first <= date <= last)


def employment_of(person: Agent | Vacancy | None, sick_paid_days: int | None = None) -> Employment:
    """Read the days off an agent, or a vacancy, whose hires are away on none.

    Of each sick leave the first ``sick_paid_days`` calendar days are paid, or all.  Who has an average
    pay of a day is paid vacation by it, and no salary for its days.
    """
    if person is None:
        return Employment()
    if isinstance(person, Vacancy):
        return Employment(person.first_day)
    away, unpaid, vacation = set[dt.date](), set[dt.date](), set[dt.date]()
    for leave in person.leave:
        days = [
            leave.first_date + dt.timedelta(n) for n in range((leave.last_date - leave.first_date).days + 1)
        ]
        away.update(days)
        if leave.kind == "unpaid":
            unpaid.update(days)
        elif leave.kind == "sick" and sick_paid_days is not None:
            unpaid.update(days[sick_paid_days:])
        elif leave.kind == "vacation" and person.average_daily_pay is not None:
            vacation.update(days)
    unpaid |= vacation
    return Employment(
        person.first_day, person.last_day, frozenset(away), frozenset(unpaid), frozenset(vacation)
    )


def salary_share(
    contract: Contract, dates: tuple[dt.date, ...], who: Employment, calendar: WorkCalendar
) -> Fraction:
    """The part of a month's salary that dates of the month earn.

    It is the norm time of the days the person is employed and paid, over the norm time of the
    month: whoever joins or leaves mid-month gets the part of the month's working time they were
    there for, rostered or not.
    """
    whole = norm_minutes(calendar, dates_of_month(dates[0]), contract.weekly_minutes)
    paid = [date for date in who.employed(dates) if date not in who.unpaid]
    return norm_minutes(calendar, paid, contract.weekly_minutes) / whole


def norm_of_person(
    contract: Contract, dates: tuple[dt.date, ...], who: Employment, calendar: WorkCalendar
) -> Fraction:
    """Minutes the norm expects of a person on some dates: days away and days not employed are left out.

    Where the contract says how many minutes a month has, a month's norm is that many.
    """
    total = Fraction(0)
    for month in sorted({date.replace(day=1) for date in dates}):
        inside = [date for date in dates if date.replace(day=1) == month]
        expected = [date for date in who.employed(inside) if date not in who.away]
        norm = norm_minutes(calendar, expected, contract.weekly_minutes)
        whole = norm_minutes(calendar, dates_of_month(month), contract.weekly_minutes)
        total += norm * contract.month_minutes / whole if contract.month_minutes and whole else norm
    return total
