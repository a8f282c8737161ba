"""The roster grid: agents by days, coloured by shift, to be edited; its totals follow."""

from babel.dates import format_date
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from models.tour import Tour
from planner.timesheet.absences import Away, away_by_agent
from planner.workbook.colours import LEAVE, NOT_EMPLOYED, pattern_colours
from planner.workbook.conditions import when_text_is
from planner.workbook.grid_codes import GridCodes, plan_codes
from planner.workbook.page import Page, address, stack
from planner.workbook.printing import landscape_scale, set_up_printing
from planner.workbook.protection import protect
from planner.workbook.shading import day_shade
from planner.workbook.sheets.roster_legend import draw_legend
from planner.workbook.sheets.roster_totals import TOTAL_HEADS, draw_tour_totals
from planner.workbook.wording import note_text, weekday_text

MONTH_ROW, WEEKDAY_ROW, DAY_ROW = 4, 5, 6
FIRST_ROW, FIRST_DAY_COLUMN = 7, 3
_CONTRACT_WIDTH, _DAY_WIDTH, _TOTAL_WIDTHS = 11.0, 4.3, (8.0, 8.0, 9.0, 8.0, 8.0, 14.0)
_MOST_DAYS_WIDE = 35
#: Heights in points: of a person's row, of a line of the legend, of what A4 leaves below the heads.
_PERSON_POINTS, _LINE_POINTS, _PAPER_POINTS = 18, 15, 440
_CENTRE = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)


def draw_roster(page: Page) -> None:
    """Fill the roster sheet."""
    plan, sheet = page.plan, page.sheet
    days = plan.scenario.period.days
    codes = plan_codes(plan)
    tours = plan.roster.tours
    away = away_by_agent(plan.scenario, [tour.agent for tour in tours])
    last_row, last_day = FIRST_ROW + len(tours) - 1, FIRST_DAY_COLUMN + days - 1
    legend_row = max(last_row, FIRST_ROW) + 3
    page.title(page.word("roster.title"), note_text(page))
    _draw_heads(page, days)
    shades = [day_shade(page, plan.scenario.horizon.date_of(day)) for day in range(days)]
    gone = PatternFill("lightUp", fgColor=NOT_EMPLOYED)
    for row, tour in enumerate(tours, start=FIRST_ROW):
        _draw_tour(page, row, tour, codes, away[tour.agent.agent], shades, gone)
    last_code = draw_legend(page, codes, legend_row, (FIRST_ROW, last_row), (FIRST_DAY_COLUMN, last_day))
    _colour_codes(page, codes, last_row, last_day, stack(2, legend_row + 1, last_code))
    page.widths(page.name_width, _CONTRACT_WIDTH)
    page.widths(*[_DAY_WIDTH] * days, first=FIRST_DAY_COLUMN)
    page.widths(*_TOTAL_WIDTHS, first=last_day + 1)
    sheet.freeze_panes = address(FIRST_ROW, FIRST_DAY_COLUMN)
    protect(page)
    _set_up_printing(page, days, legend_row)


def _set_up_printing(page: Page, days: int, legend_row: int) -> None:
    """A month and more on one sheet of paper; the legend on a new one where it would be torn apart."""
    days_wide = -(-days // -(-days // _MOST_DAYS_WIDE))
    widths = (page.name_width, _CONTRACT_WIDTH, *[_DAY_WIDTH] * days_wide, *_TOTAL_WIDTHS)
    percent = landscape_scale(widths)
    people, lines = legend_row - FIRST_ROW, page.sheet.max_row - legend_row + 1
    is_torn = people * _PERSON_POINTS + lines * _LINE_POINTS > _PAPER_POINTS * 100 / percent
    breaks = list(range(days_wide, days, days_wide))
    set_up_printing(
        page,
        title_rows=f"{MONTH_ROW}:{DAY_ROW}",
        title_columns="A:B",
        # without breaks of its own it is fitted, so that it stays whole in wider fonts too
        landscape_percent=percent if breaks or is_torn else 0,
    )
    for day in breaks:
        page.sheet.col_breaks.append(Break(id=FIRST_DAY_COLUMN + day - 1))
    if is_torn:
        page.sheet.row_breaks.append(Break(id=legend_row - 1))


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
            if column > month_start:  # Excel repairs a workbook with a single cell merged
                sheet.merge_cells(
                    start_row=MONTH_ROW, start_column=month_start, end_row=MONTH_ROW, end_column=column
                )
            month_start = column + 1
        shade = day_shade(page, date)
        for row, cell in (
            (WEEKDAY_ROW, page.text(WEEKDAY_ROW, column, weekday_text(date.weekday(), page.language))),
            (DAY_ROW, page.moment(DAY_ROW, column, date, "Smena date")),
        ):
            cell.alignment = _CENTRE
            cell.font = Font(name="Calibri", size=10, bold=row == DAY_ROW)
            if row == DAY_ROW:  # whole dates, so that whoever reads the grid knows the column
                cell.number_format = "d"
            if shade:
                cell.fill = shade
    page.heads(DAY_ROW, FIRST_DAY_COLUMN + days, TOTAL_HEADS, height_points=18)


def _draw_tour(
    page: Page,
    row: int,
    tour: Tour,
    codes: GridCodes,
    away: Away,
    shades: list[PatternFill | None],
    gone: PatternFill,
) -> None:
    horizon = page.plan.scenario.horizon
    page.text(row, 1, tour.agent.name or tour.agent.agent)
    page.text(row, 2, tour.agent.contract)
    page.sheet.row_dimensions[row].height = 18
    for day, shift in enumerate(tour.shifts):
        date = horizon.date_of(day)
        kind = away.kind_on(date)
        code = codes.of(horizon, shift).code if shift else codes.leave[kind] if kind else None
        column = FIRST_DAY_COLUMN + day
        cell = page.text(row, column, code or "", "Smena entry")
        page.shade(cell, shades[day] if away.is_employed(date) else gone)
    draw_tour_totals(page, row, FIRST_DAY_COLUMN, tour, codes, away)


def _colour_codes(page: Page, codes: GridCodes, last_row: int, last_day: int, legend: str) -> None:
    """Colour by rule, so that an edited cell changes its colour; offer the codes to choose from."""
    if last_row < FIRST_ROW:
        return
    grid = f"{get_column_letter(FIRST_DAY_COLUMN)}{FIRST_ROW}:{get_column_letter(last_day)}{last_row}"
    for code in codes.shifts.values():
        fill, text = pattern_colours(code.pattern_number, code.is_night)
        page.sheet.conditional_formatting.add(f"{grid} {legend}", when_text_is(code.code, fill, text))
    for leave_code in codes.leave.values():
        rule = when_text_is(leave_code, *LEAVE)
        page.sheet.conditional_formatting.add(f"{grid} {legend}", rule)
    choice = DataValidation(
        type="list",
        formula1=f"={codes.all_cells}",
        allow_blank=True,
        showErrorMessage=True,
        error=page.word("validation"),
    )
    choice.add(grid)
    page.sheet.add_data_validation(choice)
