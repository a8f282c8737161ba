"""A roster as it is, priced: nothing is left to choose but when work that may wait is done."""

from dataclasses import replace
from fractions import Fraction

from models.requirement import Requirement
from models.rule import Frame
from models.shift import Shift
from models.tariff import Tariff
from models.tour import Roster
from planner.replan.changed_world import Cell, ChangedWorld
from planner.replan.holes import missing_of
from planner.replan.one_by_one import OneByOne, tell_apart
from planner.roster.candidate_shifts import candidate_shifts
from planner.solver.answer import Answer
from planner.solver.engine import solve
from planner.solver.network import build_networks


def settle(
    told: OneByOne,
    roster: Roster,
    tariff: Tariff,
    settled: frozenset[Cell] | None,
    seed: int,
    seconds: float = 0.0,
) -> tuple[OneByOne, Answer]:
    """Price a roster with its breaks.

    Parameters
    ----------
    told, tariff
        The problem.
    roster
        Shifts of everybody.
    settled
        Days that stay as they are; all of them where ``None``.
    seed
        Of the search.
    seconds
        For the search, where days are left over which somebody has a choice.

    Raises
    ------
    planner.solver.problem.NoLegalTourError
        When somebody has no legal tour then.
    """
    days = range(told.frame.horizon.days)
    every = frozenset((tour.agent.agent, day) for tour in roster.tours for day in days)
    kept = every if settled is None else settled
    shifts = {
        shift for tour in roster.tours for shift in tour.worked if (tour.agent.agent, shift.day) in kept
    }
    left = {day for _, day in every - kept}
    if left:
        offered = candidate_shifts(told.world.scenario, told.frame.open_intervals)
        shifts |= {shift for shift in offered if shift.day in left}
    world = replace(told.world, published=roster)
    fixed = tell_apart(world, told.frame, told.asked, tariff, settled=kept, shifts=tuple(sorted(shifts)))
    problem = fixed.translation.problem
    has_choice = left and any(one.arcs > problem.days for one in build_networks(problem))
    limit = seconds if has_choice else 0.0
    return fixed, solve(problem, seconds=limit, seed=seed, method="flow")


def missed_as_published(
    world: ChangedWorld, frame: Frame, asked: Requirement, tariff: Tariff, seed: int
) -> dict[str, int | Fraction]:
    """People missed in the plan as published, by row, before anything changed.

    Parameters
    ----------
    world
        After the changes; its scenario without them counts.
    frame, asked, tariff
        As the pipeline gives them for the scenario without the changes.
    seed
        Of the search.

    Raises
    ------
    planner.solver.problem.NoLegalTourError
        When the plan as published breaks a rule about somebody's days.
    """
    named = {agent.id for agent in world.unchanged.agents}
    roster = Roster(tuple(tour for tour in world.published.tours if tour.agent.agent in named))
    before = replace(world, scenario=world.unchanged, published=roster)
    told = tell_apart(before, frame, asked, tariff, settled=frozenset(), shifts=_worked(roster))
    fixed, answer = settle(told, roster, tariff, None, seed)
    return missing_of(fixed.translation, answer)


def _worked(roster: Roster) -> tuple[Shift, ...]:
    return tuple(sorted({shift for tour in roster.tours for shift in tour.worked}))
