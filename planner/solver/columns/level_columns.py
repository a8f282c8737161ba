"""The rows of levels in a master program, and the columns that are there from the beginning."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from planner.solver.columns.growing import GrowingProgram
from planner.solver.columns.level_rows import LevelRows
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.problem import SideColumn

#: Targets that are blurred are moved by between this and twice this.
_BLUR = 1e-6


def blurring(levels: int) -> Floats:
    """By how much the targets of so many levels are moved to blur them, each by another amount."""
    return np.random.default_rng(levels).uniform(_BLUR, 2 * _BLUR, levels)


def told(levels: LevelRows, amounts: Floats) -> Floats:
    """What rows say of levels: all of it, or the difference to the level before (levels,)."""
    own = amounts.copy()
    own[1:] -= np.where(levels.follows[1:], amounts[:-1], 0.0)
    return own


def add_levels(linear: GrowingProgram, levels: LevelRows, moves: Floats, unit: float) -> int:
    """Add the row of each level, and what stands for its price; return the number of the first row.

    What reaches a level, plus what is short, minus what is over, is its target.

    Parameters
    ----------
    linear
        The program.
    levels
        Its levels.
    moves
        By how much the rows' targets are moved (levels,).
    unit
        What one unit of the program's costs is.
    """
    curves = levels.curves
    targets = told(levels, np.array([curve.breaks[curve.pivot] for curve in curves])) + moves
    first = linear.add_rows(targets.tolist(), targets.tolist())
    owner, amounts, widths, costs = [], [], [], []
    for level, curve in enumerate(curves):
        for place, slope in enumerate(curve.slopes):
            is_short = place <= curve.pivot
            inner = 0 < place < len(curve.breaks)
            owner.append(level)
            amounts.append(1.0 if is_short else -1.0)
            widths.append(curve.breaks[place] - curve.breaks[place - 1] if inner else np.inf)
            costs.append((-slope if is_short else slope) / unit)
    stretches = linear.add_columns([0.0] * len(owner), widths, costs)
    _enter(linear, levels.follows, np.array(owner, np.int64), stretches, np.array(amounts), first)
    return first


def _enter(
    linear: GrowingProgram,
    follows: npt.NDArray[np.bool_],
    level: Ints,
    first_column: int,
    amount: Floats,
    first: int,
) -> None:
    """Let columns count for levels, and against the next ones where those are told by difference."""
    column = first_column + np.arange(len(level))
    linear.add_entries(first + level, column, amount)
    against = np.append(follows, False)[level + 1]
    linear.add_entries(first + level[against] + 1, column[against], -amount[against])


def add_sides(
    linear: GrowingProgram, levels: LevelRows, free_sides: Sequence[SideColumn], first_level: int, unit: float
) -> int:
    """Add the side columns that stay apart from the levels; return the number of the first.

    Parameters
    ----------
    linear
        The program.
    levels
        Its levels.
    free_sides
        Side columns of the program to be solved.
    first_level
        Row of the first level.
    unit
        What one unit of the program's costs is.
    """
    own = [free_sides[order] for order, _, _ in levels.sides]
    costs = [cost / unit for _, cost, _ in levels.sides]
    first = linear.add_columns([side.lower for side in own], [side.upper for side in own], costs)
    entries: dict[tuple[int, int], float] = defaultdict(float)
    for number, (_, _, covers) in enumerate(levels.sides):
        for row, amount in covers:
            level = levels.level_of_row[row]
            entries[level, number] += amount
            if level + 1 < len(levels.follows) and levels.follows[level + 1]:
                entries[level + 1, number] -= amount
    if entries:
        places = np.array(list(entries), np.int64)
        values = np.array(list(entries.values()))
        linear.add_entries(first_level + places[:, 0], first + places[:, 1], values)
    return first
