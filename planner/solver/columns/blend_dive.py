"""Whole tours from blended ones: the heaviest fixed for good, the rest blended and priced again."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from planner.solver.columns.blend import Blend
from planner.solver.columns.generation import Generation
from planner.solver.columns.legal_tour import legal_tour
from planner.solver.columns.master import MasterAnswer
from planner.solver.columns.pricing import Prices, TourPricer
from planner.solver.columns.slot import PricedTour
from planner.solver.layers import Ints
from planner.solver.price_scale import PRICE_SCALE

#: Tours of each slot that a dive begins with.
_TOURS_PER_SLOT = 30
_SWEEPS = 12
_HALF_WIDTH = 0.4
#: How fines of a counter follow: more where a tour breaks it, less where none does.
_MORE, _LESS = 1.3, 0.97


@dataclass
class BlendDive:
    """A dive that blends tours instead of solving linear programs.

    Counters too large for the paths are fined, each slot's as much as its tours need to keep
    them; only tours that keep all counters are blended.

    Parameters
    ----------
    generation, answer
        The relaxation, and its solution.
    seed
        Seed of the order of slots.
    keep_going
        Asked before every round.
    """

    generation: Generation
    answer: MasterAnswer
    seed: int
    keep_going: Callable[[], bool]
    _fines: list[dict[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        program = self.generation.program
        self._fines = [dict(own) for own in self.answer.prices.counters]
        self._strict = {slot.number: replace(slot, priced=()) for slot in program.slots}
        self._blend = Blend(program, _HALF_WIDTH, self.seed)
        self._begin()

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
        while self._blend.open and self.keep_going():
            now = time.monotonic()
            program = self.generation.program
            slots = tuple(slot for slot in program.slots if slot.number in self._blend.open)
            pricer = TourPricer(replace(program, slots=slots), self.generation.pool)
            self._go_round(pricer)
            while time.monotonic() < now + share * (until - now) and self.keep_going():
                self._go_round(pricer)
            self._blend.sweep(_SWEEPS)
            fixed = self._blend.take(share)
            if not fixed:
                break
            taken += fixed
        return taken

    def _begin(self) -> None:
        """Blend what the relaxation likes, and a tour for every slot."""
        tours = self.generation.master.tours
        counts: Counter[int] = Counter()
        costs = self.generation.pricer.reduced_costs(tours, self.answer.prices)
        weights = np.zeros(len(tours))
        weights[: len(self.answer.values)] = np.maximum(self.answer.values, 0.0)
        for number in np.argsort(costs, kind="stable").tolist():
            tour = tours[number]
            if self._strict[tour.slot].accepts(tour):
                counts[tour.slot] += 1
                if counts[tour.slot] <= _TOURS_PER_SLOT or weights[number] > 0:
                    self._blend.add(tour, float(weights[number]))
        for slot in self.generation.program.slots:
            if not counts[slot.number] and slot.upper and self.keep_going():
                found = legal_tour(self.generation.pricer, slot, self.answer.prices.rows)
                if found is not None:
                    self._blend.add(found)

    def _go_round(self, pricer: TourPricer) -> None:
        """Blend, and price at the slopes reached."""
        self._blend.sweep(_SWEEPS)
        rows = self._blend.row_prices()
        priced = pricer.price(Prices(rows, tuple(self._fines)))
        for tour in priced.tours:
            if tour is not None:
                self._follow(tour, rows)
                if self._strict[tour.slot].accepts(tour):
                    self._blend.add(tour)

    def _follow(self, tour: PricedTour, rows: Ints) -> None:
        """Fine a slot's counters more where its tour breaks them, less where it does not."""
        slot, fines = self._strict[tour.slot], self._fines[tour.slot]
        for number, fine in fines.items():
            use = slot.counters[number]
            over = tour.totals[number] + slot.outside[number] > use.upper
            dearest = int(use.by_column.max(initial=1))
            least = int(np.abs(rows).max(initial=PRICE_SCALE)) // (16 * dearest) + 1
            fines[number] = max(int(_MORE * fine), fine + least) if over else int(_LESS * fine)
