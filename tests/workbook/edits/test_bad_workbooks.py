"""Workbooks that cannot be used say so, with every place at once."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from models.errors import BadInputError
from planner.workbook import workbook_bytes
from planner.workbook.edits import EditedRoster, read_edits
from tests.plans import sample_plan

PLAN = sample_plan(days=7)


def read(path: Path) -> EditedRoster:
    return read_edits(path, PLAN.scenario, PLAN.roster, PLAN.coverage.required)


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[Callable[[Any], object]], Path]:
    """Write the plan's workbook after a change."""

    def change(edit: Callable[[Any], object]) -> Path:
        book = load_workbook(io.BytesIO(workbook_bytes(PLAN)))
        edit(book)
        path = tmp_path / "roster.xlsx"
        book.save(path)
        return path

    return change


def said(path: Path) -> list[str]:
    with pytest.raises(BadInputError) as caught:
        read(path)
    return [str(problem) for problem in caught.value.problems]


def test_every_cell_that_says_nothing_known_is_named_at_once(edited: Callable[..., Path]) -> None:
    def spoil(book: Any) -> None:
        sheet = book["Roster"]
        sheet["C7"], sheet["D9"], sheet["E10"], sheet["F8"] = "night", "=C7", 42, "O11"

    problems = said(edited(spoil))
    assert [problem.split(": ")[1] for problem in problems] == [
        "Roster!C7",
        "Roster!F8",
        "Roster!D9",
        "Roster!E10",
    ]
    assert '"night" is neither a shift nor leave' in problems[0]
    assert 'did you mean "O10"?' in problems[1]
    assert "=C7 is a formula" in problems[2]
    assert "allowed: D, N, O9, O10, V, S, TR, U, A, or an empty cell" in problems[3]


def test_sorted_rows_and_renamed_sheets_are_read_by_what_they_say(edited: Callable[..., Path]) -> None:
    def sort(book: Any) -> None:
        sheet = book["Roster"]
        for column in range(1, 20):
            first, second = sheet.cell(7, column), sheet.cell(10, column)
            first.value, second.value = second.value, first.value
        sheet.title = "My roster"

    found = read(edited(sort))
    assert found.edits == ()
    assert found.grid.rows["anna"] == 10


def test_people_twice_unknown_or_gone_are_named(edited: Callable[..., Path]) -> None:
    def spoil(book: Any) -> None:
        sheet = book["Roster"]
        sheet["O7"], sheet["O8"] = "vera", "nobody"

    problems = said(edited(spoil))
    assert any('nobody called "nobody"' in problem for problem in problems)
    assert any('"vera" stands here twice' in problem for problem in problems)
    assert any('the row of "anna" is missing' in problem for problem in problems)


def test_another_plans_workbook_is_refused(edited: Callable[..., Path]) -> None:
    path = edited(lambda book: None)
    other = sample_plan(days=7, opening="mon-fri 09:00-18:00")
    with pytest.raises(BadInputError, match="another plan"):
        read_edits(path, other.scenario, other.roster, other.coverage.required)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda book: book.remove(book["smena"]), "not written by this version"),
        (lambda book: book["Roster"].delete_rows(6), "no sheet has a row with all dates"),
        (
            lambda book: book["Roster"].__setitem__("D6", None),
            "Roster!6: the column of 2026-02-03 is missing",
        ),
        (lambda book: book["Roster"].delete_cols(5), "Roster!6: the column of 2026-02-04 is missing"),
        (
            lambda book: book["Roster"].__setitem__("E6", "03.02.2026"),
            "Roster!E6: 2026-02-03 stands here again",
        ),
        (lambda book: book["Roster"].delete_cols(15), 'the column "Agent" with people\'s identifiers'),
        (lambda book: book["Roster"].merge_cells("C7:E7"), "Roster!C7:E7: these cells are merged"),
        (lambda book: book["Roster"].delete_rows(9), 'the row of "vera" is missing'),
        (
            lambda book: book.copy_worksheet(book["Roster"]),
            'several sheets have a grid: "Roster", "Roster Copy"',
        ),
        (lambda book: book["Roster"].__setitem__("D30", "D"), 'Roster!D30: "D" stands in a row without'),
    ],
)
def test_what_smena_needs_to_read_it_is_asked_for(
    edited: Callable[..., Path], edit: Callable[[Any], object], words: str
) -> None:
    assert any(words in problem for problem in said(edited(edit)))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the workbook is damaged"),
        (b"PK\x03\x04nonsense", "the workbook is damaged"),
        (b"name;shift\nanna;D\n", "is no Excel workbook"),
    ],
)
def test_no_workbook_at_all(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    (problem,) = said(path)
    assert words in problem


def test_a_file_that_unfolds_without_end_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(1100):
            part.write(bytes(1 << 20))
    (problem,) = said(path)
    assert "the workbook unpacks to 1153 MB" in problem


def test_a_cut_off_workbook_is_refused(edited: Callable[..., Path]) -> None:
    path = edited(lambda book: None)
    path.write_bytes(path.read_bytes()[:-2000])
    (problem,) = said(path)
    assert "the workbook is damaged" in problem
