"""``smena staff``: how many people the demand takes, and the arithmetic of an interval."""

import json
from pathlib import Path

import pytest

from planner.staffing.erlang_a import service_level
from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE

TICKETS = """[[channels]]
name = "tickets"
kind = "tickets"
aht_seconds = 300
volume = { contacts_per_day = { mon = 12, tue = 12 } }

[[shift_patterns]]"""


@pytest.fixture
def both(tmp_path: Path) -> Path:
    path = tmp_path / "both.toml"
    path.write_text(OFFICE.replace("[[shift_patterns]]", TICKETS), encoding="utf-8")
    return path


def test_the_table_and_the_files(smena: Smena, both: Path, tmp_path: Path) -> None:
    out = tmp_path / "made"
    said = smena("staff", both, "--out", out)
    assert said.code == 0
    document = json.loads((out / "staffing.json").read_text(encoding="utf-8"))
    (phone,), (tickets,) = document["queues"], document["deferred"]
    hours = sum(phone["agents"])
    assert document["required_hours"] == hours > 0
    assert f"{hours:.1f}" in next(line for line in said.out.splitlines() if line.startswith("phone"))
    work = next(line for line in said.out.splitlines() if line.startswith("tickets"))
    assert f"{tickets['available_minutes'][-1] / 60:.1f}" in work
    # Two days of twelve tickets, five minutes each.
    assert tickets["available_minutes"][-1] == pytest.approx(120, abs=5)
    assert not any(
        agents for agents, is_open in zip(phone["agents"], document["open"], strict=True) if not is_open
    )
    assert (out / "staffing.png").read_bytes().startswith(b"\x89PNG")


def test_json_is_what_stands_in_the_file(smena: Smena, both: Path, tmp_path: Path) -> None:
    said = smena("staff", both, "--out", tmp_path / "made", "--json")
    assert said.out == (tmp_path / "made" / "staffing.json").read_text(encoding="utf-8")


def test_one_interval_explained(smena: Smena, both: Path, tmp_path: Path) -> None:
    said = smena("staff", both, "--explain", "2026-11-10T10:20")
    assert said.code == 0
    assert said.out.startswith("2026-11-10 10:00 to 11:00")
    text = " ".join(said.out.split())
    assert "1.25 × 240 s ÷ 3600 s" in text
    assert "0.0833 erl" in text
    assert "Erlang A" in text
    assert "tickets" in text
    assert {path.name for path in tmp_path.iterdir()} == {"both.toml"}


def test_every_number_has_its_formula_and_source(smena: Smena, both: Path) -> None:
    said = smena("staff", both, "--explain", "2026-11-10T10:00", "--json")
    document = json.loads(said.out)
    figures = [figure for part in document["parts"] for figure in part["figures"]]
    assert len(figures) > 15
    assert all(figure["formula"] and figure["source"] and figure["label"] for figure in figures)
    values = {figure["label"]: figure["value"] for figure in figures}
    (level,) = (value for label, value in values.items() if label.startswith("Service level with 1"))
    exact = service_level(1.25 * 240 / 3600, 1, 240 / 180, 20 / 240)
    assert level == pytest.approx(float(exact), rel=1e-9)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("soon", '--explain: "soon" is no time'),
        ("2026-13-01T10:00", "is no time"),
        ("2026-11-10", '"2026-11-10" is a date without a time'),
        ("2025-11-10T10:00", "is not in the period (allowed: 2026-11-09 00:00 to 2026-11-15 23:59)"),
    ],
)
def test_a_moment_that_is_none(smena: Smena, both: Path, moment: str, said: str) -> None:
    answer = smena("staff", both, "--explain", moment)
    assert answer.code == 2
    assert answer.out == ""
    assert said in answer.err


def test_in_russian(smena: Smena, both: Path, tmp_path: Path) -> None:
    text = both.read_text(encoding="utf-8")
    both.write_text(
        text.replace("interval_minutes = 60", 'interval_minutes = 60\nlanguage = "ru"'), encoding="utf-8"
    )
    assert "Нагрузка" in smena("staff", both, "--explain", "2026-11-10T10:00").out
    assert "tickets (можно отложить)" in smena("staff", both, "--out", tmp_path / "made").out


def test_the_sections_sources_name_and_brackets_in_names_are_shown(smena: Smena, both: Path) -> None:
    """Square brackets are no markup: "scenario, [staffing]" once lost its second half."""
    text = both.read_text(encoding="utf-8")
    both.write_text(text.replace('name = "phone"', 'name = "[red]hotline :phone:"'), encoding="utf-8")
    said = smena("staff", both, "--explain", "2026-11-10T10:00").out
    assert "[staffing]" in said
    assert "[red]hotline :phone:" in said


def test_where_the_plan_chooses_the_numbers_are_one_way_of_many(smena: Smena, tmp_path: Path) -> None:
    path = tmp_path / "daily.toml"
    target = '\ntarget = { scope = "day" }\naht_seconds'
    path.write_text(OFFICE.replace("\naht_seconds", target, 1), encoding="utf-8")
    said = smena("staff", path, "--out", tmp_path / "made")
    assert said.code == 0
    assert "phone: the target is kept over each day, and the plan chooses" in said.out
    (phone,) = json.loads((tmp_path / "made" / "staffing.json").read_text(encoding="utf-8"))["queues"]
    assert len(phone["least_agents"]) == len(phone["agents"])
    assert sum(phone["least_agents"]) <= sum(phone["agents"])
    shown = smena("staff", path, "--explain", "2026-11-09T11:00")
    assert "Of them in any case" in shown.out
