"""Find the tables in the sheets of a workbook, wherever they are and whatever the sheets are called.

A table begins where its title stands above its headings.  Where somebody has written over the
title, the name that Excel keeps of the table tells.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.utils.cell import coordinate_to_tuple

from models.errors import InputProblem
from models.text import Language, Text
from planner.scenario.book.broken_heads import blank_heading, renamed_first_headings
from planner.scenario.book.grid import Sheet
from planner.scenario.book.headings import ANYTHING, headings_of
from planner.scenario.book.places import CellPlace, sheet_text
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
        The tables by key; what is wrong: tables that are there twice or lack a heading, merged cells
        and formulas without values in them; and notices about sheets that are not read.
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
                message = Text(
                    en='the table "{title}" is there already: {first}',
                    ru='таблица "{title}" уже есть: {first}',
                ).format(title=title_of(key).in_language(language), first=first.text)
                allowed = Text(en="each table once", ru="каждая таблица один раз")
                problems.append(InputProblem(f"{file}: " + place.text, message, allowed))
                continue
            tables[key] = found
            problems += _unreadable(found, file)
            problems += blank_heading(sheet, key, head, found.columns, set(anchors), file)
        notices += _notices(sheet, bool(anchors), file)
    missing = [key for key in (*all_tables(), ANYTHING) if key not in tables]
    titles = {same(word): key for key in missing for word in (title_of(key).en, title_of(key).ru)}
    names = {excel_name(key): key for key in missing}
    problems += renamed_first_headings(sheets, titles, names, file)
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
            size = f"{bottom - top + 1} × {right - left + 1}"
            message = Text(
                en=f"{size} cells are merged here, so only the first has a value",
                ru=f"здесь объединены ячейки ({size}), и значение есть только в первой",
            )
            place = table.place(max(top, table.head[0]), left)
            allowed = Text(
                en="unmerge them and write each value in its own cell",
                ru="отмените объединение и впишите каждое значение в свою ячейку",
            )
            yield InputProblem(f"{file}: " + place.text, message, allowed)
    for row, column in sorted(table.sheet.scan.without_value):
        if row >= table.head[0] and column in table.columns:
            message = Text(
                en="the value of this formula is not saved in the file",
                ru="в файле не сохранено значение этой формулы",
            )
            allowed = Text(
                en="open the workbook in Excel or LibreOffice and save it, or write the value",
                ru="откройте книгу в Excel или LibreOffice и сохраните или впишите значение",
            )
            yield InputProblem(f"{file}: " + table.place(row, column).text, message, allowed)


def _notices(sheet: Sheet, has_tables: bool, file: str) -> Iterator[InputProblem]:
    name = sheet.part.name
    place = f"{file}: " + sheet_text(name)
    known = {same(word) for key in _FOR_PEOPLE for word in (sheet_name(key).en, sheet_name(key).ru)}
    if not has_tables and sheet.cells and same(name) not in known:
        message = Text(
            en="no table Smena knows stands here, so this sheet is not read",
            ru="таблиц, которые знает Smena, здесь нет, поэтому лист не читается",
        )
        yield InputProblem(place, message)
    if has_tables and sheet.part.is_hidden:
        message = Text(
            en="this sheet is hidden, and is read all the same", ru="лист скрыт, но всё равно прочитан"
        )
        yield InputProblem(place, message)
    hidden = len(sheet.scan.hidden_rows)
    if has_tables and hidden:
        rows = "1 row is" if hidden == 1 else f"{hidden} rows are"
        message = Text(
            en=f"{rows} hidden, and read all the same", ru=f"скрытых строк {hidden}, они тоже прочитаны"
        )
        yield InputProblem(place, message)
