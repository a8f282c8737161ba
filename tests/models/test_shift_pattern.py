"""Templates of shifts."""

from typing import Any

import pytest
from pydantic import ValidationError

from models.shift_pattern import ShiftPattern


def pattern(**fields: Any) -> ShiftPattern:
    return ShiftPattern.model_validate({"name": "day", "starts": ["09:00"], "length_minutes": "9h", **fields})


def test_an_unpaid_break_is_taken_off_the_paid_time() -> None:
    window = {"minutes": 60, "earliest_after_minutes": "3h", "latest_after_minutes": "5h"}
    unpaid, paid = pattern(**{"break": window}), pattern(**{"break": {**window, "paid": True}})
    assert (unpaid.nominal_paid_minutes, paid.nominal_paid_minutes) == (480, 540)
    assert unpaid.break_offsets == (180, 210, 240, 270, 300)
    assert pattern().break_offsets == ()


def test_paid_minutes_must_add_up() -> None:
    assert pattern(paid_minutes="9h").paid_minutes == 540
    with pytest.raises(ValidationError, match="less the unpaid break is 540"):
        pattern(paid_minutes="8h")


def test_starts_are_sorted() -> None:
    assert pattern(starts=["14:00", "08:00"]).start_minutes == (480, 840)


def test_a_window_of_starts_includes_both_ends_and_may_cross_midnight() -> None:
    window = {"span": "22:00-01:00", "step_minutes": 60}
    assert pattern(starts=[], start_window=window).start_minutes == (0, 60, 1320, 1380)


@pytest.mark.parametrize(
    "fields",
    [
        {"starts": []},
        {"start_window": {"span": "08:00-10:00"}},
        {"starts": ["24:00"]},
        {"starts": ["09:00", "9:00"]},
        {"length_minutes": 0},
        {"length_minutes": "25h"},
        {"break": {"minutes": 60, "earliest_after_minutes": "5h", "latest_after_minutes": "3h"}},
        {"break": {"minutes": 60, "earliest_after_minutes": "3h", "latest_after_minutes": "9h"}},
        {"weekdays": ["monday"]},
        {"colour": "red"},
    ],
)
def test_patterns_that_cannot_be(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        pattern(**fields)
