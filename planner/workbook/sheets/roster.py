"""The roster grid: agents by days, coloured by shift, with live totals and a legend."""

import datetime as dt
from collections import Counter

from babel.dates import format_date
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from models.shift_code import ShiftCode, shift_codes, start_clock_minute
from models.tour import Tour
from planner.workbook.colours import HOLIDAY, WEEKEND, pattern_colours
from planner.workbook.conditions import when_text_is
from planner.workbook.page import Page, address, span, stack
from planner.workbook.printing import set_up_printing
from planner.workbook.sheets.roster_legend import draw_legend
from planner.workbook.wording import note_text, weekday_text

MONTH_ROW, WEEKDAY_ROW, DAY_ROW = 4, 5, 6
FIRST_ROW, FIRST_DAY_COLUMN = 7, 3
_CENTRE = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)


def draw_roster(page: Page) -> None:
    """Fill the roster sheet."""
    plan, sheet = page.plan, page.sheet
    days = plan.scenario.period.days
    codes = shift_codes(plan.scenario, plan.roster)
    tours = plan.roster.tours
    last_row, last_day = FIRST_ROW + len(tours) - 1, FIRST_DAY_COLUMN + days - 1
    legend_row = max(last_row, FIRST_ROW) + 3
    page.title(page.word("roster.title"), note_text(page))
    _draw_heads(page, days)
    for row, tour in enumerate(tours, start=FIRST_ROW):
        _draw_tour(page, row, tour, codes, legend_row)
    draw_legend(page, list(codes.values()), legend_row, (FIRST_ROW, last_row), (FIRST_DAY_COLUMN, last_day))
    _colour_codes(page, codes, last_row, last_day, legend_row)
    page.widths(page.name_width, 11)
    page.widths(*[4.3] * days, first=FIRST_DAY_COLUMN)
    page.widths(8, 8, 9, 8, first=last_day + 1)
    sheet.freeze_panes = address(FIRST_ROW, FIRST_DAY_COLUMN)
    set_up_printing(page, pages_wide=-(-days // 35), title_rows=f"{MONTH_ROW}:{DAY_ROW}", title_columns="A:B")


def _shade(page: Page, date: dt.date) -> PatternFill | None:
    kind = page.plan.calendar.kind(date)
    if kind == "holiday":
        return PatternFill("solid", fgColor=HOLIDAY)
    return PatternFill("solid", fgColor=WEEKEND) if kind == "weekend" else None


def _draw_heads(page: Page, days: int) -> None:
    horizon, sheet = page.plan.scenario.horizon, page.sheet
    page.heads(DAY_ROW, 1, ("name", "contract"), height_points=18)
    month_start = FIRST_DAY_COLUMN
    for day in range(days):
        column, date = FIRST_DAY_COLUMN + day, horizon.date_of(day)
        page.text(MONTH_ROW, column, "", "Smena head")
        if day == days - 1 or horizon.date_of(day + 1).month != date.month:
            roomy = column - month_start >= 4
            month = format_date(date, format="LLLL y" if roomy else "LLL", locale=page.language)
            head = page.text(MONTH_ROW, month_start, month[:1].upper() + month[1:], "Smena head")
            head.alignment = _CENTRE
            sheet.merge_cells(
                start_row=MONTH_ROW, start_column=month_start, end_row=MONTH_ROW, end_column=column
            )
            month_start = column + 1
        shade = _shade(page, date)
        for row, cell in (
            (WEEKDAY_ROW, page.text(WEEKDAY_ROW, column, weekday_text(date.weekday(), page.language))),
            (DAY_ROW, page.number(DAY_ROW, column, date.day)),
        ):
            cell.alignment = _CENTRE
            cell.font = Font(name="Calibri", size=10, bold=row == DAY_ROW)
            if shade:
                cell.fill = shade
    page.heads(DAY_ROW, FIRST_DAY_COLUMN + days, ("shifts", "nights", "hours", "days_off"), height_points=18)


def _draw_tour(
    page: Page, row: int, tour: Tour, codes: dict[tuple[str, int], ShiftCode], legend_row: int
) -> None:
    horizon = page.plan.scenario.horizon
    page.text(row, 1, tour.agent.name or tour.agent.agent)
    page.text(row, 2, tour.agent.contract)
    page.sheet.row_dimensions[row].height = 18
    for day, shift in enumerate(tour.shifts):
        code = codes[shift.pattern, start_clock_minute(horizon, shift)].code if shift else None
        column = FIRST_DAY_COLUMN + day
        cell = page.text(row, column, code) if code else page.number(row, column, None, "Smena cell")
        cell.alignment = _CENTRE
        shade = _shade(page, horizon.date_of(day))
        if shade:
            cell.fill = shade
    _draw_totals(page, row, tour, codes, legend_row)


def _draw_totals(
    page: Page, row: int, tour: Tour, codes: dict[tuple[str, int], ShiftCode], legend_row: int
) -> None:
    """Totals that follow edits of the grid: codes are counted and weighed by the legend."""
    days = len(tour.shifts)
    total_column = FIRST_DAY_COLUMN + days
    first, last = legend_row + 1, legend_row + max(1, len(codes))
    grid = span(row, FIRST_DAY_COLUMN, total_column - 1)
    counts = f"COUNTIF({grid},{stack(2, first, last, fixed=True)})"
    nights = stack(total_column + 1, first, last, fixed=True)
    minutes = stack(total_column + 2, first, last, fixed=True)
    start = page.plan.scenario.horizon
    worked = Counter(codes[shift.pattern, start_clock_minute(start, shift)] for shift in tour.worked)
    paid = sum(shift.paid_minutes for shift in tour.worked)
    by_legend = sum(code.paid_minutes * count for code, count in worked.items())
    clock_change = f"{paid - by_legend:+d}" if paid != by_legend else ""
    at_night = sum(count for code, count in worked.items() if code.is_night)
    page.live(row, total_column, f'=COUNTIF({grid},"?*")', len(tour.worked), "Smena total")
    page.live(row, total_column + 1, f"=SUMPRODUCT({counts}*{nights})", at_night, "Smena total")
    hours = f"=(SUMPRODUCT({counts}*{minutes}){clock_change})/60"
    page.live(row, total_column + 2, hours, page.hours(paid), "Smena total hours")
    off = days - len(tour.worked)
    page.live(row, total_column + 3, f'={days}-COUNTIF({grid},"?*")', off, "Smena total")


def _colour_codes(
    page: Page, codes: dict[tuple[str, int], ShiftCode], last_row: int, last_day: int, legend_row: int
) -> None:
    """Colour by rule, so that an edited cell changes its colour; offer the legend's codes."""
    if not codes or last_row < FIRST_ROW:
        return
    grid = f"{get_column_letter(FIRST_DAY_COLUMN)}{FIRST_ROW}:{get_column_letter(last_day)}{last_row}"
    legend = stack(2, legend_row + 1, legend_row + len(codes))
    for code in codes.values():
        fill, text = pattern_colours(code.pattern_number, code.is_night)
        rule = when_text_is(code.code, fill, text)
        page.sheet.conditional_formatting.add(f"{grid} {legend}", rule)
    choice = DataValidation(
        type="list",
        formula1=f"={stack(2, legend_row + 1, legend_row + len(codes), fixed=True)}",
        allow_blank=True,
        showErrorMessage=True,
        error=page.word("validation"),
    )
    choice.add(grid)
    page.sheet.add_data_validation(choice)
