"""Split shifts worked by hand: the pause is not paid, its night is no night, and premiums by each way."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from models.contract import Contract
from models.cost import CostBreakdown
from models.employer_costs import OnCost
from models.pay_terms import PayTerms
from models.split_premium import SplitPremium
from planner.pay import make_tariff, price
from tests.pay.searched import searched_minor
from tests.pay.worksheet import RUSSIA_2026
from tests.pay.worlds import calendar_of, roster_of, scenario_of, shift_of, tour_of

JUNE_1 = dt.date(2026, 6, 1)


def cost_of(
    rate: str, terms: PayTerms, shift: dict[str, Any], *, currency: str = "RUB", salary: str | None = None
) -> CostBreakdown:
    """One shift on Monday, 1 June 2026; what the search says must come to the same."""
    pay = {"pay": "salary", "monthly_salary": salary} if salary else {"hourly_rate": rate}
    contract = Contract.model_validate({"name": "crew", "overtime_allowed": True, **pay})
    scenario = scenario_of(contract, first_date=JUNE_1, days=7, terms=terms, currency=currency)
    calendar = RUSSIA_2026 if currency == "RUB" else calendar_of()
    tour = tour_of(scenario, {0: shift_of(scenario.horizon, 0, **shift)})
    cost = price(scenario, calendar, roster_of(tour))
    assert searched_minor(scenario, make_tariff(scenario, calendar), tour) == cost.total_minor
    assert sum(line.amount_minor for line in cost.lines) == cost.total_minor
    return cost


def premiums(cost: CostBreakdown) -> list[tuple[str, int]]:
    return [(line.name, line.amount_minor) for line in cost.lines if line.component == "other_premium"]


#: 09:00-13:00 and 17:00-21:00.
MIDDAY = {"start_hour": 9, "hours": 12, "split": (240, 240)}
#: 20:00-23:00 and 03:00-07:00: at night 22:00-23:00 and 03:00-06:00, 4 h of 7.
ACROSS_THE_NIGHT = {"start_hour": 20, "hours": 11, "split": (180, 240)}


def test_a_russian_day_in_two_parts() -> None:
    """TK RF art. 105 and 154: 7 h at 400 and 20 % of 4 night hours; the night of the pause is nobody's.

    base 7 x 400 = 2800.00; night 4 x 400 x 0.2 = 320.00; 30 % for divided days 7 x 400 x 0.3 =
    840.00; 50 for each hour of the pause 4 x 50 = 200.00; contributions 30 % of each line:
    840 + 96 + 252 + 60 = 1248.00; in all 5408.00.
    """
    terms = PayTerms.model_validate(
        {
            "bands": [{"name": "divided day", "share": "0.3", "only_split_shifts": True}],
            "split_shifts": [{"name": "pause", "amount_per_hour": 50}],
            "on_costs": [OnCost(name="contributions", share=Decimal("0.3")).model_dump()],
        }
    )
    cost = cost_of("400", terms, ACROSS_THE_NIGHT)
    assert (cost.base_minor, cost.night_premium_minor) == (280_000, 32_000)
    assert premiums(cost) == [("divided day", 84_000), ("pause", 20_000)]
    assert cost.on_costs_minor == 124_800
    assert cost.total_minor == 540_800
    assert [one.night_minutes for one in cost.shifts] == [240]


def test_a_shift_that_is_not_split_gets_none_of_it() -> None:
    terms = PayTerms.model_validate(
        {
            "bands": [{"name": "divided day", "share": "0.3", "only_split_shifts": True}],
            "split_shifts": [{"amount": 50}],
        }
    )
    cost = cost_of("400", terms, {"start_hour": 9, "hours": 9, "pause": (240, 60)})
    assert premiums(cost) == []
    assert cost.total_minor == 320_000


@pytest.mark.parametrize(
    ("premium", "minor"),
    [
        ({"amount": "12.50"}, 1_250),
        ({"amount_per_hour": "3"}, 1_200),
        # half the rate for the four hours of the pause
        ({"share": "0.5"}, 2_000),
        ({"amount": "12.50", "after_minutes": "4h"}, None),
        ({"amount": "12.50", "after_minutes": "3h59m"}, 1_250),
        ({"amount": "12.50", "contracts": ["other"]}, None),
        # 9 h at the minimum wage of 8 are 72, 8 h at 10 are 80: nothing is owed
        ({"minimum_wage": "8"}, None),
        # 9 h x 9.50 = 85.50: 5.50 are missing
        ({"minimum_wage": "9.50"}, 550),
        # at the minimum wage itself it is one hour of it
        ({"minimum_wage": "10"}, 1_000),
    ],
)
def test_a_californian_day_at_ten_dollars(premium: dict[str, object], minor: int | None) -> None:
    """IWC Wage Order 4-2001 § 4(C); pay above the minimum wage counts towards the premium."""
    terms = PayTerms.model_validate({"night_premium": 0, "split_shifts": [premium]})
    cost = cost_of("10", terms, MIDDAY, currency="USD")
    assert premiums(cost) == ([] if minor is None else [("split shift", minor)])
    assert cost.total_minor == 8_000 + (minor or 0)


def test_a_salary_counts_at_its_hourly_rate() -> None:
    """June 2026 has 167 h in Russia: 66,800 is 400 an hour; half of it for 4 h is 800.00."""
    terms = PayTerms.model_validate({"split_shifts": [{"share": "0.5"}]})
    assert premiums(cost_of("", terms, MIDDAY, salary="66800")) == [("split shift", 80_000)]


def test_overtime_counts_worked_hours_and_is_no_share_of_the_premium() -> None:
    """10 h in two spells after a week of 5: 5 h of overtime, at 0.5 for two of them and 1.0 for three."""
    week = {"weekly_minutes": 300}
    contract = Contract.model_validate({"name": "crew", "hourly_rate": 100, "overtime_allowed": True, **week})
    terms = PayTerms.model_validate({"split_shifts": [{"amount": 70}]})
    scenario = scenario_of(contract, first_date=JUNE_1, days=7, terms=terms)
    tour = tour_of(scenario, {0: shift_of(scenario.horizon, 0, 8, 13, split=(300, 180))})
    cost = price(scenario, RUSSIA_2026, roster_of(tour))
    assert cost.base_minor == 100_000
    assert cost.overtime_minor == 10_000 + 30_000
    assert premiums(cost) == [("split shift", 7_000)]
    assert searched_minor(scenario, make_tariff(scenario, RUSSIA_2026), tour) == cost.total_minor


@pytest.mark.parametrize(
    "premium", [{}, {"amount": 1, "share": "0.5"}, {"minimum_wage": 10, "amount_per_hour": 2}]
)
def test_one_price_each(premium: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="just one of amount"):
        SplitPremium.model_validate(premium)


def test_names_are_unlike_those_of_bands() -> None:
    bands = [{"name": "split shift", "share": "0.1"}]
    with pytest.raises(ValidationError, match='"split shift" twice'):
        PayTerms.model_validate({"bands": bands, "split_shifts": [{"amount": 1}]})
