"""The prices the roster stage searches with."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from models.calendar import WorkCalendar
from models.overtime_terms import OvertimeTerms
from models.scenario import Scenario
from models.shift import Shift
from models.tariff import Tariff, TourCost
from models.tour import RosterAgent
from planner.pay.capped_on_costs import CappedOnCosts
from planner.pay.on_costs import Charges, charge, charges_of, paid_before_minor
from planner.pay.overhead import overhead_minor
from planner.pay.overtime import Overtime
from planner.pay.pay_book import PayBook, pay_book
from planner.pay.person_pay import (
    most_pay_minor,
    opening_balance,
    per_head_lines,
    settled_lines,
    settled_minor,
)
from planner.pay.shift_pay import shift_lines
from planner.pay.week_norm import week_minutes


@dataclass(frozen=True)
class ClockTariff:
    """Pay by the clock, as :class:`models.tariff.Tariff`; all figures in minor units."""

    book: PayBook
    _charges: dict[tuple[str, str | None, str], Charges] = field(default_factory=dict)
    _shift_costs: dict[tuple[Hashable, Shift], int] = field(default_factory=dict)

    def trade_key(self, person: RosterAgent) -> Hashable:
        """What prices of shifts depend on: the contract, and on-costs that are the same on every line."""
        return person.contract, self._charged(person).settled

    def shift_cost_minor(self, person: RosterAgent, shift: Shift) -> int:
        """Cost of one shift by itself: base pay and bands, with on-costs."""
        key = (self.trade_key(person), shift)
        if key not in self._shift_costs:
            charges = self._charged(person)
            lines = shift_lines(self.book, "", person.contract, shift)
            self._shift_costs[key] = sum(one.amount_minor + charges.on(one.amount_minor) for one in lines)
        return self._shift_costs[key]

    def head_cost_minor(self, person: RosterAgent) -> int:
        """Cost of one person for the period: salary and vacation with on-costs, cost per head, hiring."""
        charges, accrued = self._charged(person), paid_before_minor(self.book, person)
        currency = self.book.scenario.desk.currency
        total = sum(line.amount_minor for line in per_head_lines(self.book, person))
        so_far = self.book.horizon.first_date.year
        for year, line in settled_lines(self.book, person):
            if year != so_far:
                so_far, accrued = year, 0
            total += line.amount_minor + charges.on(line.amount_minor)
            total += sum(charge(cost, line.amount_minor, accrued, currency) for cost in charges.open)
            accrued += line.amount_minor
        return total

    def tour_costs(self, person: RosterAgent) -> tuple[TourCost, ...]:
        """Overtime, where a legal tour may have any, and on-costs whose cap may be reached."""
        charges, terms = self._charged(person), self.book.overtime[person.contract]
        period = next((one for one in terms if one.per == "period"), None)
        balance = opening_balance(self.book, person, period) if period else 0
        overtime = Overtime(self.book, person.contract, balance, charges.settled)
        may_occur = any(self._may_occur(person.contract, one) for one in terms)
        costs: tuple[TourCost, ...] = (overtime,) if may_occur else ()
        if charges.open:
            year = self.book.horizon.first_date.year
            accrued = paid_before_minor(self.book, person) + settled_minor(self.book, person, year)
            next_year = settled_minor(self.book, person, year + 1)
            costs = (*costs, CappedOnCosts(overtime, charges.open, accrued, next_year))
        return costs

    def role_costs_minor(self, fewest: int, most: int) -> tuple[int, ...]:
        """Cost of the roles a roster needs, for each number of people."""
        return overhead_minor(self.book, range(fewest, most + 1))

    def under(self, scenario: Scenario) -> Tariff:
        """Prices of a scenario that differs in people, contracts or rules, on the same days."""
        return make_tariff(scenario, self.book.calendar)

    def _may_occur(self, contract: str, terms: OvertimeTerms) -> bool:
        """Whether the contract's own limit on the week leaves room for any in some week."""
        own = self.book.pays[contract].contract
        if own.overtime_allowed or terms.per != "week" or self.book.terms.week_starts != "mon":
            return True
        first = -self.book.horizon.weekday(0)
        weeks = range(first, self.book.horizon.days, 7)
        return any(week_minutes(self.book, contract, terms, day) < own.weekly_minutes for day in weeks)

    def _charged(self, person: RosterAgent) -> Charges:
        key = (person.agent, person.vacancy, person.contract)
        if key not in self._charges:
            most = most_pay_minor(self.book, person) if self.book.terms.on_costs else 0
            self._charges[key] = charges_of(self.book, person, most)
        return self._charges[key]


def make_tariff(scenario: Scenario, calendar: WorkCalendar) -> Tariff:
    """Make the prices of a scenario.

    Parameters
    ----------
    scenario, calendar
        Contracts, premiums and holidays; the calendar must cover the months of the period
        and the day after it, and those of an accounting period begun before.

    Raises
    ------
    BadInputError
        If a salary cannot be turned into an hourly rate.
    """
    return ClockTariff(pay_book(scenario, calendar))
