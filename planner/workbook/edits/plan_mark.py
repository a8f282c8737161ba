"""Which plan a workbook was made from, as its hidden sheet says."""

from models.errors import BadInputError, InputProblem
from models.text import Language, Text
from planner.workbook.edits.opened import OpenedBook
from planner.workbook.sheets.mark import FORMAT_VERSION, MARK, MARK_SHEET


def read_mark(opened: OpenedBook, version: str) -> Language:
    """Check that a workbook was made from a roster of this version; return its language.

    Raises
    ------
    BadInputError
        If it says nothing, or names another roster.
    """
    said: dict[object, object] = {}
    if MARK_SHEET in opened.sheets:
        for _, cells in opened.rows(MARK_SHEET, 1, 10):
            key, value = (*cells, None, None)[:2]
            said[key] = value
    if MARK not in said or said.get("format_version") != FORMAT_VERSION:
        message = Text(
            en="it was not written by this version of smena, or its hidden sheet is gone",
            ru="книгу записала не эта версия smena, или в ней нет скрытого листа",
        )
        allowed = Text(en="roster.xlsx of a plan's folder", ru="roster.xlsx из папки плана")
        raise BadInputError([InputProblem(opened.path.name, message, allowed)])
    if said.get("roster_version") != version:
        message = Text(
            en="it was made from another plan, or the plan has been edited or planned again since",
            ru="книга сделана по другому плану, или план с тех пор изменили или составили заново",
        )
        allowed = Text(
            en="the roster.xlsx written with the plan", ru="roster.xlsx, записанный вместе с планом"
        )
        raise BadInputError([InputProblem(opened.path.name, message, allowed)])
    return "ru" if said.get("language") == "ru" else "en"
