"""Workbooks that are damaged, enormous, or try something: refused in words, or read rightly, at a bounded size."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from planner.scenario.book import scan
from planner.scenario.book.grid import read_cells
from planner.scenario.book.scan import MAX_COLUMNS
from tests.scenario.book.books import cell, changed, found, read, repacked, said, sheet, template

DEMANDED = "xl/worksheets/sheet2.xml"


def test_names_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    path = template(tmp_path)

    def rename(workbook: Workbook) -> None:
        target = cell(workbook, "Team", "People", "Name")
        target.value = "=cmd|' /C calc'!A0"
        target.data_type = "s"

    scenario = read(changed(path, rename))
    assert scenario.agents[0].name == "=cmd|' /C calc'!A0"


def test_a_million_rows_of_colour(tmp_path: Path) -> None:
    """Somebody coloured a column to the bottom: the rows are empty and are passed over."""

    def fill(parts: dict[str, bytes]) -> None:
        rows = b"".join(b'<row r="%d"><c r="B%d" s="1"/></row>' % (row, row) for row in range(200, 1_048_577))
        parts[DEMANDED] = parts[DEMANDED].replace(b"</sheetData>", rows + b"</sheetData>")

    path = template(tmp_path)
    plain = read(path)
    repacked(path, fill)
    assert read(path) == plain
    demanded = read_cells(path, path.name)[1][1]
    assert demanded.part.part == DEMANDED
    assert demanded.scan.last_row < 200
    assert demanded.scan.cells < 2_000


def test_a_million_rows_of_people(tmp_path: Path) -> None:
    def fill(parts: dict[str, bytes]) -> None:
        rows = b"".join(
            b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(200, 1_048_577)
        )
        parts["xl/worksheets/sheet9.xml"] = parts["xl/worksheets/sheet9.xml"].replace(
            b"</sheetData>", rows + b"</sheetData>"
        )

    message = said(repacked(template(tmp_path), fill))
    assert "filled to row" in message
    assert "at most 50000 rows" in message


def test_a_cell_far_away(tmp_path: Path) -> None:
    """One stray value in the last cell there can be costs nothing and is in no table."""

    def stray(workbook: Workbook) -> None:
        sheet(workbook, "Team")["XFD40000"] = "stray"

    path = template(tmp_path)
    plain = read(path)
    assert read(changed(path, stray)) == plain
    team = next(one for one in read_cells(path, path.name)[1] if one.part.name == "Team")
    assert team.scan.last_row == 40_000
    assert team.scan.last_column == MAX_COLUMNS
    assert len(team.cells) < 200


def test_macros_are_not_run(tmp_path: Path) -> None:
    path = repacked(template(tmp_path), lambda parts: parts.update({"xl/vbaProject.bin": b"macro"}))
    path = path.rename(path.with_suffix(".xlsm"))
    loaded, problems = found(path)
    assert problems == []
    assert loaded is not None
    assert any("macros" in notice.message.en for notice in loaded.notices)


def test_values_of_other_workbooks_are_those_saved(tmp_path: Path) -> None:
    path = repacked(
        template(tmp_path),
        lambda parts: parts.update({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
    )
    loaded, problems = found(path)
    assert problems == []
    assert loaded is not None
    assert any("other workbooks" in notice.message.en for notice in loaded.notices)


def test_a_formula_counts_as_its_saved_value(tmp_path: Path) -> None:
    def formula(parts: dict[str, bytes]) -> None:
        team = next(
            name
            for name, content in parts.items()
            if name.startswith("xl/worksheets/sheet") and b"12000" in content
        )
        parts[team] = parts[team].replace(b"<v>12000</v>", b"<f>6000*2</f><v>12000</v>")

    assert read(repacked(template(tmp_path), formula)).vacancies[0].cost_per_head == 12000


def test_a_formula_without_a_saved_value(tmp_path: Path) -> None:
    def formula(workbook: Workbook) -> None:
        cell(workbook, "Team", "Vacancies", "Cost per hire").value = "=6000*2"

    message = said(changed(template(tmp_path), formula))
    assert 'sheet "Team", cell' in message
    assert "(Cost per hire): the value of this formula is not saved" in message


def test_a_formula_that_went_wrong(tmp_path: Path) -> None:
    def formula(workbook: Workbook) -> None:
        target = cell(workbook, "Team", "Vacancies", "Cost per hire")
        target.value = "#REF!"
        target.data_type = "e"

    assert "went wrong: #REF!" in said(changed(template(tmp_path), formula))


def test_merged_cells_are_an_error_with_their_place(tmp_path: Path) -> None:
    message = said(changed(template(tmp_path), lambda book: sheet(book, "Team").merge_cells("B6:C7")))
    assert 'sheet "Team", cell B6 (Name): 2 × 2 cells are merged' in message


def test_more_merged_cells_than_anybody_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "MAX_ROWS", 300)

    def merge(count: int) -> Callable[[Workbook], Any]:
        places = [f"BA{row}:BB{row}" for row in range(1, count + 1)]
        return lambda book: [sheet(book, "Team").merge_cells(place) for place in places]

    assert read(changed(template(tmp_path), merge(300)))
    message = said(changed(template(tmp_path), merge(301)))
    assert "more than 300 places of the sheet have merged cells" in message
    assert "unmerge them" in message


def test_merged_cells_elsewhere_do_not_matter(tmp_path: Path) -> None:
    path = template(tmp_path)
    plain = read(path)
    assert read(changed(path, lambda book: sheet(book, "Team").merge_cells("A1:F1"))) == plain


def test_hidden_rows_and_sheets_are_read_and_said(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        sheet(workbook, "Team").row_dimensions[6].hidden = True
        sheet(workbook, "Pay").sheet_state = "hidden"

    path = template(tmp_path)
    plain = read(path)
    loaded, problems = found(changed(path, hide))
    assert problems == []
    assert loaded is not None
    assert loaded.scenario == plain
    notices = "\n".join(map(str, loaded.notices))
    assert 'sheet "Team": 1 row is hidden' in notices
    assert 'sheet "Pay": this sheet is hidden' in notices


def test_renamed_sheets_are_found_by_their_tables(tmp_path: Path) -> None:
    def rename(workbook: Workbook) -> None:
        for number, page in enumerate(workbook.worksheets):
            page.title = f"Лист {number}"

    path = template(tmp_path)
    plain = read(path)
    loaded, problems = found(changed(path, rename))
    assert problems == []
    assert loaded is not None
    assert loaded.scenario == plain


def test_a_title_written_over_does_not_lose_the_table(tmp_path: Path) -> None:
    def overwrite(workbook: Workbook) -> None:
        sheet(workbook, "Contracts").cell(4, 1).value = "our contracts"

    path = template(tmp_path)
    plain = read(path)
    assert read(changed(path, overwrite)) == plain


def test_a_sheet_of_ones_own_is_said_not_to_be_read(tmp_path: Path) -> None:
    def add(workbook: Workbook) -> None:
        workbook.create_sheet("My notes")["A1"] = "call Anna"

    loaded, problems = found(changed(template(tmp_path), add))
    assert problems == []
    assert loaded is not None
    assert any("My notes" in notice.place.en for notice in loaded.notices)


def test_a_copied_sheet_is_an_error(tmp_path: Path) -> None:
    message = said(changed(template(tmp_path), lambda book: book.copy_worksheet(sheet(book, "Contracts"))))
    assert 'the table "Terms of contracts" is there already' in message


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xlsx", b"PK\x03\x04 broken", "damaged"),
        ("a.xlsx", b"", "damaged"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 600, "password or in the old format"),
        ("a.xlsx", b"name;contract\nanna;standard\n", "no Excel workbook"),
        ("a.xls", b"x", "are not read"),
        ("a.ods", b"x", "are not read"),
    ],
)
def test_other_files(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert expected in said(path)


def test_a_workbook_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    Workbook().save(path)
    assert "no table of a scenario" in said(path)


def test_a_strict_workbook_is_told(tmp_path: Path) -> None:
    def strict(parts: dict[str, bytes]) -> None:
        usual, other = (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml",
        )
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(usual, other + b"/spreadsheetml/main")

    assert "Strict Open XML" in said(repacked(template(tmp_path), strict))


def _put(name: str, content: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: content})


@pytest.mark.slow
def test_any_part_may_be_damaged(tmp_path: Path) -> None:
    """Parts cut short, emptied or exchanged are refused in words.

    Tables, and what says which of them a sheet has, are read alike: two of each will do.
    """
    path = template(tmp_path)
    original = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if "comments" not in name and "drawings" not in name]
    alike = re.compile(r"tables/table([3-9]|\d\d)\.xml|_rels/sheet([4-9]|\d\d)\.xml\.rels")
    for number, name in enumerate(name for name in names if not alike.search(name)):
        both = (b"<x", b"<x/>")
        # of a sheet one or the other in turn
        for damage in (both[number % 2],) if "worksheets/sheet" in name else both:
            path.write_bytes(original)
            repacked(path, _put(name, damage))
            loaded, problems = found(path)
            assert loaded is not None or problems
