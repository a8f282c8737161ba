from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.agent import Vacancy
from models.contract import Contract
from models.pay_terms import PayTerms, Prices
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from planner.pay.price import price
from planner.roster.row_prices import row_prices
from tests.pay.random_terms import pay_terms
from tests.roster.desks import ANA, asks, calendar_of, desk, live, rostered


def test_prices_of_an_hour_are_cut_to_intervals_and_minutes_and_rounded_up() -> None:
    terms = Prices(understaffed_hour=Decimal("10.01"), overstaffed_hour=Decimal("0.05"))
    prices = row_prices(desk(prices=terms, interval_minutes=15))
    assert (prices.short_interval, prices.over_interval, prices.short_minute) == (251, 2, 17)


@pytest.mark.parametrize("understaffed_hour", [Decimal(0), Decimal(1), Decimal(3000)])
def test_hard_coverage_is_dearer_than_any_person(understaffed_hour: Decimal) -> None:
    salary = Contract(name="crew", pay="salary", monthly_salary=Decimal(90_000), cost_per_head=Decimal(5000))
    hire = Vacancy(name="hire", contract="crew", max_hires=1, cost_per_head=Decimal(1_000_000))
    terms = Prices(understaffed_hour=understaffed_hour, hard_coverage=True)
    prices = row_prices(desk(prices=terms, contracts=(salary,), vacancies=(hire,)))
    assert prices.short_interval == prices.short_minute == prices.hard_interval > 100 * 1_095_000


def test_hard_prices_are_a_soft_one_doubled_so_that_costs_keep_a_common_factor() -> None:
    prices = row_prices(desk())
    factor = prices.hard_interval // prices.short_interval
    assert prices.hard_interval == factor * prices.short_interval
    assert factor.bit_count() == 1
    assert prices.short_interval == 300_000


def test_hard_coverage_hires_however_dear_the_hire_is() -> None:
    """One understaffed hour would be far cheaper than the hire, if it had a price."""
    hire = Vacancy(name="hire", contract="crew", max_hires=1, cost_per_head=Decimal(1_000_000))
    wanted = [0] * 24 + [2] + [0] * 23
    for hard, understaffed, hires in (
        (True, Decimal(3000), 1),
        (True, Decimal(0), 1),
        (False, Decimal(3000), 0),
    ):
        prices = Prices(understaffed_hour=understaffed, hard_coverage=hard)
        scenario = desk(days=2, prices=prices, agents=(ANA,), vacancies=(hire,))
        answer = rostered(scenario, asks(scenario, live(scenario, wanted)))
        assert answer.proof.status == "optimal"
        assert answer.roster.headcount == 1 + hires


def test_hard_coverage_nobody_can_keep_is_infeasible() -> None:
    scenario = desk(days=1, prices=Prices(hard_coverage=True))
    answer = rostered(scenario, asks(scenario, live(scenario, 2)))
    assert answer.proof.status == "infeasible"
    assert answer.roster.headcount == 1


@settings(max_examples=60, deadline=None)
@given(terms=pay_terms(), is_hourly=st.booleans())
def test_hard_coverage_is_dearer_than_anyone_around_the_clock(terms: PayTerms, is_hourly: bool) -> None:
    """Whatever bands, tiers, on-costs and roles a scenario writes."""
    pay = {"hourly_rate": Decimal(400)} if is_hourly else {"pay": "salary", "monthly_salary": Decimal(90_000)}
    contract = Contract(name="crew", overtime_allowed=True, **pay)
    hire = Vacancy(name="hire", contract="crew", max_hires=1, hiring_cost=Decimal(9000))
    scenario = desk(days=14, pay=terms, contracts=(contract,), agents=(), vacancies=(hire,))
    horizon, person = scenario.horizon, RosterAgent("h", "h", "crew", vacancy="hire")
    days = [(horizon.day_start(day), horizon.day_start(day + 1)) for day in range(14)]
    shifts = tuple(Shift(day, start, end, "any", end - start) for day, (start, end) in enumerate(days))
    roster = Roster((Tour(person, shifts),))
    cost = price(scenario, calendar_of(scenario), roster).total_minor
    assert row_prices(scenario).hard_interval > cost
