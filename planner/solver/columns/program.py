"""A tour problem, or the part of it that is free for now."""

from dataclasses import dataclass

from planner.solver.columns.slot import Slot
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints
from planner.solver.paths.space import PathSpace


@dataclass(frozen=True)
class Program:
    """Slots to fill, rows to cover, side columns to settle.

    Parameters
    ----------
    ledger, space
        The problem and its legal tours.
    slots
        Whose tours are sought.
    base
        Level of every row that is there already, free side columns not included.
    free_sides
        Numbers of the side columns to settle; the others are in ``base``.
    rows
        Rows that count; the others keep their level.
    days
        First day of the slots, and the day after the last.
    watched
        Rows expected to cost something; a large master takes in the others only once they do.
        All rows where left out.
    """

    ledger: Ledger
    space: PathSpace
    slots: tuple[Slot, ...]
    base: Ints
    free_sides: Ints
    rows: Ints
    days: tuple[int, int]
    watched: Ints | None = None
