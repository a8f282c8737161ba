"""Shifts before the period that cannot have been worked as they are written."""

from pathlib import Path

import pytest

from tests.scenario.cross_checks.single import Case, Cases, assert_single_mistake, flat
from tests.scenario.samples import changed, problems_of


def worked(*shifts: str) -> tuple[str, str]:
    """Give Boris a past."""
    return ('id = "boris"', f'id = "boris"\nworked_before = [{", ".join(shifts)}]')


NIGHT = '{ date = 2026-10-30, start = "20:00", length_minutes = "12h" }'
NEXT_DAY = '{ date = 2026-10-31, start = "07:30", length_minutes = "8h" }'
AFTER = '{ date = 2026-10-31, start = "08:00", length_minutes = "8h" }'
OVERPAID = '{ date = 2026-10-24, start = "20:00", length_minutes = "12h", paid_minutes = "13h" }'
CASES: Cases = {
    "worked_before_overlaps": [
        ((worked(NIGHT, NEXT_DAY),), "agents[2] (boris).worked_before[2]", "by worked_before[1]"),
        (
            (worked(NEXT_DAY, AFTER, NIGHT.replace("30", "29")),),
            "agents[2] (boris).worked_before[2]",
            "at work",
        ),
        ((worked(NIGHT, NIGHT),), "agents[2] (boris).worked_before[2]", "at work already then"),
    ],
    "worked_before_paid": [
        ((worked(OVERPAID),), "agents[2] (boris).worked_before[1].paid_minutes", "780 minutes are paid"),
    ],
}


@pytest.mark.parametrize("case", flat(CASES))
def test_a_single_mistake(tmp_path: Path, case: Case) -> None:
    assert_single_mistake(tmp_path, case)


def test_one_shift_right_after_another_is_fine(tmp_path: Path) -> None:
    assert problems_of(tmp_path, changed(worked(AFTER, NIGHT))) == []


def test_a_night_the_clocks_went_back_may_be_paid_an_hour_more(tmp_path: Path) -> None:
    """24 October 2026 in Berlin: twelve hours by the clock are thirteen of work."""
    assert problems_of(tmp_path, changed(worked(OVERPAID), ("Europe/Moscow", "Europe/Berlin"))) == []
