"""Salaries, their share of a period, and costs per head."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from models.agent import Vacancy
from models.calendar import DayKind, WorkCalendar
from models.contract import Contract
from models.errors import BadInputError
from models.norm_time import dates_of_month, norm_minutes
from planner.pay import make_tariff, price
from tests.pay.worlds import HOURLY, MONDAY, calendar_of, person_of, roster_of, scenario_of, tour_of

SALARY_8800 = Contract(name="crew", pay="salary", monthly_salary=Decimal(88_000))


def test_norm_of_a_month_with_a_holiday_and_a_short_day() -> None:
    """June 2026 in Russia: 21 working days, 11 June an hour shorter: 167 hours."""
    calendar = calendar_of(d0611="short", d0612="holiday")
    june = dates_of_month(dt.date(2026, 6, 17))
    assert len(june) == 30
    assert norm_minutes(calendar, june, 2400) == 167 * 60


def test_the_hour_off_before_a_holiday_is_an_hour_in_every_week() -> None:
    june = dates_of_month(MONDAY)
    assert norm_minutes(calendar_of(), june, 1200) == 22 * 4 * 60
    assert norm_minutes(calendar_of(d0611="short"), june, 1200) == 22 * 4 * 60 - 60


def test_norm_of_2024_at_36_hours() -> None:
    """248 working days, 5 of them short: 1,780.6 hours in the published calendar."""
    dates = [dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(248)]
    calendar = WorkCalendar({date: "short" if n < 5 else "working" for n, date in enumerate(dates)}, {})
    assert norm_minutes(calendar, dates, 36 * 60) == Fraction(17806 * 60, 10)


def test_a_whole_month_costs_the_salary() -> None:
    scenario = scenario_of(SALARY_8800, first_date=MONDAY, days=30)
    assert make_tariff(scenario, calendar_of()).head_cost_minor(person_of()) == 8_800_000


def test_a_share_is_by_norm_time_and_does_not_ask_the_roster() -> None:
    """One week of 22 working days: 5/22 of the salary, for someone who never works."""
    scenario = scenario_of(SALARY_8800)
    idle = price(scenario, calendar_of(), roster_of(tour_of(scenario, {})))
    assert idle.base_minor == idle.total_minor == 2_000_000


def test_a_period_across_months_takes_its_share_of_each() -> None:
    """29 June to 12 July 2026: 2 of June's 22 days, 8 of July's 23."""
    scenario = scenario_of(SALARY_8800, first_date=dt.date(2026, 6, 29), days=14)
    share = Decimal(8_800_000) * 2 / 22 + Decimal(8_800_000) * 8 / 23
    assert make_tariff(scenario, calendar_of()).head_cost_minor(person_of()) == round(share)


def test_costs_per_head_are_apart_from_base() -> None:
    contract = HOURLY.model_copy(update={"cost_per_head": Decimal("1500.50")})
    hires = Vacancy(name="night", contract="crew", max_hires=3, cost_per_head=Decimal("20000.005"))
    other = Vacancy(name="day", contract="crew", max_hires=3, cost_per_head=Decimal(7))
    scenario = scenario_of(contract, vacancies=(other, hires))
    staff = (tour_of(scenario, {}), tour_of(scenario, {}, agent="night-1", vacancy="night"))
    cost = price(scenario, calendar_of(), roster_of(*staff))
    assert (cost.base_minor, cost.per_head_minor) == (0, 150_050 + 150_050 + 2_000_001)
    tariff = make_tariff(scenario, calendar_of())
    heads = tariff.head_cost_minor(person_of()) + tariff.head_cost_minor(person_of("night"))
    assert heads == cost.total_minor


def test_a_month_without_working_days_has_no_rate() -> None:
    kinds: dict[str, DayKind] = {f"d{date:%m%d}": "holiday" for date in dates_of_month(MONDAY)}
    with pytest.raises(BadInputError, match=r"2026-06 has no working day"):
        make_tariff(scenario_of(SALARY_8800), calendar_of(**kinds))


def test_components_add_up_over_people() -> None:
    scenario = scenario_of(SALARY_8800)
    cost = price(
        scenario, calendar_of(), roster_of(tour_of(scenario, {}), tour_of(scenario, {}, agent="bob"))
    )
    assert [person.agent for person in cost.agents] == ["ana", "bob"]
    assert sum(person.base_minor for person in cost.agents) == cost.base_minor == 4_000_000
