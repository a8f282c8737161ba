"""Overtime for the roster's search: an automaton over days with prices."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import cast

from models.money import share_of_minor
from models.pay_terms import PayTerms
from models.rule import Frame, State, Step
from models.shift import Shift
from planner.pay.contract_pay import ContractPay

_SUNDAY = 6


@dataclass(frozen=True)
class TierPrices:
    """Price of a minute in either tier, as whole numbers over one denominator (minor units)."""

    first: int
    later: int
    denominator: int


@dataclass(frozen=True)
class WeeklyOvertime:
    """Price of the paid minutes of a Monday-to-Sunday week above the contract's week.

    The state is the week's paid minutes so far.  A day's price is what all overtime of the
    week comes to after it less what it came to before, each rounded once, so the days of a
    week add up to the week's rounded overtime exactly.  Far above the threshold only the
    remainder that rounding still sees is kept, so there are few states.

    Parameters
    ----------
    weekly_minutes
        Paid minutes of a week that are not overtime.
    first_minutes
        Length of the first tier.
    prices
        Prices by the first date of each month of the period; a shift counts in the month
        it starts in, as it counts in the week it starts in.
    """

    weekly_minutes: int
    first_minutes: int
    prices: tuple[tuple[dt.date, TierPrices], ...]

    def start(self, frame: Frame, history: tuple[Shift, ...]) -> State:
        """Minutes already worked in the week of day 0; they were paid with the period before."""
        this_week = frame.horizon.week_of(0)
        worked = (shift for shift in history if frame.horizon.week_of(shift.day) == this_week)
        return self._clipped(sum(shift.paid_minutes for shift in worked))

    def step(self, frame: Frame, state: State, day: int, shift: Shift | None) -> Step | None:
        """Add a day's paid minutes; Sunday closes the week."""
        before, price = cast("int", state), 0
        minutes = before
        if shift is not None:
            minutes += shift.paid_minutes
            tiers = self._tiers_of_month[frame.horizon.date_of(day).replace(day=1)]
            price = self._overtime_minor(minutes, tiers) - self._overtime_minor(before, tiers)
        return (0 if frame.horizon.weekday(day) == _SUNDAY else self._clipped(minutes)), price

    def finish(self, frame: Frame, state: State) -> int | None:
        """Add nothing: overtime is paid as it is worked."""
        del frame, state
        return 0

    def _overtime_minor(self, minutes: int, tiers: TierPrices) -> int:
        over = max(0, minutes - self.weekly_minutes)
        later = max(0, over - self.first_minutes)
        return share_of_minor(tiers.first * (over - later) + tiers.later * later, 1, tiers.denominator)

    @cached_property
    def _tiers_of_month(self) -> dict[dt.date, TierPrices]:
        return dict(self.prices)

    @cached_property
    def _rounding_period(self) -> int:
        return lcm(*(tiers.denominator for _, tiers in self.prices))

    def _clipped(self, minutes: int) -> int:
        """Take off whole denominators of later-tier minutes: they add whole minor units."""
        last_tier = self.weekly_minutes + self.first_minutes
        if minutes <= last_tier:
            return minutes
        return last_tier + (minutes - last_tier) % self._rounding_period


def weekly_overtime(pay: ContractPay, terms: PayTerms) -> WeeklyOvertime:
    """Make the overtime automaton of a contract.

    For a salary the overtime minute itself is paid too, since the salary covers only the
    norm; for hourly pay the base is in the shift's own price.
    """
    itself = 0 if pay.time_is_paid else 1
    prices = []
    for month, rate in sorted(pay.minute_rates.items()):
        first = rate * (itself + Fraction(terms.overtime_premium))
        later = rate * (itself + Fraction(terms.overtime_later_premium))
        denominator = lcm(first.denominator, later.denominator)
        tiers = TierPrices(int(first * denominator), int(later * denominator), denominator)
        prices.append((month, tiers))
    return WeeklyOvertime(pay.contract.weekly_minutes, terms.overtime_first_minutes, tuple(prices))
