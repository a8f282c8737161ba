"""Below the roster grid: what the codes mean, and how many people work each shift."""

from collections import Counter

from openpyxl.styles import Alignment

from models.clock import MINUTES_PER_DAY, format_clock
from models.shift_code import ShiftCode, shift_codes, start_clock_minute
from planner.workbook.page import Page, span, stack

_CENTRE = Alignment(horizontal="center", vertical="center")


def draw_legend(
    page: Page, codes: list[ShiftCode], row: int, rows: tuple[int, int], columns: tuple[int, int]
) -> None:
    """Draw the legend.

    Parameters
    ----------
    page
        The roster sheet.
    codes
        What the grid uses.
    row
        Row of the legend's heading; one row per code follows.
    rows, columns
        First and last row and column of the grid.
    """
    first_column, last_column = columns
    page.heads(row, 1, ("per_shift", "code"), height_points=18)
    for column in range(first_column, last_column + 1):
        page.text(row, column, "", "Smena head")
    page.heads(row, last_column + 1, ("shifts", "night.head", "paid_minutes_each"), height_points=18)
    counts = _daily_counts(page)
    for offset, code in enumerate(codes, start=1):
        _draw_code(page, row + offset, code, counts, rows=rows, columns=columns)
    total_row = row + max(1, len(codes)) + 1
    page.text(total_row, 1, page.word("at_work"), "Smena total label")
    page.text(total_row, 2, "", "Smena total label")
    for column in range(first_column, last_column + 1):
        day = column - first_column
        value = sum(count for (_, on), count in counts.items() if on == day)
        formula = f'=COUNTIF({stack(column, *rows)},"?*")'
        page.live(total_row, column, formula, value, "Smena total").alignment = _CENTRE
    shifts = sum(counts.values())
    page.live(
        total_row,
        last_column + 1,
        f"=SUM({span(total_row, first_column, last_column)})",
        shifts,
        "Smena total",
    )
    page.text(total_row + 2, 1, page.word("legend"), "Smena note")
    if _clocks_change(page):
        page.text(total_row + 3, 1, page.word("legend.clock_change"), "Smena note")


def _draw_code(
    page: Page,
    row: int,
    code: ShiftCode,
    counts: Counter[tuple[str, int]],
    *,
    rows: tuple[int, int],
    columns: tuple[int, int],
) -> None:
    first_column, last_column = columns
    end = format_clock((code.start_clock_minute + code.length_minutes) % MINUTES_PER_DAY)
    page.text(row, 1, f"{code.pattern} {format_clock(code.start_clock_minute)}–{end}")
    page.text(row, 2, code.code).alignment = _CENTRE
    for column in range(first_column, last_column + 1):
        formula = f"=COUNTIF({stack(column, *rows)},$B{row})"
        cell = page.live(row, column, formula, counts[code.code, column - first_column], "Smena number")
        cell.number_format = "0;;"
        cell.alignment = _CENTRE
    shifts = sum(count for (name, _), count in counts.items() if name == code.code)
    page.live(row, last_column + 1, f"=SUM({span(row, first_column, last_column)})", shifts, "Smena number")
    night = page.number(row, last_column + 2, int(code.is_night))
    night.number_format = f'"{page.word("night")}";;'
    page.number(row, last_column + 3, code.paid_minutes)


def _daily_counts(page: Page) -> Counter[tuple[str, int]]:
    """How many people start a code on a day."""
    plan = page.plan
    codes, horizon = shift_codes(plan.scenario, plan.roster), plan.scenario.horizon
    return Counter(
        (codes[shift.pattern, start_clock_minute(horizon, shift)].code, shift.day)
        for _, shift in plan.roster.worked()
    )


def _clocks_change(page: Page) -> bool:
    horizon = page.plan.scenario.horizon
    return any(
        horizon.day_start(day + 1) - horizon.day_start(day) != MINUTES_PER_DAY for day in range(horizon.days)
    )
