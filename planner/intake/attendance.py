"""Who attends when: shifts as spans of work and break, on the horizon's axis of minutes."""

from dataclasses import dataclass
from typing import Literal

from models.channel import Channel
from models.plan import Plan
from models.shift import Shift
from models.tour import RosterAgent


@dataclass(frozen=True)
class Attendance:
    """One shift of one person, and the channels the person serves."""

    agent: RosterAgent
    shift: Shift
    channels: tuple[Channel, ...]

    def activity_at(self, minute: int) -> Literal["work", "break"] | None:
        """What the person does in the minute that starts at ``minute``; ``None`` when not on shift."""
        if not self.shift.start_minute <= minute < self.shift.end_minute:
            return None
        on_break = self.shift.break_start_minute <= minute < self.shift.break_end_minute
        return "break" if on_break else "work"

    @property
    def change_minutes(self) -> frozenset[int]:
        """Minutes at which the activity changes."""
        shift = self.shift
        pause = {shift.break_start_minute, shift.break_end_minute} if shift.break_minutes else set()
        return frozenset({shift.start_minute, shift.end_minute} | pause)


def attendance(plan: Plan, channel: str | None = None, skill: str | None = None) -> tuple[Attendance, ...]:
    """Every shift that touches the period, by start, then agent; carried-over nights included.

    ``channel`` and ``skill`` keep only people who serve that channel and have that skill.
    """
    found = []
    for tour in plan.roster.tours:
        agent = tour.agent
        channels = tuple(c for c in plan.scenario.channels if c.skill is None or c.skill in agent.skills)
        serves = channel is None or any(item.name == channel for item in channels)
        if serves and (skill is None or skill in agent.skills):
            carried_over = (shift for shift in agent.history if shift.end_minute > 0)
            found += [Attendance(agent, shift, channels) for shift in (*carried_over, *tour.worked)]
    return tuple(sorted(found, key=lambda item: (item.shift.start_minute, item.agent.agent)))
