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
from planner.explain.one_agent import best_tour
from planner.explain.own_tour import with_tour
from planner.explain.this_tour import seen
from planner.roster.reasons.condition import Condition, conditions_of
from planner.roster.reasons.find import find_conflict
from planner.roster.reasons.legal_tours import LegalTours
from planner.roster.reasons.stuck import Stuck

#: ``there``; on a ``break`` then; ``no_shift`` of the person's covers it; ``too_dear``: possible, but
#: dearer than what it covers; ``saves``: possible and cheaper, the plan was not proven optimal;
#: ``barred``: no legal tour covers it; ``not_as_is``: not with the tour as it is, and nobody had time
#: to see whether another one would do.
Verdict = Literal["there", "break", "no_shift", "too_dear", "saves", "barred", "not_as_is"]


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
        What the cheapest legal tour that covers the interval costs more, other days moved too;
        ``None`` where there is none, or nobody had time to look.
    moved_days
        Days that differ in that tour.
    conflict
        The fewest conditions that cannot be kept together with being there.
    is_closer
        Whether all other tours were looked at too.
    instead_of
        What is worked on the day of ``shift`` now; ``None`` for a day off.
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
    is_closer: bool = True
    instead_of: Shift | None = None


def first_look(desk: PlannedDesk, place: int, interval: int) -> StoodAside:
    """Say what putting somebody there would break or cost, everything else as it is: no search."""
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
    told = replace(told, verdict="not_as_is", shift=shift, broken=broken, is_closer=False)
    told = replace(told, instead_of=tour.shifts[shift.day])
    now = None if broken else with_tour(desk, place, tour.shifts)
    added = None if now is None else with_tour(desk, place, _with(tour, shift).shifts)
    if now is not None and added is not None:
        told = replace(told, added_minor=added - now, verdict="too_dear" if added >= now else "saves")
    return replace(told, verdict="break") if begun else told


def closer_look(desk: PlannedDesk, place: int, interval: int, told: StoodAside) -> StoodAside:
    """Look at every other tour of somebody who is not there: the cheapest that is, or what bars them all."""
    if told.is_closer:
        return told
    horizon, tour = desk.frame.horizon, desk.roster.tours[place]
    told = replace(told, is_closer=True)

    def may_work(shift: Shift) -> bool:
        return works_in(horizon, shift, interval) or not spans(horizon, shift, interval)

    best = best_tour(desk, place, (Covering(horizon, interval),), may_work)
    if best is None:
        verdict: Verdict = "break" if told.verdict == "break" else "barred"
        return replace(told, verdict=verdict, conflict=_conflict(desk, place, interval))
    old, new = seen(tour.shifts), seen(best.shifts)
    moved = tuple(day for day, (one, other) in enumerate(zip(old, new, strict=True)) if one != other)
    told = replace(told, moved_days=moved)
    now = with_tour(desk, place, tour.shifts)
    if now is None:
        # the tour itself breaks a rule, so that there is nothing to compare with
        return told
    extra = best.objective_minor - now
    if told.verdict == "break":
        return replace(told, exchange_minor=extra)
    return replace(told, exchange_minor=extra, verdict="too_dear" if extra >= 0 else "saves")


def _with(tour: Tour, shift: Shift) -> Tour:
    return replace(tour, shifts=(*tour.shifts[: shift.day], shift, *tour.shifts[shift.day + 1 :]))


def _conflict(desk: PlannedDesk, place: int, interval: int) -> tuple[ConflictMember, ...]:
    """The fewest conditions that cannot be kept with being there, whichever day the shift begins."""
    agent = desk.roster.tours[place].agent
    legal = LegalTours(desk.scenario, desk.frame)
    conditions = conditions_of(desk.scenario, desk.frame, agent)
    covering = Covering(desk.frame.horizon, interval)
    asked = Condition("offered", "covering", conditions[0].text, (covering,))
    found = find_conflict(legal, (*conditions, asked), agent.history)
    if found is None:
        return ()
    (conflict,) = Stuck((agent,), legal, (*conditions, asked), (found,)).conflicts()
    return tuple(one for one in conflict.members if one.kind != "covering")
