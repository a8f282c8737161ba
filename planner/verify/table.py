"""States of one automaton or counter, numbered day by day; states nothing tells apart are one."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.solver.problem import Label

Ints = NDArray[np.int64]
#: 64-bit integers, or Python's own where those could overflow.
Exact = NDArray[Any]
#: One step: the next state and an amount, or ``None`` where the label is forbidden.
Step = Callable[[Hashable, int, Label | None], tuple[Hashable, int] | None]
Finish = Callable[[Hashable], int | None]

FORBIDDEN = -1
_SAFE = 1 << 62


@dataclass(frozen=True)
class Table:
    """All steps of one automaton; states from which no tour ends legally are left out.

    Parameters
    ----------
    steps
        Per day, ``(states, 1 + labels)``: the next state's number or ``FORBIDDEN``; the
        first column is the day off.
    amounts
        Per day, in the same shape: cost, or what is counted; 0 where forbidden.
    ends
        Amount of ending in each state.
    starts
        Number of each start state from which a tour may end legally.
    """

    steps: tuple[Ints, ...]
    amounts: tuple[Exact, ...]
    ends: Exact
    starts: dict[Hashable, int]

    @property
    def has_memory(self) -> bool:
        """Whether what was done on one day ever matters on another."""
        return any(len(steps) > 1 for steps in self.steps) or len(self.ends) > 1

    def largest(self, day: int) -> int:
        """Largest amount of a day, either sign."""
        return largest(self.amounts[day])


def largest(values: Exact) -> int:
    """Largest absolute value, 0 of nothing."""
    return max(abs(int(values.max())), abs(int(values.min()))) if values.size else 0


def exact(values: Sequence[Sequence[int]] | Sequence[int]) -> Exact:
    """Return Python's integers as an array: of 64 bits where that is safe."""
    whole = np.array(values, dtype=object)
    return whole.astype(np.int64) if largest(whole) < _SAFE else whole


def build_table(
    starts: Iterable[Hashable], step: Step, finish: Finish, labels: Sequence[Sequence[Label | None]]
) -> Table:
    """Explore everything that can be reached, then join what nothing later tells apart.

    Parameters
    ----------
    starts
        States before day 0.
    step, finish
        As an automaton's; see :class:`planner.solver.problem.DayAutomaton`.
    labels
        Per day, ``None`` (a day off) first.
    """
    layer = {state: number for number, state in enumerate(dict.fromkeys(starts))}
    first = tuple(layer)
    steps, amounts = [], []
    for day, own in enumerate(labels):
        after: dict[Hashable, int] = {}
        taken = [[step(state, day, label) for label in own] for state in layer]
        steps.append(
            np.array(
                [
                    [FORBIDDEN if t is None else after.setdefault(t[0], len(after)) for t in row]
                    for row in taken
                ],
                np.int64,
            ).reshape(len(layer), len(own))
        )
        amounts.append([[0 if t is None else t[1] for t in row] for row in taken])
        layer = after
    finished = [finish(state) for state in layer]
    alike = sorted({cost for cost in finished if cost is not None})
    numbers = [FORBIDDEN if cost is None else alike.index(cost) for cost in finished]
    merged_steps, merged_amounts = [], []
    for day_steps, day_amounts in zip(reversed(steps), reversed(amounts), strict=True):
        kept, kept_amounts, numbers = _merged(day_steps, day_amounts, numbers)
        merged_steps.append(kept)
        merged_amounts.append(kept_amounts)
    known = {state: numbers[place] for place, state in enumerate(first) if numbers[place] != FORBIDDEN}
    return Table(tuple(reversed(merged_steps)), tuple(reversed(merged_amounts)), exact(alike), known)


def _merged(steps: Ints, amounts: list[list[int]], numbers: list[int]) -> tuple[Ints, Exact, list[int]]:
    """Renumber one day's targets; states with equal rows get one number, states without a way on none."""
    onward = np.array([*numbers, FORBIDDEN], np.int64)[steps]
    width = steps.shape[1]
    seen: dict[tuple[int, ...], int] = {}
    own = []
    for targets, paid in zip(onward.tolist(), amounts, strict=True):
        if max(targets) == FORBIDDEN:
            own.append(FORBIDDEN)
            continue
        row = (
            *targets,
            *(0 if to == FORBIDDEN else amount for to, amount in zip(targets, paid, strict=True)),
        )
        own.append(seen.setdefault(row, len(seen)))
    kept = np.array([row[:width] for row in seen], np.int64).reshape(-1, width)
    return kept, exact([row[width:] for row in seen]).reshape(-1, width), own
