"""Column generation: the master asks for prices, the slots answer with tours, until nothing pays."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field

import numpy as np

from planner.solver.columns.effort import Effort
from planner.solver.columns.master import Master
from planner.solver.columns.master_answer import MasterAnswer
from planner.solver.columns.pricing import Priced, Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.price_scale import PRICE_SCALE

_PATIENT, _QUICK = 0.9, 0.2


@dataclass
class Generation:
    """A growing master program with the best Lagrangian bound seen.

    Prices are smoothed towards those of the best bound (Wentges 1997), the more the longer
    that pays; where smoothed prices find no new tour, the master's own prices are asked.

    Parameters
    ----------
    program
        What to solve.
    seconds_left
        Time left for it.
    pool
        Prices slots side by side where given.
    centre
        Prices to smooth towards, until a bound gives better ones.
    grown
        A master to go on with, whose slots and rows are the program's.
    blurred
        Whether a master begun here blurs its targets.
    effort
        Counts the work, and may limit it; a master to go on with counts in the same.
    """

    program: Program
    seconds_left: Callable[[], float]
    pool: Executor | None = None
    centre: Prices | None = None
    grown: Master | None = None
    blurred: bool = False
    effort: Effort = field(default_factory=Effort)

    def __post_init__(self) -> None:
        grown = self.grown
        if grown is None:
            grown = Master(self.program, blurred=self.blurred, effort=self.effort)
        self.master = grown
        self.pricer = TourPricer(self.program, self.pool)
        self.best: Priced | None = None
        self._weight = 0.5
        self.seconds_per_round = 0.0

    @property
    def bound(self) -> float:
        """Best bound so far on the program."""
        return -np.inf if self.best is None else self.best.value / PRICE_SCALE

    def begin(self, priced: Priced, tours: Iterable[PricedTour]) -> None:
        """Begin with tours, and with prices that prove a bound."""
        self.best, self.centre = priced, priced.prices
        self.add((*tours, *priced.tours))

    def add(self, tours: Iterable[PricedTour | None]) -> int:
        """Add tours to the master; return how many are new."""
        return sum(self.master.add(tour) for tour in tours if tour is not None)

    def price(self, prices: Prices) -> tuple[int, bool]:
        """Price all open slots; return how many tours are new, and whether the bound rose."""
        priced = self.pricer.price(prices)
        self.effort.questions += len(self.program.slots)
        self.effort.cells += priced.cells
        risen = self.best is None or priced.value > self.best.value
        if risen:
            self.best, self.centre = priced, priced.prices
        return self.add(priced.tours), risen

    def run(self, enough: Callable[[MasterAnswer, float], bool], rounds: int = 10_000) -> MasterAnswer | None:
        """Generate until nothing pays, ``enough`` of (answer, bound) holds, or time or work is up.

        Returns the last solution of the master, or ``None`` where either was up before one.
        """
        if not self._every_slot_has_a_tour():
            self.price(self.centre or self._no_prices())
            if not self._every_slot_has_a_tour():
                return None
        answer = self.master.solve(self.seconds_left(), self.bound)
        begun = time.monotonic()
        for done in range(rounds):
            if answer is None or enough(answer, self.bound) or self._is_over():
                break
            if not (self._round(answer.prices) or self.master.take_in()):
                break
            following = self.master.solve(self.seconds_left(), self.bound)
            if following is None:
                break
            answer = following
            self.seconds_per_round = (time.monotonic() - begun) / (done + 1)
        return answer

    def _is_over(self) -> bool:
        return self.seconds_left() <= 0 or self.effort.is_spent

    def _every_slot_has_a_tour(self) -> bool:
        there = self.master.filled
        return all(slot.number in there for slot in self.program.slots if slot.lower)

    def _no_prices(self) -> Prices:
        rows = np.zeros(len(self.program.base), np.int64)
        return Prices(rows, tuple(dict.fromkeys(slot.priced, 0) for slot in self.program.slots))

    def _round(self, asked: Prices) -> bool:
        """Price once; return whether anything was gained."""
        weight = self._weight if self.centre is not None else 0.0
        gained = False
        while True:
            added, risen = self.price(_between(self.centre or asked, asked, weight))
            self._weight = min(_PATIENT, self._weight + 0.05) if risen else max(_QUICK, self._weight - 0.05)
            gained |= risen
            if added:
                if self.master.is_large and weight > 0.0:
                    self.price(asked)
                return True
            if weight == 0.0:
                return gained
            weight = 0.0 if weight < 0.5 else weight - 0.4


def _between(centre: Prices, asked: Prices, weight: float) -> Prices:
    if weight == 0.0:
        return asked
    rows = np.rint(weight * centre.rows + (1 - weight) * asked.rows).astype(np.int64)
    counters = tuple(
        {key: round(weight * held.get(key, 0) + (1 - weight) * price) for key, price in own.items()}
        for held, own in zip(centre.counters, asked.counters, strict=True)
    )
    return Prices(rows, counters)
