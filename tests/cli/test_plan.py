import json
from pathlib import Path

import pytest

from tests.cli.conftest import Smena
from tests.cli.desks import LONG, OFFICE

#: What others who run the command rely on.
CONTRACT = {
    "": {
        *("status", "objective", "bound", "gap", "wall_seconds", "seed", "headcount"),
        *("cost", "coverage", "roster", "violations"),
    },
    "cost": {"total", "base", "night_premium", "holiday_premium", "overtime", "per_head", "currency"},
    "coverage": {
        *("required_hours", "scheduled_hours", "understaffed_hours"),
        *("overstaffed_hours", "service_level"),
    },
}
ROW = {"agent", "date", "shift", "start", "end", "paid_minutes", "break_start", "break_end"}
FILES = {
    "plan.json",
    "certificate.json",
    "roster.xlsx",
    "coverage.png",
    "roster.png",
    "cost.csv",
    "payroll.csv",
    "intake",
}


def test_json_on_the_output_is_the_file_and_keeps_the_contract(smena: Smena, office: Path) -> None:
    folder = office.with_name("made")
    said = smena(
        "plan", office, "--out", folder, "--time-limit", "20", "--seed", "7", "--workers", "1", "--json"
    )
    assert said.code == 0
    assert said.out == (folder / "plan.json").read_text(encoding="utf-8")
    document = json.loads(said.out)
    for section, keys in CONTRACT.items():
        assert keys <= (document[section] if section else document).keys()
    assert document["roster"]
    assert all(row.keys() == ROW for row in document["roster"])
    assert document["roster"][0]["start"].endswith("+03:00")
    assert (document["status"], document["seed"], document["violations"]) == ("optimal", 7, [])
    assert document["cost"]["total"] == "18000.00"
    assert {path.name for path in folder.iterdir()} == FILES
    assert (folder / "intake" / "on-shift.json").is_file()


def test_without_json_a_summary_is_printed_and_progress_goes_to_the_error_stream(
    smena: Smena, office: Path
) -> None:
    said = smena("plan", office, "--out", office.with_name("made"), "--time-limit", "20")
    assert said.code == 0
    assert "proven optimal: no legal plan is cheaper" in said.out
    assert "18,000.00 RUB" in said.out
    assert f"Files are in {office.with_name('made')}" in said.out
    assert "demand and staffing" in said.err
    assert "demand and staffing" not in said.out
    assert "\x1b" not in said.out + said.err


def test_the_folder_is_named_after_the_scenario_where_left_out(
    smena: Smena, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.parent)
    assert smena("plan", "office.toml", "--time-limit", "20").code == 0
    assert {path.name for path in (office.parent / "out" / "office").iterdir()} == FILES


def test_requirements_that_cannot_be_kept_are_exit_code_1_with_a_plan(smena: Smena, office: Path) -> None:
    hard = OFFICE.replace("max_hires = 3", "max_hires = 0") + "\n[prices]\nhard_coverage = true\n"
    office.write_text(hard.replace("= 30, tue = 30", "= 900, tue = 900"), encoding="utf-8")
    said = smena("plan", office, "--out", office.with_name("made"), "--time-limit", "20")
    assert said.code == 1
    assert "cannot all be kept" in said.out
    written = json.loads((office.with_name("made") / "plan.json").read_text(encoding="utf-8"))
    assert written["status"] == "infeasible"
    assert written["coverage"]["understaffed_hours"] > 0
    assert written["roster"]


@pytest.mark.parametrize(
    ("language", "short", "asked", "way"),
    [
        ("en", "The desk as a whole falls short:", "phone on 2026-11-09", "way out: +"),
        ("ru", "Службе в целом не хватает:", "phone 09.11.2026", "выход: +"),
    ],
)
def test_what_the_desk_cannot_keep_is_said_once_with_the_ways_out(
    smena: Smena, office: Path, language: str, short: str, asked: str, way: str
) -> None:
    hard = OFFICE.replace("max_hires = 3", "max_hires = 0") + "\n[prices]\nhard_coverage = true\n"
    hard = hard.replace("[desk]\n", f'[desk]\nlanguage = "{language}"\n')
    office.write_text(hard.replace("= 30, tue = 30", "= 900, tue = 900"), encoding="utf-8")
    said = smena("plan", office, "--out", office.with_name("made"), "--time-limit", "20")
    assert said.code == 1
    marked = [line for line in said.err.splitlines() if line.startswith("✗")]
    assert marked == [f"✗ {short}"]
    conflict = [line for line in said.err.splitlines() if line.startswith("  · ")]
    assert any(asked in line for line in conflict), said.err
    assert any(line.startswith(f"! {way}") for line in said.err.splitlines())


def test_a_person_without_a_legal_tour_is_named_with_the_rules_in_conflict(
    smena: Smena, office: Path
) -> None:
    stuck = OFFICE.replace(
        'id = "boris"\n',
        'id = "boris"\nfixed_shifts = [{ date = 2026-11-09, pattern = "day" }, { date = 2026-11-10, pattern = "day" }]\n',
    ).replace('minutes = "12h"', 'minutes = "20h"')
    office.write_text(stuck, encoding="utf-8")
    said = smena("plan", office, "--out", office.with_name("made"), "--time-limit", "20")
    assert said.code == 1
    assert "boris" in said.err
    assert "min_rest" in said.err or "rest" in said.err


def test_a_search_that_ends_early_still_gives_a_legal_plan(smena: Smena, office: Path) -> None:
    office.write_text(LONG, encoding="utf-8")
    said = smena("plan", office, "--out", office.with_name("made"), "--time-limit", "1", "--json")
    document = json.loads(said.out)
    assert (said.code, document["stop"], document["violations"]) == (0, "time_limit", [])
    assert float(document["bound"]) <= float(document["objective"])
    assert document["gap"] == pytest.approx(
        1 - float(document["bound"]) / float(document["objective"]), abs=1e-6
    )


def test_who_is_left_out_and_what_is_short_then_are_one_block(smena: Smena, office: Path) -> None:
    stuck = (
        OFFICE.replace(
            'id = "boris"\n',
            'id = "boris"\nname = "Boris Levin"\nfixed_shifts = [{ date = 2026-11-09, pattern = "day" }, '
            '{ date = 2026-11-10, pattern = "day" }]\n',
        )
        .replace('minutes = "12h"', 'minutes = "20h"')
        .replace("max_hires = 3", "max_hires = 0")
        .replace("= 30, tue = 30", "= 900, tue = 900")
    )
    office.write_text(stuck + "\n[prices]\nhard_coverage = true\n", encoding="utf-8")
    said = smena("plan", office, "--out", office.with_name("made"), "--time-limit", "20")
    assert said.code == 1
    lines = said.err.splitlines()
    (block,) = (place for place, line in enumerate(lines) if line.startswith("✗"))
    assert lines[block].startswith("✗ Boris Levin: no legal tour exists")
    assert lines[block + 1] == "The desk as a whole falls short:"
    assert lines[block + 2].startswith("  · Missing for live channels")
    assert "✗ 2026-11-09 Boris Levin: not on the roster" in said.out
    assert "boris" not in said.out


@pytest.mark.parametrize("option", [("--time-limit", "0"), ("--workers", "0"), ("--seed", "-1"), ("--fast",)])
def test_impossible_options_are_bad_input(smena: Smena, office: Path, option: tuple[str, ...]) -> None:
    said = smena("plan", office, *option)
    assert said.code == 2
    assert option[0] in said.err


def test_a_folder_that_cannot_be_used_is_said_before_the_search(smena: Smena, office: Path) -> None:
    said = smena("plan", office, "--out", office / "deeper")
    assert said.code == 2
    assert said.err == f'✗ --out: "{office}" is a file (allowed: a folder that can be written to)\n'
