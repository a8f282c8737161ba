"""Minutes at night against a clock that is read minute by minute."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import ClockSpan
from models.horizon import Horizon
from models.night import is_night_shift, minutes_in_band
from models.pay_terms import NightTerms

NIGHT = ClockSpan(start=22 * 60, end=6 * 60)
ZONES = ("Europe/Moscow", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago")


def horizon_from(zone: str, first_date: dt.date) -> Horizon:
    return Horizon(zone=zone, first_date=first_date, days=14, interval_minutes=30)


def read_clock(horizon: Horizon, span: ClockSpan, start: int, end: int) -> int:
    found = 0
    for minute in range(start, end):
        local = horizon.local(minute)
        clock = local.hour * 60 + local.minute
        found += span.start <= clock < span.end_unwrapped or clock + 1440 < span.end_unwrapped
    return found


@given(
    zone=st.sampled_from(ZONES),
    date=st.dates(dt.date(2025, 1, 1), dt.date(2027, 12, 31)),
    start=st.integers(-2000, 4000),
    length=st.integers(1, 1500),
    span=st.builds(ClockSpan, start=st.integers(0, 1440), end=st.integers(0, 1440)),
)
def test_counts_what_the_clock_shows(
    zone: str, date: dt.date, start: int, length: int, span: ClockSpan
) -> None:
    horizon = horizon_from(zone, date)
    expected = read_clock(horizon, span, start, start + length)
    assert minutes_in_band(horizon, span, start, start + length) == expected


@pytest.mark.parametrize(
    "first_date",
    [dt.date(2026, 3, 28), dt.date(2026, 10, 24), dt.date(2026, 6, 6)],
    ids=["forward", "back", "plain"],
)
@pytest.mark.parametrize("span", [NIGHT, ClockSpan(start=2 * 60 + 10, end=3 * 60 + 20)], ids=str)
def test_counts_around_clock_changes_minute_by_minute(first_date: dt.date, span: ClockSpan) -> None:
    horizon = horizon_from("Europe/Berlin", first_date)
    for start in range(20 * 60, 30 * 60, 17):
        for length in (1, 59, 60, 480, 725):
            expected = read_clock(horizon, span, start, start + length)
            assert minutes_in_band(horizon, span, start, start + length) == expected, (start, length)


@pytest.mark.parametrize(
    ("first_date", "hours"), [(dt.date(2026, 3, 28), 7), (dt.date(2026, 10, 24), 9), (dt.date(2026, 6, 6), 8)]
)
def test_a_night_lasts_as_long_as_it_lasts(first_date: dt.date, hours: int) -> None:
    horizon = horizon_from("Europe/Berlin", first_date)
    start, end = horizon.minute_at(0, 20 * 60), horizon.minute_at(0, 32 * 60)
    assert minutes_in_band(horizon, NIGHT, start, end) == hours * 60


def test_nothing_is_counted_in_an_empty_stretch() -> None:
    assert minutes_in_band(horizon_from("Europe/Moscow", dt.date(2026, 6, 6)), NIGHT, 100, 100) == 0


@pytest.mark.parametrize(
    ("clock", "share", "expected"),
    [
        ((18, 26), 0.5, True),  # exactly half
        ((17, 26), 0.5, False),
        ((16, 26), 0.4, True),  # exactly four tenths, which binary fractions would miss
        ((16, 26), 0.41, False),
        ((22, 30), 1.0, True),
        ((8, 20), 0.1, False),
    ],
)
def test_a_night_shift_has_its_share_at_night(clock: tuple[int, int], share: float, expected: bool) -> None:
    horizon = horizon_from("Europe/Moscow", dt.date(2026, 6, 6))
    terms = NightTerms(night_shift_share=share)
    assert is_night_shift(horizon, terms, clock[0] * 60, clock[1] * 60) is expected


def test_the_share_is_of_the_real_length() -> None:
    """18:00 to 03:00 is 4 of 8 hours at night when the clock jumps, 5 of 9 otherwise."""
    horizon = horizon_from("Europe/Berlin", dt.date(2026, 3, 28))
    start, end = horizon.minute_at(0, 18 * 60), horizon.minute_at(0, 27 * 60)
    assert end - start == 8 * 60
    assert is_night_shift(horizon, NightTerms(night_shift_share=0.5), start, end)
    assert not is_night_shift(horizon, NightTerms(night_shift_share=0.51), start, end)
