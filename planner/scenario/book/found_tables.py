"""Find the tables in the sheets of a workbook, wherever they are and whatever the sheets are called.

A table begins where its title stands above its headings.  Where somebody has written over the
title, the name that Excel keeps of the table tells.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils.cell import coordinate_to_tuple

from models.errors import InputProblem
from models.text import Language
from planner.scenario.book.grid import Sheet
from planner.scenario.book.headings import ANYTHING, headings_of
from planner.scenario.book.places import CellPlace
from planner.scenario.book.scan import Cell
from planner.scenario.book.tables import all_tables
from planner.scenario.book.wording import same, sheet_name, title_of

#: Titles stand in the first rows of a sheet.
_TITLE_ROWS = 60
#: Sheets that are there to be read by people.
_FOR_PEOPLE = ("guide", "rule_kinds", "lists")


@dataclass(frozen=True)
class FoundTable:
    """A table on a sheet.

    Parameters
    ----------
    key
        Which table it is.
    sheet
        The sheet.
    head
        Its first heading, row and column.
    columns
        Its headings: column of the sheet and text.
    language
        Language of its title.
    """

    key: str
    sheet: Sheet
    head: Cell
    columns: Mapping[int, str]
    language: Language

    def place(self, row: int, column: int, heading: str = "") -> CellPlace:
        """A cell of the table."""
        return CellPlace(self.sheet.part.name, row, column, heading or self.columns.get(column, ""))

    @property
    def rows(self) -> list[int]:
        """Rows below the headings in which the table has anything."""
        return sorted(
            {row for row, column in self.sheet.cells if row > self.head[0] and column in self.columns}
        )


def excel_name(key: str) -> str:
    """Name of a table that Excel keeps: letters, digits and underscores."""
    return "smena_" + key.replace(".", "_")


def find_tables(
    sheets: list[Sheet], file: str
) -> tuple[dict[str, FoundTable], list[InputProblem], list[InputProblem]]:
    """Find every table of a workbook.

    Returns
    -------
    tuple
        The tables by key; what is wrong: tables that are there twice, merged cells and formulas
        without values in them; and notices about sheets that are not read.
    """
    tables: dict[str, FoundTable] = {}
    problems: list[InputProblem] = []
    notices: list[InputProblem] = []
    for sheet in sheets:
        anchors = _anchors(sheet)
        for head, (key, language) in anchors.items():
            found = FoundTable(key, sheet, head, _columns(sheet, head, set(anchors)), language)
            if key in tables:
                place, first = found.place(*head), tables[key].place(*tables[key].head)
                message = f'the table "{title_of(key).in_language(language)}" is there already: {first}'
                problems.append(InputProblem(f"{file}: {place}", message, "each table once"))
                continue
            tables[key] = found
            problems += _unreadable(found, file)
        notices += _notices(sheet, bool(anchors), file)
    return tables, problems, notices


def _anchors(sheet: Sheet) -> dict[Cell, tuple[str, Language]]:
    """First heading of each table of a sheet, by titles first, then by Excel's names."""
    found: dict[Cell, tuple[str, Language]] = {}
    for (row, column), value in sheet.cells.items():
        if row <= _TITLE_ROWS and isinstance(value, str):
            for key, language in _titled(same(value)):
                if _is_heading(sheet, (row + 1, column), key):
                    found[row + 1, column] = (key, language)
    known = {key for key, _ in found.values()}
    names = {excel_name(key): key for key in (*all_tables(), ANYTHING)}
    for name, place in sheet.part.table_places:
        key = names.get(name, "")
        if key and key not in known:
            row, column = coordinate_to_tuple(place.replace("$", ""))
            if _is_heading(sheet, (row, column), key):
                found[row, column] = (key, _language(sheet, (row, column), key))
    return found


def _titled(text: str) -> Iterator[tuple[str, Language]]:
    for key in (*all_tables(), ANYTHING):
        title = title_of(key)
        if text == same(title.ru):
            yield key, "ru"
        elif text == same(title.en):
            yield key, "en"


def _is_heading(sheet: Sheet, cell: Cell, key: str) -> bool:
    return str(same(str(sheet.cells.get(cell, "")))) in headings_of(key)


def _language(sheet: Sheet, cell: Cell, key: str) -> Language:
    return headings_of(key)[same(str(sheet.cells[cell]))].language


def _columns(sheet: Sheet, head: Cell, heads: set[Cell]) -> dict[int, str]:
    """Headings from the first to the right, to a blank one or the next table."""
    row, column = head
    columns: dict[int, str] = {}
    while (row, column) in sheet.cells and ((row, column) == head or (row, column) not in heads):
        columns[column] = str(sheet.cells[row, column])
        column += 1
    return columns


def _unreadable(table: FoundTable, file: str) -> Iterator[InputProblem]:
    last = max(table.rows, default=table.head[0])
    first_column, last_column = min(table.columns), max(table.columns)
    for (top, left), (bottom, right) in table.sheet.scan.merged:
        if top <= last and bottom >= table.head[0] and left <= last_column and right >= first_column:
            message = f"{bottom - top + 1} × {right - left + 1} cells are merged here, so only the first has a value"
            place = table.place(max(top, table.head[0]), left)
            yield InputProblem(
                f"{file}: {place}", message, "unmerge them and write each value in its own cell"
            )
    for row, column in sorted(table.sheet.scan.without_value):
        if row >= table.head[0] and column in table.columns:
            message = "the value of this formula is not saved in the file"
            allowed = "open the workbook in Excel or LibreOffice and save it, or write the value"
            yield InputProblem(f"{file}: {table.place(row, column)}", message, allowed)


def _notices(sheet: Sheet, has_tables: bool, file: str) -> Iterator[InputProblem]:
    name = sheet.part.name
    place = f'{file}: sheet "{name}"'
    known = {same(word) for key in _FOR_PEOPLE for word in (sheet_name(key).en, sheet_name(key).ru)}
    if not has_tables and sheet.cells and same(name) not in known:
        yield InputProblem(place, "no table Smena knows stands here, so this sheet is not read")
    if has_tables and sheet.part.is_hidden:
        yield InputProblem(place, "this sheet is hidden, and is read all the same")
    hidden = len(sheet.scan.hidden_rows)
    if has_tables and hidden:
        rows = "1 row is" if hidden == 1 else f"{hidden} rows are"
        yield InputProblem(place, f"{rows} hidden, and read all the same")
