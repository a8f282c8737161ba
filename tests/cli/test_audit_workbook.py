"""``smena audit roster.xlsx``, and ``smena replan --keep``: the workbook goes out and comes back."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from planner.again import expect, recheck
from planner.plan_file import read_plan
from planner.workbook.edits import read_edits
from tests.cli.conftest import Smena

#: Sheet of the grid and its first cell.
GRID, FIRST_ROW, FIRST_COLUMN = "Roster", 7, 3


@pytest.fixture
def edited(plans: dict[str, Path], tmp_path: Path) -> Callable[..., Path]:
    """Copy the plan of the desk round the clock, and edit its workbook."""

    def change(edit: Callable[[Any], object], *, with_plan: bool = True) -> Path:
        if with_plan:
            shutil.copy(plans["always"] / "plan.json", tmp_path / "plan.json")
        book = load_workbook(plans["always"] / "roster.xlsx")
        edit(book[GRID])
        path = tmp_path / "roster.xlsx"
        book.save(path)
        return path

    return change


def swap_first_shift(sheet: Any) -> None:
    """Take the first shift of the grid from its owner."""
    for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=FIRST_COLUMN, max_col=FIRST_COLUMN + 6):
        for cell in row:
            if cell.value:
                cell.value = None
                return


def test_a_workbook_as_written_has_nothing_to_say(smena: Smena, plans: dict[str, Path]) -> None:
    said = smena("audit", plans["always"] / "roster.xlsx")
    assert (said.code, said.err) == (0, "")
    assert "Nothing is edited" in said.out
    assert "Every rule is kept." in said.out
    assert "Cost by the clock: 86,680.00 RUB; as planned 86,680.00 RUB (0.00 RUB)" in said.out


def test_an_edit_is_named_with_what_it_costs(smena: Smena, edited: Callable[..., Path]) -> None:
    path = edited(swap_first_shift)
    said = smena("audit", path, "--json")
    document = json.loads(said.out)
    read = read_plan(path.parent / "plan.json")
    found = read_edits(path, read.scenario, read.roster, read.required)
    (edit,) = document["edits"]
    assert edit["after"] is None
    assert edit["cell"].startswith("Roster!")
    findings, cost = recheck(read.scenario, found.roster, read.required, read.demands, read.added_cover)
    assert said.code == (1 if any(one.hard for one in findings) else 0)
    assert len(document["violations"]) + len(document["soft"]) == len(findings)
    assert all(row["cell"].startswith("Roster!") for row in document["soft"])
    assert round(float(document["cost"]) * 100) == cost.total_minor
    assert document["paid_minutes"] == document["paid_minutes_planned"] - 720
    planned = expect(read).coverage
    assert document["understaffed_hours_planned"] == planned.understaffed_hours
    assert document["understaffed_hours"] > planned.understaffed_hours
    assert sum(gap["agents"] for gap in document["gaps"]) > 0
    words = smena("audit", path).out
    assert "Edited days: 1" in words
    assert "→ off" in words
    assert "now short on" in words


def test_a_broken_rule_stands_at_its_cell(smena: Smena, edited: Callable[..., Path]) -> None:
    def no_rest(sheet: Any) -> None:
        codes = [cell.value for row in sheet["C7:I15"] for cell in row if cell.value and cell.value != "V"]
        night = next(code for code in codes if code.endswith("20"))
        day = next(code for code in codes if code.endswith("8"))
        sheet["C7"], sheet["D7"] = night, day

    said = smena("audit", edited(no_rest))
    assert said.code == 1
    assert "✗ Roster!D7 anna: rest before the shift of 2026-11-10 " in said.out


def test_what_is_no_code_is_bad_input_with_its_cell(smena: Smena, edited: Callable[..., Path]) -> None:
    def spoil(sheet: Any) -> None:
        sheet["C7"], sheet["D8"] = "maybe", "=1+1"

    said = smena("audit", edited(spoil))
    assert (said.code, said.out) == (2, "")
    assert "roster.xlsx: Roster!C7" in said.err
    assert "roster.xlsx: Roster!D8" in said.err


def test_the_plan_is_looked_for_beside_the_workbook_or_named(
    smena: Smena, edited: Callable[..., Path], plans: dict[str, Path]
) -> None:
    path = edited(swap_first_shift, with_plan=False)
    said = smena("audit", path)
    assert said.code == 2
    assert "plan.json in the same folder" in said.err
    assert smena("audit", path, "--plan", plans["always"]).code in (0, 1)
    said = smena("audit", path, "--plan", plans["office"])
    assert said.code == 2


def test_edits_are_kept_and_the_rest_is_planned_around_them(
    smena: Smena, edited: Callable[..., Path], tmp_path: Path
) -> None:
    path = edited(swap_first_shift)
    read = read_plan(tmp_path / "plan.json")
    (edit,) = read_edits(path, read.scenario, read.roster, read.required).edits
    folder = tmp_path / "kept"
    said = smena("replan", tmp_path, "--keep", path, "--out", folder, "--time-limit", "30")
    assert said.code == 0
    made = read_plan(folder / "plan.json")
    assert made.document["edition"] == 1
    tours = {tour.agent.agent: tour for tour in made.roster.tours}
    assert tours[edit.agent].shifts[edit.day] is None
    covered = expect(made).coverage.understaffed_hours
    assert covered <= expect(read).coverage.understaffed_hours
    assert smena("audit", folder / "roster.xlsx").code == 0


def test_nothing_to_keep_is_said(smena: Smena, plans: dict[str, Path], tmp_path: Path) -> None:
    said = smena(
        "replan", plans["always"], "--keep", plans["always"] / "roster.xlsx", "--out", tmp_path / "x"
    )
    assert said.code == 2
    assert "nothing is edited" in said.err
    said = smena("replan", plans["always"], "--out", tmp_path / "x")
    assert said.code == 2
    assert "--changes or --keep" in said.err
