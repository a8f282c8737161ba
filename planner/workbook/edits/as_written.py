"""Whatever no longer is what Smena wrote into a workbook, beside the days of its grid.

The workbook is drawn again from its plan and compared cell by cell.  Cells left open to be filled
in, such as signatures, may say anything; where a formula was, its value is as good.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl.cell.cell import Cell
from openpyxl.formula.translate import Translator
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import InputProblem
from models.plan import Plan
from models.text import Text
from planner.workbook.edits.entries import entry_text
from planner.workbook.edits.grid_cells import GridCells
from planner.workbook.edits.opened import OpenedBook, opened
from planner.workbook.edits.same_cell import Written, says_the_same
from planner.workbook.page import address
from planner.workbook.sheets.mark import MARK_SHEET, WRITTEN_BY, program
from planner.workbook.sheets.roster import DAY_ROW, FIRST_DAY_COLUMN, FIRST_ROW
from planner.workbook.sheets.roster_totals import TOTAL_HEADS
from planner.workbook.texts import TEXTS
from planner.workbook.write import drawn_workbook

#: So many cells of a sheet are named, so much of what they say is repeated.
_NAMED, _SHOWN = 5, 40
_CHANGED = Text(
    en='"{said}" is not what smena wrote here, "{written}"',
    ru="«{said}» не то, что здесь записала smena («{written}»)",
)
_ALSO = Text(en="; changed as well: {cells}", ru="; изменено также: {cells}")
_MORE = Text(en=" and {count} more cells", ru=" и ещё {count} яч.")
_NOT_READ = Text(
    en="; only the days of the grid are read, all else stands in the plan",
    ru="; читаются только дни сетки, всё остальное берётся из плана",
)
_GONE = Text(en='the sheet "{sheet}" is gone', ru="листа «{sheet}» больше нет")
_OTHER_VERSION = Text(
    en="it was written by another version of smena: only the days of the grid, the names and totals are checked",
    ru="книгу записала другая версия smena: проверены только дни сетки, имена и итоги",
)
_EMPTY = Text(en="(empty)", ru="(пусто)")


@dataclass(frozen=True)
class Changed:
    """A cell that no longer says what was written into it."""

    cell: str
    said: object
    written: Written


def changed_elsewhere(path: Path, plan: Plan, grid: GridCells) -> Iterator[InputProblem]:
    """Name the cells that were changed outside the days of the grid, a line per sheet.

    Parameters
    ----------
    path
        The workbook.
    plan
        The plan it was made from.
    grid
        Its grid, read already; names and plain numbers among its totals are looked at by
        :mod:`planner.workbook.edits.not_read`.
    """
    with opened(path) as book:
        if _writer(book) != program():
            yield InputProblem(path.name, _OTHER_VERSION)
            return
        drawn, known = drawn_workbook(plan, grid.language)
        for sheet in drawn.worksheets:
            values = known.get(sheet.title, {})
            if sheet.title == TEXTS[grid.language]["sheet.roster"]:
                found = list(_around_grid(book, sheet, values, grid, plan))
                yield from _told(path, grid.heads.sheet, found)
            elif sheet.title in book.sheets:
                yield from _told(path, sheet.title, list(_of_sheet(book, sheet, values)))
            else:
                yield InputProblem(path.name, _GONE.format(sheet=sheet.title))


def _writer(book: OpenedBook) -> object:
    """The program that wrote a workbook, as its hidden sheet says."""
    rows = book.rows(MARK_SHEET, 1, 10)
    return next((cells[1] for _, cells in rows if len(cells) > 1 and cells[0] == WRITTEN_BY), None)


def _of_sheet(book: OpenedBook, sheet: Worksheet, known: Mapping[str, object]) -> Iterator[Changed]:
    """Compare a sheet cell by cell, where it stands."""
    rows = book.rows(sheet.title, 1, sheet.max_row)
    for (row, said), cells in zip(rows, sheet.iter_rows(), strict=False):
        for column, cell in enumerate(cells, start=1):
            value = said[column - 1] if column <= len(said) else None
            yield from _compared(book, cell, value, known, address(row, column))


def _around_grid(
    book: OpenedBook, sheet: Worksheet, known: Mapping[str, object], grid: GridCells, plan: Plan
) -> Iterator[Changed]:
    """Compare formulas of people wherever their rows were sorted to, and the rows around the grid."""
    people = [tour.agent.agent for tour in plan.roster.tours]
    written_rows = dict(zip(people, range(FIRST_ROW, FIRST_ROW + len(people)), strict=True))
    columns = tuple(range(FIRST_DAY_COLUMN, FIRST_DAY_COLUMN + plan.scenario.period.days))
    if grid.heads.columns != columns:
        return  # columns were put in or moved: every formula reads otherwise
    for agent in people:
        for column in range(columns[-1] + 1, columns[-1] + len(TOTAL_HEADS)):
            value, row = grid.beside.get((agent, column)), grid.rows[agent]
            cell = sheet.cell(written_rows[agent], column)
            if not isinstance(value, str) or not value.startswith("=") or not isinstance(cell, Cell):
                continue
            moved = Translator(str(cell.value), cell.coordinate).translate_formula(address(row, column))
            written = Written(moved, is_formula=True)
            if not says_the_same(value, written, book.book.epoch):
                yield Changed(address(row, column), value, written)
    if set(grid.rows.values()) != set(written_rows.values()) or grid.heads.row != DAY_ROW:
        return  # rows were put in or taken out
    for row, said in book.rows(grid.heads.sheet, 1, sheet.max_row):
        if row in written_rows.values():
            continue
        for column in range(1, sheet.max_column + 1):
            value = said[column - 1] if column <= len(said) else None
            yield from _compared(book, sheet.cell(row, column), value, known, address(row, column))


def _compared(
    book: OpenedBook, cell: object, value: object, known: Mapping[str, object], place: str
) -> Iterator[Changed]:
    """Compare one cell with what was drawn there."""
    if not isinstance(cell, Cell):  # inside a merged range
        return
    written = Written(cell.value, is_formula=cell.data_type == "f", known=known.get(place))
    if not says_the_same(value, written, book.book.epoch) and cell.protection.locked:
        yield Changed(place, value, written)


def _told(path: Path, sheet: str, found: list[Changed]) -> Iterator[InputProblem]:
    """One line for what was changed on a sheet."""
    if not found:
        return
    first, *rest = found
    message = _CHANGED.format(said=_shown(first.said), written=_shown(first.written.value))
    if rest:
        message += _ALSO.format(cells=", ".join(one.cell for one in rest[:_NAMED]))
    if len(rest) > _NAMED:
        message += _MORE.format(count=len(rest) - _NAMED)
    yield InputProblem(f"{path.name}: {sheet}!{first.cell}", message + _NOT_READ)


def _shown(value: object) -> Text:
    text = entry_text(value)
    return Text.same(text[:_SHOWN]) if text else _EMPTY
