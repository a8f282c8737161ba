"""Sheets that cannot be spoilt by a slip of the hand; there is no password."""

from openpyxl.cell.cell import Cell
from openpyxl.styles import Protection

from planner.workbook.page import Page


def protect(page: Page, *, may_filter: bool = False) -> None:
    """Lock a sheet but for the cells that :func:`leave_open` opens.

    Whoever wants to change more lifts the protection in the spreadsheet: nothing asks for a
    password.  Widths, heights and colours may be changed at any time.

    Parameters
    ----------
    page
        The sheet, complete.
    may_filter
        Whether its list may be filtered.
    """
    protection = page.sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.autoFilter = not may_filter


def leave_open(cell: Cell) -> Cell:
    """Let a cell of a protected sheet be edited."""
    cell.protection = Protection(locked=False)
    return cell
