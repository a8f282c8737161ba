"""The prices the roster stage searches with."""

from dataclasses import dataclass

from models.calendar import WorkCalendar
from models.scenario import Scenario
from models.shift import Shift
from models.tariff import Tariff, TourCost
from planner.pay.overtime import weekly_overtime
from planner.pay.pay_book import PayBook, pay_book
from planner.pay.shift_pay import shift_pay


@dataclass(frozen=True)
class ClockTariff:
    """Pay by the clock, as :class:`models.tariff.Tariff`; all figures in minor units."""

    book: PayBook

    def shift_cost_minor(self, contract: str, shift: Shift) -> int:
        """Cost of one shift by itself: base pay, night premium, holiday premium."""
        line = shift_pay(self.book, "", contract, shift)
        return line.base_minor + line.night_premium_minor + line.holiday_premium_minor

    def head_cost_minor(self, contract: str, vacancy: str | None) -> int:
        """Cost of one person for the period: share of the salary, cost per head, hiring."""
        return self.book.pays[contract].salary_minor + self.book.per_head_minor(contract, vacancy)

    def tour_costs(self, contract: str) -> tuple[TourCost, ...]:
        """Overtime over the week; nothing where the contract does not allow any."""
        pay = self.book.pays[contract]
        if not pay.contract.overtime_allowed:
            return ()
        return (weekly_overtime(pay, self.book.scenario.pay),)

    def under(self, scenario: Scenario) -> Tariff:
        """Prices of a scenario that differs in people, contracts or rules, on the same days."""
        return make_tariff(scenario, self.book.calendar)


def make_tariff(scenario: Scenario, calendar: WorkCalendar) -> Tariff:
    """Make the prices of a scenario.

    Parameters
    ----------
    scenario, calendar
        Contracts, premiums and holidays; the calendar must cover the months of the period
        and the day after it.

    Raises
    ------
    BadInputError
        If a salary cannot be turned into an hourly rate.
    """
    return ClockTariff(pay_book(scenario, calendar))
