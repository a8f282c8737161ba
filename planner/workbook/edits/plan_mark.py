"""Which plan a workbook was made from, as its hidden sheet says."""

from pathlib import Path

from openpyxl import Workbook

from models.errors import BadInputError, InputProblem
from models.text import Language
from planner.workbook.edits.grid_cells import sheet_rows
from planner.workbook.sheets.mark import FORMAT_VERSION, MARK, MARK_SHEET


def read_mark(book: Workbook, path: Path, version: str) -> Language:
    """Check that a workbook was made from a roster of this version; return its language.

    Raises
    ------
    BadInputError
        If it says nothing, or names another roster.
    """
    said: dict[object, object] = {}
    if MARK_SHEET in book.sheetnames:
        for _, cells in sheet_rows(book, MARK_SHEET, 1, 10):
            key, value = (*cells, None, None)[:2]
            said[key] = value
    if MARK not in said or said.get("format_version") != FORMAT_VERSION:
        message = "it was not written by this version of smena, or its hidden sheet is gone"
        raise BadInputError([InputProblem(path.name, message, "roster.xlsx of a plan's folder")])
    if said.get("roster_version") != version:
        message = "it was made from another plan, or the plan has been edited or planned again since"
        raise BadInputError([InputProblem(path.name, message, "the roster.xlsx written with the plan")])
    return "ru" if said.get("language") == "ru" else "en"
