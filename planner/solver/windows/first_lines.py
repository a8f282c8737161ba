"""A first legal roster, at once: lines added one after another where they help most."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from planner.solver.columns.legal_tour import legal_tour
from planner.solver.columns.pricing import TourPricer
from planner.solver.columns.program import Program
from planner.solver.layers import Ints
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.windows.lines import Lines

#: Tours of one profile are added in about this many lots.
_LOTS = 12


def no_lines(program: Program, sides: Ints) -> Lines:
    """Make an empty roster."""
    slots = {slot.profile: replace(slot, priced=()) for slot in program.slots}
    return Lines(program.ledger, program.space, slots, sides)


def fill_up(program: Program, lines: Lines, seed: int, keep_going: Callable[[], bool]) -> None:
    """Give every slot the tours it must have, and more while they pay.

    Duties are priced at what one more of each row is worth at the level reached.  Lines that
    must be there are added even when time is up.
    """
    pricer = TourPricer(program)
    rows = np.arange(len(lines.levels))
    random = np.random.default_rng(seed)
    there = Counter(line.profile for line in lines.lines)
    left = {slot.number: slot.upper - there[slot.profile] for slot in program.slots}
    left = {number: count for number, count in left.items() if count > 0}
    fines: dict[int, int] = {}
    while left:
        for number in random.permutation(sorted(left)).tolist():
            slot = program.slots[number]
            missing = slot.lower - (slot.upper - left[number])
            slope = lines.ledger.prices.at(rows, lines.levels + 1) - lines.ledger.prices.at(
                rows, lines.levels
            )
            tour = None
            if missing > 0 or keep_going():
                tour = legal_tour(pricer, slot, slope * PRICE_SCALE, fines)
            if tour is None or not (missing > 0 or tour.reduced < 0):
                del left[number]
                continue
            lot = max(1, min(left[number], -(-slot.upper // _LOTS)))
            if missing > 0:
                lot = min(lot, missing)
            for _ in range(lot):
                lines.add(slot.profile, tour)
            left[number] -= lot
            if left[number] == 0:
                del left[number]
