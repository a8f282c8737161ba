"""What was changed in a workbook beside the days of its grid is named by sheet and cell."""

import datetime as dt
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from models.errors import InputProblem
from planner.workbook import workbook_bytes
from planner.workbook.edits import changed_elsewhere, read_edits
from planner.workbook.edits.same_cell import Written, formula_words, says_the_same
from tests.plans import sample_plan

PLAN = sample_plan(days=7)
WRITTEN = cache(lambda: workbook_bytes(PLAN))
Read = Callable[[Callable[[Any], object]], list[str]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Change the plan's workbook and say all that is told of it."""

    def changed(edit: Callable[[Any], object]) -> list[str]:
        book = load_workbook(io.BytesIO(WRITTEN()))
        edit(book)
        path = tmp_path / "roster.xlsx"
        book.save(path)
        found = read_edits(path, PLAN.scenario, PLAN.roster, PLAN.coverage.required)
        told: list[InputProblem] = [*found.notices, *changed_elsewhere(path, PLAN, found.grid)]
        assert all(one.in_language("ru") != str(one) for one in told)
        return [str(one) for one in told]

    return changed


def typed(sheet: str, **cells: object) -> Callable[[Any], None]:
    def edit(book: Any) -> None:
        for cell, value in cells.items():
            book[sheet][cell] = value

    return edit


def sort_backwards(book: Any) -> None:
    """Turn the rows of the grid upside down, as a spreadsheet sorts them: formulas follow their rows."""
    sheet = book["Roster"]
    rows = [[cell.value for cell in row] for row in sheet["A7:O15"]]
    for place, row in enumerate(reversed(rows)):
        for column, value in enumerate(row, start=1):
            here, there = (f"{get_column_letter(column)}{row}" for row in (15 - place, 7 + place))
            is_formula = isinstance(value, str) and value.startswith("=")
            sheet[there] = Translator(value, here).translate_formula(there) if is_formula else value


@pytest.mark.parametrize(
    "edit",
    [
        lambda book: None,
        lambda book: book["Roster"].insert_cols(5),
        lambda book: setattr(book, "epoch", CALENDAR_MAC_1904),
        lambda book: setattr(book["Roster"], "title", "Our roster"),
        typed("Shift schedule 2026-02", C4=dt.datetime.fromisoformat("2026-01-05")),
        typed("Roster", C7="N", D9=None),
    ],
)
def test_a_workbook_as_written_filled_in_or_edited_on_its_grid_has_nothing_to_tell(
    read: Read, edit: Callable[[Any], object]
) -> None:
    assert read(edit) == []


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [
        ("Data", "J5", 6000),
        ("Data", "C6", dt.datetime.fromisoformat("2020-01-01")),
        ("Data", "M7", None),
        ("Costs", "H5", 1),
        ("Costs", "A6", "Mallory"),
        ("Costs", "C14", 77),
        ("Costs", "C14", "=SUM(C5:C13)+1"),
        ("Summary", "B5", "something else"),
        ("Timesheet T-13 2026-02", "E10", "X"),
        ("Shift schedule 2026-02", "B8", "Mallory"),
        ("Shift schedule 2026-02", "D8", "Q"),
        ("Coverage", "A1", "My coverage"),
        ("Requests", "F5", "never"),
        ("Codes", "F5", 1),
        ("Roster", "K7", "=5+3"),
        ("Roster", "C22", "=5"),
        ("Roster", "A1", "My roster"),
        ("smena", "B3", "another plan"),
    ],
)
def test_every_sheet_is_looked_through(read: Read, sheet: str, cell: str, value: object) -> None:
    (told,) = read(typed(sheet, **{cell: value}))
    assert told.startswith(f"roster.xlsx: {sheet}!{cell}: ")
    assert "is not what smena wrote here" in told


@pytest.mark.parametrize("column", "JKLMN")
def test_every_total_of_a_person_is_held_against_the_grid(read: Read, column: str) -> None:
    (told,) = read(typed("Roster", **{f"{column}8": 77}))
    assert told.startswith(f"roster.xlsx: Roster!{column}8: ")


def test_one_line_per_sheet_names_the_cells(read: Read) -> None:
    cells: dict[str, object] = {f"J{row}": 6000 for row in range(5, 13)}
    (told,) = read(typed("Data", **cells))
    assert "Data!J5" in told
    assert "changed as well: J6, J7, J8, J9, J10 and 2 more cells" in told


def test_a_sheet_taken_out_is_missed(read: Read) -> None:
    assert read(lambda book: book.remove(book["Data"])) == ['roster.xlsx: the sheet "Data" is gone']


def test_a_sorted_grid_reads_as_before_and_a_false_total_in_it_is_found(read: Read) -> None:
    assert read(sort_backwards) == []

    def and_spoil(book: Any) -> None:
        sort_backwards(book)
        book["Roster"]["L7"] = "=1+1"

    (told,) = read(and_spoil)
    assert told.startswith("roster.xlsx: Roster!L7: ")


def test_another_version_of_the_program_is_not_held_to_this_ones_words(read: Read) -> None:
    def older(book: Any) -> None:
        typed("smena", B7="smena 0.0.1")(book)
        typed("Costs", A1="Costs by person")(book)

    (told,) = read(older)
    assert "another version of smena" in told


def test_cells_are_compared_as_spreadsheets_save_them() -> None:
    epoch = CALENDAR_WINDOWS_1900
    assert formula_words("=if('Our roster'!$A$1>1E-3, \"a b\",sum(B1:B2))") == formula_words(
        "=IF('Our roster'!A1>0.001,\"a b\",SUM( B1:B2 ))"
    )
    assert formula_words('=IF(A1,"x","y")') != formula_words('=IF(A1,"X","y")')
    assert says_the_same(46055, Written(dt.date(2026, 2, 2)), epoch)
    assert says_the_same(0.5, Written(dt.time(12, 0)), epoch)
    assert says_the_same(" 12 ", Written("12"), epoch)
    assert says_the_same(12, Written("12"), epoch)
    assert says_the_same(None, Written(""), epoch)
    assert says_the_same(1 / 3, Written(0.333333333333333), epoch)
    assert not says_the_same(True, Written(1), epoch)
    assert not says_the_same(46056, Written(dt.date(2026, 2, 2)), epoch)
    assert says_the_same(7, Written("=SUM(A1:A2)", is_formula=True, known=7), epoch)
    assert not says_the_same(7, Written("=SUM(A1:A2)", is_formula=True), epoch)
