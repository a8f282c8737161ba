"""Prices of missing a row, in minor units."""

from dataclasses import dataclass
from decimal import Decimal

from models.money import to_minor
from models.scenario import Scenario

#: A hard row costs this many times what a priced one costs: dearer than any way around it.
HARD_FACTOR = 64


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
    """Prices of a scenario per interval and minute."""
    currency, interval = scenario.desk.currency, scenario.desk.interval_minutes
    short_hour = to_minor(scenario.prices.understaffed_hour, currency)
    over_hour = to_minor(scenario.prices.overstaffed_hour, currency)
    factor = HARD_FACTOR if scenario.prices.hard_coverage else 1
    dearest = max(
        short_hour, *(to_minor(c.hourly_rate or Decimal(0), currency) for c in scenario.contracts), 100
    )
    return RowPrices(
        short_interval=-(-short_hour * interval // 60) * factor,
        over_interval=-(-over_hour * interval // 60),
        short_minute=-(-short_hour // 60) * factor,
        hard_interval=-(-dearest * interval // 60) * HARD_FACTOR,
    )
