"""Prices of missing a row, in minor units."""

from dataclasses import dataclass
from decimal import Decimal
from math import prod

from models.contract import Contract
from models.money import to_minor
from models.productivity import team_productivity
from models.scenario import Scenario


@dataclass(frozen=True)
class RowPrices:
    """Prices per unit of a row, rounded up to whole minor units.

    Rows of work count in parts of an agent where not everybody does the same in the same time.
    Then prices of a whole agent are rounded up so that a part has a whole price too.

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
    parts
        Parts an agent counts as in rows of work.
    """

    short_interval: int
    over_interval: int
    short_minute: int
    hard_interval: int
    parts: int = 1

    @property
    def short_part(self) -> int:
        """Price of one missing part of an agent during one interval."""
        return self.short_interval // self.parts

    @property
    def over_part(self) -> int:
        """Price of one part of an agent too many during one interval."""
        return self.over_interval // self.parts

    @property
    def short_part_minute(self) -> int:
        """Price of one minute of one part of an agent that nobody has for deferred work."""
        return self.short_minute // self.parts


def row_prices(scenario: Scenario) -> RowPrices:
    """Prices of a scenario per interval and minute.

    A hard row costs more than anyone's whole period could, even where but a part of an agent is
    missing: no roster falls short of it to save a wage or a hire.
    """
    currency, interval = scenario.desk.currency, scenario.desk.interval_minutes
    short_hour = to_minor(scenario.prices.understaffed_hour, currency)
    over_hour = to_minor(scenario.prices.overstaffed_hour, currency)
    parts = team_productivity(scenario).parts_per_agent
    short_interval = _whole_parts(short_hour * interval, 60, parts)
    hard = max(parts, short_interval)
    # doubling keeps the common factor of all costs large, which the engine's proof needs
    while hard < _dearest_person_minor(scenario) * parts:
        hard *= 2
    is_hard = scenario.prices.hard_coverage
    return RowPrices(
        short_interval=hard if is_hard else short_interval,
        over_interval=_whole_parts(over_hour * interval, 60, parts),
        short_minute=hard if is_hard else _whole_parts(short_hour, 60, parts),
        hard_interval=hard,
        parts=parts,
    )


def _whole_parts(numerator: int, denominator: int, parts: int) -> int:
    """Round a price up to a whole number for each part of an agent."""
    return -(-numerator // (denominator * parts)) * parts


def _dearest_person_minor(scenario: Scenario) -> int:
    """More than one person can cost, or be worth, in the period."""
    hours = 24 * scenario.period.days
    pay, prices = scenario.pay, scenario.prices
    premium = 1 + pay.night_premium + pay.holiday_premium + pay.overtime_premium + pay.overtime_later_premium
    dearest_tiers = [max(tier.premium for tier in terms.tiers) for terms in pay.overtime]
    premium *= prod(1 + (band.share or 0) for band in pay.bands) * (1 + max(dearest_tiers, default=0))
    fixed = sum(band.amount_per_hour or 0 for band in pay.bands) * (1 + max(dearest_tiers, default=0))
    charged = 1 + sum(max(cost.share, cost.share_above_cap) for cost in pay.on_costs)

    def paid(contract: Contract) -> Decimal:
        if contract.hourly_rate is not None:
            return (contract.hourly_rate * premium + fixed) * hours * charged
        # a month's salary is earned in 100 hours or more, unless the contract says otherwise,
        # so an hour above it costs a hundredth at most
        month = min(Decimal(100), Decimal(contract.month_minutes or 6000) / 60)
        months = 1 + hours // 672 + premium * hours / month
        return ((contract.monthly_salary or Decimal(0)) * months + fixed * hours) * charged

    heads = [paid(contract) + contract.cost_per_head for contract in scenario.contracts]
    hires = [one.cost_per_head + one.hiring_cost + one.training_cost for one in scenario.vacancies]
    roles = sum(role.monthly_cost for role in pay.overhead) * (1 + hours // 672)
    worth = (prices.understaffed_hour + prices.overstaffed_hour) * hours + roles
    return to_minor(max(heads) + max(hires, default=Decimal(0)) + worth, scenario.desk.currency)
