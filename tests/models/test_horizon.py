"""The axis of minutes: days of 23, 24 and 25 hours."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.horizon import Horizon

MONDAY = dt.date(2026, 1, 5)
#: Sunday 29 March 2026 has 23 hours in Berlin, Sunday 25 October 25.
SPRING, AUTUMN = dt.date(2026, 3, 29), dt.date(2026, 10, 25)
ZONES = st.sampled_from(
    ["Europe/Moscow", "Europe/Berlin", "Asia/Jerusalem", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]
)


def berlin(first: dt.date, days: int = 3, interval: int = 30) -> Horizon:
    return Horizon(zone="Europe/Berlin", first_date=first, days=days, interval_minutes=interval)


def test_an_ordinary_day() -> None:
    horizon = Horizon(zone="Europe/Moscow", first_date=MONDAY, days=7, interval_minutes=15)
    assert horizon.end_minute == 7 * 1440
    assert horizon.intervals == 7 * 96
    assert horizon.minute_at(1, 9 * 60) == 1440 + 540
    assert horizon.anchor == dt.datetime(2026, 1, 4, 21, tzinfo=dt.UTC)
    assert horizon.local(540).isoformat() == "2026-01-05T09:00:00+03:00"


@pytest.mark.parametrize(("sunday", "minutes"), [(SPRING, 1380), (AUTUMN, 1500)])
def test_a_day_on_which_the_clocks_change(sunday: dt.date, minutes: int) -> None:
    horizon = berlin(sunday - dt.timedelta(days=1))
    assert horizon.day_start(2) - horizon.day_start(1) == minutes
    assert horizon.intervals == (1440 + minutes + 1440) // 30


@pytest.mark.parametrize(("sunday", "hours"), [(SPRING, 7), (AUTUMN, 9)])
def test_the_night_of_the_change_has_seven_or_nine_hours(sunday: dt.date, hours: int) -> None:
    horizon = berlin(sunday - dt.timedelta(days=1))
    night = horizon.minute_at(0, 24 * 60 + 6 * 60) - horizon.minute_at(0, 22 * 60)
    assert night == hours * 60


def test_a_skipped_clock_time_is_read_as_if_clocks_had_not_moved() -> None:
    horizon = berlin(SPRING)
    assert horizon.minute_at(0, 2 * 60 + 30) == 150
    assert horizon.local(150).hour == 3


def test_a_clock_time_that_occurs_twice_is_the_first() -> None:
    assert berlin(AUTUMN).minute_at(0, 2 * 60 + 30) == 150


def test_days_go_on_before_and_after_the_period() -> None:
    horizon = berlin(SPRING)
    assert horizon.day_of(horizon.date_of(-10)) == -10
    assert horizon.day_start(-1) == -1440
    assert horizon.minute_at(-1, 23 * 60) == -60


def test_weeks_run_from_monday() -> None:
    horizon = berlin(dt.date(2026, 1, 7), days=14)
    assert [horizon.weekday(day) for day in (0, 4, 5)] == [2, 6, 0]
    assert [horizon.week_of(day) for day in (-3, -2, 0, 4, 5, 12)] == [-1, 0, 0, 0, 1, 2]


@given(ZONES, st.dates(dt.date(1999, 1, 1), dt.date(2030, 1, 1)), st.integers(-40, 400))
def test_day_starts_are_local_midnights(zone: str, first: dt.date, day: int) -> None:
    horizon = Horizon(zone=zone, first_date=first, days=28, interval_minutes=30)
    local = horizon.local(horizon.day_start(day))
    assert (local.date(), local.time()) == (horizon.date_of(day), dt.time())


@given(ZONES, st.dates(dt.date(1999, 1, 1), dt.date(2030, 1, 1)), st.integers(-50_000, 50_000))
def test_a_minute_survives_the_way_to_local_time_and_back(zone: str, first: dt.date, minute: int) -> None:
    horizon = Horizon(zone=zone, first_date=first, days=28, interval_minutes=30)
    assert horizon.minute_of(horizon.local(minute)) == minute


@given(
    ZONES, st.dates(dt.date(1999, 1, 1), dt.date(2030, 1, 1)), st.integers(1, 60), st.sampled_from([15, 30])
)
def test_intervals_tile_the_period(zone: str, first: dt.date, days: int, interval: int) -> None:
    horizon = Horizon(zone=zone, first_date=first, days=days, interval_minutes=interval)
    starts = horizon.interval_starts
    assert starts[0] == 0
    assert starts[-1] + interval == horizon.end_minute
    assert horizon.intervals == len(starts)
