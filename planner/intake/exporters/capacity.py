"""``capacity.json``: per interval and channel, people required and scheduled."""

from typing import Literal

from models.channel import Channel
from models.plan import Plan
from models.productivity import team_productivity
from planner.intake.attendance import attendance
from planner.intake.exporter import EXPORTERS, Exporter
from planner.intake.json_bytes import list_bytes


@EXPORTERS.register
class Capacity(Exporter):
    """One row per interval and channel.

    ``required`` is ``null`` for deferred channels: they ask for work by a deadline, not for
    people in an interval; channels that share a queue show the queue's.  ``scheduled``
    counts people with the skill who are at work, not on a break, throughout the interval, and
    ``scheduled_working`` the experienced agents their work makes up; it is left out where everybody
    counts as one.
    ``expected_service_level`` is ``null`` where nothing arrives or the desk is closed.
    The first hours that only the plan before can cover are its to report: both are ``null``.
    """

    kind: Literal["capacity"] = "capacity"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``capacity.json``."""
        channels = [(channel, *_columns(plan, channel)) for channel in plan.scenario.channels]
        is_uniform = team_productivity(plan.scenario).is_uniform
        rows = [
            {
                "start": plan.scenario.horizon.local(minute).isoformat(),
                "channel": channel.name,
                "skill": channel.skill,
                "required": required[place],
                "scheduled": scheduled[place],
                **({} if is_uniform else {"scheduled_working": working[place]}),
                "expected_service_level": levels[place],
            }
            for place, minute in enumerate(plan.scenario.horizon.interval_starts)
            for channel, required, scheduled, working, levels in channels
        ]
        return {"capacity.json": list_bytes(rows)}


def _columns(
    plan: Plan, channel: Channel
) -> tuple[list[int | None], list[int], list[float], list[float | None]]:
    horizon, team = plan.scenario.horizon, team_productivity(plan.scenario)
    need = next((need for need in plan.requirement.live if need.pool == channel.pool_name), None)
    required: list[int | None] = [*need.agents] if need else [None] * horizon.intervals
    promise = next((item for item in plan.promises if item.channel == channel.name), None)
    known = promise.service_level_by_interval if promise else ()
    levels = [None if level is None else round(level, 6) for level in known] or [None] * horizon.intervals
    for place in plan.left_to_the_plan_before:
        required[place] = levels[place] = None
    step = horizon.interval_minutes
    scheduled, parts = [0] * horizon.intervals, [0] * horizon.intervals
    for item in attendance(plan, channel=channel.name):
        first = max(0, item.shift.start_minute // step)
        last = min(horizon.intervals, -(-item.shift.end_minute // step))
        for place in range(first, last):
            is_there = item.shift.works_throughout(place * step, (place + 1) * step)
            scheduled[place] += is_there
            parts[place] += is_there * team.parts(item.agent, item.shift.day)
    return required, scheduled, [one / team.parts_per_agent for one in parts], levels
