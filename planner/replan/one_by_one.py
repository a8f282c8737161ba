"""The roster stage's problem with everybody told apart: who keeps which published shift matters."""

from dataclasses import dataclass, replace
from functools import cached_property

from models.requirement import Requirement
from models.rule import Frame
from models.shift import Shift
from models.tariff import Tariff
from models.tour import Roster
from planner.replan.changed_world import Cell, ChangedWorld
from planner.replan.settled_days import SettledDays, same_shift
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.people import make_crews
from planner.roster.translate import Translation, translate


@dataclass(frozen=True)
class OneByOne:
    """A translation with one profile per person, and what was published.

    Parameters
    ----------
    world
        Scenario and published roster.
    frame, asked
        What the roster stage is asked.
    translation
        Its profiles are people, in the order of ``people``.
    """

    world: ChangedWorld
    frame: Frame
    asked: Requirement
    translation: Translation

    @property
    def people(self) -> tuple[str, ...]:
        """Who stands behind each profile."""
        return tuple(crew.sample.agent for crew in self.translation.crews)

    @cached_property
    def published(self) -> dict[str, tuple[Shift | None, ...]]:
        """Published shifts of each person."""
        return {tour.agent.agent: tour.shifts for tour in self.world.published.tours}

    @cached_property
    def open_cells(self) -> frozenset[Cell]:
        """Days on which a change is a choice: not settled, and the published shift can be kept."""
        world, days = self.world, range(self.frame.horizon.days)
        offered = set(map(_plain, self.translation.shifts))
        return frozenset(
            (person, day)
            for person in self.people
            for day in days
            if (person, day) not in world.locked | world.away
            and ((own := self.published[person][day]) is None or _plain(own) in offered)
        )

    def changed(self, roster: Roster) -> frozenset[Cell]:
        """Days on which a roster differs from what was published."""
        return frozenset(
            (tour.agent.agent, day)
            for tour in roster.tours
            for day, shift in enumerate(tour.shifts)
            if not same_shift(shift, self.published[tour.agent.agent][day])
        )


def tell_apart(
    world: ChangedWorld,
    frame: Frame,
    asked: Requirement,
    tariff: Tariff,
    *,
    settled: frozenset[Cell],
    shifts: tuple[Shift, ...] | None = None,
) -> OneByOne:
    """Translate with one profile per person, some days settled.

    Parameters
    ----------
    world
        After the changes.
    frame, asked, tariff
        As the pipeline gives them to the roster stage.
    settled
        Days that stay as published.
    shifts
        The only shifts there are; all that could be worked where left out.
    """
    offered = shifts if shifts is not None else candidate_shifts(world.scenario, frame.open_intervals)
    plain = set(map(_plain, offered))
    published = {tour.agent.agent: tour.shifts for tour in world.published.tours}
    kept = {own for person, day in settled if (own := published[person][day]) is not None}
    extra = tuple(sorted(own for own in kept if _plain(own) not in plain))
    crews = []
    for crew in make_crews(world.scenario, frame, tariff):
        for agent in crew.agents:
            days = {day: published[agent.agent][day] for person, day in settled if person == agent.agent}
            settle = (SettledDays(agent.agent, days, extra),) if days or extra else ()
            crews.append(replace(crew, agents=(agent,), automata=(*crew.automata, *settle)))
    every = tuple(sorted({*offered, *extra}))
    return OneByOne(world, frame, asked, translate(world.scenario, frame, every, asked, tariff, tuple(crews)))


def _plain(shift: Shift) -> tuple[int, str, int, int]:
    return shift.day, shift.pattern, shift.start_minute, shift.end_minute
