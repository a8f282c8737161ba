"""Clock times, durations and spans as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from models.clock import ClockMinute, ClockSpan, Minutes, format_clock, parse_clock, parse_duration

CLOCK: TypeAdapter[int] = TypeAdapter(ClockMinute)
LENGTH: TypeAdapter[int] = TypeAdapter(Minutes)


@given(st.integers(0, 1440))
def test_a_clock_time_survives_being_written_and_read(minute: int) -> None:
    assert parse_clock(format_clock(minute)) == minute


@pytest.mark.parametrize(
    ("written", "minute"),
    [("0:00", 0), ("9:05", 545), (" 22:00 ", 1320), ("24:00", 1440), (dt.time(6, 30), 390)],
)
def test_clock_times(written: object, minute: int) -> None:
    assert CLOCK.validate_python(written) == minute


@pytest.mark.parametrize(
    "written", ["24:01", "25:00", "12:60", "9", "9.30", "-1:00", "", "noon", dt.time(9, 0, 30), 1441, -1]
)
def test_what_is_no_clock_time(written: object) -> None:
    with pytest.raises(ValidationError):
        CLOCK.validate_python(written)


def test_clock_times_are_written_as_text_in_json() -> None:
    assert CLOCK.dump_json(1440) == b'"24:00"'


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("12h", 720), ("7h30m", 450), ("7h30", 450), ("45m", 45), ("2H 15M", 135), (90, 90), ("0m", 0)],
)
def test_durations(written: object, minutes: int) -> None:
    assert LENGTH.validate_python(written) == minutes


@pytest.mark.parametrize("written", ["", "h", "m", "12", "12 hours", "-1h", "1.5h", -5])
def test_what_is_no_duration(written: object) -> None:
    with pytest.raises(ValidationError):
        LENGTH.validate_python(written)


@given(st.integers(0, 40), st.integers(0, 59))
def test_a_duration_in_hours_and_minutes_adds_up(hours: int, minutes: int) -> None:
    assert parse_duration(f"{hours}h{minutes}m") == 60 * hours + minutes


@pytest.mark.parametrize(
    ("written", "start", "end_unwrapped"),
    [
        ("09:00-18:00", 540, 1080),
        ("09:00–18:00", 540, 1080),
        ("22:00-06:00", 1320, 1800),
        ("00:00-24:00", 0, 1440),
        ("08:00 - 08:00", 480, 1920),
    ],
)
def test_spans(written: str, start: int, end_unwrapped: int) -> None:
    span = ClockSpan.model_validate(written)
    assert (span.start, span.end_unwrapped) == (start, end_unwrapped)


@given(st.integers(0, 1439), st.integers(0, 1440))
def test_a_span_survives_being_written_and_read(start: int, end: int) -> None:
    span = ClockSpan(start=start, end=end)
    assert ClockSpan.model_validate(str(span)) == span
    assert 0 < span.end_unwrapped - span.start <= 1440


def test_a_span_without_a_dash_says_how_to_write_one() -> None:
    with pytest.raises(ValidationError, match=r"write \"09:00-18:00\""):
        ClockSpan.model_validate("09:00")
