"""``csv``: shifts, payroll, and every line of pay."""

import csv
import io
from typing import Literal

from models.formula_text import no_formula
from models.plan import Plan
from planner.export.export_format import EXPORT_FORMATS, ExportFormat
from planner.export.shift_table import COLUMNS, shift_table
from planner.plan_file import cost_csv
from planner.timesheet import payroll_csv


@EXPORT_FORMATS.register
class CsvTables(ExportFormat):
    """Flat tables, UTF-8."""

    kind: Literal["csv"] = "csv"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``shifts.csv``, ``payroll.csv`` and ``cost.csv``."""
        return {
            "shifts.csv": _shifts(plan).encode(),
            "payroll.csv": payroll_csv(plan).encode(),
            "cost.csv": cost_csv(plan).encode(),
        }


def _shifts(plan: Plan) -> str:
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in shift_table(plan):
        table.writerow([_plain(value) for value in row])
    return text.getvalue()


def _plain(value: str | int | None) -> str | int:
    if isinstance(value, str):
        return no_formula(value)
    return "" if value is None else value
