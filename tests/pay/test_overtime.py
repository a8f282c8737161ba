"""Overtime of the week, by hand."""

import datetime as dt
from decimal import Decimal

from models.contract import Contract
from models.cost import CostBreakdown
from models.rule import Frame
from models.scenario import Scenario
from models.shift import Shift
from planner.pay import make_tariff, price
from planner.pay.overtime import Overtime, OvertimeState, Total
from planner.pay.pay_book import pay_book
from tests.pay.worlds import calendar_of, person_of, roster_of, scenario_of, shift_of, tour_of

RATE_600 = Contract(name="crew", hourly_rate=Decimal(600), overtime_allowed=True)
SALARY_600 = Contract(name="crew", pay="salary", monthly_salary=Decimal(600 * 176), overtime_allowed=True)


def worked(scenario: Scenario, hours: dict[int, int]) -> dict[int, Shift]:
    return {day: shift_of(scenario.horizon, day, 8, length) for day, length in hours.items()}


def cost_of(scenario: Scenario, hours: dict[int, int], history: tuple[Shift, ...] = ()) -> CostBreakdown:
    tour = tour_of(scenario, worked(scenario, hours), history=history)
    return price(scenario, calendar_of(), roster_of(tour))


def test_a_full_week_has_none() -> None:
    cost = cost_of(scenario_of(RATE_600), dict.fromkeys(range(5), 8))
    assert (cost.overtime_minor, cost.overtime_minutes_by_agent) == (0, ())


def test_two_tiers_come_on_top_of_base() -> None:
    """45 hours: 2 at half a rate more, 3 at a whole one; the base is paid for all."""
    cost = cost_of(scenario_of(RATE_600), dict.fromkeys(range(5), 9))
    assert cost.base_minor == 45 * 60_000
    assert cost.overtime_minor == 2 * 30_000 + 3 * 60_000
    assert cost.overtime_minutes_by_agent == (("ana", 300),)


def test_a_salary_pays_the_overtime_itself_too() -> None:
    cost = cost_of(scenario_of(SALARY_600), dict.fromkeys(range(5), 9))
    assert cost.base_minor == 5 * 8 * 60_000
    assert cost.overtime_minor == 2 * 90_000 + 3 * 120_000


def test_weeks_are_apart_and_begin_on_monday() -> None:
    """Thursday to Wednesday, seven days of 8 hours: 32 and 24 hours, none above 40."""
    scenario = scenario_of(RATE_600, first_date=dt.date(2026, 6, 4))
    assert cost_of(scenario, dict.fromkeys(range(7), 8)).overtime_minor == 0


def test_a_sunday_night_counts_where_it_starts() -> None:
    scenario = scenario_of(RATE_600, days=8)
    shifts = worked(scenario, dict.fromkeys(range(5), 8)) | {6: shift_of(scenario.horizon, 6, 20, 12)}
    cost = price(scenario, calendar_of(), roster_of(tour_of(scenario, shifts)))
    assert cost.overtime_minutes_by_agent == (("ana", 720),)


def test_history_fills_the_week_and_is_not_paid_again() -> None:
    """Three days of 12 hours before Thursday: one 8-hour day has 4 hours of overtime."""
    scenario = scenario_of(RATE_600, first_date=dt.date(2026, 6, 4))
    past = tuple(shift_of(scenario.horizon, day, 8, 12) for day in (-3, -2, -1))
    cost = cost_of(scenario, {0: 8}, past)
    assert cost.base_minor == 8 * 60_000
    assert cost.overtime_minor == 2 * 30_000 + 2 * 60_000


def test_history_beyond_the_threshold_keeps_its_tier() -> None:
    """41 hours before Saturday: of Saturday's 4 hours one is still in the first tier."""
    scenario = scenario_of(RATE_600, first_date=dt.date(2026, 6, 6), days=2)
    past = tuple(shift_of(scenario.horizon, day, 8, 8 + (day == -1)) for day in range(-5, 0))
    cost = cost_of(scenario, {0: 4}, past)
    assert cost.overtime_minor == 30_000 + 3 * 60_000
    assert cost.overtime_minutes_by_agent == (("ana", 240),)


def test_history_of_the_week_before_does_not_count() -> None:
    scenario = scenario_of(RATE_600)
    past = tuple(shift_of(scenario.horizon, day, 8, 12) for day in range(-5, 0))
    assert cost_of(scenario, {0: 8}, past).overtime_minor == 0


def test_a_week_across_months_pays_each_part_at_its_rate() -> None:
    """Salary 176 x 600 in June (22 days), July has 23: the rate falls to 573.913…"""
    scenario = scenario_of(SALARY_600, first_date=dt.date(2026, 6, 29), days=7)
    june = cost_of(scenario, {0: 23, 1: 23})
    assert june.overtime_minor == 2 * 90_000 + 4 * 120_000
    both = cost_of(scenario, {0: 20, 1: 20, 2: 3})
    july = Decimal(10_560_000) / 184
    assert both.overtime_minor == round(july * Decimal("1.5") * 2 + july * 2)


def test_no_automaton_where_overtime_is_not_allowed() -> None:
    contract = RATE_600.model_copy(update={"overtime_allowed": False})
    assert make_tariff(scenario_of(contract), calendar_of()).tour_costs(person_of()) == ()


def automaton(scenario: Scenario) -> Overtime:
    return Overtime(pay_book(scenario, calendar_of()), "crew")


def test_states_are_few_beyond_the_tiers() -> None:
    """At 600 an hour every later minute costs whole minor units: one state for them all."""
    scenario = scenario_of(RATE_600)
    overtime, frame = automaton(scenario), Frame(scenario.horizon)
    start = overtime.start(frame, ())
    for minutes in (2520, 2521, 4000):
        shift = Shift(0, 0, minutes, "any", minutes)
        assert overtime.step(frame, start, 0, shift) == (
            (Total(120), None, False, None),
            2 * 30_000 + (minutes - 2520) * 1000,
        )


def test_the_week_closes_on_its_last_day() -> None:
    scenario = scenario_of(RATE_600)
    overtime, frame = automaton(scenario), Frame(scenario.horizon)
    state = OvertimeState(Total(-400), None, False)
    assert overtime.step(frame, state, 6, None) == (overtime.start(frame, ()), 0)
    assert overtime.step(frame, state, 5, None) == (state, 0)
    assert overtime.finish(frame, state) == 0
