"""Vacations that cost nothing because their pay is not known."""

from pathlib import Path

import pytest

from planner.scenario import check_scenario
from tests.cli.desks import OFFICE

AWAY = "leave = [{ first_date = 2026-11-13, last_date = 2026-11-13 }]\n"
SALARY = 'hourly_rate = 400\nweekly_minutes = "45h"\n'


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("", "", "anna"),
        ('id = "anna"\n', 'id = "anna"\nname = "Anna Orlova"\n', "Anna Orlova"),
        ('id = "boris"\n', f'id = "boris"\n{AWAY}', "anna, boris"),
        (AWAY, AWAY + "average_daily_pay = 2600\n", None),
        (AWAY, AWAY.replace(" }", ', kind = "unpaid" }'), None),
        (AWAY, "", None),
        (SALARY, 'pay = "salary"\nmonthly_salary = 80000\nweekly_minutes = "45h"\n', None),
    ],
)
def test_people_paid_by_the_hour_are_named(tmp_path: Path, old: str, new: str, named: str | None) -> None:
    file = tmp_path / "desk.toml"
    assert old in OFFICE
    file.write_text(OFFICE.replace(old, new, 1) if old else OFFICE, encoding="utf-8")
    loaded, problems = check_scenario(file)
    assert problems == []
    assert loaded is not None
    found = [one for one in loaded.notices if "average_daily_pay" in one.message.en]
    if named is None:
        assert found == []
    else:
        (notice,) = found
        for text in (notice.message.en, notice.message.ru):
            assert f"average_daily_pay: {named};" in text
