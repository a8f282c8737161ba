"""Split shifts: what a pattern may say, and where somebody is in the pause."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.agent import WorkedShift
from models.clock import ClockSpan
from models.horizon import Horizon
from models.night import is_night_shift, is_night_work
from models.past_shifts import past_shifts
from models.pay_terms import NightTerms
from models.shift import Shift
from models.shift_code import ShiftCode
from models.shift_hours import hours_text
from models.shift_pattern import ShiftPattern

MOSCOW = Horizon(zone="Europe/Moscow", first_date=dt.date(2026, 3, 2), days=7, interval_minutes=30)
PAUSE = {"minutes": "5h", "earliest_after_minutes": "4h", "latest_after_minutes": "4h", "split": True}


def pattern(**pause: Any) -> ShiftPattern:
    return ShiftPattern.model_validate(
        {"name": "split", "starts": ["09:00"], "length_minutes": "12h", "break": {**PAUSE, **pause}}
    )


def split_shift(start_hour: int, first_hours: int, pause_hours: int, last_hours: int) -> Shift:
    start = MOSCOW.minute_at(0, start_hour * 60)
    off = start + first_hours * 60
    back = off + pause_hours * 60
    paid = (first_hours + last_hours) * 60
    return Shift(0, start, back + last_hours * 60, "split", paid, off, back, is_split=True)


def test_the_pause_is_not_paid_and_may_be_longer_than_a_break() -> None:
    made = pattern()
    assert made.is_split
    assert made.nominal_paid_minutes == 7 * 60
    assert not ShiftPattern(name="plain", starts=(0,), length_minutes=60).is_split


@pytest.mark.parametrize(
    ("pause", "said"),
    [
        ({"split": False}, "at most 240 minutes, found 300"),
        ({"paid": True}, "is not paid by the hour"),
        ({"earliest_after_minutes": 0}, "work before its pause and after it"),
        ({"latest_after_minutes": "7h"}, "work before its pause and after it"),
        ({"latest_after_minutes": "8h"}, "does not fit"),
    ],
)
def test_what_a_split_shift_cannot_be(pause: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        pattern(**pause)


@given(begin=st.integers(400, 1300), length=st.integers(1, 300))
def test_nobody_is_on_shift_in_the_pause(begin: int, length: int) -> None:
    shift = split_shift(9, 4, 4, 4)
    minutes = range(begin, begin + length)
    within = all(any(first <= minute < last for first, last in shift.spells) for minute in minutes)
    assert shift.spans(begin, begin + length) == within == shift.works_throughout(begin, begin + length)


def test_rules_see_where_the_pause_lies() -> None:
    shift = split_shift(9, 4, 4, 4)
    assert shift.without_break_place() == shift
    assert hours_text(MOSCOW, shift) == "09:00–13:00, 17:00–21:00"


def test_night_hours_of_the_pause_are_nobodys() -> None:
    """18-22 and 03-06: three night hours of seven; with the pause it would be eight of twelve."""
    shift = split_shift(18, 4, 5, 3)
    night, span = NightTerms(), (shift.start_minute, shift.end_minute)
    assert is_night_shift(MOSCOW, night, *span)
    assert not is_night_shift(MOSCOW, night, *span, shift.split_pause)
    assert is_night_work(MOSCOW, night, shift, 180, None)
    assert not is_night_work(MOSCOW, night, shift, 181, None)
    # the pause holds all but one hour of this night
    assert not is_night_work(MOSCOW, night, shift, 61, ClockSpan(start=22 * 60, end=4 * 60))


def test_a_split_shift_worked_before_the_period() -> None:
    worked = WorkedShift(
        date=dt.date(2026, 3, 1), start=540, length_minutes=720, split_after_minutes=240, split_minutes=240
    )
    (shift,) = past_shifts(MOSCOW, NightTerms(), (worked,))
    assert shift.is_split
    assert shift.paid_minutes == 480
    assert hours_text(MOSCOW, shift) == "09:00–13:00, 17:00–21:00"


@pytest.mark.parametrize(
    "fields",
    [
        {"split_after_minutes": 240},
        {"split_minutes": 240},
        {"split_after_minutes": 240, "split_minutes": 480},
    ],
)
def test_a_past_pause_that_cannot_be(fields: dict[str, int]) -> None:
    with pytest.raises(ValidationError, match="split shift"):
        WorkedShift.model_validate(
            {"date": dt.date(2026, 3, 1), "start": 540, "length_minutes": 720, **fields}
        )


def test_the_legend_of_a_grid_writes_both_spells() -> None:
    code = ShiftCode("S", "split", 0, 14 * 60, 720, 480, is_night=False, pause=(240, 240))
    assert code.hours_text == "14:00–18:00, 22:00–02:00"
    whole = ShiftCode("D", "day", 0, 20 * 60, 720, 720, is_night=True)
    assert whole.hours_text == "20:00–08:00"
