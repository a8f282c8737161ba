"""``smena plan --keep``: edits stay, the rest is planned again; what cannot be kept is named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planner.again import expect
from planner.plan_file import read_plan
from planner.workbook.edits import read_edits
from tests.cli.conftest import Smena
from tests.cli.desks import ALWAYS

Edited = Callable[..., Path]


@pytest.fixture
def edited(plans: dict[str, Path], tmp_path: Path) -> Edited:
    """Copy the plan of the desk round the clock, and type into its grid."""

    def change(**cells: str | None) -> Path:
        shutil.copy(plans["always"] / "plan.json", tmp_path / "plan.json")
        book = load_workbook(plans["always"] / "roster.xlsx")
        for cell, value in cells.items():
            book["Roster"][cell] = value
        path = tmp_path / "roster.xlsx"
        book.save(path)
        return path

    return change


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "always.toml"
    path.write_text(ALWAYS, encoding="utf-8")
    return path


def first_shift(plans: dict[str, Path]) -> str:
    """Cell of the grid's first shift."""
    rows = load_workbook(plans["always"] / "roster.xlsx")["Roster"]["C7:I15"]
    return str(next(cell.coordinate for row in rows for cell in row if str(cell.value).startswith("D")))


def test_the_edits_stay_and_the_rest_changes_least(
    smena: Smena, plans: dict[str, Path], edited: Edited, scenario: Path, tmp_path: Path
) -> None:
    path = edited(**{first_shift(plans): None})
    before = path.read_bytes()
    read = read_plan(tmp_path / "plan.json")
    (edit,) = read_edits(path, read.scenario, read.roster, read.required).edits
    said = smena("plan", scenario, "--keep", path, "--time-limit", "20")
    assert said.code == 0
    folder = tmp_path / "replanned"
    made = read_plan(folder / "plan.json")
    tours = {tour.agent.agent: tour for tour in made.roster.tours}
    assert tours[edit.agent].shifts[edit.day] is None
    assert expect(made).coverage.understaffed_hours <= expect(read).coverage.understaffed_hours
    changes = json.loads((folder / "replan.json").read_text(encoding="utf-8"))
    assert changes["changed_shifts"] >= 1
    assert path.read_bytes() == before


def test_edits_that_no_other_shifts_can_mend_are_named_at_their_cells(
    smena: Smena, edited: Edited, tmp_path: Path
) -> None:
    """A night, then the day that begins as it ends, for the same person; no scenario needs to be named."""
    path = edited(C9="D20", D9="D8")
    said = smena("plan", "--keep", path, "--time-limit", "20")
    assert said.code == 2
    assert "roster.xlsx: Roster!D9: rest before the shift of" in said.err
    assert not (tmp_path / "replanned").exists()


def test_a_scenario_that_has_changed_keeps_what_still_applies(
    smena: Smena, plans: dict[str, Path], edited: Edited, scenario: Path, tmp_path: Path
) -> None:
    """Boris has gone and Zoe come, more contacts call, Anna's leave moved: every edit is kept or named."""
    names = [row[0].value for row in load_workbook(plans["always"] / "roster.xlsx")["Roster"]["A7:A15"]]
    anna, boris, third = (7 + names.index(one) for one in ("anna", "boris", names[2]))
    path = edited(
        **{f"C{anna}": "D8", f"D{anna}": "D8", f"C{boris}": "D8", f"E{third}": None, f"F{third}": None}
    )
    read = read_plan(tmp_path / "plan.json")
    edits = read_edits(path, read.scenario, read.roster, read.required).edits
    changed = ALWAYS.replace('id = "boris"', 'id = "zoe"').replace("mon = 30, tue = 30", "mon = 60, tue = 60")
    changed = changed.replace("2026-11-13", "2026-11-10")
    scenario.write_text(changed, encoding="utf-8")
    said = smena("plan", scenario, "--keep", path, "--time-limit", "20")
    assert said.code == 0, said.err
    for words in (
        '"boris" is in the plan and gone from it',
        '"zoe" is new and not in the plan',
        '"anna" is no longer as planned: leave',
        "the contacts expected",
    ):
        assert f"always.toml: changed since the plan was made: {words}" in said.err
    made = read_plan(tmp_path / "replanned" / "plan.json")
    tours = {tour.agent.agent: tour for tour in made.roster.tours}
    assert {"anna", "zoe"} <= tours.keys()
    assert "boris" not in tours
    lost = 0
    for edit in edits:
        named = f"roster.xlsx: {edit.cell}: the edit no longer applies: " in said.err
        gone = edit.agent == "boris" or (edit.agent == "anna" and edit.day == 1 and edit.after is not None)
        assert named == gone, edit
        lost += gone
        if not gone:
            now = tours[edit.agent].shifts[edit.day]
            assert (now and now.pattern) == (edit.after and edit.after.pattern), edit
    assert 0 < lost < len(edits)
    assert tours["anna"].shifts[1] is None


def test_a_later_period_keeps_the_dates_both_have(
    smena: Smena, plans: dict[str, Path], edited: Edited, scenario: Path, tmp_path: Path
) -> None:
    grid = load_workbook(plans["always"] / "roster.xlsx")["Roster"]
    worked = [next(row for row in range(7, 16) if grid[f"{day}{row}"].value in ("D8", "D20")) for day in "CI"]
    path = edited(**{f"C{worked[0]}": None, f"I{worked[1]}": None})
    read = read_plan(tmp_path / "plan.json")
    edits = read_edits(path, read.scenario, read.roster, read.required).edits
    scenario.write_text(
        ALWAYS.replace("first_date = 2026-11-09", "first_date = 2026-11-12"), encoding="utf-8"
    )
    said = smena("plan", scenario, "--keep", path, "--time-limit", "20")
    assert said.code == 0, said.err
    assert "its period is 2026-11-12 to 2026-11-18, that of the plan 2026-11-09 to 2026-11-15" in said.err
    made = read_plan(tmp_path / "replanned" / "plan.json")
    tours = {tour.agent.agent: tour for tour in made.roster.tours}
    for edit in edits:
        if edit.day < 3:
            assert f"{edit.cell}: the edit no longer applies: the date is not in the period" in said.err
        else:
            assert tours[edit.agent].shifts[edit.day - 3] is None
    assert [edit.day for edit in sorted(edits, key=lambda edit: edit.day)] == [0, 6]


def test_another_month_has_nothing_to_keep(
    smena: Smena, plans: dict[str, Path], edited: Edited, scenario: Path, tmp_path: Path
) -> None:
    path = edited(**{first_shift(plans): None})
    scenario.write_text(ALWAYS.replace("2026-11", "2026-12"), encoding="utf-8")
    said = smena("plan", scenario, "--keep", path)
    assert said.code == 2
    assert "its period is 2026-12-09 to 2026-12-15, that of the plan 2026-11-09 to 2026-11-15" in said.err
    assert not (tmp_path / "replanned").exists()


def test_the_edited_workbook_is_never_replaced(smena: Smena, plans: dict[str, Path], edited: Edited) -> None:
    path = edited(**{first_shift(plans): None})
    for command in (("plan",), ("replan", path.parent)):
        said = smena(*command, "--keep", path, "--out", path.parent)
        assert said.code == 2
        assert "would replace" in said.err


def test_nothing_to_keep_and_nothing_to_plan_are_said(smena: Smena, edited: Edited) -> None:
    said = smena("plan", "--keep", edited())
    assert said.code == 2
    assert "nothing is edited" in said.err
    said = smena("plan")
    assert said.code == 2
    assert "a scenario file, or --keep roster.xlsx" in said.err
