"""``ics``: calendars of people and queues, to subscribe to or import."""

from typing import Literal

from models.plan import Plan
from planner.export.export_format import EXPORT_FORMATS, ExportFormat
from planner.intake import intake_files


@EXPORT_FORMATS.register
class Ics(ExportFormat):
    """The calendars among the feeds."""

    kind: Literal["ics"] = "ics"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return one calendar per person and per queue."""
        return intake_files(plan, ".ics")
