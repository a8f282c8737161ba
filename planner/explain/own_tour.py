"""What the plan comes to with other shifts of one person: priced exactly, without a search."""

from models.rule import State
from models.shift import Shift
from planner.explain.desk import PlannedDesk
from planner.solver.answer import DutyTour
from planner.solver.problem import Label, Profile


def with_tour(desk: PlannedDesk, place: int, shifts: tuple[Shift | None, ...]) -> int | None:
    """Price one tour of a person while everybody else stays.

    Parameters
    ----------
    desk, place
        The plan, and whose tour.
    shifts
        Per day, breaks and all; each one of those there are.

    Returns
    -------
    int or None
        The person's cost with the price of every row, in minor units; ``None`` where the tour is not legal.
    """
    problem = desk.translation.problem
    profile = problem.profiles[place]
    tour: DutyTour = tuple(None if shift is None else desk.number(shift) for shift in shifts)
    labels = [
        None if duty is None else problem.labels[day][problem.duties[duty].label]
        for day, duty in enumerate(tour)
    ]
    charged = _charged(profile, labels)
    if charged is None or not _counted(profile, labels):
        return None
    worked = sum(problem.trades[profile.trade].costs[duty] for duty in tour if duty is not None)
    tours = [(tour,) if number == place else (own,) for number, own in enumerate(desk.tours)]
    sides = desk.sides if tour == desk.tours[place] else desk.settled_sides(tours)
    levels = desk.ledger.levels(tours, sides).tolist()
    rows = sum(row.price.at(level) for row, level in zip(problem.rows, levels, strict=True))
    return profile.head_cost + worked + charged + rows


def _charged(profile: Profile, labels: list[Label | None]) -> int | None:
    """What a person's rules charge for a tour; ``None`` where one of them forbids it."""
    charged = 0
    for automaton in profile.automata:
        state: State = automaton.start()
        for day, label in enumerate(labels):
            step = automaton.step(state, day, label)
            if step is None:
                return None
            state, price = step
            charged += price
        end = automaton.finish(state)
        if end is None:
            return None
        charged += end
    return charged


def _counted(profile: Profile, labels: list[Label | None]) -> bool:
    """Whether every total lies within its bounds."""
    for counter in profile.counters:
        state, total = counter.start(), 0
        for day, label in enumerate(labels):
            state, amount = counter.step(state, day, label)
            total += amount
        if not counter.lower <= total <= counter.upper:
            return False
    return True
