"""One file per sheet; this list is their order in the workbook."""

from collections.abc import Callable

from planner.workbook.page import Page
from planner.workbook.sheets.costs import draw_costs
from planner.workbook.sheets.coverage import draw_coverage
from planner.workbook.sheets.data import draw_data
from planner.workbook.sheets.intervals import draw_intervals
from planner.workbook.sheets.roster import draw_roster
from planner.workbook.sheets.summary import draw_summary

#: (key of the sheet's name, what fills it).
SHEETS: tuple[tuple[str, Callable[[Page], None]], ...] = (
    ("sheet.summary", draw_summary),
    ("sheet.roster", draw_roster),
    ("sheet.costs", draw_costs),
    ("sheet.coverage", draw_coverage),
    ("sheet.intervals", draw_intervals),
    ("sheet.data", draw_data),
)
