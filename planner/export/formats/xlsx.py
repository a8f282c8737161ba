"""``xlsx``: the workbook for managers and HR."""

from typing import Literal

from models.plan import Plan
from planner.export.export_format import EXPORT_FORMATS, ExportFormat
from planner.workbook import workbook_bytes


@EXPORT_FORMATS.register
class Xlsx(ExportFormat):
    """The whole workbook."""

    kind: Literal["xlsx"] = "xlsx"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``roster.xlsx``."""
        return {"roster.xlsx": workbook_bytes(plan)}
