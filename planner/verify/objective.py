"""What a roster costs, tour by tour and row by row, by the statement of the problem alone."""

from collections.abc import Sequence

from models.text import Text
from planner.solver.answer import DutyTour
from planner.solver.problem import Label, Profile, TourProblem
from planner.verify.refusal import CertificateError

_SIDES = Text(
    en="{given} side values are given, {needed} are needed",
    ru="дополнительных величин: дано {given}, нужно {needed}",
)
_SIDE = Text(
    en="side value {name} is {value}, allowed are {least} to {most}",
    ru="дополнительная величина {name}: {value}, допустимо от {least} до {most}",
)
_TOURS = Text(
    en="{name} has {given} tours, allowed are {least} to {most}",
    ru="{name}: графиков {given}, допустимо от {least} до {most}",
)
_BROKEN_ON = Text(
    en="a tour of {name} breaks a rule on day {day}",
    ru="{name}: график нарушает правило в день {day}",
)
_BROKEN_AT_END = Text(
    en="a tour of {name} breaks a rule by the end of the period",
    ru="{name}: график нарушает правило к концу периода",
)
_COUNTED = Text(
    en="a tour of {name} counts {counted}, allowed are {least} to {most}",
    ru="{name}: в графике насчитано {counted}, допустимо от {least} до {most}",
)


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
        raise CertificateError(_SIDES.format(given=len(sides), needed=len(problem.side_columns)))
    total, levels = 0, [0] * len(problem.rows)
    for column, value in zip(problem.side_columns, sides, strict=True):
        if not column.lower <= value <= column.upper:
            raise CertificateError(
                _SIDE.format(name=repr(column.name), value=value, least=column.lower, most=column.upper)
            )
        total += column.cost * value
        for row, amount in column.covers:
            levels[row] += amount * value
    for profile, own in zip(problem.profiles, tours, strict=True):
        if not profile.lower <= len(own) <= profile.upper:
            raise CertificateError(
                _TOURS.format(name=profile.name, given=len(own), least=profile.lower, most=profile.upper)
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
                raise CertificateError(_BROKEN_ON.format(name=profile.name, day=day + 1))
            state, cost = step
            total += cost
        ending = automaton.finish(state)
        if ending is None:
            raise CertificateError(_BROKEN_AT_END.format(name=profile.name))
        total += ending
    for counter in profile.counters:
        memory, counted = counter.start(), 0
        for day, label in enumerate(labels):
            memory, amount = counter.step(memory, day, label)
            counted += amount
        if not counter.lower <= counted <= counter.upper:
            raise CertificateError(
                _COUNTED.format(name=profile.name, counted=counted, least=counter.lower, most=counter.upper)
            )
    return total
