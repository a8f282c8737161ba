"""Values put into cells; text stays text, whatever it begins with."""

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from planner.scenario.book.cell_values import Content

#: First letters that make spreadsheets take a text for a formula.
_FORMULA = ("=", "+", "-", "@")


def fill_cell(sheet: Worksheet, row: int, column: int, content: Content | None, usual_format: str) -> None:
    """Write a cell, in the format of its content or, where it is blank, in its usual one."""
    cell = sheet.cell(row, column)
    cell.style = "Smena cell"
    cell.number_format = content.number_format if content else usual_format
    if content is not None and isinstance(content.value, str):
        fill_text(cell, content.value)
    elif content is not None:
        cell.value = content.value


def fill_text(cell: Cell | MergedCell, text: str) -> None:
    """Write a text, never a formula; typing in the cell does not make it one either."""
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_FORMULA)
