"""What stands in ``staffing.json``: people and work per interval."""

from collections.abc import Sequence
from typing import Any

from models.requirement import Requirement
from models.scenario import Scenario

STAFFING_VERSION = 1
_DIGITS = 6


def staffing_document(
    scenario: Scenario, requirement: Requirement, required: Sequence[int]
) -> dict[str, Any]:
    """Put a requirement into the form of its file, as plain JSON values.

    Parameters
    ----------
    scenario
        Whose demand it answers.
    requirement
        Per pool and deferred channel.
    required
        Agents the desk needs in all, its minimum included, per interval.
    """
    horizon = scenario.horizon
    return {
        "format_version": STAFFING_VERSION,
        "name": scenario.name,
        "interval_minutes": horizon.interval_minutes,
        "required_hours": round(sum(required) * horizon.interval_minutes / 60, _DIGITS),
        "start": [horizon.local(minute).isoformat(timespec="minutes") for minute in horizon.interval_starts],
        "open": list(requirement.open_intervals),
        "required": list(required),
        "queues": [
            {
                "queue": need.pool,
                "skill": need.skill,
                "agents": list(need.agents),
                "load_erlangs": [round(load, _DIGITS) for load in need.load_erlangs],
            }
            for need in requirement.live
        ],
        "deferred": [
            {
                "channel": need.channel,
                "skill": need.skill,
                "available_minutes": list(need.available_minutes),
                "due_minutes": list(need.due_minutes),
                "minutes_per_agent": list(need.minutes_per_agent),
            }
            for need in requirement.backlog
        ],
    }
