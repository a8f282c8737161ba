"""Overtime of a finished tour, read week by week as a payroll clerk would."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from models.horizon import Horizon
from models.pay_terms import PayTerms
from models.shift import Shift
from models.tour import Tour
from planner.pay.contract_pay import ContractPay
from planner.pay.rounding import to_whole_minor


@dataclass(frozen=True)
class TourOvertime:
    """Overtime of one person in the period."""

    minutes: int
    minor: int


def overtime_of_tour(tour: Tour, pay: ContractPay, terms: PayTerms, horizon: Horizon) -> TourOvertime:
    """Add up the overtime of a tour.

    A shift counts in the Monday-to-Sunday week it starts in.  Shifts worked before the
    period fill up the first week but are not paid again.  The sum owed for a week is rounded
    once; a week across two months is settled at the month's end, each part at its own rate.

    Notes
    -----
    TK RF art. 152: at least 1.5 times for the first two hours, then at least double.  The
    article counts per day or per accounting period; here the period is the week.
    """
    minutes = minor = 0
    for week, shifts in groupby(tour.worked, lambda shift: horizon.week_of(shift.day)):
        past = sum(shift.paid_minutes for shift in tour.agent.history if horizon.week_of(shift.day) == week)
        worked = past
        for month, part in groupby(shifts, lambda shift: _month(horizon, shift)):
            earlier = worked
            worked += sum(shift.paid_minutes for shift in part)
            rate = pay.minute_rates[month]
            minor += _owed(worked, rate, pay, terms) - _owed(earlier, rate, pay, terms)
        threshold = pay.contract.weekly_minutes
        minutes += max(0, worked - threshold) - max(0, past - threshold)
    return TourOvertime(minutes, minor)


def _month(horizon: Horizon, shift: Shift) -> dt.date:
    return horizon.date_of(shift.day).replace(day=1)


def _owed(week_minutes: int, rate: Fraction, pay: ContractPay, terms: PayTerms) -> int:
    """Everything owed above base pay for a week of so many paid minutes, at one rate."""
    over = max(0, week_minutes - pay.contract.weekly_minutes)
    in_first = min(over, terms.overtime_first_minutes)
    times = in_first * Fraction(terms.overtime_premium)
    times += (over - in_first) * Fraction(terms.overtime_later_premium)
    if not pay.time_is_paid:
        times += over
    return to_whole_minor(rate * times)
