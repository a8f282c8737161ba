"""The Excel workbook of a plan: summary, roster, costs, coverage, data."""

from planner.workbook.write import workbook_bytes, write_workbook

__all__ = ["workbook_bytes", "write_workbook"]
