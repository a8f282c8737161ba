"""The relaxation by blending: tours, prices and a bound without a linear program."""

import time
from collections.abc import Callable, Iterable

import numpy as np

from planner.solver.columns.blend import Blend
from planner.solver.columns.pricing import Priced, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.price_scale import PRICE_SCALE

_SWEEPS = 12
#: Half-width of the smoothed prices at first; it is narrowed by a factor each time that so many
#: rounds have gained less than a part of the cost.  From the least on, prices are centred instead.
_WIDEST, _FACTOR, _ROUNDS, _GAIN, _NARROWEST = 0.4, 0.7, 3, 0.02, 0.1
#: Centred so often without gaining more than a part of the cost, blending has come near.
_CENTRED, _LITTLE = 5, 0.01


class BlendRoot:
    """Blends tours and prices new ones in turn, with prices smoothed less and less, then centred.

    What it costs is near the relaxation's optimum long before a linear program over as many
    tours would be solved once, and the slopes reached are good dual prices.

    Parameters
    ----------
    program, pricer
        What to solve, and what prices its tours.
    tours
        To begin with.
    seed
        Seed of the order of slots.
    """

    def __init__(self, program: Program, pricer: TourPricer, tours: Iterable[PricedTour], seed: int) -> None:
        self.blend = Blend(program, _WIDEST, seed)
        self.seconds_per_round = 0.0
        self._pricer = pricer
        self._bound = -np.inf
        self._objective = np.inf
        self.seconds = 0.0
        self._done = 0
        self._centred: list[float] = []
        for tour in tours:
            self.blend.add(tour)

    @property
    def is_near(self) -> bool:
        """Whether tours and prices are good ones to begin linear programs with."""
        if len(self._centred) <= _CENTRED:
            return False
        then, now = self._centred[-1 - _CENTRED], self._centred[-1]
        return then - now <= _LITTLE * abs(now)

    @property
    def gap(self) -> float:
        """What the blend costs above the best bound, as a share of it."""
        objective = self.blend.objective()
        return (objective - self._bound) / max(1.0, abs(objective))

    def run(self, found: Callable[[Priced], bool], near: float) -> None:
        """Go round until the gap is no more than ``near``, or ``found``, told each, says no."""
        while self.gap > near:
            for _ in range(_ROUNDS):
                if not found(self._go_round()):
                    return
            now = self.blend.objective()
            if self.blend.half_width <= _NARROWEST:
                self._centred.append(now)
                self.blend.centre()
            elif now > self._objective - _GAIN * abs(self._objective):
                self.blend.cool(max(_NARROWEST, _FACTOR * self.blend.half_width))
            self._objective = now

    def _go_round(self) -> Priced:
        begun = time.monotonic()
        self.blend.sweep(_SWEEPS)
        priced = self._pricer.price(self.blend.prices())
        for tour in priced.tours:
            if tour is not None:
                self.blend.add(tour)
        self._bound = max(self._bound, priced.value / PRICE_SCALE)
        self._done += 1
        self.seconds += time.monotonic() - begun
        self.seconds_per_round = self.seconds / self._done
        return priced
