"""Workbooks to spoil: the template, opened by openpyxl, and what is found in it afterwards."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import InputProblem
from models.scenario import Scenario
from models.text import Language
from planner.scenario import check_scenario, new_scenario
from planner.scenario.loaded import LoadedScenario

#: Title, heading and first row of a table on its sheet.
TITLE, HEAD, FIRST = 4, 5, 6


def template(folder: Path, language: Language = "en") -> Path:
    path = folder / "desk.xlsx"
    path.unlink(missing_ok=True)
    new_scenario(path, language)
    return path


def changed(path: Path, change: Callable[[Workbook], Any]) -> Path:
    """Open a workbook, change it, save it."""
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)
    return path


def found(path: Path) -> tuple[LoadedScenario | None, list[InputProblem]]:
    return check_scenario(path)


def read(path: Path) -> Scenario:
    loaded, problems = check_scenario(path)
    assert problems == []
    assert loaded is not None
    return loaded.scenario


def sheet(workbook: Workbook, name: str) -> Worksheet:
    one = workbook[name]
    assert isinstance(one, Worksheet)
    return one


def cell(workbook: Workbook, sheet_name: str, table: str, heading: str, row: int = 0) -> Cell:
    """Cell of a table: under a heading, in a row from 0."""
    page = sheet(workbook, sheet_name)
    first = next(c for c in range(1, page.max_column + 1) if page.cell(TITLE, c).value == table)
    column = next(
        c for c in range(first, page.max_column + 1) if str(page.cell(HEAD, c).value).rstrip(" *") == heading
    )
    there = page.cell(FIRST + row, column)
    assert isinstance(there, Cell)
    return there


def setting(workbook: Workbook, sheet_name: str, name: str) -> Cell:
    """Value of a setting."""
    page = sheet(workbook, sheet_name)
    row = next(r for r in range(FIRST, page.max_row + 1) if page.cell(r, 1).value == name)
    there = page.cell(row, 2)
    assert isinstance(there, Cell)
    return there


def repacked(path: Path, change: Callable[[dict[str, bytes]], Any]) -> Path:
    """Change the parts of the file itself."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    packed = path.with_suffix(".packed")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    shutil.move(packed, path)
    return path


def said(path: Path) -> str:
    loaded, problems = found(path)
    assert loaded is None
    assert problems
    return "\n".join(map(str, problems))
