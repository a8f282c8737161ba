"""Automata and counters written out as tables of transitions, day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from planner.solver.problem import Counter, Label, State

#: Successor of what is forbidden.
FORBIDDEN = -1
Grid = tuple[tuple[int, ...], ...]


class Steps(Protocol):
    """Whatever goes from day to day: an automaton, or a counter seen as one."""

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Next state and cost or amount."""

    def finish(self, state: State) -> int | None:
        """Cost of ending in a state."""


@dataclass(frozen=True)
class CounterSteps:
    """A counter as steps that forbid nothing; amounts stand in for costs."""

    counter: Counter

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Ask the counter."""
        return self.counter.step(state, day, label)

    def finish(self, state: State) -> int | None:
        """End anywhere."""
        return 0


@dataclass(frozen=True)
class Table:
    """Layered states; column 0 of a day is the day off, column 1 + i its label i.

    Parameters
    ----------
    successors
        Per day, per state, per column: number of the next day's state, or ``FORBIDDEN``.
    costs
        Per day, per state, per column: the cost or amount.
    end_costs
        Per state after the last day.
    starts
        Number of the state each start has on day 0; ``FORBIDDEN`` where no tour is legal.
    """

    successors: tuple[Grid, ...]
    costs: tuple[Grid, ...]
    end_costs: tuple[int, ...]
    starts: dict[State, int]

    @property
    def is_memoryless(self) -> bool:
        """Whether it only forbids and prices labels day by day."""
        return all(len(layer) <= 1 for layer in self.successors) and len(self.end_costs) <= 1

    @property
    def is_priced(self) -> bool:
        """Whether any tour pays for its transitions."""
        return any(self.end_costs) or any(cost for day in self.costs for row in day for cost in row)


def tabulate(steps: Steps, starts: Iterable[State], labels: tuple[tuple[Label, ...], ...]) -> Table:
    """Walk from the starts through all days; then drop dead ends and merge equal states."""
    layer: dict[State, int] = {start: number for number, start in enumerate(dict.fromkeys(starts))}
    first = dict(layer)
    successors, costs = [], []
    for day, day_labels in enumerate(labels):
        following: dict[State, int] = {}
        days_successors, days_costs = [], []
        for state in layer:
            found = [steps.step(state, day, label) for label in (None, *day_labels)]
            days_successors.append(
                tuple(
                    FORBIDDEN if one is None else following.setdefault(one[0], len(following))
                    for one in found
                )
            )
            days_costs.append(tuple(0 if one is None else one[1] for one in found))
        successors.append(tuple(days_successors))
        costs.append(tuple(days_costs))
        layer = following
    return _smallest(successors, costs, [steps.finish(state) for state in layer], first)


def _smallest(
    successors: list[Grid], costs: list[Grid], ends: list[int | None], first: dict[State, int]
) -> Table:
    """Merge, from the last day backwards, states with equal transitions."""
    end_costs = tuple(dict.fromkeys(end for end in ends if end is not None))
    numbers = [FORBIDDEN if end is None else end_costs.index(end) for end in ends]
    kept_successors: list[Grid] = []
    kept_costs: list[Grid] = []
    for grid, prices in zip(reversed(successors), reversed(costs), strict=True):
        distinct: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
        renumbered = []
        for row, row_prices in zip(grid, prices, strict=True):
            to = tuple(FORBIDDEN if state == FORBIDDEN else numbers[state] for state in row)
            paid = tuple(
                0 if state == FORBIDDEN else price for state, price in zip(to, row_prices, strict=True)
            )
            dead = all(state == FORBIDDEN for state in to)
            renumbered.append(FORBIDDEN if dead else distinct.setdefault((to, paid), len(distinct)))
        numbers = renumbered
        kept_successors.append(tuple(to for to, _ in distinct))
        kept_costs.append(tuple(paid for _, paid in distinct))
    starts = {state: numbers[number] for state, number in first.items()}
    return Table(tuple(reversed(kept_successors)), tuple(reversed(kept_costs)), end_costs, starts)
