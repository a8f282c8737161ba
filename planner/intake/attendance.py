"""Who attends when: shifts as spans of work and break, on the horizon's axis of minutes."""

from dataclasses import dataclass, replace
from typing import Literal

from models.channel import Channel
from models.plan import Plan
from models.shift import Shift
from models.tour import RosterAgent


@dataclass(frozen=True)
class Attendance:
    """One shift of one person, or one spell of a split shift, and the channels the person serves."""

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


def spells_of(shift: Shift) -> tuple[Shift, ...]:
    """The shift as people come for it: a split shift is two, each without a break."""
    if not shift.is_split:
        return (shift,)
    return tuple(
        replace(
            shift,
            start_minute=begin,
            end_minute=end,
            paid_minutes=end - begin,
            break_start_minute=0,
            break_end_minute=0,
            is_split=False,
        )
        for begin, end in shift.spells
    )


def attendance(plan: Plan, channel: str | None = None, skill: str | None = None) -> tuple[Attendance, ...]:
    """Every shift that touches the period, by start, then agent; carried-over nights included.

    A split shift comes as its two spells.
    ``channel`` and ``skill`` keep only people who serve that channel and have that skill.
    """
    found = []
    for tour in plan.roster.tours:
        agent = tour.agent
        channels = tuple(c for c in plan.scenario.channels if c.skill is None or c.skill in agent.skills)
        serves = channel is None or any(item.name == channel for item in channels)
        if serves and (skill is None or skill in agent.skills):
            known = [spell for shift in (*agent.history, *tour.worked) for spell in spells_of(shift)]
            found += [Attendance(agent, spell, channels) for spell in known if spell.end_minute > 0]
    return tuple(sorted(found, key=lambda item: (item.shift.start_minute, item.agent.agent)))
