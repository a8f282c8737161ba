"""Side columns of a program, as the kernels of a blend settle them."""

import numpy as np

from planner.solver.columns.blend_kernels import Sides
from planner.solver.columns.program import Program
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats


class BlendSides:
    """Values of the free side columns, and what they cover.

    Parameters
    ----------
    program
        Whose side columns.
    rows
        Number of rows, those of limits included.

    Attributes
    ----------
    value
        Value of each side column, changed in place.
    of_row
        The side column that covers a row alone, or -1.
    cost
        Cost of one of each.
    """

    def __init__(self, program: Program, rows: int) -> None:
        sides = [program.ledger.problem.side_columns[number] for number in program.free_sides.tolist()]
        self.value: Floats = np.array([min(max(0.0, side.lower), side.upper) for side in sides], np.float64)
        self.cost: Floats = np.array([side.cost for side in sides], np.float64)
        pairs = np.array([pair for side in sides for pair in side.covers], np.int64).reshape(-1, 2)
        self._row, self._amount = np.ascontiguousarray(pairs[:, 0]), pairs[:, 1].astype(np.float64)
        self._first = np.concatenate([[0], np.cumsum([len(side.covers) for side in sides])]).astype(np.int64)
        self._owner = np.repeat(np.arange(len(sides)), np.diff(self._first))
        self._lower = np.array([side.lower for side in sides], np.float64)
        self._upper = np.array([side.upper for side in sides], np.float64)
        self.of_row: Ints = np.full(rows, -1, np.int64)
        self.of_row[self._row] = self._owner
        self.of_row[np.bincount(self._row, minlength=rows) != 1] = -1

    @property
    def arrays(self) -> Sides:
        """As kernels take them."""
        return self._first, self._row, self._amount, self.cost, self._lower, self._upper, self.value

    def add_to(self, level: Floats) -> None:
        """Add what the values cover to a level."""
        np.add.at(level, self._row, self.value[self._owner] * self._amount)
