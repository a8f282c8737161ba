"""Below the roster grid: what the codes mean, and who is there each day, as formulas."""

from collections import Counter
from decimal import Decimal

from openpyxl.styles import Alignment

from models.clock import MINUTES_PER_DAY
from models.shift import Shift
from models.shift_code import ShiftCode
from planner.workbook.grid_codes import GridCodes
from planner.workbook.page import Page, span, stack
from planner.workbook.sheets.roster_totals import (
    clock_change_minutes,
    count_of_shifts,
    hours_of_shifts,
    required_hours_by_day,
)
from planner.workbook.styles import StyleName

#: Shifts listed below the grid whether worked or not.
_MOST_CODES = 12
_CENTRE = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)


def draw_legend(
    page: Page, codes: GridCodes, row: int, rows: tuple[int, int], columns: tuple[int, int]
) -> int:
    """Draw the legend, and the coverage of each day; return the row of the last code.

    Codes beyond a dozen that nobody works are left to the sheet of codes.

    Parameters
    ----------
    page
        The roster sheet.
    codes
        What the grid may hold.
    row
        Row of the legend's heading; one row per code follows.
    rows, columns
        First and last row and column of the grid.
    """
    page.heads(row, 1, ("per_shift", "code"), height_points=18)
    for column in range(columns[0], columns[1] + 1):
        page.text(row, column, "", "Smena head")
    page.heads(row, columns[1] + 1, ("shifts", "night.head", "paid_minutes_each"), height_points=18)
    shifts = _shifts_by_day(page)
    horizon = page.plan.scenario.horizon
    counts = Counter((codes.of(horizon, shift).code, shift.day) for own in shifts for shift in own)
    line = row
    worked = {code for code, _ in counts}
    for code in codes.shifts.values():
        if len(codes.shifts) > _MOST_CODES and code.code not in worked:
            continue
        line += 1
        _draw_code(page, line, _meaning(code), code.code, counts, rows, columns)
        night = page.number(line, columns[1] + 2, int(code.is_night))
        night.number_format = f'"{page.word("night")}";;'
        page.number(line, columns[1] + 3, code.paid_minutes)
    away = _leave_by_day(page, codes, rows, columns)
    for kind, leave_code in codes.leave.items():
        line += 1
        _draw_code(page, line, page.word(f"leave.{kind}"), leave_code, away, rows, columns)
    last = _draw_coverage(page, codes, line + 1, shifts, rows, columns)
    page.text(last + 2, 1, page.word("legend"), "Smena note")
    if _clocks_change(page):
        page.text(last + 3, 1, page.word("legend.clock_change"), "Smena note")
    return line


def _meaning(code: ShiftCode) -> str:
    return f"{code.pattern} {code.hours_text}"


def _draw_code(
    page: Page,
    row: int,
    meaning: str,
    code: str,
    counts: Counter[tuple[str, int]],
    rows: tuple[int, int],
    columns: tuple[int, int],
) -> None:
    first_column, last_column = columns
    page.text(row, 1, meaning)
    page.text(row, 2, code).alignment = _CENTRE
    for column in range(first_column, last_column + 1):
        formula = f"=COUNTIF({stack(column, *rows)},$B{row})"
        cell = page.live(row, column, formula, counts[code, column - first_column], "Smena number")
        cell.number_format = "0;;"
        cell.alignment = _CENTRE
    total = sum(count for (name, _), count in counts.items() if name == code)
    page.live(row, last_column + 1, f"=SUM({span(row, first_column, last_column)})", total, "Smena number")


def _draw_coverage(
    page: Page,
    codes: GridCodes,
    row: int,
    shifts: list[list[Shift]],
    rows: tuple[int, int],
    columns: tuple[int, int],
) -> int:
    """Write people at work, their hours and the hours required, per day; return the last row."""
    first_column, last_column = columns
    required = required_hours_by_day(page)
    for offset, key in enumerate(("at_work", "hours.of_shifts", "hours.of_day")):
        page.text(row + offset, 1, page.word(key), "Smena total label")
        page.text(row + offset, 2, "", "Smena total label")
    totals = [Decimal(0)] * 3
    for column in range(first_column, last_column + 1):
        own = shifts[column - first_column]
        cells = stack(column, *rows)
        hours = hours_of_shifts(codes, cells, clock_change_minutes(page, codes, own))
        paid = page.hours(sum(shift.paid_minutes for shift in own))
        asked = required[column - first_column]
        made = (
            page.live(row, column, f"={count_of_shifts(codes, cells)}", len(own), "Smena total"),
            page.live(row + 1, column, f"={hours}", paid, "Smena total hours"),
            page.number(row + 2, column, asked, "Smena total hours"),
        )
        for cell in made:
            cell.alignment = _CENTRE
            cell.number_format = "General"
        day: tuple[Decimal, ...] = (Decimal(len(own)), paid, asked)
        totals = [total + one for total, one in zip(totals, day, strict=True)]
    styles: tuple[StyleName, ...] = ("Smena total", "Smena total hours", "Smena total hours")
    for offset, style in enumerate(styles):
        formula = f"=SUM({span(row + offset, first_column, last_column)})"
        page.live(row + offset, last_column + 1, formula, totals[offset], style)
    return row + 2


def _shifts_by_day(page: Page) -> list[list[Shift]]:
    shifts: list[list[Shift]] = [[] for _ in range(page.plan.scenario.period.days)]
    for _, shift in page.plan.roster.worked():
        shifts[shift.day].append(shift)
    return shifts


def _leave_by_day(
    page: Page, codes: GridCodes, rows: tuple[int, int], columns: tuple[int, int]
) -> Counter[tuple[str, int]]:
    """How many people are away on a day, by the codes written into the grid."""
    leave = frozenset(codes.leave.values())
    found: Counter[tuple[str, int]] = Counter()
    for line in page.sheet.iter_rows(
        min_row=rows[0], max_row=rows[1], min_col=columns[0], max_col=columns[1], values_only=True
    ):
        found.update((str(value), day) for day, value in enumerate(line) if value in leave)
    return found


def _clocks_change(page: Page) -> bool:
    horizon = page.plan.scenario.horizon
    return any(
        horizon.day_start(day + 1) - horizon.day_start(day) != MINUTES_PER_DAY for day in range(horizon.days)
    )
