"""Timesheet of a month after form T-13, as planned: codes and hours of every day, four lines a person.

OKUD 0301008, Goskomstat No. 1 of 05.01.2004; not compulsory since 2013.
"""

from collections.abc import Mapping
from decimal import Decimal

from openpyxl.worksheet.pagebreak import Break

from models.tour import Tour
from planner.timesheet.absences import away_by_agent
from planner.timesheet.marks import Mark, MarkedDay, TimesheetMarks, marks
from planner.timesheet.months import Month
from planner.timesheet.person_month import PersonMonth, overtime_by_day, person_month
from planner.workbook.page import Page, address, stack
from planner.workbook.printing import landscape_scale, set_up_printing
from planner.workbook.protection import protect
from planner.workbook.sheets.timesheet_form import (
    ABSENCE_COLUMNS,
    FIRST_DAY,
    FIRST_ROW,
    HALF,
    HALF_COLUMN,
    HEAD_ROW,
    LAST_COLUMN,
    LINES,
    MONTH_COLUMN,
    PARTS_COLUMN,
    draw_form_foot,
    draw_form_head,
    form_widths,
)
from planner.workbook.wording import hours_text

#: People on the first sheet of paper, and on each after it.
_FIRST_PAGE, _PAGE = 12, 13
#: People beside whom codes and signatures still fit on a sheet of paper.
_WITH_FOOT = 9


def draw_timesheet(page: Page, month: Month) -> None:
    """Fill the timesheet of a month."""
    plan = page.plan
    away = away_by_agent(plan.scenario, [tour.agent for tour in plan.roster.tours])
    marking, overtime = TimesheetMarks(plan), overtime_by_day(plan)
    draw_form_head(page, month)
    lines = [
        person_month(plan, marking, month, tour, away[tour.agent.agent], overtime)
        for tour in plan.roster.tours
    ]
    for number, (tour, line) in enumerate(zip(plan.roster.tours, lines, strict=True)):
        _draw_person(page, month, FIRST_ROW + LINES * number, number + 1, tour, line)
        if number >= _FIRST_PAGE and (number - _FIRST_PAGE) % _PAGE == 0:
            page.sheet.row_breaks.append(Break(id=FIRST_ROW + LINES * number - 1))
    last = FIRST_ROW + LINES * len(lines) - 1
    if lines:
        _draw_totals(page, last + 1, lines)
    on_last_page = len(lines) if len(lines) <= _FIRST_PAGE else (len(lines) - _FIRST_PAGE - 1) % _PAGE + 1
    if on_last_page > _WITH_FOOT:
        page.sheet.row_breaks.append(Break(id=last + 1))
    foot = draw_form_foot(page, last + 3)
    widths = form_widths(page)
    page.widths(*widths)
    page.sheet.freeze_panes = address(FIRST_ROW, FIRST_DAY)
    protect(page)
    set_up_printing(page, title_rows=f"{HEAD_ROW}:{HEAD_ROW + 1}", landscape_percent=landscape_scale(widths))
    page.sheet.print_area = f"A1:{address(foot, LAST_COLUMN)}"


def _draw_person(page: Page, month: Month, row: int, number: int, tour: Tour, line: PersonMonth) -> None:
    page.number(row, 1, number)
    page.text(row, 2, tour.agent.name or tour.agent.agent, "Smena person")
    page.text(row, 3, tour.agent.external_ids.get("personnel_number", tour.agent.agent), "Smena person")
    page.text(row + 1, 2, tour.agent.contract, "Smena under")
    for offset in range(1, LINES):
        page.sheet.row_dimensions[row + offset].height = 13
        for column in (1, 2, 3):
            if (offset, column) != (1, 2):
                page.text(row + offset, column, "", "Smena under")
    page.sheet.row_dimensions[row].height = 13
    codes = marks(page.language)
    for place in range(2 * (HALF + 1)):
        half, offset = divmod(place, HALF + 1)
        date_number = offset + 1 + half * HALF
        if half == 0 and offset == HALF:
            _draw_day(page, row, FIRST_DAY + offset, "×", "")
        elif date_number > month.length:
            _draw_day(page, row + 2, FIRST_DAY + offset, "×", "")
        else:
            _draw_day(
                page, row + 2 * half, FIRST_DAY + offset, *_day_text(page, codes, line.days.get(date_number))
            )
    _draw_sums(page, row, line)


def _draw_day(page: Page, row: int, column: int, code: str, hours: str | Decimal) -> None:
    page.text(row, column, code, "Smena mark")
    if isinstance(hours, str):
        page.text(row + 1, column, hours, "Smena mark")
    else:
        page.number(row + 1, column, hours, "Smena mark")


def _day_text(page: Page, codes: Mapping[Mark, str], marked: MarkedDay | None) -> tuple[str, str | Decimal]:
    """The two lines of a day: its codes, and the hours of each."""
    if marked is None or (not marked.worked and marked.absence is None):
        return "", ""
    if marked.absence is not None:
        return codes[marked.absence], ""
    hours = [page.hours(minutes) for _, minutes in marked.worked]
    code = "/".join(codes[mark] for mark, _ in marked.worked)
    return code, hours[0] if len(hours) == 1 else "/".join(hours_text(page, own) for own in hours)


def _draw_sums(page: Page, row: int, line: PersonMonth) -> None:
    """Days and hours of each half and of the month, kinds of hours, and absences."""
    for half, (days, minutes) in enumerate(line.halves):
        cells = f"{address(row + 2 * half + 1, FIRST_DAY)}:{address(row + 2 * half + 1, FIRST_DAY + HALF)}"
        page.live(row + 2 * half, HALF_COLUMN, f"=COUNTA({cells})", days, "Smena mark")
        page.number(row + 2 * half + 1, HALF_COLUMN, page.hours(minutes), "Smena mark hours")
    above, below = address(row, HALF_COLUMN), address(row + 2, HALF_COLUMN)
    hours = f"={address(row + 1, HALF_COLUMN)}+{address(row + 3, HALF_COLUMN)}"
    page.live(row, MONTH_COLUMN, f"={above}+{below}", line.days_worked, "Smena mark")
    page.live(row, MONTH_COLUMN + 1, hours, page.hours(line.paid_minutes), "Smena mark hours")
    for offset, minutes in enumerate((line.night_minutes, line.holiday_minutes, line.overtime_minutes)):
        page.number(row, PARTS_COLUMN + offset, page.hours(minutes), "Smena mark hours")
    codes = marks(page.language)
    for place in range(2 * LINES):
        own_row, column = row + place % LINES, ABSENCE_COLUMNS[place // LINES]
        code = away = ""
        if place < len(line.absences):
            absence = line.absences[place]
            code, away = codes[absence.mark], str(absence.days)
            if absence.norm_minutes:
                away += f" ({hours_text(page, page.hours(absence.norm_minutes))})"
        page.text(own_row, column, code, "Smena mark")
        page.text(own_row, column + 1, away, "Smena mark")
    for offset in range(1, LINES):
        for column in range(MONTH_COLUMN, ABSENCE_COLUMNS[0]):
            page.text(row + offset, column, "", "Smena under")


def _draw_totals(page: Page, row: int, lines: list[PersonMonth]) -> None:
    page.text(row, 1, page.word("cost.total"), "Smena total label")
    for column in range(2, MONTH_COLUMN):
        page.text(row, column, "", "Smena total label")
    sums = (
        sum(line.days_worked for line in lines),
        *(
            sum(minutes)
            for minutes in zip(
                *(
                    (line.paid_minutes, line.night_minutes, line.holiday_minutes, line.overtime_minutes)
                    for line in lines
                ),
                strict=True,
            )
        ),
    )
    for offset, value in enumerate(sums):
        column = MONTH_COLUMN + offset
        formula = f"=SUM({stack(column, FIRST_ROW, row - 1)})"
        if offset:
            page.live(row, column, formula, page.hours(value), "Smena total hours")
        else:
            page.live(row, column, formula, value, "Smena total")
    for column in range(ABSENCE_COLUMNS[0], LAST_COLUMN + 1):
        page.text(row, column, "", "Smena total label")
