"""Every code of the workbook: what the grid may hold, and what the timesheet says."""

from openpyxl.styles import Alignment, Font, PatternFill

from models.clock import MINUTES_PER_DAY, WEEKDAYS, format_clock
from models.shift_code import ShiftCode
from models.shift_pattern import ShiftPattern
from planner.timesheet.marks import MARK_KEYS, marks
from planner.workbook.colours import LEAVE, pattern_colours
from planner.workbook.grid_codes import FIRST_CODE_ROW, plan_codes
from planner.workbook.page import Page, address
from planner.workbook.printing import set_up_printing
from planner.workbook.protection import protect
from planner.workbook.wording import note_text, weekday_text

_HEADS = ("code", "meaning", "start", "end", "break", "minutes.paid", "night.head", "weekdays")
_LAST_COLUMN = len(_HEADS)
_CENTRE = Alignment(horizontal="center", vertical="center")


def draw_codes(page: Page) -> None:
    """Fill the sheet of codes; the grid's totals and its list of choices look here."""
    codes = plan_codes(page.plan)
    patterns = {pattern.name: pattern for pattern in page.plan.scenario.shift_patterns}
    page.title(page.word("codes.title"), note_text(page))
    page.heads(FIRST_CODE_ROW - 1, 1, _HEADS)
    row = FIRST_CODE_ROW
    for code in codes.shifts.values():
        _draw_shift(page, row, code, patterns.get(code.pattern))
        row += 1
    for kind, leave_code in codes.leave.items():
        _coded(page, row, leave_code, *LEAVE)
        page.text(row, 2, page.word(f"leave.{kind}"))
        for column in range(3, _LAST_COLUMN + 1):
            page.text(row, column, "")
        row += 1
    page.text(row, 1, page.word("codes.empty"), "Smena note")
    _draw_timesheet_codes(page, row + 2)
    page.widths(12, 52, 10, 10, 22, 12, 10, 26)
    page.sheet.freeze_panes = address(FIRST_CODE_ROW, 1)
    protect(page)
    set_up_printing(page, title_rows=f"{FIRST_CODE_ROW - 1}:{FIRST_CODE_ROW - 1}")


def _coded(page: Page, row: int, code: str, fill: str, colour: str) -> None:
    cell = page.text(row, 1, code)
    cell.alignment = _CENTRE
    cell.fill = PatternFill("solid", fgColor=fill)
    cell.font = Font(name="Calibri", size=10, bold=True, color=colour)


def _draw_shift(page: Page, row: int, code: ShiftCode, pattern: ShiftPattern | None) -> None:
    _coded(page, row, code.code, *pattern_colours(code.pattern_number, code.is_night))
    page.text(row, 2, code.pattern)
    page.text(row, 3, format_clock(code.start_clock_minute)).alignment = _CENTRE
    end = format_clock((code.start_clock_minute + code.length_minutes) % MINUTES_PER_DAY)
    page.text(row, 4, end).alignment = _CENTRE
    page.text(row, 5, _break_text(page, pattern))
    page.number(row, 6, code.paid_minutes)
    night = page.number(row, 7, int(code.is_night))
    night.number_format = f'"{page.word("night")}";;'
    page.text(row, 8, _weekdays_text(page, pattern))


def _break_text(page: Page, pattern: ShiftPattern | None) -> str:
    pause = pattern.pause if pattern else None
    if pause is None:
        return page.word("break.none")
    key = "break.split" if pause.split else "break.paid" if pause.paid else "break.unpaid"
    return page.word(key, minutes=pause.minutes)


def _weekdays_text(page: Page, pattern: ShiftPattern | None) -> str:
    if pattern is None or len(pattern.weekdays) == len(WEEKDAYS):
        return page.word("weekdays.all")
    days = sorted(WEEKDAYS.index(day) for day in pattern.weekdays)
    return ", ".join(weekday_text(day, page.language) for day in days)


def _draw_timesheet_codes(page: Page, row: int) -> None:
    page.section(row, page.word("codes.timesheet"), _LAST_COLUMN)
    for offset, key in enumerate(MARK_KEYS, start=1):
        page.text(row + offset, 1, marks(page.language)[key]).alignment = _CENTRE
        page.text(row + offset, 2, page.word(f"mark.{key}"))
