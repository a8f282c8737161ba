"""Whole tours from blended ones, day by day: what a slot is all but certain of is fixed first."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import replace

import numpy as np

from planner.solver.columns.blend import Blend
from planner.solver.columns.partly_fixed import PartlyFixed
from planner.solver.columns.pricing import TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour

_SWEEPS = 12
#: What has this much of a slot's weight is fixed at once.
_CERTAIN = 0.98


class DayDive:
    """A dive for slots that take one tour each.

    A slot's weights say how much of it has each label column on each day.  The surest days are
    fixed, tours that differ there are let go, and the others are blended and priced again, so
    that every slot goes on adapting to all others until its last day is fixed.

    Parameters
    ----------
    program
        What to solve; every slot takes exactly one tour.
    blend
        Tours and weights to begin with.
    keep_going
        Asked before every round.
    pool
        Prices slots side by side where given.
    """

    def __init__(
        self, program: Program, blend: Blend, keep_going: Callable[[], bool], pool: Executor | None = None
    ) -> None:
        self._program, self._blend, self._keep_going, self._pool = program, blend, keep_going, pool
        self._open = {slot.number: PartlyFixed(slot, program) for slot in program.slots}
        self._fixed_cost = 0

    def run(self, share: float, seconds: float, beat: float = np.inf) -> list[PricedTour] | None:
        """Fix a part of all days in each step, until all are fixed or time is up.

        Parameters
        ----------
        share
            Part of all days fixed in one step.
        seconds
            About what it may take.
        beat
            Given up, without tours, once the blend costs as much: that is no bound, but a blend
            seldom gets cheaper by what is fixed.
        """
        begin, end = self._program.days
        total = len(self._open) * (end - begin)
        found: list[PricedTour] = []
        begun = time.monotonic()
        while self._open and self._keep_going():
            done = 1 - sum(own.days_left for own in self._open.values()) / total
            until = begun + seconds * min(1.0, done + share)
            self._go_round()
            while time.monotonic() < until and self._keep_going():
                self._go_round()
            self._blend.sweep(_SWEEPS)
            if self.cost >= beat:
                return None
            self._fix(max(1, round(share * total)))
            found += self._finished()
        return found

    @property
    def cost(self) -> float:
        """What fixed tours and the blend of the others cost."""
        return self._blend.objective() + self._fixed_cost

    def _go_round(self) -> None:
        """Blend, and price open slots at the slopes reached."""
        self._blend.sweep(_SWEEPS)
        self._price(self._open)

    def _price(self, numbers: Iterable[int]) -> None:
        slots = tuple(self._open[number].slot for number in numbers)
        pricer = TourPricer(replace(self._program, slots=slots), self._pool)
        for tour in pricer.price(self._blend.prices()).tours:
            if tour is not None:
                self._blend.add(tour)

    def _fix(self, count: int) -> None:
        """Fix the surest days of all open slots."""
        chances = self._blend.chances()
        sure = [one for number, own in self._open.items() for one in own.surest(chances[number])]
        sure.sort(key=lambda one: (-one[0], one[1], one[2]))
        chosen: dict[int, list[int]] = defaultdict(list)
        for place, (chance, number, column) in enumerate(sure):
            if place >= count and chance < _CERTAIN:
                break
            chosen[number].append(column)
        heaviest = self._blend.tours.heaviest()
        before = {number: self._open[number].copy() for number in chosen}
        for number, columns in chosen.items():
            self._open[number].fix(columns)
        without = [
            number for number in chosen if not self._blend.tours.any_tour(number, self._open[number].allows)
        ]
        self._price(without)
        for number in without:
            if not self._blend.tours.any_tour(number, self._open[number].allows):
                # the days do not go together: fix those the slot's heaviest tour has
                self._open[number] = before[number]
                own = set(heaviest[number].columns.tolist())
                self._open[number].fix([column for column in chosen[number] if column in own])
                if not self._blend.tours.any_tour(number, self._open[number].allows):
                    del self._open[number]  # left as it is blended, and its tour to be found later
        self._blend.keep_only(lambda tour: tour.slot not in self._open or self._open[tour.slot].allows(tour))

    def _finished(self) -> list[PricedTour]:
        """Take the tours of slots whose days are all fixed."""
        done = [number for number, own in self._open.items() if not own.days_left]
        heaviest = self._blend.tours.heaviest()
        for number in done:
            self._blend.fix(heaviest[number])
            self._fixed_cost += heaviest[number].cost
            del self._open[number]
        return [heaviest[number] for number in done]
