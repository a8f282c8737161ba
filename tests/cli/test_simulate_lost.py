"""Contacts turned away and called again: in ``smena staff``, ``staff --explain`` and ``smena simulate``."""

import json
from pathlib import Path

import pytest

from planner.cli.app import run
from tests.cli.conftest import Smena
from tests.cli.desks import OFFICE

LINES = (
    OFFICE.replace(
        "patience_seconds = 180",
        "patience_seconds = 180\nlines = 3\nredial_probability = 0.5\nredial_delay_seconds = 1200",
    )
    .replace("= 30, ", "= 90, ")
    .replace("= 30 ", "= 90 ")
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lines")
    (folder / "lines.toml").write_text(LINES, encoding="utf-8")
    assert run(["plan", str(folder / "lines.toml"), "--out", str(folder / "plan"), "--time-limit", "20"]) == 0
    return folder


def test_staff_says_what_share_finds_all_lines_taken(smena: Smena, plan: Path, tmp_path: Path) -> None:
    said = smena("staff", plan / "lines.toml", "--out", tmp_path)
    assert said.code == 0
    assert "Turned away" in said.out
    (queue,) = json.loads((tmp_path / "staffing.json").read_text(encoding="utf-8"))["queues"]
    assert 0.001 < queue["turned_away_share"] < 0.2
    row = next(line for line in said.out.splitlines() if line.startswith("phone"))
    assert row.rstrip().endswith(f"{100 * queue['turned_away_share']:.1f}%")
    place = json.loads((tmp_path / "staffing.json").read_text(encoding="utf-8"))["start"].index(
        "2026-11-10T10:00+03:00"
    )
    explained = smena("staff", plan / "lines.toml", "--explain", "2026-11-10T10:00", "--json").out
    figures = {figure["label"]: figure for figure in json.loads(explained)["parts"][0]["figures"]}
    assert figures["Turned away"]["value"] == pytest.approx(queue["turned_away_by_interval"][place], abs=1e-6)
    assert max(queue["load_erlangs"]) == pytest.approx(figures["Offered load"]["value"], rel=0.5)
    assert queue["load_erlangs"][place] == pytest.approx(figures["Offered load"]["value"], abs=1e-6)


def test_without_lines_nothing_is_said_of_them(smena: Smena, office: Path, tmp_path: Path) -> None:
    said = smena("staff", office, "--out", tmp_path)
    assert "Turned away" not in said.out
    (queue,) = json.loads((tmp_path / "staffing.json").read_text(encoding="utf-8"))["queues"]
    assert "turned_away_share" not in queue


def test_simulate_shows_formula_and_simulation_side_by_side(smena: Smena, plan: Path) -> None:
    said = smena("simulate", plan / "plan", "--replications", "100")
    assert "Turned away:" in said.out
    assert "Called again:" in said.out
    document = json.loads((plan / "plan" / "simulation.json").read_text(encoding="utf-8"))
    (phone,) = document["channels"]
    for measure in ("turned_away_share", "redialled_share", "turned_away", "redialled"):
        own = phone[measure]
        assert own["low"] < own["value"] < own["high"]
    # who waits twenty minutes to call again comes about evenly, as the formula has it
    for measure in ("turned_away_share", "redialled_share"):
        own, formula = phone[measure], phone[f"planned_{measure}"]
        assert 0.8 * own["low"] < formula < 1.2 * own["high"]
        assert formula > 0
    by_interval = document["intervals"]["channels"][0]
    assert sum(by_interval["turned_away"]["value"]) == pytest.approx(phone["turned_away"]["value"], rel=1e-3)
    assert len(by_interval["redialled"]["high"]) == len(document["intervals"]["start"])
    assert len(by_interval["planned_turned_away_share"]) == len(document["intervals"]["start"])


def test_without_lines_or_redials_the_table_stays_away(
    smena: Smena, plans: dict[str, Path], tmp_path: Path
) -> None:
    (tmp_path / "plan.json").write_bytes((plans["office"] / "plan.json").read_bytes())
    said = smena("simulate", tmp_path, "--replications", "5")
    assert "Called again" not in said.out
