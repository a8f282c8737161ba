"""Opening a written workbook again."""

import io
from typing import Any

from openpyxl import load_workbook

from models.plan import Plan
from planner.workbook import workbook_bytes


def opened(plan: Plan, *, values: bool = True) -> Any:
    """Read the plan's workbook: the values of its formulas, or the formulas."""
    return load_workbook(io.BytesIO(workbook_bytes(plan)), data_only=values)


def column(book: Any, sheet: str, number: int, first_row: int = 1) -> list[Any]:
    """Values of one column, from a row on, the empty ones left out."""
    rows = book[sheet].iter_rows(min_row=first_row, min_col=number, max_col=number, values_only=True)
    return [value for (value,) in rows if value is not None]
