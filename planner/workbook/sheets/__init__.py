"""One file per sheet, and their order in the workbook.

Some sheets are about one calendar month: there is one of each for every month the plan touches.
"""

from collections.abc import Callable, Iterator
from functools import partial

from models.plan import Plan
from planner.timesheet.months import Month, months_of
from planner.workbook.page import Page
from planner.workbook.sheets.codes import draw_codes
from planner.workbook.sheets.costs import draw_costs
from planner.workbook.sheets.coverage import draw_coverage
from planner.workbook.sheets.data import draw_data
from planner.workbook.sheets.intervals import draw_intervals
from planner.workbook.sheets.mark import MARK_SHEET, draw_mark
from planner.workbook.sheets.requests import draw_requests
from planner.workbook.sheets.roster import draw_roster
from planner.workbook.sheets.shift_schedule import draw_shift_schedule
from planner.workbook.sheets.summary import draw_summary
from planner.workbook.sheets.timesheet import draw_timesheet
from planner.workbook.texts import TEXTS

Draw = Callable[[Page], None]

_FIRST: tuple[tuple[str, Draw], ...] = (("sheet.summary", draw_summary), ("sheet.roster", draw_roster))
_MONTHLY: tuple[tuple[str, Callable[[Page, Month], None]], ...] = (
    ("sheet.schedule", draw_shift_schedule),
    ("sheet.timesheet", draw_timesheet),
)
_REST: tuple[tuple[str, Draw], ...] = (
    ("sheet.costs", draw_costs),
    ("sheet.coverage", draw_coverage),
    ("sheet.intervals", draw_intervals),
    ("sheet.requests", draw_requests),
    ("sheet.codes", draw_codes),
    ("sheet.data", draw_data),
)


def sheets_of(plan: Plan) -> Iterator[tuple[str, Draw]]:
    """Yield name and content of every sheet of a plan's workbook, in order."""
    words = TEXTS[plan.scenario.desk.language]
    for key, draw in _FIRST:
        yield words[key], draw
    for key, draw_month in _MONTHLY:
        for month in months_of(plan.scenario.horizon):
            yield f"{words[key]} {month.key}", partial(_draw_month, draw_month, month)
    for key, draw in _REST:
        yield words[key], draw
    yield MARK_SHEET, draw_mark


def _draw_month(draw: Callable[[Page, Month], None], month: Month, page: Page) -> None:
    draw(page, month)
