"""One tour that keeps every counter, those too large for the paths included."""

from dataclasses import replace

import numpy as np

from planner.solver.columns.pricing import TourPricer
from planner.solver.columns.slot import PricedTour, Slot
from planner.solver.layers import Ints

#: A broken maximum is fined more each time, so often, before it is kept exactly.
_FINES = 60
#: What is left of a fine for the next slot, where its counter kept clear of the maximum.
_LESS = 0.8


def legal_tour(
    pricer: TourPricer, slot: Slot, row_prices: Ints, known: dict[int, int] | None = None
) -> PricedTour | None:
    """Cheapest tour found that keeps every counter, those too large for the paths included.

    Parameters
    ----------
    pricer, slot, row_prices
        Whose tour, under which prices.
    known
        Fines to begin with, by counter; changed to what the tour found needed.
    """
    if not slot.priced:
        return pricer.answer(slot, row_prices, {})
    exact = replace(slot, priced=())
    fines = {counter: (known or {}).get(counter, 0) for counter in slot.priced}
    steepest = int(np.abs(row_prices).max(initial=1))
    for turn in range(_FINES):
        tour = pricer.answer(slot, row_prices, fines)
        if tour is None:
            return None
        over = [n for n in slot.priced if tour.totals[n] > slot.counters[n].upper]
        if not over and exact.accepts(tour):
            if known is not None:
                clear = {n for n in slot.priced if tour.totals[n] < slot.counters[n].upper}
                known.update({n: int(_LESS * fine) if n in clear else fine for n, fine in fines.items()})
            return _without_fines(tour, fines)
        for number in over:
            fines[number] += max(fines[number] // 4, (turn + 1) * steepest // 16 + 1)
    return pricer.answer(exact, row_prices, {})


def _without_fines(tour: PricedTour, fines: dict[int, int]) -> PricedTour:
    fined = sum(price * tour.totals[number] for number, price in fines.items())
    return replace(tour, reduced=tour.reduced - fined)
