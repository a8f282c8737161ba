"""Improving a roster one line at a time: taken out, and chosen again against all others."""

from collections.abc import Callable

import numpy as np

from planner.solver.columns.legal_tour import legal_tour
from planner.solver.columns.pricing import TourPricer
from planner.solver.columns.program import Program
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.windows.lines import Lines


def one_by_one(program: Program, lines: Lines, seed: int, keep_going: Callable[[], bool]) -> int:
    """Go once through all lines; return what was gained, side columns held.

    Duties are priced at what each alone would change; a new line is kept on its exact price.
    """
    pricer = TourPricer(program)
    slots = {slot.profile: slot for slot in program.slots}
    rows = np.arange(len(lines.levels))
    prices = lines.ledger.prices
    gained = 0
    for number in np.random.default_rng(seed).permutation(len(lines.lines)).tolist():
        if not keep_going():
            break
        line = lines.lines[number]
        columns, duties = line.columns, line.duties[line.duties >= 0]
        before = int(prices.at(rows, lines.levels).sum()) + line.cost
        lines.hide(number)
        slope = prices.at(rows, lines.levels + 1) - prices.at(rows, lines.levels)
        tour = legal_tour(pricer, slots[line.profile], slope * PRICE_SCALE)
        lines.show(number)
        if tour is None:
            continue
        lines.put(number, 0, tour.columns, tour.duties)
        after = int(prices.at(rows, lines.levels).sum()) + lines.lines[number].cost
        if after < before:
            gained += before - after
        else:
            lines.put(number, 0, columns, duties)
    return gained
