"""Every roster of a tiny desk after changes, weighed and priced without engine, rows or automata."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import numpy as np
import numpy.typing as npt

from models.money import to_minor
from models.requirement import Requirement
from models.scenario import Scenario
from models.tour import Tour
from planner.replan.changed_world import ChangedWorld
from planner.roster.candidate_shifts import candidate_shifts
from tests.roster.brute_force import legal_tours
from tests.roster.desks import calendar_of, frame_of
from tests.roster.speeds_by_hand import fraction_unit, speed_of

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Weighed:
    """One legal roster: intervals left open, changes (beyond the forced), those within notice, its cost."""

    holes: Fraction
    in_notice: int
    changes: int
    minor: int


@dataclass(frozen=True)
class _Own:
    """One person's tour: hours at work in units of work, changes, and pay."""

    there: Counts
    changes: int
    in_notice: int
    minor: int


def every_roster(world: ChangedWorld, asked: Requirement, before: Requirement) -> Iterator[Weighed]:
    """Yield every legal roster that keeps the locked days; everybody can do everything here."""
    scenario = world.scenario
    unit = fraction_unit(scenario)
    hour = -(-to_minor(scenario.prices.understaffed_hour, scenario.desk.currency) // unit)
    wanted, wanted_before = unit * _wanted(scenario, asked), unit * _wanted(scenario, before)
    published = sum((there(scenario, tour) for tour in world.published.tours), np.zeros_like(wanted))
    missed_before = np.maximum(0, wanted_before - published)
    for chosen in product(*_choices(world, asked)):
        missed = np.maximum(0, wanted - np.sum([own.there for own in chosen], axis=0))
        yield Weighed(
            Fraction(int(np.maximum(0, missed - missed_before).sum()), unit),
            sum(own.in_notice for own in chosen),
            sum(own.changes for own in chosen),
            sum(own.minor for own in chosen) + hour * int(missed.sum()),
        )


def there(scenario: Scenario, tour: Tour) -> Counts:
    """What a tour does in each interval (of an hour) it works throughout, in units of work."""
    starts, unit = scenario.horizon.interval_starts, fraction_unit(scenario)
    does = {shift: int(unit * speed_of(scenario, tour.agent, shift.day)) for shift in tour.worked}
    return np.array(
        [
            sum(own * shift.works_throughout(minute, minute + 60) for shift, own in does.items())
            for minute in starts
        ],
        dtype=np.int64,
    )


def _choices(world: ChangedWorld, asked: Requirement) -> Iterator[list[_Own]]:
    scenario = world.scenario
    calendar, frame = calendar_of(scenario), frame_of(scenario, asked)
    shifts = candidate_shifts(scenario, asked.open_intervals)
    for spec, tour in zip(scenario.agents, world.published.tours, strict=True):
        kept = []
        for one in legal_tours(scenario, frame, calendar, shifts, tour.agent, spec):
            days = zip(one.tour.shifts, tour.shifts, strict=True)
            cells = {(spec.id, day) for day, (now, then) in enumerate(days) if now != then}
            if not cells & world.locked:
                free = cells - world.away
                noticed = sum(day in world.notice for _, day in free)
                kept.append(_Own(there(scenario, one.tour), len(free), noticed, one.minor))
        yield kept


def _wanted(scenario: Scenario, asked: Requirement) -> Counts:
    return np.array(
        [sum(need.agents[i] for need in asked.live) for i in range(scenario.horizon.intervals)],
        dtype=np.int64,
    )
