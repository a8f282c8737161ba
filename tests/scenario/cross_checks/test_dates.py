"""Dates that do not fit the period."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat

#: A rule about the whole desk, to be written behind the sample's last.

CASES: Cases = {
    "period_years": [((("2026-11-02", "1912-11-02"),), "period.first_date", "1912-11-02 to 1912-11-15")],
    "fixed_shift_dates": [
        (
            (('id = "boris"', 'id = "boris"\nfixed_shifts = [{ date = 2026-11-16, pattern = "day" }]'),),
            "agents[2] (boris).fixed_shifts[1].date",
            "outside the period",
        )
    ],
    "request_dates": [
        (
            (('id = "boris"', 'id = "boris"\nrequests = [{ date = 2026-12-05, wish = "off", price = 1 }]'),),
            "agents[2] (boris).requests[1].date",
            "outside the period",
        ),
        (
            (
                (
                    'id = "boris"',
                    'id = "boris"\nrequests = [{ date = 2026-11-05, wish = "on", price = 1 }]\nleave = [{ first_date = 2026-11-04, last_date = 2026-11-05 }]',
                ),
            ),
            "agents[2] (boris).requests[1].date",
            "but is on leave",
        ),
    ],
    "worked_before_dates": [
        (
            (
                (
                    'id = "boris"',
                    'id = "boris"\nworked_before = [{ date = 2026-11-02, start = "09:00", length_minutes = "8h" }]',
                ),
            ),
            "agents[2] (boris).worked_before[1].date",
            "is not before the period",
        ),
        (
            (
                (
                    'id = "boris"',
                    'id = "boris"\nworked_before = [{ date = 2024-11-02, start = "09:00", length_minutes = "8h" }]',
                ),
            ),
            "agents[2] (boris).worked_before[1].date",
            "more than a year",
        ),
    ],
    "rule_dates": [
        (
            (('minutes = "11h"', 'minutes = "11h"\nvalid_from = 2026-11-10\nvalid_to = 2026-11-09'),),
            "rules[1] (min_rest).valid_to",
            "before it begins",
        ),
    ],
    "rule_days": [
        (
            (
                (
                    'minutes = "11h"',
                    'minutes = "11h"\n[[rules]]\nkind = "shift_request"\nagents = ["anna"]\ndate = 2026-10-05\nwish = "off"\nprice = 5',
                ),
            ),
            "rules[2] (shift_request).date",
            "outside the period",
        ),
        (
            (
                (
                    'minutes = "11h"',
                    'minutes = "11h"\n[[rules]]\nkind = "days_off"\nagents = ["anna"]\nfirst_date = 2026-10-05\nlast_date = 2026-10-06',
                ),
            ),
            "rules[2] (days_off)",
            "outside the period",
        ),
    ],
    "twice_listed_dates": [
        (
            (
                (
                    'hours = "mon-fri 09:00-18:00"',
                    'hours = "mon-fri 09:00-18:00"\nexceptions = [{ date = 2026-11-05 }, { date = 2026-11-05 }]',
                ),
            ),
            "opening.exceptions[2].date",
            "listed twice",
        ),
        (
            (
                (
                    "[opening]",
                    '[holidays]\noverrides = [{ date = 2026-11-05, kind = "holiday" }, { date = 2026-11-05, kind = "working" }]\n[opening]',
                ),
            ),
            "holidays.overrides[2].date",
            "listed twice",
        ),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)
