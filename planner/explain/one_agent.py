"""One person planned again while everybody else stays as planned."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from models.shift import Shift
from planner.explain.desk import PlannedDesk
from planner.solver.engine import solve
from planner.solver.problem import DayAutomaton, NoLegalTourError

_SECONDS = 10.0


@dataclass(frozen=True)
class OwnTour:
    """A tour of one person, and what the whole plan comes to with it.

    ``at_least_minor`` is a lower bound on that over all tours asked for.
    """

    shifts: tuple[Shift | None, ...]
    objective_minor: int
    at_least_minor: int


def best_tour(
    desk: PlannedDesk,
    place: int,
    automata: tuple[DayAutomaton, ...],
    may_work: Callable[[Shift], bool] = lambda _: True,
) -> OwnTour | None:
    """Find the cheapest legal tour of one person that keeps some more automata.

    Parameters
    ----------
    desk, place
        The plan, and whose tour.
    automata
        Beside those that bind the person.
    may_work
        Which shifts there are; told by their breaks too.

    Returns
    -------
    OwnTour or None
        ``None`` where no legal tour keeps them.
    """
    problem = desk.alone(place)
    profile = problem.profiles[0]
    kept = [number for number, shift in enumerate(desk.translation.shifts) if may_work(shift)]
    trade = problem.trades[0]
    problem = replace(
        problem,
        duties=tuple(problem.duties[number] for number in kept),
        trades=(
            replace(
                trade,
                costs=tuple(trade.costs[number] for number in kept),
                covers=tuple(trade.covers[number] for number in kept),
            ),
        ),
        profiles=(replace(profile, automata=(*profile.automata, *automata)),),
    )
    try:
        answer = solve(problem, seconds=_SECONDS)
    except NoLegalTourError:
        return None
    ((tour,),) = answer.solution.tours
    shifts = tuple(None if duty is None else desk.translation.shifts[kept[duty]] for duty in tour)
    return OwnTour(shifts, answer.solution.objective, answer.bound)
