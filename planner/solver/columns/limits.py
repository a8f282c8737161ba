"""Priced counters of a program's slots, as rows behind its own."""

import numpy as np

from planner.solver.columns.program import Program
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats


class Limits:
    """One row for each priced counter of each slot: what its tours count together.

    Parameters
    ----------
    program
        Whose slots.

    Attributes
    ----------
    outside
        What is counted before any tour is taken.
    upper
        Most that may be counted.
    fine
        Charged for each unit above: one duty more costs as much as the dearest is worth.
    largest
        Most that one duty counts.
    """

    def __init__(self, program: Program) -> None:
        index = program.ledger.cover_index
        first, rows, amounts = index.by_place
        steepest = np.zeros(len(program.base))
        for number, row in enumerate(program.ledger.problem.rows):
            steepest[number] = max(abs(row.price.slopes[0]), abs(row.price.slopes[-1]))
        worth = np.bincount(
            np.repeat(np.arange(index.places), np.diff(first)), np.abs(amounts) * steepest[rows], index.places
        )
        dearest = max(1.0, float(worth.max(initial=0.0)))
        self._row: dict[int, dict[int, int]] = {}
        outside: list[int] = []
        upper: list[int] = []
        largest: list[int] = []
        for slot in program.slots:
            own = self._row.setdefault(slot.number, {})
            for counter in slot.priced:
                use = slot.counters[counter]
                own[counter] = len(program.base) + len(upper)
                outside.append(slot.upper * slot.outside[counter])
                upper.append(slot.upper * use.upper)
                largest.append(max(1, int(use.by_column.max(initial=1))))
        self.outside: Ints = np.array(outside, np.int64)
        self.upper: Ints = np.array(upper, np.int64)
        self.largest: Ints = np.array(largest, np.int64)
        self.fine: Floats = np.ceil(dearest / np.maximum(self.largest, 1))
        self._first = len(program.base)

    def counted(self, slot: int, totals: tuple[int, ...]) -> list[tuple[int, int]]:
        """Return the rows a tour counts in, and how much."""
        own = self._row.get(slot, {})
        return [(row, totals[counter]) for counter, row in own.items() if totals[counter]]

    def by_slot(self, prices: Ints) -> tuple[dict[int, int], ...]:
        """Prices of the counters, slot by slot."""
        count = 1 + max(self._row, default=-1)
        return tuple(
            {counter: int(prices[row - self._first]) for counter, row in self._row.get(slot, {}).items()}
            for slot in range(count)
        )
