"""What stands in ``staffing.json``: people and work per interval."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.requirement import LiveNeed, LostTries, Requirement
from models.scenario import Scenario

STAFFING_VERSION = 1
_DIGITS = 6


def staffing_document(
    scenario: Scenario,
    requirement: Requirement,
    required: Sequence[int],
    lost: Mapping[str, LostTries] | None = None,
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
    lost
        By pool, what becomes of its tries with the agents it asks for; left out where no channel
        limits its lines.
    """
    tries = lost or {}
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
                "busy_agents": [round(busy, _DIGITS) for busy in need.agents_taken],
                **_turned_away(tries.get(need.pool)),
                **_least(need),
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


def _turned_away(lost: LostTries | None) -> dict[str, Any]:
    if lost is None:
        return {}
    return {
        "turned_away_share": round(lost.turned_away, _DIGITS),
        "turned_away_by_interval": [
            None if share is None else round(share, _DIGITS) for share in lost.turned_away_by_interval
        ],
    }


def _least(need: LiveNeed) -> dict[str, list[int]]:
    """Agents who must be there in any case, where the target is kept over a day or the period."""
    least = dict.fromkeys(range(len(need.agents)), 0)
    for goal in need.goals:
        least |= {place: one.agents for place, one in zip(goal.intervals, goal.gains, strict=True)}
    return {"least_agents": list(least.values())} if need.goals else {}
