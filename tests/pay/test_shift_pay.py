"""Pay of single shifts, by hand and minute by minute."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendar import DayKind
from models.contract import Contract
from models.cost import ShiftCost
from models.horizon import Horizon
from models.pay_terms import PayTerms
from models.scenario import Scenario
from models.shift import Shift
from planner.pay import price
from tests.pay.worlds import HOURLY, SALARY, calendar_of, roster_of, scenario_of, shift_of, tour_of

RATE_600 = Contract(name="crew", hourly_rate=Decimal(600))


def line_of(scenario: Scenario, shift: Shift, **kinds: DayKind) -> ShiftCost:
    cost = price(scenario, calendar_of(**kinds), roster_of(tour_of(scenario, {shift.day: shift})))
    (line,) = cost.shifts
    return line


def test_day_shift_is_paid_by_the_minute() -> None:
    scenario = scenario_of(RATE_600)
    line = line_of(scenario, shift_of(scenario.horizon, 1, 9, 9, pause=(240, 60)))
    assert (line.paid_minutes, line.base_minor, line.night_minutes) == (480, 480_000, 0)
    assert line.night_premium_minor == line.holiday_premium_minor == 0


def test_a_paid_break_is_paid() -> None:
    scenario = scenario_of(RATE_600)
    line = line_of(scenario, shift_of(scenario.horizon, 1, 22, 8, paid_pause=(240, 60)))
    assert (line.paid_minutes, line.night_minutes, line.base_minor) == (480, 480, 480_000)
    assert line.night_premium_minor == 96_000


@pytest.mark.parametrize(("after", "night"), [(60, 480), (240, 450), (700, 480)])
def test_an_unpaid_break_takes_its_minutes_where_it_lies(after: int, night: int) -> None:
    """20:00 to 08:00: a break at 21:00 or 07:40 costs no night minute, one at midnight does."""
    scenario = scenario_of(RATE_600)
    length = 30 if after == 240 else 20
    line = line_of(scenario, shift_of(scenario.horizon, 1, 20, 12, pause=(after, length)))
    assert (line.paid_minutes, line.night_minutes) == (720 - length, night)


def test_a_night_into_a_holiday_is_split_at_midnight() -> None:
    scenario = scenario_of(RATE_600)
    line = line_of(scenario, shift_of(scenario.horizon, 1, 20, 12), d0603="holiday")
    assert (line.holiday_minutes, line.holiday_premium_minor) == (480, 480_000)
    out = line_of(scenario, shift_of(scenario.horizon, 1, 20, 12), d0602="holiday")
    assert (out.holiday_minutes, out.night_minutes) == (240, 480)


def test_an_unpaid_break_on_the_holiday_takes_no_premium() -> None:
    scenario = scenario_of(RATE_600)
    line = line_of(scenario, shift_of(scenario.horizon, 1, 20, 12, pause=(300, 60)), d0603="holiday")
    assert line.holiday_minutes == 420


@pytest.mark.parametrize(("first_date", "night"), [(dt.date(2026, 3, 28), 420), (dt.date(2026, 10, 24), 540)])
def test_the_night_the_clocks_change_is_paid_as_long_as_it_is(first_date: dt.date, night: int) -> None:
    scenario = scenario_of(RATE_600, zone="Europe/Berlin", first_date=first_date, currency="EUR")
    line = line_of(scenario, shift_of(scenario.horizon, 0, 20, 12))
    assert (line.paid_minutes, line.night_minutes) == (night + 240, night)
    assert (line.base_minor, line.night_premium_minor) == (1000 * (night + 240), 200 * night)


def test_each_component_is_rounded_once_half_up() -> None:
    """1 minute at 0.30 an hour is half a minor unit; its 20 % is a tenth."""
    scenario = scenario_of(Contract(name="crew", hourly_rate=Decimal("0.30")))
    start = scenario.horizon.minute_at(0, 23 * 60)
    line = line_of(scenario, Shift(0, start, start + 1, "any", 1))
    assert (line.base_minor, line.night_premium_minor) == (1, 0)
    line = line_of(scenario, Shift(0, start, start + 5, "any", 5))
    assert (line.base_minor, line.night_premium_minor) == (3, 1)


def test_a_currency_without_minor_units() -> None:
    scenario = scenario_of(
        Contract(name="crew", hourly_rate=Decimal(1500)), currency="JPY", zone="Asia/Tokyo"
    )
    assert line_of(scenario, shift_of(scenario.horizon, 0, 9, 8)).base_minor == 12_000


def test_a_salary_pays_no_base_by_the_shift_but_premiums_on_its_rate() -> None:
    """June 2026 with 22 working days: 176 hours; 61,237.77 / 176 = 347.942… an hour."""
    scenario = scenario_of(SALARY)
    line = line_of(scenario, shift_of(scenario.horizon, 1, 22, 8))
    rate = Fraction(6_123_777, 176 * 60)
    assert line.base_minor == 0
    assert line.night_premium_minor == int(rate * 480 / 5 + Fraction(1, 2))


def minute_by_minute(horizon: Horizon, shift: Shift, holidays: set[dt.date]) -> tuple[int, int, int]:
    paid = [
        horizon.local(minute)
        for minute in range(shift.start_minute, shift.end_minute)
        if shift.break_paid or not shift.break_start_minute <= minute < shift.break_end_minute
    ]
    return (
        len(paid),
        sum(time.hour >= 22 or time.hour < 6 for time in paid),
        sum(time.date() in holidays for time in paid),
    )


@given(
    contract=st.sampled_from([HOURLY, SALARY]),
    first_date=st.sampled_from([dt.date(2026, 3, 26), dt.date(2026, 10, 22), dt.date(2026, 6, 10)]),
    day=st.integers(0, 5),
    start_hour=st.integers(0, 23),
    hours=st.integers(2, 12),
    pause=st.none() | st.tuples(st.integers(0, 60), st.integers(1, 60)),
    is_paid=st.booleans(),
)
def test_agrees_with_reading_every_minute(
    contract: Contract,
    first_date: dt.date,
    day: int,
    start_hour: int,
    hours: int,
    pause: tuple[int, int] | None,
    is_paid: bool,
) -> None:
    scenario = scenario_of(contract, first_date=first_date, zone="Europe/Berlin", currency="EUR")
    horizon = scenario.horizon
    shift = shift_of(horizon, day, start_hour, hours, **{"paid_pause" if is_paid else "pause": pause})
    holidays = {first_date + dt.timedelta(days=n) for n in (1, 3, 4)}
    kinds: dict[str, DayKind] = {f"d{date:%m%d}": "holiday" for date in holidays}
    line = line_of(scenario, shift, **kinds)
    found = (line.paid_minutes, line.night_minutes, line.holiday_minutes)
    assert found == minute_by_minute(horizon, shift, holidays)


def test_premiums_are_settings() -> None:
    terms = PayTerms(night_premium=Decimal("0.4"), holiday_premium=Decimal("1.5"))
    scenario = scenario_of(RATE_600, terms=terms)
    line = line_of(scenario, shift_of(scenario.horizon, 1, 0, 6), d0602="holiday")
    assert (line.night_premium_minor, line.holiday_premium_minor) == (144_000, 540_000)
