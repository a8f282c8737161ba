"""Times off the grid of intervals."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat

CASES: Cases = {
    "patterns_off_grid": [
        ((('starts = ["09:00"]', 'starts = ["09:00", "10:20"]'),), "shift_patterns[1] (day).starts", "10:20"),
        (
            (('length_minutes = "9h"', "length_minutes = 545"),),
            "shift_patterns[1] (day).length_minutes",
            "545 min",
        ),
        ((("minutes = 60,", "minutes = 45,"),), "shift_patterns[1] (day).break.minutes", "45 min"),
        (
            (('earliest_after_minutes = "3h"', 'earliest_after_minutes = "3h10m"'),),
            "shift_patterns[1] (day).break.earliest_after_minutes",
            "190 min",
        ),
        (
            (('latest_after_minutes = "5h"', 'latest_after_minutes = "5h", step_minutes = 20'),),
            "shift_patterns[1] (day).break.step_minutes",
            "20 min",
        ),
        (
            (('starts = ["09:00"]', 'start_window = { span = "09:10-10:10" }'),),
            "shift_patterns[1] (day).start_window.span",
            "09:10, 10:10",
        ),
    ],
    "opening_off_grid": [
        (
            (("09:00-18:00", "08:50-18:00"),),
            "opening.hours",
            "08:50-18:00 does not begin and end on the grid",
        ),
        (
            (('hours = "mon-fri 09:00-18:00"', 'hours = { mon = ["09:00-18:10"] }'),),
            "opening.hours.mon",
            "09:00-18:10",
        ),
        (
            (
                (
                    'hours = "mon-fri 09:00-18:00"',
                    'hours = "mon-fri 09:00-18:00"\nexceptions = [{ date = 2026-11-05, spans = ["09:00-15:20"] }]',
                ),
            ),
            "opening.exceptions[1]",
            "09:00-15:20",
        ),
    ],
    "clock_change_off_grid": [
        (
            (
                ("Europe/Moscow", "Australia/Lord_Howe"),
                ("2026-11-02", "2026-04-01"),
                ("interval_minutes = 30", "interval_minutes = 60"),
                ('latest_after_minutes = "5h"', 'latest_after_minutes = "5h", step_minutes = 60'),
            ),
            "desk.interval_minutes",
            "on 2026-04-05 the clocks of Australia/Lord_Howe change by -30 minutes",
        )
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
