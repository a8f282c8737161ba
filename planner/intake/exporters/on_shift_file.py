"""``on-shift.json``: who is on shift, for the whole period, one segment between two changes."""

from itertools import pairwise
from typing import Literal

from models.plan import Plan
from planner.intake.attendance import attendance
from planner.intake.exporter import EXPORTERS, Exporter
from planner.intake.json_bytes import rows_bytes
from planner.intake.on_shift import agents_at
from planner.intake.roster_version import roster_version


@EXPORTERS.register
class OnShiftFile(Exporter):
    """Segments ``{from, to, agents}`` without gaps, from the period's start to its last shift's end.

    Agents stand as in :func:`planner.intake.on_shift.on_shift`; a segment's ``to`` is the
    time of the next change.
    """

    kind: Literal["on_shift"] = "on_shift"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``on-shift.json``."""
        horizon = plan.scenario.horizon
        present = attendance(plan)
        changes = {change for item in present for change in item.change_minutes if change > 0}
        edges = sorted({0, horizon.end_minute} | changes)
        times = {minute: horizon.local(minute).isoformat() for minute in edges}
        segments = []
        first = 0
        for start, end in pairwise(edges):
            while first < len(present) and present[first].shift.end_minute <= start:
                first += 1  # sorted by start: long finished shifts need not be looked at again
            nearby = [item for item in present[first:] if item.shift.start_minute <= start]
            agents = agents_at(plan, nearby, start)
            segments.append({"from": times[start], "to": times[end], "agents": agents})
        head: dict[str, object] = {
            "roster_version": roster_version(plan),
            "desk": plan.scenario.desk.name,
            "zone": horizon.zone,
            "from": times[edges[0]],
            "to": times[edges[-1]],
        }
        return {"on-shift.json": rows_bytes(head, "segments", segments)}
