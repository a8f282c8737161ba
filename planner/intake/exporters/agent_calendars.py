"""``agent-<id>.ics``: everybody's shifts, to subscribe to."""

from typing import Literal

from models.horizon import Horizon
from models.plan import Plan
from models.shift import Shift
from models.text import Language, Text
from models.tour import Tour
from planner.intake.attendance import spells_of
from planner.intake.calendar_feed import add_period, feed_bytes, new_feed
from planner.intake.exporter import EXPORTERS, Exporter
from planner.intake.file_names import safe_names

_BREAK = Text(en="Break {start}-{end} ({zone})", ru="Перерыв {start}–{end} ({zone})")


@EXPORTERS.register
class AgentCalendars(Exporter):
    """One calendar per person; an event's UID is the person and the date.

    A split shift is two events, the UID of the second ends in ``-2``.
    """

    kind: Literal["agent_calendars"] = "agent_calendars"

    def files(self, plan: Plan) -> dict[str, bytes]:
        """Return ``agent-<id>.ics`` for everybody on the roster."""
        tours = plan.roster.tours
        names = safe_names("agent-", [tour.agent.agent for tour in tours], ".ics")
        return {name: _feed(plan, tour) for name, tour in zip(names, tours, strict=True)}


def _feed(plan: Plan, tour: Tour) -> bytes:
    horizon, agent = plan.scenario.horizon, tour.agent
    feed = new_feed(f"{plan.scenario.desk.name}: {agent.name or agent.agent}")
    for shift in tour.worked:
        for number, spell in enumerate(spells_of(shift), start=1):
            add_period(
                feed,
                plan,
                (spell.start_minute, spell.end_minute),
                uid=f"{agent.agent}-{horizon.date_of(shift.day).isoformat()}{'-2' if number == 2 else ''}",
                summary=shift.pattern,
                description=_break_text(horizon, spell, plan.scenario.desk.language),
                categories=sorted(agent.skills),
            )
    return feed_bytes(feed)


def _break_text(horizon: Horizon, shift: Shift, language: Language) -> str:
    if not shift.break_minutes:
        return ""
    return _BREAK.in_language(language).format(
        start=f"{horizon.local(shift.break_start_minute):%H:%M}",
        end=f"{horizon.local(shift.break_end_minute):%H:%M}",
        zone=horizon.zone,
    )
