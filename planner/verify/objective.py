"""What a roster costs, tour by tour and row by row, by the statement of the problem alone."""

from collections.abc import Sequence

from planner.solver.answer import DutyTour
from planner.solver.problem import Label, Profile, TourProblem
from planner.verify.refusal import CertificateError


def recomputed_objective(
    problem: TourProblem, tours: Sequence[Sequence[DutyTour]], sides: Sequence[int]
) -> int:
    """Return the exact objective of a solution.

    Parameters
    ----------
    problem
        The problem.
    tours
        Per profile.
    sides
        Value of each side column.

    Raises
    ------
    CertificateError
        A tour is not legal, there are too few or too many of them, or a side column leaves
        its bounds.
    """
    if len(sides) != len(problem.side_columns):
        raise CertificateError(f"{len(sides)} side values are given, {len(problem.side_columns)} are needed")
    total, levels = 0, [0] * len(problem.rows)
    for column, value in zip(problem.side_columns, sides, strict=True):
        if not column.lower <= value <= column.upper:
            raise CertificateError(
                f"side value {column.name!r} is {value}, allowed are {column.lower} to {column.upper}"
            )
        total += column.cost * value
        for row, amount in column.covers:
            levels[row] += amount * value
    for profile, own in zip(problem.profiles, tours, strict=True):
        if not profile.lower <= len(own) <= profile.upper:
            raise CertificateError(
                f"{profile.name} has {len(own)} tours, allowed are {profile.lower} to {profile.upper}"
            )
        trade = problem.trades[profile.trade]
        for tour in own:
            total += profile.head_cost + _cost_of_rules(problem, profile, tour)
            for duty in tour:
                if duty is not None:
                    total += trade.costs[duty]
                    for row, amount in trade.covers[duty]:
                        levels[row] += amount
    return total + sum(row.price.at(level) for row, level in zip(problem.rows, levels, strict=True))


def _cost_of_rules(problem: TourProblem, profile: Profile, tour: DutyTour) -> int:
    """What the automata charge a tour; counters only check it."""
    labels: list[Label | None] = [
        None if duty is None else problem.labels[day][problem.duties[duty].label]
        for day, duty in enumerate(tour)
    ]
    total = 0
    for automaton in profile.automata:
        state = automaton.start()
        for day, label in enumerate(labels):
            step = automaton.step(state, day, label)
            if step is None:
                raise CertificateError(f"a tour of {profile.name} breaks a rule on day {day + 1}")
            state, cost = step
            total += cost
        ending = automaton.finish(state)
        if ending is None:
            raise CertificateError(f"a tour of {profile.name} breaks a rule by the end of the period")
        total += ending
    for counter in profile.counters:
        memory, counted = counter.start(), 0
        for day, label in enumerate(labels):
            memory, amount = counter.step(memory, day, label)
            counted += amount
        if not counter.lower <= counted <= counter.upper:
            raise CertificateError(
                f"a tour of {profile.name} counts {counted}, allowed are {counter.lower} to {counter.upper}"
            )
    return total
