"""People of the roster grid as other sheets look them up: by identifier, whatever order the rows are in."""

import re

from openpyxl.utils import quote_sheetname

from planner.workbook.page import Page, stack
from planner.workbook.sheets.roster import FIRST_DAY_COLUMN, FIRST_ROW
from planner.workbook.sheets.roster_totals import TOTAL_HEADS


def day_cells(page: Page, day: int) -> str:
    """Address of a day's column of the grid."""
    return _column(page, FIRST_DAY_COLUMN + day)


def total_cells(page: Page, head: str) -> str:
    """Address of one of the columns beside the grid, such as ``hours``."""
    return _column(page, FIRST_DAY_COLUMN + page.plan.scenario.period.days + TOTAL_HEADS.index(head))


def place_of(page: Page, agent: str) -> str:
    """Formula for a person's place among the rows of the grid; 1 is the first."""
    # a tilde keeps what would stand for any letters to itself
    said = re.sub(r"([~*?])", r"~\1", agent).replace('"', '""')
    return f'MATCH("{said}",{total_cells(page, "agent")},0)'


def _column(page: Page, column: int) -> str:
    rows = stack(column, FIRST_ROW, FIRST_ROW + len(page.plan.roster.tours) - 1, fixed=True)
    return f"{quote_sheetname(page.word('sheet.roster'))}!{rows}"
