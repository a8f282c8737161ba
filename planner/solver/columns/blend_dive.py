"""Whole tours from blended ones: the heaviest fixed for good, the rest blended and priced again."""

import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace

import numpy as np

from planner.solver.columns.blend import Blend
from planner.solver.columns.legal_tour import legal_tour
from planner.solver.columns.pricing import Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.layers import Ints
from planner.solver.price_scale import PRICE_SCALE

_SWEEPS = 12
#: How fines of a counter follow: more where a tour breaks it, less where none does.
_MORE, _LESS = 1.3, 0.97


@dataclass
class BlendDive:
    """A dive that blends tours instead of solving linear programs.

    Counters too large for the paths are fined, each slot's as much as its tours need to keep
    them; only tours that keep all counters are fixed, and blended from the first step on.

    Parameters
    ----------
    program
        What to solve.
    blend
        Tours and weights to begin with.
    keep_going
        Asked before every round.
    pool
        Prices slots side by side where given.
    """

    program: Program
    blend: Blend
    keep_going: Callable[[], bool]
    pool: Executor | None = None
    _fines: list[dict[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._strict = {slot.number: replace(slot, priced=()) for slot in self.program.slots}
        prices = self.blend.prices()
        self._fines = [dict(own) for own in prices.counters]
        self._begin(prices)

    def run(self, share: float, seconds: float) -> list[PricedTour]:
        """Fix a part of the open tours in each step, until every slot is filled or time is up.

        Parameters
        ----------
        share
            Part of the open tours fixed in one step.
        seconds
            About what it may take; a step takes as large a part of the time left as of the tours.
        """
        taken: list[PricedTour] = []
        until = time.monotonic() + seconds
        while self.blend.open and self.keep_going():
            now = time.monotonic()
            slots = tuple(slot for slot in self.program.slots if slot.number in self.blend.open)
            pricer = TourPricer(replace(self.program, slots=slots), self.pool)
            self._go_round(pricer)
            while time.monotonic() < now + share * (until - now) and self.keep_going():
                self._go_round(pricer)
            self.blend.sweep(_SWEEPS)
            fixed = self.blend.take(share)
            if not fixed:
                break
            taken += fixed
        return taken

    def _begin(self, prices: Prices) -> None:
        """Leave only tours that keep all counters, at least one in every slot."""
        self.blend.keep_only(lambda tour: self._strict[tour.slot].accepts(tour))
        pricer = TourPricer(self.program)
        for slot in self.program.slots:
            if slot.number in self.blend.open and not self._has_tour(slot.number) and self.keep_going():
                found = legal_tour(pricer, slot, prices.rows)
                if found is not None:
                    self.blend.add(found)

    def _has_tour(self, slot: int) -> bool:
        return self.blend.tours.any_tour(slot, self._strict[slot].accepts)

    def _go_round(self, pricer: TourPricer) -> None:
        """Blend, and price at the slopes reached."""
        self.blend.sweep(_SWEEPS)
        rows = self.blend.prices().rows
        priced = pricer.price(Prices(rows, tuple(self._fines)))
        for tour in priced.tours:
            if tour is not None:
                self._follow(tour, rows)
                if self._strict[tour.slot].accepts(tour):
                    self.blend.add(tour)

    def _follow(self, tour: PricedTour, rows: Ints) -> None:
        """Fine a slot's counters more where its tour breaks them, less where it does not."""
        slot, fines = self._strict[tour.slot], self._fines[tour.slot]
        for number, fine in fines.items():
            use = slot.counters[number]
            over = tour.totals[number] + slot.outside[number] > use.upper
            dearest = int(use.by_column.max(initial=1))
            least = int(np.abs(rows).max(initial=PRICE_SCALE)) // (16 * dearest) + 1
            fines[number] = max(int(_MORE * fine), fine + least) if over else int(_LESS * fine)
