"""Prices of rows averaged over a half-width, as the kernels of a blend read them.

Smoothed over a width, a price that jumps at a level takes every value between on the way, and
to be anywhere but midway the level has to stand beside the jump.  Centred anew, the price the
level has come to is what it is right at the jump: so levels find to the jumps, and prices to
their best, at any width (the method of multipliers: Hestenes 1969, Rockafellar 1976).
"""

from dataclasses import dataclass

import numpy as np

from planner.solver.columns.limits import Limits
from planner.solver.columns.program import Program
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats

#: Width for rows that no duty hits: their side column is settled exactly.
_EXACT = 1e-9


@dataclass
class SmoothCurve:
    """Slopes of the rows and limits of a program, each smoothed over its own half-width.

    Parameters
    ----------
    slope
        First slope of each row.
    first
        First jump of each row, and the end.
    jump_at, jump
        Where slopes rise, and by how much.
    width
        Half-width of each row.

    Attributes
    ----------
    centred
        Part of each jump that is paid where the level stands right at it.
    """

    slope: Floats
    first: Ints
    jump_at: Floats
    jump: Floats
    width: Floats

    def __post_init__(self) -> None:
        self._row = np.repeat(np.arange(len(self.slope)), np.diff(self.first))
        self.centred = np.full(len(self.jump), 0.5)
        self._middle = self.jump_at.copy()

    @property
    def arrays(self) -> tuple[Floats, Ints, Floats, Floats, Floats]:
        """As kernels take them."""
        return self.slope, self.first, self._middle, self.jump, self.width

    def narrow(self, factor: float) -> None:
        """Smooth over less, around the same prices."""
        self.width *= factor
        self._place()

    def centre(self, level: Floats) -> None:
        """Smooth around the prices that a level has now."""
        self.centred = self._parts(level)
        self._place()

    def centre_like(self, other: "SmoothCurve") -> None:
        """Smooth around the prices that another curve of the same rows is smoothed around."""
        self.centred = other.centred.copy()
        self._place()

    def slopes(self, level: Floats) -> Floats:
        """Smoothed slope of every row at a level."""
        total = self.slope.copy()
        np.add.at(total, self._row, self._parts(level) * self.jump)
        return total

    def _parts(self, level: Floats) -> Floats:
        """Part of each jump that is paid at a level."""
        away = (level[self._row] - self._middle) * 0.5 / self.width[self._row]
        return np.clip(away + 0.5, 0.0, 1.0)

    def _place(self) -> None:
        np.copyto(self._middle, self.jump_at + 2.0 * self.width[self._row] * (0.5 - self.centred))


def smooth_curve(program: Program, limits: Limits, half_width: float) -> SmoothCurve:
    """Smooth the rows of a program that count, and behind them the limits of its slots."""
    counted = np.zeros(len(program.base), np.bool_)
    counted[program.rows] = True
    slope, first = np.zeros(len(counted) + len(limits.upper)), [0]
    at: list[int] = []
    jump: list[int] = []
    for number, row in enumerate(program.ledger.problem.rows):
        if counted[number]:
            slope[number] = row.price.slopes[0]
            at += row.price.breaks
            jump += np.diff(row.price.slopes).tolist()
        first.append(len(at))
    hit = program.ledger.cover_index.is_hit
    return SmoothCurve(
        slope,
        np.concatenate([first, len(at) + 1 + np.arange(len(limits.upper))]).astype(np.int64),
        np.concatenate([at, limits.upper]).astype(np.float64),
        np.concatenate([jump, limits.fine]).astype(np.float64),
        np.concatenate([np.where(hit, half_width, _EXACT), half_width * limits.largest]),
    )
