"""Layered automata as arrays: tabulated from rules, multiplied, pruned and minimised.

The automaton of a horizon is acyclic, so one backward pass that merges states with equal
rows of successors and costs gives the smallest equivalent automaton (Revuz 1992).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from planner.solver.problem import Counter, DayAutomaton, Label, State

Ints = npt.NDArray[np.int64]

#: Successor, or final cost, of what is forbidden.
FORBIDDEN = -1


@dataclass(frozen=True)
class Layers:
    """An automaton over days; column 0 of a layer is the day off, column 1 + i label i.

    Parameters
    ----------
    successors
        Per day an array (states, columns): state of the next layer, or ``FORBIDDEN``.
    costs
        Per day an array of the same shape.
    allowed_ends
        Whether the horizon may end in each state of the last layer.
    end_costs
        Cost of ending there.
    starts
        State of layer 0 for each start; ``FORBIDDEN`` where no legal tour begins.
    amounts
        Per day an array (states, columns, counters): what each counter counts there.
    """

    successors: tuple[Ints, ...]
    costs: tuple[Ints, ...]
    allowed_ends: npt.NDArray[np.bool_]
    end_costs: Ints
    starts: dict[State, int]
    amounts: tuple[Ints, ...] = ()

    def amounts_of(self, day: int) -> Ints:
        """Amounts of a day, also where nothing is counted."""
        return self.amounts[day] if self.amounts else np.zeros((*self.successors[day].shape, 0), np.int64)

    @property
    def states(self) -> int:
        """Number of states over all layers."""
        return sum(len(layer) for layer in self.successors) + len(self.allowed_ends)

    @property
    def arcs(self) -> int:
        """Number of allowed transitions."""
        return sum(int((layer != FORBIDDEN).sum()) for layer in self.successors)

    @property
    def is_stateless(self) -> bool:
        """Whether it only masks and prices labels day by day."""
        return all(len(layer) <= 1 for layer in self.successors) and len(self.allowed_ends) <= 1


def tabulate(
    automaton: DayAutomaton, starts: Iterable[State], labels: tuple[tuple[Label, ...], ...]
) -> Layers:
    """Walk an automaton from the given starts and write it as arrays, minimised."""
    layer: dict[State, int] = {start: number for number, start in enumerate(dict.fromkeys(starts))}
    start_numbers = dict(layer)
    successors, costs = [], []
    for day, day_labels in enumerate(labels):
        following: dict[State, int] = {}
        table = np.full((len(layer), len(day_labels) + 1), FORBIDDEN, dtype=np.int64)
        price = np.zeros_like(table)
        for state, number in layer.items():
            for column, label in enumerate((None, *day_labels)):
                step = automaton.step(state, day, label)
                if step is not None:
                    table[number, column] = following.setdefault(step[0], len(following))
                    price[number, column] = step[1]
        successors.append(table)
        costs.append(price)
        layer = following
    ends = [automaton.finish(state) for state in layer]
    return minimise(
        Layers(
            tuple(successors),
            tuple(costs),
            np.array([end is not None for end in ends], dtype=np.bool_),
            np.array([end or 0 for end in ends], dtype=np.int64),
            start_numbers,
        )
    )


def tabulate_counter(
    counter: Counter, starts: Iterable[State], labels: tuple[tuple[Label, ...], ...]
) -> Layers:
    """Write what a counter remembers as an automaton that forbids nothing and counts."""
    layer: dict[State, int] = {start: number for number, start in enumerate(dict.fromkeys(starts))}
    start_numbers = dict(layer)
    successors, amounts = [], []
    for day, day_labels in enumerate(labels):
        following: dict[State, int] = {}
        table = np.zeros((len(layer), len(day_labels) + 1), np.int64)
        counted = np.zeros((*table.shape, 1), np.int64)
        for state, number in layer.items():
            for column, label in enumerate((None, *day_labels)):
                memory, counted[number, column, 0] = counter.step(state, day, label)
                table[number, column] = following.setdefault(memory, len(following))
        successors.append(table)
        amounts.append(counted)
        layer = following
    return minimise(
        Layers(
            tuple(successors),
            tuple(np.zeros_like(table) for table in successors),
            np.ones(len(layer), np.bool_),
            np.zeros(len(layer), np.int64),
            start_numbers,
            tuple(amounts),
        )
    )


def multiply(first: Layers, second: Layers, starts: Iterable[tuple[State, State]]) -> Layers:
    """Automaton of the tours legal in both, with costs added, from pairs of starts."""
    pairs = {pair: (first.starts[pair[0]], second.starts[pair[1]]) for pair in dict.fromkeys(starts)}
    width = max(1, len(second.successors[0]) if second.successors else len(second.allowed_ends))
    codes = np.unique([a * width + b for a, b in pairs.values() if FORBIDDEN not in (a, b)]).astype(np.int64)
    start_numbers: dict[State, int] = {
        pair: FORBIDDEN if FORBIDDEN in (a, b) else int(np.searchsorted(codes, a * width + b))
        for pair, (a, b) in pairs.items()
    }
    successors, costs, amounts = [], [], []
    for day, (left_table, right_table) in enumerate(zip(first.successors, second.successors, strict=True)):
        left, right = np.divmod(codes, width)
        left_next, right_next = left_table[left], right_table[right]
        following = day + 1
        last = following == len(second.successors)
        width = max(1, len(second.allowed_ends) if last else len(second.successors[following]))
        joint = np.where(
            (left_next == FORBIDDEN) | (right_next == FORBIDDEN), FORBIDDEN, left_next * width + right_next
        )
        costs.append(first.costs[day][left] + second.costs[day][right])
        amounts.append(np.concatenate([first.amounts_of(day)[left], second.amounts_of(day)[right]], axis=2))
        codes = np.unique(joint)
        codes = codes[codes != FORBIDDEN]
        successors.append(np.where(joint == FORBIDDEN, FORBIDDEN, np.searchsorted(codes, joint)))
    left, right = np.divmod(codes, width)
    return minimise(
        Layers(
            tuple(successors),
            tuple(costs),
            first.allowed_ends[left] & second.allowed_ends[right],
            first.end_costs[left] + second.end_costs[right],
            start_numbers,
            tuple(amounts),
        )
    )


def mask(layers: Layers, start: State, filters: Iterable[tuple[Layers, State]]) -> Layers:
    """Apply stateless automata (with their starts) to what one start reaches; prune and minimise."""
    successors = list(layers.successors)
    costs = list(layers.costs)
    allowed_ends, end_costs = layers.allowed_ends, layers.end_costs
    begin = layers.starts[start]
    for one, own_start in filters:
        if one.starts[own_start] == FORBIDDEN:
            begin = FORBIDDEN
            break
        for day, row in enumerate(one.successors):
            successors[day] = np.where(row[0] == FORBIDDEN, FORBIDDEN, successors[day])
            costs[day] = costs[day] + one.costs[day][0]
        end_costs = end_costs + one.end_costs[0]
    nothing = Layers((), (), np.zeros(0, np.bool_), np.zeros(0, np.int64), {start: FORBIDDEN}, ())
    if begin == FORBIDDEN:
        return nothing
    reachable = _reachable(
        Layers(tuple(successors), tuple(costs), allowed_ends, end_costs, {start: begin}, layers.amounts)
    )
    smallest = minimise(reachable)
    return nothing if smallest.starts[start] == FORBIDDEN else smallest


def _reachable(layers: Layers) -> Layers:
    """Keep the states that some start reaches."""
    kept = np.unique([state for state in layers.starts.values() if state != FORBIDDEN]).astype(np.int64)
    starts = {
        key: int(np.searchsorted(kept, state)) if state != FORBIDDEN else FORBIDDEN
        for key, state in layers.starts.items()
    }
    successors, costs, amounts = [], [], []
    for day, (table, price) in enumerate(zip(layers.successors, layers.costs, strict=True)):
        table_kept = table[kept]
        costs.append(price[kept])
        amounts.append(layers.amounts_of(day)[kept])
        kept = np.unique(table_kept)
        kept = kept[kept != FORBIDDEN]
        successors.append(np.where(table_kept == FORBIDDEN, FORBIDDEN, np.searchsorted(kept, table_kept)))
    return Layers(
        tuple(successors),
        tuple(costs),
        layers.allowed_ends[kept],
        layers.end_costs[kept],
        starts,
        tuple(amounts),
    )


def minimise(layers: Layers) -> Layers:
    """Merge equivalent states and drop those that cannot reach the end."""
    numbers = np.full(len(layers.allowed_ends), FORBIDDEN, dtype=np.int64)
    end_costs, inverse = np.unique(layers.end_costs[layers.allowed_ends], return_inverse=True)
    numbers[layers.allowed_ends] = inverse
    successors: list[Ints] = []
    costs: list[Ints] = []
    amounts: list[Ints] = []
    for day in range(len(layers.successors) - 1, -1, -1):
        table, price, counted = layers.successors[day], layers.costs[day], layers.amounts_of(day)
        renamed = np.where(table == FORBIDDEN, FORBIDDEN, numbers[table]) if len(numbers) else table * 0 - 1
        dead = renamed == FORBIDDEN
        alive = ~dead.all(axis=1)
        counted_flat = np.where(dead[:, :, None], 0, counted).reshape(
            len(table), table.shape[1] * counted.shape[2]
        )
        signature = np.concatenate([renamed, np.where(dead, 0, price), counted_flat], axis=1)[alive]
        kept, inverse = distinct_rows(signature)
        numbers = np.full(len(table), FORBIDDEN, dtype=np.int64)
        numbers[alive] = inverse
        columns = table.shape[1]
        successors.append(signature[kept, :columns])
        costs.append(signature[kept, columns : 2 * columns])
        amounts.append(signature[kept, 2 * columns :].reshape(len(kept), columns, counted.shape[2]))
    starts = {
        key: int(numbers[state]) if state != FORBIDDEN else FORBIDDEN for key, state in layers.starts.items()
    }
    return Layers(
        tuple(reversed(successors)),
        tuple(reversed(costs)),
        np.ones(len(end_costs), dtype=np.bool_),
        end_costs,
        starts,
        tuple(reversed(amounts)),
    )


def distinct_rows(rows: Ints) -> tuple[Ints, Ints]:
    """Index of the first of each distinct row, and for each row the number of its like.

    Rows are told apart by a 64-bit hash, which is then checked, so the answer is exact.
    """
    if len(rows) <= 1:
        alone = np.zeros(len(rows), np.int64)
        return alone, alone
    weights = np.random.default_rng(2026).integers(1, 2**63, size=rows.shape[1], dtype=np.uint64) | np.uint64(
        1
    )
    mixed = (rows.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)) * weights
    mixed ^= mixed >> np.uint64(29)
    hashes = (mixed * weights).sum(axis=1, dtype=np.uint64)
    _, kept, inverse = np.unique(hashes, return_index=True, return_inverse=True)
    if not np.array_equal(rows[kept][inverse], rows):
        _, kept, inverse = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    return kept.astype(np.int64), inverse.reshape(-1).astype(np.int64)
