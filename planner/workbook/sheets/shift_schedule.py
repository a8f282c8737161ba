"""The shift schedule of a month (график сменности): who works when, made known in time and signed for.

TK RF art. 103: schedules are made known to workers at least one month before they take effect.
The days follow the roster grid, so an edit there shows here; people are looked up there by their
identifiers, so that a sorted grid shows the same.
"""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from models.month_before import month_before
from models.tour import Tour
from planner.timesheet.absences import away_by_agent
from planner.timesheet.months import Month
from planner.workbook.colours import INK, LEAVE, SHORT, pattern_colours
from planner.workbook.conditions import when_text_is, when_true
from planner.workbook.grid_codes import GridCodes, plan_codes
from planner.workbook.page import Page, address, span
from planner.workbook.printing import set_up_printing
from planner.workbook.protection import leave_open, protect
from planner.workbook.published_on import published_on
from planner.workbook.shading import day_shade
from planner.workbook.sheets.grid_people import day_cells, place_of
from planner.workbook.sheets.roster_totals import clock_change_minutes, hours_of_shifts
from planner.workbook.wording import date_text, weekday_text

_PUBLISHED_ROW, _WEEKDAY_ROW, _HEAD_ROW, _FIRST_ROW = 4, 6, 7, 8
_FIRST_DAY = 4
_CENTRE = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)


def draw_shift_schedule(page: Page, month: Month) -> None:
    """Fill the shift schedule of a month."""
    codes = plan_codes(page.plan)
    page.title(page.word("schedule.title", month=month.name(page.language)), page.plan.scenario.desk.name)
    _draw_publishing(page, month)
    last_day = _FIRST_DAY + len(month.days) - 1
    _draw_heads(page, month, last_day)
    away = away_by_agent(page.plan.scenario, [tour.agent for tour in page.plan.roster.tours])
    sources = [day_cells(page, day) for day in month.days.values()]
    shades = [day_shade(page, page.plan.scenario.horizon.date_of(day)) for day in month.days.values()]
    for number, tour in enumerate(page.plan.roster.tours):
        kinds = [
            away[tour.agent.agent].kind_on(page.plan.scenario.horizon.date_of(day))
            for day in month.days.values()
        ]
        shown = [codes.leave[kind] if kind else "" for kind in kinds]
        _draw_person(page, month, number, tour, codes, shown, sources, shades)
    last_row = _FIRST_ROW + len(page.plan.roster.tours) - 1
    _colour(page, codes, f"{address(_FIRST_ROW, _FIRST_DAY)}:{address(max(last_row, _FIRST_ROW), last_day)}")
    _draw_signatures(page, last_row + 2, last_day)
    page.widths(5, page.name_width, 13, *[4.3] * len(month.days), 9, 18, 12)
    page.sheet.freeze_panes = address(_FIRST_ROW, _FIRST_DAY)
    protect(page)
    set_up_printing(page, title_rows=f"{_WEEKDAY_ROW}:{_HEAD_ROW}")


def _draw_publishing(page: Page, month: Month) -> None:
    """A cell for the date of publishing, and whether it is in time."""
    first = page.plan.scenario.horizon.date_of(min(month.days.values()))
    latest, told = month_before(first), published_on(page.plan.scenario)
    page.text(_PUBLISHED_ROW, 1, page.word("schedule.published"), "Smena label")
    page.sheet.merge_cells(start_row=_PUBLISHED_ROW, start_column=1, end_row=_PUBLISHED_ROW, end_column=2)
    published = leave_open(page.moment(_PUBLISHED_ROW, 3, told, "Smena date"))
    only_dates = DataValidation(
        type="date",
        operator="greaterThan",
        formula1="36526",
        allow_blank=True,
        showErrorMessage=True,
        error=page.word("schedule.date"),
    )
    only_dates.add(published.coordinate)
    page.sheet.add_data_validation(only_dates)
    cell, limit = published.coordinate, f"DATE({latest.year},{latest.month},{latest.day})"
    words = {"latest": date_text(latest, page.language), "first": date_text(first, page.language)}
    deadline, late, in_time = (
        page.word(key, **words) for key in ("schedule.deadline", "schedule.late", "schedule.in_time")
    )
    formula = f'=IF({cell}="","{deadline}",IF({cell}>{limit},"{late}","{in_time}"))'
    shown = deadline if told is None else late if told > latest else in_time
    page.live(_PUBLISHED_ROW, 4, formula, shown, "Smena label")
    warning = when_true(f"${cell[0]}${cell[1:]}>{limit}", SHORT)
    page.sheet.conditional_formatting.add(address(_PUBLISHED_ROW, 4), warning)


def _draw_heads(page: Page, month: Month, last_day: int) -> None:
    horizon = page.plan.scenario.horizon
    page.heads(_HEAD_ROW, 1, ("number", "name", "personnel_number"), height_points=30)
    for column, day in enumerate(month.days.values(), start=_FIRST_DAY):
        date = horizon.date_of(day)
        for row, cell in (
            (_WEEKDAY_ROW, page.text(_WEEKDAY_ROW, column, weekday_text(date.weekday(), page.language))),
            (_HEAD_ROW, page.number(_HEAD_ROW, column, date.day)),
        ):
            cell.alignment = _CENTRE
            cell.font = Font(name="Calibri", size=10, bold=row == _HEAD_ROW, color=INK)
            shade = day_shade(page, date)
            if shade:
                cell.fill = shade
    page.heads(_HEAD_ROW, last_day + 1, ("hours", "schedule.signature", "date"), height_points=30)


def _draw_person(
    page: Page,
    month: Month,
    number: int,
    tour: Tour,
    codes: GridCodes,
    leave: list[str],
    sources: list[str],
    shades: list[PatternFill | None],
) -> None:
    row, horizon = _FIRST_ROW + number, page.plan.scenario.horizon
    last = _FIRST_DAY + len(month.days) - 1
    place = place_of(page, tour.agent.agent)
    page.number(row, 1, number + 1)
    page.text(row, 2, tour.agent.name or tour.agent.agent)
    page.text(row, 3, tour.agent.external_ids.get("personnel_number", tour.agent.agent))
    for offset, day in enumerate(month.days.values()):
        shift = tour.shifts[day]
        code = codes.of(horizon, shift).code if shift else leave[offset]
        formula = f'=INDEX({sources[offset]},{place})&""'
        cell = page.live(row, _FIRST_DAY + offset, formula, code, "Smena code")
        page.shade(cell, shades[offset])
    worked = [shift for day in month.days.values() if (shift := tour.shifts[day]) is not None]
    formula = hours_of_shifts(codes, span(row, _FIRST_DAY, last), clock_change_minutes(page, codes, worked))
    paid = page.hours(sum(shift.paid_minutes for shift in worked))
    page.live(row, last + 1, f"={formula}", paid, "Smena total hours")
    leave_open(page.text(row, last + 2, ""))
    leave_open(page.moment(row, last + 3, None, "Smena date"))
    page.sheet.row_dimensions[row].height = 20


def _colour(page: Page, codes: GridCodes, cells: str) -> None:
    for code in codes.shifts.values():
        fill, text = pattern_colours(code.pattern_number, code.is_night)
        page.sheet.conditional_formatting.add(cells, when_text_is(code.code, fill, text))
    for leave_code in codes.leave.values():
        page.sheet.conditional_formatting.add(cells, when_text_is(leave_code, *LEAVE))


def _draw_signatures(page: Page, row: int, last_day: int) -> None:
    """A line for whoever answers for the schedule, and what its codes mean."""
    page.text(row, 1, page.word("schedule.unit_head"), "Smena label")
    line = Border(bottom=Side("thin", color=INK))
    for column in range(_FIRST_DAY, min(last_day, _FIRST_DAY + 15) + 1):
        leave_open(page.text(row, column, "", "Smena label")).border = line
    page.text(row + 2, 1, page.word("schedule.note", sheet=page.word("sheet.codes")), "Smena note")
