"""The objective of a roster, counted by walking through every tour; asks no solver."""

from collections.abc import Sequence

from planner.solver.answer import DutyTour
from planner.solver.problem import Profile, TourProblem


def recount(problem: TourProblem, tours: Sequence[Sequence[DutyTour]], sides: Sequence[int]) -> int:
    """Return the exact objective of tours per profile and of side columns.

    Raises
    ------
    ValueError
        The roster is not legal: a tour, a number of tours or a side column.
    """
    levels = [0] * len(problem.rows)
    total = 0
    for profile, own in zip(problem.profiles, tours, strict=True):
        if not profile.lower <= len(own) <= profile.upper:
            raise ValueError(f"{profile.name}: {len(own)} tours")
        trade = problem.trades[profile.trade]
        for tour in own:
            total += profile.head_cost + _walk(problem, profile, tour)
            for duty in tour:
                if duty is not None:
                    total += trade.costs[duty]
                    for row, amount in trade.covers[duty]:
                        levels[row] += amount
    for side, value in zip(problem.side_columns, sides, strict=True):
        if not side.lower <= value <= side.upper:
            raise ValueError(f"{side.name}: {value}")
        total += side.cost * value
        for row, amount in side.covers:
            levels[row] += amount * value
    return total + sum(row.price.at(level) for row, level in zip(problem.rows, levels, strict=True))


def _walk(problem: TourProblem, profile: Profile, tour: DutyTour) -> int:
    """Take a tour through all automata and counters; return what the automata charge."""
    labels = []
    for day, number in enumerate(tour):
        duty = None if number is None else problem.duties[number]
        if duty is not None and duty.day != day:
            raise ValueError(f"{profile.name}: a duty of day {duty.day} on day {day}")
        labels.append(None if duty is None else problem.labels[day][duty.label])
    if len(labels) != problem.days:
        raise ValueError(f"{profile.name}: {len(labels)} days")
    total = 0
    for automaton in profile.automata:
        state = automaton.start()
        for day, label in enumerate(labels):
            step = automaton.step(state, day, label)
            if step is None:
                raise ValueError(f"{profile.name}: {automaton.key} is broken on day {day}")
            state, cost = step
            total += cost
        end = automaton.finish(state)
        if end is None:
            raise ValueError(f"{profile.name}: {automaton.key} is broken at the end")
        total += end
    for counter in profile.counters:
        memory, counted = counter.start(), 0
        for day, label in enumerate(labels):
            memory, amount = counter.step(memory, day, label)
            counted += amount
        if not counter.lower <= counted <= counter.upper:
            raise ValueError(f"{profile.name}: {counter.key} counts {counted}")
    return total
