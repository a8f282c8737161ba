"""The edits of a workbook as plain JSON values, with hours, cost and coverage beside those planned."""

import datetime as dt
from typing import Any

from models.horizon import Horizon
from models.money import from_minor
from models.shift import Shift
from planner.cli.audit_workbook import WorkbookAudit
from planner.workbook.edits import Edit


def edits_document(found: WorkbookAudit) -> dict[str, Any]:
    """The edits, and hours and coverage beside those planned, as plain JSON values."""
    horizon, currency = found.read.scenario.horizon, found.read.scenario.desk.currency
    now_minutes, then_minutes = found.paid_minutes
    coverage, planned = found.now.coverage, found.planned.coverage
    return {
        "edits": [_edit(edit, horizon) for edit in found.edited.edits],
        "paid_minutes": now_minutes,
        "paid_minutes_planned": then_minutes,
        "cost": from_minor(found.cost_minor, currency),
        "cost_planned": from_minor(found.planned_cost_minor, currency),
        "understaffed_hours": coverage.understaffed_hours,
        "understaffed_hours_planned": planned.understaffed_hours,
        "overstaffed_hours": coverage.overstaffed_hours,
        "overstaffed_hours_planned": planned.overstaffed_hours,
        "gaps": [
            {
                "start": _time(horizon.local(gap.start_minute)),
                "end": _time(horizon.local(gap.end_minute)),
                "agents": gap.agents,
            }
            for gap in found.gaps
        ],
    }


def _edit(edit: Edit, horizon: Horizon) -> dict[str, Any]:
    return {
        "cell": edit.cell,
        "agent": edit.agent,
        "date": horizon.date_of(edit.day).isoformat(),
        "before": _shift(edit.before, horizon),
        "after": _shift(edit.after, horizon),
        "leave": edit.leave,
    }


def _shift(shift: Shift | None, horizon: Horizon) -> dict[str, str] | None:
    if shift is None:
        return None
    return {
        "shift": shift.pattern,
        "start": _time(horizon.local(shift.start_minute)),
        "end": _time(horizon.local(shift.end_minute)),
    }


def _time(time: dt.datetime) -> str:
    return time.isoformat(timespec="minutes")
