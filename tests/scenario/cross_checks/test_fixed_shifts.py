"""Fixed shifts that contradict the rest."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat

CASES: Cases = {
    "fixed_shifts_on_leave": [
        (
            (
                (
                    'id = "boris"',
                    'id = "boris"\nfixed_shifts = [{ date = 2026-11-05, pattern = "day" }]\nleave = [{ first_date = 2026-11-04, last_date = 2026-11-05 }]',
                ),
            ),
            "agents[2] (boris).fixed_shifts[1]",
            "is on leave",
        )
    ],
    "fixed_shifts_twice_a_day": [
        (
            (
                (
                    'id = "boris"',
                    'id = "boris"\nfixed_shifts = [{ date = 2026-11-05, pattern = "day" }, { date = 2026-11-05, off = true }]',
                ),
            ),
            "agents[2] (boris).fixed_shifts[2].date",
            "has a fixed shift on 2026-11-05 already",
        )
    ],
    "fixed_shifts_that_cannot_be": [
        (
            (
                (
                    'id = "boris"',
                    'id = "boris"\nfixed_shifts = [{ date = 2026-11-05, pattern = "day", start = "10:00" }]',
                ),
            ),
            "agents[2] (boris).fixed_shifts[1].start",
            "does not start at 10:00",
        ),
        (
            (
                ('starts = ["09:00"]', 'starts = ["09:00"]\nweekdays = ["mon", "tue", "wed", "thu", "fri"]'),
                ('id = "boris"', 'id = "boris"\nfixed_shifts = [{ date = 2026-11-07, pattern = "day" }]'),
            ),
            "agents[2] (boris).fixed_shifts[1].date",
            "not worked on a sat",
        ),
        (
            (
                (
                    "[[contracts]]",
                    '[[shift_patterns]]\nname = "long"\nstarts = ["09:00"]\nlength_minutes = "12h"\n[[contracts]]',
                ),
                ("hourly_rate = 400", 'hourly_rate = 400\nshift_patterns = ["day"]'),
                ('id = "boris"', 'id = "boris"\nfixed_shifts = [{ date = 2026-11-05, pattern = "long" }]'),
            ),
            "agents[2] (boris).fixed_shifts[1].pattern",
            'does not include pattern "long"',
        ),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
