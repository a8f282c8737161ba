"""Prices of rows averaged over a half-width, as the kernels of a blend read them."""

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
    at, jump
        Where slopes rise, and by how much.
    width
        Half-width of each row.
    """

    slope: Floats
    first: Ints
    at: Floats
    jump: Floats
    width: Floats

    @property
    def arrays(self) -> tuple[Floats, Ints, Floats, Floats, Floats]:
        """As kernels take them."""
        return self.slope, self.first, self.at, self.jump, self.width

    def narrow(self, factor: float) -> None:
        """Smooth over less."""
        self.width *= factor

    def slopes(self, level: Floats) -> Floats:
        """Smoothed slope of every row at a level."""
        rows = np.repeat(np.arange(len(self.slope)), np.diff(self.first))
        part = np.clip((level[rows] - self.at) * 0.5 / self.width[rows] + 0.5, 0.0, 1.0)
        total = self.slope.copy()
        np.add.at(total, rows, part * self.jump)
        return total


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
