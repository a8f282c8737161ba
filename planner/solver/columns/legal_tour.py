"""One tour that keeps every counter, those too large for the paths included."""

from dataclasses import replace

import numpy as np

from planner.solver.columns.pricing import TourPricer
from planner.solver.columns.slot import PricedTour, Slot
from planner.solver.layers import Ints

#: A broken maximum is fined more each time, so often, before it is kept exactly.
_FINES = 60


def legal_tour(pricer: TourPricer, slot: Slot, row_prices: Ints) -> PricedTour | None:
    """Cheapest tour found that keeps every counter, those too large for the paths included."""
    if not slot.priced:
        return pricer.answer(slot, row_prices, {})
    exact = replace(slot, priced=())
    fines = dict.fromkeys(slot.priced, 0)
    steepest = int(np.abs(row_prices).max(initial=1))
    for turn in range(_FINES):
        tour = pricer.answer(slot, row_prices, fines)
        if tour is None:
            return None
        over = [n for n in slot.priced if tour.totals[n] > slot.counters[n].upper]
        if not over and exact.accepts(tour):
            return _without_fines(tour, fines)
        for number in over:
            fines[number] += max(fines[number] // 4, (turn + 1) * steepest // 16 + 1)
    return pricer.answer(exact, row_prices, {})


def _without_fines(tour: PricedTour, fines: dict[int, int]) -> PricedTour:
    fined = sum(price * tour.totals[number] for number, price in fines.items())
    return replace(tour, reduced=tour.reduced - fined)
