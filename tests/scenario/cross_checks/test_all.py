"""The cross-checks together: none without a case, and none that complains of a good scenario."""

from pathlib import Path

import pytest

from planner.scenario import check_scenario
from planner.scenario.cross_checks import CHECKS, NOTICES
from tests.scenario.cross_checks import (
    test_contact_shifts,
    test_dates,
    test_fixed_shifts,
    test_forecast_files,
    test_grid,
    test_history_files,
    test_impossible_rules,
    test_law_packs,
    test_names,
    test_opening_fit,
    test_other_types,
    test_pay,
    test_people,
    test_team,
    test_worked_before,
)
from tests.scenario.samples import GOOD, changed, problems_of

MODULES = (
    test_contact_shifts,
    test_dates,
    test_fixed_shifts,
    test_forecast_files,
    test_grid,
    test_history_files,
    test_impossible_rules,
    test_law_packs,
    test_names,
    test_opening_fit,
    test_other_types,
    test_pay,
    test_people,
    test_team,
    test_worked_before,
)


def test_every_check_has_a_case() -> None:
    assert {check.__name__ for check in CHECKS} == {name for module in MODULES for name in module.CASES}


def test_the_good_scenario_has_no_mistake_and_no_notice(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(GOOD, encoding="utf-8")
    loaded, problems = check_scenario(path)
    assert problems == []
    assert loaded is not None
    assert loaded.notices == ()


@pytest.mark.parametrize(
    ("check", "changes", "message"),
    [
        (
            "unlikely_levers",
            (("aht_seconds = 240", "aht_seconds = 240\ngrowth = 15"),),
            "contacts are multiplied by 15 (+1400 %)",
        ),
        (
            "unlikely_levers",
            (("aht_seconds = 240", "aht_seconds = 240\nforecast = { aht_factor = 0.1 }"),),
            "handle times are multiplied by 0.1 (-90 %)",
        ),
        (
            "events_without_effect",
            (
                (
                    "aht_seconds = 240",
                    'aht_seconds = 240\nforecast.events = [{ name = "sale", first_date = 2062-11-02, factor = 2 }]',
                ),
            ),
            'the event "sale" (2062-11-02) lies outside the period (2026-11-02 to 2026-11-15) and changes nothing',
        ),
        (
            "events_without_effect",
            (
                (
                    "aht_seconds = 240",
                    'aht_seconds = 240\nforecast = { events = [{ name = "sale", first_date = 2026-11-02 }] }',
                ),
            ),
            "changes nothing",
        ),
        (
            "days_without_a_fitting_pattern",
            (("mon-fri 09:00-18:00", "mon-fri 09:00-18:00; sat 10:00-14:00"),),
            "on Saturdays (10:00-14:00)",
        ),
        (
            "old_worked_shifts",
            (
                (
                    'id = "boris"',
                    'id = "boris"\nworked_before = [{ date = 2026-09-01, start = "09:00", length_minutes = "8h" }]',
                ),
            ),
            "2026-09-01 is more than 35 days before",
        ),
        (
            "leave_dates",
            (
                (
                    'id = "boris"',
                    'id = "boris"\nleave = [{ first_date = 2025-11-03, last_date = 2025-11-05 }]',
                ),
            ),
            "outside the period",
        ),
        (
            "rules_out_of_force",
            (('minutes = "11h"', 'minutes = "11h"\nvalid_to = 2026-10-31'),),
            "ended on",
        ),
        (
            "rules_out_of_force",
            (('minutes = "11h"', 'minutes = "11h"\nvalid_from = 2026-11-16'),),
            "after the period ends",
        ),
        (
            "rule_dates_outside",
            (
                (
                    'minutes = "11h"',
                    'minutes = "11h"\n[[rules]]\nkind = "min_staff"\nminimum = 1\nprice = 1\ndates = [2026-12-31]',
                ),
            ),
            "none of the dates is in the period",
        ),
        (
            "rule_dates_outside",
            (
                (
                    'minutes = "11h"',
                    'minutes = "11h"\n[[rules]]\nkind = "max_nights"\nnights = 3\nsince = 2026-11-09',
                ),
            ),
            "all of it counts",
        ),
        (
            "too_few_for_the_minimum",
            (("[[contracts]]", "[staffing]\nmin_agents = 6\n[[contracts]]"),),
            "at most 5",
        ),
    ],
)
def test_notices_do_not_make_a_scenario_bad(
    tmp_path: Path, check: str, changes: tuple[tuple[str, str], ...], message: str
) -> None:
    assert check in {notice.__name__ for notice in NOTICES}
    path = tmp_path / "desk.toml"
    path.write_text(changed(*changes), encoding="utf-8")
    loaded, problems = check_scenario(path)
    assert problems == []
    assert loaded is not None
    assert [message in notice.message.en for notice in loaded.notices] == [True]


def test_a_period_across_a_change_of_clocks_is_fine(tmp_path: Path) -> None:
    text = changed(
        ("Europe/Moscow", "Europe/Berlin"), ("2026-11-02", "2026-10-19"), ("weeks = 2", "weeks = 4")
    )
    assert problems_of(tmp_path, text) == []


def test_night_shifts_fit_a_desk_open_round_the_clock(tmp_path: Path) -> None:
    text = changed(
        ('"mon-fri 09:00-18:00"', '"24/7"'), ('starts = ["09:00"]', 'starts = ["06:00", "14:00", "22:00"]')
    )
    path = tmp_path / "desk.toml"
    path.write_text(text, encoding="utf-8")
    loaded, problems = check_scenario(path)
    assert problems == []
    assert loaded is not None
    assert loaded.notices == ()
