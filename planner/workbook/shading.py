"""How days look on sheets that have a column for each."""

import datetime as dt

from openpyxl.styles import PatternFill

from planner.workbook.colours import HOLIDAY, WEEKEND
from planner.workbook.page import Page


def day_shade(page: Page, date: dt.date) -> PatternFill | None:
    """Fill of a weekend or a public holiday; ``None`` for a working day."""
    kind = page.plan.calendar.kind(date)
    if kind == "holiday":
        return PatternFill("solid", fgColor=HOLIDAY)
    return PatternFill("solid", fgColor=WEEKEND) if kind == "weekend" else None
