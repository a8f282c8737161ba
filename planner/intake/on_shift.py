"""Who is on shift at a moment."""

import datetime as dt
from collections.abc import Sequence

from models.errors import BadInputError, InputProblem
from models.plan import Plan
from models.text import Text
from planner.intake.attendance import Attendance, attendance
from planner.intake.roster_version import roster_version


def on_shift(
    plan: Plan, at: dt.datetime | None = None, channel: str | None = None, skill: str | None = None
) -> dict[str, object]:
    """Answer who is on shift at a moment, and when that changes next.

    Parameters
    ----------
    plan
        The published plan.
    at
        Aware time; the start of the period where left out.
    channel, skill
        Keep only people who serve the channel, have the skill.

    Returns
    -------
    dict
        ``at``, ``roster_version``, ``next_change_at`` (``None`` after the last shift) and
        ``agents``; ``start`` and ``end`` of an agent are those of the whole shift, or of the spell
        of a split one.

    Raises
    ------
    BadInputError
        For a time without an offset, or a channel the desk does not have.
    """
    horizon = plan.scenario.horizon
    _refuse_unknown(plan, at, channel)
    minute = 0 if at is None else horizon.minute_of(at)
    present = attendance(plan, channel, skill)
    changes = [change for item in present for change in item.change_minutes if change > minute]
    return {
        "at": (horizon.local(0) if at is None else at).isoformat(),
        "roster_version": roster_version(plan),
        "next_change_at": horizon.local(min(changes)).isoformat() if changes else None,
        "agents": agents_at(plan, present, minute),
    }


def _refuse_unknown(plan: Plan, at: dt.datetime | None, channel: str | None) -> None:
    problems = []
    names = [item.name for item in plan.scenario.channels]
    if at is not None and at.tzinfo is None:
        message = Text(
            en=f"{at.isoformat()} has no offset from UTC", ru=f"у {at.isoformat()} нет смещения от UTC"
        )
        allowed = Text(
            en="a time such as 2026-02-02T09:00:00+03:00", ru="время, например 2026-02-02T09:00:00+03:00"
        )
        problems.append(InputProblem("at", message, allowed))
    if channel is not None and channel not in names:
        message = Text(en=f'there is no channel "{channel}"', ru=f'нет канала "{channel}"')
        problems.append(InputProblem("channel", message, Text.same(", ".join(names))))
    if problems:
        raise BadInputError(problems)


def agents_at(plan: Plan, present: Sequence[Attendance], minute: int) -> list[dict[str, object]]:
    """Entries of the people on shift in the minute that starts at ``minute``, by shift start."""
    horizon = plan.scenario.horizon
    return [
        {
            "id": item.agent.agent,
            "external_ids": dict(sorted(item.agent.external_ids.items())),
            "channels": [channel.name for channel in item.channels],
            "skills": sorted(item.agent.skills),
            "activity": item.activity_at(minute),
            "start": horizon.local(item.shift.start_minute).isoformat(),
            "end": horizon.local(item.shift.end_minute).isoformat(),
            "max_capacity": {channel.name: channel.contacts_at_once for channel in item.channels},
        }
        for item in present
        if item.activity_at(minute) is not None
    ]
