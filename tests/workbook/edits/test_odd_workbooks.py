"""Workbooks as people and other programs leave them: read rightly, or what is not read is said."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from models.errors import BadInputError
from planner.workbook import workbook_bytes
from planner.workbook.edits import EditedRoster, read_edits
from tests.plans import sample_plan

PLAN = sample_plan(days=7)
WRITTEN = cache(lambda: workbook_bytes(PLAN))


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Callable[[Any], object]], EditedRoster]:
    """Change the plan's workbook and read it back."""

    def changed(edit: Callable[[Any], object]) -> EditedRoster:
        book = load_workbook(io.BytesIO(WRITTEN()))
        edit(book)
        path = tmp_path / "roster.xlsx"
        book.save(path)
        return read_edits(path, PLAN.scenario, PLAN.roster, PLAN.coverage.required)

    return changed


def typed(**cells: object) -> Callable[[Any], None]:
    def edit(book: Any) -> None:
        for cell, value in cells.items():
            book["Roster"][cell] = value

    return edit


def dates(change: Callable[[Any], None]) -> Callable[[Any], None]:
    def edit(book: Any) -> None:
        for cell in book["Roster"][6]:
            if isinstance(cell.value, dt.datetime):
                change(cell)

    return edit


def as_text(cell: Any) -> None:
    cell.value = cell.value.strftime("%d.%m.%Y")


def as_number(cell: Any) -> None:
    cell.number_format = "General"


def in_1904(book: Any) -> None:
    book.epoch = CALENDAR_MAC_1904


@pytest.mark.parametrize(
    "edit",
    [
        dates(as_text),
        dates(as_number),
        in_1904,
        lambda book: book["Roster"].insert_cols(5),
        lambda book: book["Roster"].insert_rows(2),
        lambda book: book.remove(book["Data"]),
        lambda book: book.create_sheet("Notes").append(["remember the party"]),
    ],
)
def test_what_does_not_touch_the_days_is_no_edit(
    read: Callable[..., EditedRoster], edit: Callable[[Any], object]
) -> None:
    found = read(edit)
    assert (found.edits, found.notices, found.roster) == ((), (), PLAN.roster)


def test_hidden_rows_and_columns_are_read_like_the_others(read: Callable[..., EditedRoster]) -> None:
    def hide(book: Any) -> None:
        sheet = book["Roster"]
        sheet.row_dimensions[8].hidden = sheet.column_dimensions["C"].hidden = True
        sheet["C8"] = "N"

    assert [edit.cell for edit in read(hide).edits] == ["Roster!C8"]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("o9", "Office"),
        (" N ", "Night"),
        ("\u041e9", "Office"),
        ("\u043e10", "Office"),
        ("O\u200b10", "Office"),
        ("\uff2e", "Night"),
        ("9:00-18:00", "Office"),
        ("20.00 \u2013 08.00", "Night"),
        ("8-20", "Day"),
    ],
)
def test_codes_are_read_as_they_look_and_shifts_by_their_times(
    read: Callable[..., EditedRoster], text: str, pattern: str
) -> None:
    (edit,) = read(typed(E7=text)).edits
    assert edit.after is not None
    assert edit.after.pattern == pattern


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (dt.datetime.fromisoformat("2026-09-18"), "has made a date"),
        (dt.time(9, 0), "has made a date"),
        (True, "has made a date"),
        ("3-4", 'no shift lasts "3-4"'),
        (1.5, '"1.5" is neither'),
        ("#REF!", '"#REF!" is neither'),
    ],
)
def test_what_a_spreadsheet_made_of_it_is_said(
    read: Callable[..., EditedRoster], value: object, words: str
) -> None:
    with pytest.raises(BadInputError) as caught:
        read(typed(E7=value))
    (problem,) = caught.value.problems
    assert str(problem).startswith("roster.xlsx: Roster!E7: ")
    assert words in str(problem)
    assert problem.in_language("ru") != str(problem)


def test_what_is_typed_over_names_and_totals_is_not_read_and_said(read: Callable[..., EditedRoster]) -> None:
    found = read(typed(A9="Mallory", B7="gold", J7=99, L8="many", C8="N"))
    assert len(found.edits) == 1
    names, totals = (str(notice) for notice in found.notices)
    assert names.startswith('roster.xlsx: Roster!B7: "gold" is not what the plan says, and so in 1 more cell')
    assert totals.startswith('roster.xlsx: Roster!J7: "99" is not what the grid adds up to, and so in 1 more')


def test_totals_saved_as_numbers_are_fine_while_they_are_right(read: Callable[..., EditedRoster]) -> None:
    values = load_workbook(io.BytesIO(WRITTEN()), data_only=True)["Roster"]

    def values_only(book: Any) -> None:
        for row in range(7, 16):
            for column in "JKLMN":
                book["Roster"][f"{column}{row}"] = values[f"{column}{row}"].value

    assert read(values_only).notices == ()


def test_a_file_saved_without_styles_and_with_texts_in_its_cells_reads_back(tmp_path: Path) -> None:
    """As online spreadsheets export it: dates are bare numbers, texts stand in the cells themselves."""
    path = tmp_path / "roster.xlsx"
    path.write_bytes(plain(WRITTEN()))
    found = read_edits(path, PLAN.scenario, PLAN.roster, PLAN.coverage.required)
    assert (found.edits, found.notices) == ((), ())


def plain(written: bytes) -> bytes:
    """Take the styles of cells out of a workbook, whose texts stand in its cells already."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as source, zipfile.ZipFile(result, "w") as target:
        assert "xl/sharedStrings.xml" not in source.namelist()
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                content = re.sub(rb' s="\d+"', b"", content)
            target.writestr(name, content)
    return result.getvalue()


@pytest.mark.parametrize(
    ("part", "words"),
    [("xl/vbaProject.bin", "macros"), ("xl/externalLinks/externalLink1.xml", "other workbooks")],
)
def test_macros_and_other_workbooks_are_left_alone_and_said(tmp_path: Path, part: str, words: str) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(WRITTEN())
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(part, "<externalLink/>")
    found = read_edits(path, PLAN.scenario, PLAN.roster, PLAN.coverage.required)
    assert found.edits == ()
    (notice,) = found.notices
    assert words in str(notice)
