"""Why somebody is not there in an interval, and what it would take."""

from dataclasses import dataclass, replace
from typing import Literal

from models.conflict import ConflictMember
from models.shift import Shift
from models.tour import Tour
from models.violation import Violation
from planner.explain.broken import newly_broken
from planner.explain.covering import Covering, spans, works_in
from planner.explain.desk import PlannedDesk
from planner.explain.one_agent import OwnTour, best_tour, with_tour
from planner.explain.this_tour import seen
from planner.roster.reasons.condition import Condition, conditions_of
from planner.roster.reasons.find import find_conflict
from planner.roster.reasons.legal_tours import LegalTours
from planner.roster.reasons.stuck import Stuck

#: ``there``; on a ``break`` then; ``no_shift`` of the person's covers it; ``too_dear``: possible, but
#: dearer than what it covers; ``saves``: possible and cheaper, the plan was not proven optimal;
#: ``barred``: no legal tour covers it.
Verdict = Literal["there", "break", "no_shift", "too_dear", "saves", "barred"]


@dataclass(frozen=True)
class StoodAside:
    """One person and one interval.

    Parameters
    ----------
    agent, name
        Who.
    verdict
        See :data:`Verdict`.
    shift
        The shift that would break least if it were put in place of the day as it is.
    broken
        What that breaks; empty where it could just be added.
    added_minor
        What the plan would then cost more, shortfalls and wishes included; ``None`` where it breaks rules.
    exchange_minor
        What the cheapest legal tour that covers the interval costs more, other days moved too.
    moved_days
        Days that differ in that tour.
    conflict
        The fewest conditions that cannot be kept together with being there.
    """

    agent: str
    name: str
    verdict: Verdict
    shift: Shift | None = None
    broken: tuple[Violation, ...] = ()
    added_minor: int | None = None
    exchange_minor: int | None = None
    moved_days: tuple[int, ...] = ()
    conflict: tuple[ConflictMember, ...] = ()


def stood_aside(desk: PlannedDesk, place: int, interval: int) -> StoodAside:
    """Say why one person is not there in an interval."""
    horizon, tour = desk.frame.horizon, desk.roster.tours[place]
    told = StoodAside(tour.agent.agent, tour.agent.name, "there")
    begun = [shift for shift in (*tour.agent.history, *tour.worked) if spans(horizon, shift, interval)]
    if any(works_in(horizon, shift, interval) for shift in begun):
        return told
    there = tuple(shift for shift in desk.translation.shifts if works_in(horizon, shift, interval))
    if not there:
        return replace(told, verdict="no_shift")
    shift, broken = min(
        ((one, newly_broken(desk, tour, _with(tour, one))) for one in there),
        key=lambda pair: (len({found.rule for found in pair[1]}), len(pair[1]), pair[0]),
    )
    told = replace(told, verdict="barred", shift=shift, broken=broken)
    now = with_tour(desk, place, tour.shifts)
    days = tuple(dict.fromkeys(one.day for one in there))
    best = _cheapest_there(desk, place, interval, days)
    if best is None:
        conflict = _conflict(desk, place, interval, days)
        return replace(told, verdict="break" if begun else "barred", conflict=conflict)
    if now is not None:
        added = None if broken else with_tour(desk, place, _with(tour, shift).shifts)
        extra = best.objective_minor - now.objective_minor
        told = replace(
            told,
            added_minor=None if added is None else added.objective_minor - now.objective_minor,
            exchange_minor=extra,
        )
        told = replace(told, verdict="break" if begun else "too_dear" if extra >= 0 else "saves")
    old, new = seen(tour.shifts), seen(best.shifts)
    moved = tuple(day for day, (one, other) in enumerate(zip(old, new, strict=True)) if one != other)
    return replace(told, moved_days=moved)


def _with(tour: Tour, shift: Shift) -> Tour:
    return replace(tour, shifts=(*tour.shifts[: shift.day], shift, *tour.shifts[shift.day + 1 :]))


def _cheapest_there(desk: PlannedDesk, place: int, interval: int, days: tuple[int, ...]) -> OwnTour | None:
    horizon = desk.frame.horizon

    def may_work(shift: Shift) -> bool:
        return works_in(horizon, shift, interval) or not spans(horizon, shift, interval)

    tours = [best_tour(desk, place, (Covering(horizon, interval, day),), may_work) for day in days]
    return min((one for one in tours if one is not None), key=lambda one: one.objective_minor, default=None)


def _conflict(
    desk: PlannedDesk, place: int, interval: int, days: tuple[int, ...]
) -> tuple[ConflictMember, ...]:
    """The fewest conditions that cannot be kept with being there, however the shift begins."""
    agent = desk.roster.tours[place].agent
    legal, history = LegalTours(desk.scenario, desk.frame), agent.history
    conditions = conditions_of(desk.scenario, desk.frame, agent)
    smallest: tuple[ConflictMember, ...] = ()
    for day in days:
        covering = Covering(desk.frame.horizon, interval, day)
        asked = Condition("offered", "covering", conditions[0].text, (covering,))
        found = find_conflict(legal, (*conditions, asked), history)
        if found is None:
            continue
        (conflict,) = Stuck((agent,), legal, (*conditions, asked), (found,)).conflicts()
        members = tuple(one for one in conflict.members if one.kind != "covering")
        if not smallest or len(members) < len(smallest):
            smallest = members
    return smallest
