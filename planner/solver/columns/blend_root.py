"""The relaxation by blending: tours, prices and a bound without a linear program."""

import time
from collections.abc import Callable, Iterable

from planner.solver.columns.blend import Blend
from planner.solver.columns.pricing import Priced, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour

_SWEEPS = 12
#: Half-width of the smoothed prices at first; it is narrowed by a factor each time that so many
#: rounds have gained less than a part of the cost, down to the least.
_WIDEST, _FACTOR, _ROUNDS, _GAIN, _NARROWEST = 0.4, 0.7, 5, 0.01, 0.03


class BlendRoot:
    """Blends tours and prices new ones in turn, with prices smoothed less and less.

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
        for tour in tours:
            self.blend.add(tour)

    @property
    def is_settled(self) -> bool:
        """Whether prices are hardly smoothed any more."""
        return self.blend.half_width < _NARROWEST

    def run(self, found: Callable[[Priced], bool]) -> None:
        """Go round until prices are hardly smoothed any more, or ``found`` says no."""
        last = self.blend.objective()
        begun, done = time.monotonic(), 0
        while not self.is_settled:
            for _ in range(_ROUNDS):
                self.blend.sweep(_SWEEPS)
                priced = self._pricer.price(self.blend.prices())
                for tour in priced.tours:
                    if tour is not None:
                        self.blend.add(tour)
                done += 1
                self.seconds_per_round = (time.monotonic() - begun) / done
                if not found(priced):
                    return
            now = self.blend.objective()
            if now > last - _GAIN * abs(last):
                self.blend.cool(_FACTOR * self.blend.half_width)
            last = now
