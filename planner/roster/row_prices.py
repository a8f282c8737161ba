"""Prices of missing a row, in minor units."""

from dataclasses import dataclass
from decimal import Decimal

from models.contract import Contract
from models.money import to_minor
from models.scenario import Scenario


@dataclass(frozen=True)
class RowPrices:
    """Prices per unit of a row, rounded up to whole minor units.

    Parameters
    ----------
    short_interval
        One missing agent during one interval.
    over_interval
        One agent too many during one interval.
    short_minute
        One agent-minute of deferred work nobody can do in time.
    hard_interval
        One missing agent where coverage is hard.
    """

    short_interval: int
    over_interval: int
    short_minute: int
    hard_interval: int


def row_prices(scenario: Scenario) -> RowPrices:
    """Prices of a scenario per interval and minute.

    A hard row costs more than anyone's whole period could: no roster falls short of it to
    save a wage or a hire.
    """
    currency, interval = scenario.desk.currency, scenario.desk.interval_minutes
    short_hour = to_minor(scenario.prices.understaffed_hour, currency)
    over_hour = to_minor(scenario.prices.overstaffed_hour, currency)
    short_interval = -(-short_hour * interval // 60)
    hard = max(1, short_interval)
    # doubling keeps the common factor of all costs large, which the engine's proof needs
    while hard < _dearest_person_minor(scenario):
        hard *= 2
    is_hard = scenario.prices.hard_coverage
    return RowPrices(
        short_interval=hard if is_hard else short_interval,
        over_interval=-(-over_hour * interval // 60),
        short_minute=hard if is_hard else -(-short_hour // 60),
        hard_interval=hard,
    )


def _dearest_person_minor(scenario: Scenario) -> int:
    """More than one person can cost, or be worth, in the period."""
    hours = 24 * scenario.period.days
    pay, prices = scenario.pay, scenario.prices
    premium = 1 + pay.night_premium + pay.holiday_premium + pay.overtime_premium + pay.overtime_later_premium

    def paid(contract: Contract) -> Decimal:
        if contract.hourly_rate is not None:
            return contract.hourly_rate * premium * hours
        # a month's salary is earned in 100 hours or more, so an hour above it costs a hundredth at most
        return (contract.monthly_salary or Decimal(0)) * (1 + hours // 672 + premium * hours / 100)

    heads = [paid(contract) + contract.cost_per_head for contract in scenario.contracts]
    hires = [vacancy.cost_per_head for vacancy in scenario.vacancies]
    worth = (prices.understaffed_hour + prices.overstaffed_hour) * hours
    return to_minor(max(heads) + max(hires, default=Decimal(0)) + worth, scenario.desk.currency)
