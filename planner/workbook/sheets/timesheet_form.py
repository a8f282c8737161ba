"""The printed form around the lines of the timesheet: heads, codes, signatures."""

import datetime as dt

from openpyxl.styles import Alignment, Border, Side

from planner.timesheet.marks import MARK_KEYS, marks
from planner.timesheet.months import Month
from planner.workbook.colours import INK
from planner.workbook.page import Page
from planner.workbook.protection import leave_open

#: Rows of one person, and days in the first half of a month.
LINES, HALF = 4, 15
HEAD_ROW, FIRST_ROW, FIRST_DAY = 8, 10, 4
HALF_COLUMN = FIRST_DAY + HALF + 1
MONTH_COLUMN = HALF_COLUMN + 1
PARTS_COLUMN = MONTH_COLUMN + 2
ABSENCE_COLUMNS = (PARTS_COLUMN + 3, PARTS_COLUMN + 5)
LAST_COLUMN = ABSENCE_COLUMNS[1] + 1
_SIGNERS = ("timesheet.unit_head", "timesheet.hr_officer", "timesheet.head")


def form_widths(page: Page) -> tuple[float, ...]:
    """Widths of all columns in characters."""
    return (5, min(30.0, page.name_width), 12, *[5.4] * (HALF + 1), 10, 7, 9, 9, 9, 9, 6, 10, 6, 10)


def draw_form_head(page: Page, month: Month) -> None:
    """Write what stands above the lines: the form, the desk, the month, and the heads of columns."""
    horizon = page.plan.scenario.horizon
    first, last = (horizon.date_of(day) for day in (min(month.days.values()), max(month.days.values())))
    page.text(1, 1, page.word("timesheet.title", month=month.name(page.language)), "Smena title")
    page.sheet.row_dimensions[1].height = 24
    page.text(2, 1, page.word("timesheet.planned"), "Smena section")
    page.text(3, 1, page.word("timesheet.form"), "Smena note")
    page.text(4, 1, page.plan.scenario.desk.name, "Smena label")
    period = page.word("timesheet.period", first=_date(first), last=_date(last))
    page.text(5, 1, period, "Smena label")
    page.text(6, 1, page.word("timesheet.by_start"), "Smena note")
    right = HALF_COLUMN + 2
    for row, key in ((4, "timesheet.document"), (5, "timesheet.drawn_up")):
        label = page.text(row, right, page.word(key), "Smena label")
        label.alignment = Alignment(horizontal="right", vertical="center")
        leave_open(page.text(row, right + 1, "")).number_format = "dd.mm.yyyy"
        page.sheet.merge_cells(start_row=row, start_column=right + 1, end_row=row, end_column=right + 2)
    keys = ("number", "name", "personnel_number")
    for column, key in enumerate(keys, start=1):
        _tall_head(page, column, page.word(key))
    for offset in range(HALF + 1):
        above = str(offset + 1) if offset < HALF else "×"
        page.text(HEAD_ROW, FIRST_DAY + offset, above, "Smena head")
        page.text(HEAD_ROW + 1, FIRST_DAY + offset, str(HALF + 1 + offset), "Smena head")
    for column, key in (
        (HALF_COLUMN, "timesheet.half"),
        (MONTH_COLUMN, "timesheet.days"),
        (MONTH_COLUMN + 1, "hours"),
        (PARTS_COLUMN, "hours.night"),
        (PARTS_COLUMN + 1, "hours.holiday"),
        (PARTS_COLUMN + 2, "hours.overtime"),
        (ABSENCE_COLUMNS[0], "code"),
        (ABSENCE_COLUMNS[0] + 1, "timesheet.away"),
        (ABSENCE_COLUMNS[1], "code"),
        (ABSENCE_COLUMNS[1] + 1, "timesheet.away"),
    ):
        _tall_head(page, column, page.word(key))
    page.sheet.row_dimensions[HEAD_ROW].height = page.sheet.row_dimensions[HEAD_ROW + 1].height = 20


def _tall_head(page: Page, column: int, text: str) -> None:
    page.text(HEAD_ROW, column, text, "Smena head")
    page.text(HEAD_ROW + 1, column, "", "Smena head")
    page.sheet.merge_cells(start_row=HEAD_ROW, start_column=column, end_row=HEAD_ROW + 1, end_column=column)


def _date(date: dt.date) -> str:
    return f"{date:%d.%m.%Y}"


def draw_form_foot(page: Page, row: int) -> int:
    """Write what the codes mean, and lines to sign on; return the last row."""
    codes = marks(page.language)
    page.text(row, 1, page.word("timesheet.codes"), "Smena label")
    half = -(-len(MARK_KEYS) // 2)
    for place, mark in enumerate(MARK_KEYS):
        column = 1 if place < half else FIRST_DAY + 5
        page.text(
            row + 1 + place % half, column, f"{codes[mark]} – {page.word(f'mark.{mark}')}", "Smena note"
        )
    row += half + 2
    line = Border(bottom=Side("thin", color=INK))
    for key in _SIGNERS:
        page.text(row, 1, page.word(key), "Smena label")
        for first, last, hint in (
            (FIRST_DAY, FIRST_DAY + 4, "timesheet.position"),
            (FIRST_DAY + 6, FIRST_DAY + 9, "timesheet.signature"),
            (FIRST_DAY + 11, FIRST_DAY + 15, "timesheet.full_name"),
            (HALF_COLUMN + 1, HALF_COLUMN + 2, "date"),
        ):
            for column in range(first, last + 1):
                leave_open(page.text(row, column, "", "Smena label")).border = line
            page.text(row + 1, first, page.word(hint), "Smena note")
        page.sheet.row_dimensions[row].height = 22
        row += 2
    return row - 1
