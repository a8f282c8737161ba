"""Opening hours no shift can serve."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat

CASES: Cases = {
    "never_open": [
        ((("mon-fri 09:00-18:00", "sat-sun 09:00-18:00"), ("weeks = 2", "days = 5")), "opening", "never open")
    ],
    "days_nobody_can_serve": [
        (
            (('starts = ["09:00"]', 'starts = ["09:00"]\nweekdays = ["mon", "tue", "wed", "thu"]'),),
            "shift_patterns",
            "on Fridays (09:00-18:00)",
        ),
        (
            (
                (
                    'hours = "mon-fri 09:00-18:00"',
                    'hours = "mon-fri 09:00-18:00"\nexceptions = [{ date = 2026-11-05, spans = ["20:00-22:00"] }]',
                ),
            ),
            "shift_patterns",
            "2026-11-05 (20:00-22:00)",
        ),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
