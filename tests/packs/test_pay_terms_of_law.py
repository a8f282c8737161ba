"""What packs ask of pay beyond single numbers: contributions, accounting periods, the regular rate."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from models.cost import CostBreakdown
from models.tour import Roster, RosterAgent, Tour
from planner.calendar.scenario_calendar import scenario_calendar
from planner.pay import price
from planner.scenario.law import under_law
from tests.packs.desk import desk

SALARY = {"pay": "salary", "monthly_salary": 100_000, "hourly_rate": None}


def cost_of(pack: dict[str, Any], first_date: dt.date, days: int, **more: Any) -> CostBreakdown:
    """Cost of one person who never works, in roubles."""
    money = {"name": "Hand", "zone": "Europe/Moscow", "currency": "RUB"}
    scenario = under_law(desk(pack, first_date=first_date, days=days, desk=money, contract=SALARY, **more))[0]
    roster = Roster((Tour(RosterAgent("a", "a", "standard"), (None,) * days),))
    return price(scenario, scenario_calendar(scenario), roster)


@pytest.mark.parametrize(
    ("year", "paid", "below", "above"), [(2025, 2_700_000, 59_000, 41_000), (2026, 2_900_000, 79_000, 21_000)]
)
def test_russian_contributions_of_the_year(year: int, paid: int, below: int, above: int) -> None:
    """A salary of 100,000 over the base of the year: 2,759,000 in 2025, 2,979,000 in 2026."""
    pack = {"kind": "russia", "contributions": True}
    agent = {"paid_this_year": paid}
    cost = cost_of(pack, dt.date(year, 10, 1), 31, agent=agent)
    assert [line.amount_minor for line in cost.lines if line.component == "on_costs"] == [
        below * 30,
        round(above * Decimal("15.1")),
        100_000 * 100 * 2 // 1000,
    ]


def test_without_the_option_nothing_is_charged_and_the_firms_own_rate_counts() -> None:
    assert cost_of({"kind": "russia"}, dt.date(2026, 10, 1), 31).on_costs_minor == 0
    risky = cost_of(
        {"kind": "russia", "contributions": True, "accident_rate": "0.031"}, dt.date(2026, 10, 1), 31
    )
    assert risky.on_costs_minor == 3_000_000 + 310_000


def test_summed_accounting_has_the_dates_of_the_pack() -> None:
    dates = {"accounting_first_date": "2026-01-01", "accounting_last_date": "2026-12-31"}
    scenario = under_law(desk({"kind": "russia", "accounting": "summed", **dates}))[0]
    (period,) = scenario.pay.overtime
    assert (period.per, period.first_date, period.last_date) == (
        "period",
        dt.date(2026, 1, 1),
        dt.date(2026, 12, 31),
    )


def test_sick_pay_ends_after_three_days_in_russia_only() -> None:
    """October 2026 has 176 h; sick from Thursday 1 to Wednesday 7: the 1st to 3rd are paid, 24 h are not."""
    leave = [{"first_date": "2026-10-01", "last_date": "2026-10-07", "kind": "sick"}]
    cost = cost_of({"kind": "russia"}, dt.date(2026, 10, 1), 31, agent={"leave": leave})
    assert cost.total_minor == round(Decimal(10_000_000) * (176 - 24) / 176)
    assert under_law(desk("germany"))[0].pay.sick_paid_days is None


@pytest.mark.parametrize("pack", ["us", "california"])
def test_overtime_is_a_share_of_the_regular_rate_of_the_week(pack: str) -> None:
    assert under_law(desk(pack))[0].pay.overtime_base == "regular_rate"
