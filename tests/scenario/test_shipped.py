"""The scenarios that come with the project."""

import subprocess
import sys
from pathlib import Path

import pytest

from planner.scenario import check_scenario, load_scenario

ROOT = Path(__file__).parents[2]
SCENARIOS = ROOT / "scenarios"
#: Files others extend; they are no scenarios by themselves.
PARTS = {"base.toml", "bank_november_1999_base.toml"}
WHOLE = sorted(path for path in SCENARIOS.glob("*.toml") if path.name not in PARTS)
BANK_DATA = ROOT.parent / "shared" / "data" / "bank_1999_calls_30min.csv"


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.name)
def test_every_scenario_is_clean(path: Path) -> None:
    if path.name.startswith("bank_") and not BANK_DATA.exists():
        pytest.skip("the bank's calls are not part of the project and not here")
    loaded, problems = check_scenario(path)
    assert problems == []
    assert loaded is not None
    assert loaded.notices == ()


def test_names_are_all_different() -> None:
    readable = [path for path in WHOLE if not path.name.startswith("bank_") or BANK_DATA.exists()]
    names = [load_scenario(path).scenario.name for path in readable]
    assert len(names) == len(set(names)) >= 2


@pytest.mark.parametrize("name", sorted(PARTS))
def test_parts_lack_the_opening_hours_and_are_otherwise_clean(name: str) -> None:
    if name.startswith("bank_") and not BANK_DATA.exists():
        pytest.skip("the bank's calls are not part of the project and not here")
    _, problems = check_scenario(SCENARIOS / name)
    assert {problem.message.en for problem in problems} == {"this is missing"}
    assert f"{name}: opening" in {problem.place.en for problem in problems}


def test_a_history_that_is_not_shipped_is_named(tmp_path: Path) -> None:
    for name in ("bank_november_1999_base.toml", "bank_november_1999_24x7.toml"):
        (tmp_path / name).write_text((SCENARIOS / name).read_text(encoding="utf-8"), encoding="utf-8")
    _, problems = check_scenario(tmp_path / "bank_november_1999_24x7.toml")
    assert [problem.place.en for problem in problems] == [
        "bank_november_1999_base.toml: channels[1] (phone).history.file"
    ]
    assert "bank_1999_calls_30min.csv" in problems[0].message.en


def test_the_demo_differs_only_in_hours_shifts_wishes_and_rules() -> None:
    day, night = (load_scenario(SCENARIOS / name).scenario for name in ("9-18.toml", "24x7.toml"))
    for section in (
        "desk",
        "period",
        "channels",
        "contracts",
        "vacancies",
        "pay",
        "prices",
        "staffing",
        "holidays",
    ):
        assert getattr(day, section) == getattr(night, section)
    assert night.opening.always
    assert day.opening.on_holidays == "closed"


def test_the_histories_are_what_the_script_makes(tmp_path: Path) -> None:
    script = SCENARIOS / "data" / "make_history.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, timeout=60)
    for name in ("support_contacts.csv", "tickets.csv"):
        shipped = (SCENARIOS / "data" / name).read_bytes()
        assert (tmp_path / name).read_bytes() == shipped
        assert len(shipped) < 300_000


def test_few_contacts_come_at_night() -> None:
    for name in ("support_contacts.csv", "tickets.csv"):
        lines = (SCENARIOS / "data" / name).read_text(encoding="utf-8").splitlines()[1:]
        rows = [line.split(",") for line in lines]
        total = sum(int(row[2]) for row in rows)
        night = sum(int(row[2]) for row in rows if row[1] >= "22:00" or row[1] < "06:00")
        assert 0.03 <= night / total <= 0.05, name
