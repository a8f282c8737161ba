"""``json``: shifts, who is on shift when, opening hours and capacity."""

import json
from typing import Literal

from models.plan import Plan
from planner.export.export_format import EXPORT_FORMATS, ExportFormat
from planner.export.shift_table import COLUMNS, shift_table
from planner.intake import intake_files


@EXPORT_FORMATS.register
class JsonFiles(ExportFormat):
    """The feeds among the files for ticket intake, and the shifts themselves."""

    kind: Literal["json"] = "json"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``shifts.json`` and the feeds."""
        rows = [
            json.dumps(dict(zip(COLUMNS, row, strict=True)), ensure_ascii=False) for row in shift_table(plan)
        ]
        shifts = "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]\n" if rows else "[]\n"
        return {"shifts.json": shifts.encode(), **intake_files(plan, ".json")}
