"""Tours blended by weights against smoothed prices: a master program without a linear program."""

from collections.abc import Callable
from typing import Self

import numpy as np

from planner.solver.columns.blend_kernels import settle_side, sweep_slots
from planner.solver.columns.blend_sides import BlendSides
from planner.solver.columns.blend_tours import BlendTours
from planner.solver.columns.limits import Limits
from planner.solver.columns.pricing import Prices
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.columns.smooth_curve import smooth_curve
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.price_scale import PRICE_SCALE

#: Pairwise steps in each slot of a sweep.
_STEPS = 3


class Blend:
    """Weights of tours, slot by slot, that cost little once the prices of rows are smoothed.

    Every slot has as much weight as it may have tours; weight moves from a slot's dearest
    tour to its cheapest, as far as that pays (pairwise Frank-Wolfe steps, Lacoste-Julien and
    Jaggi 2015).  A sweep costs what a pricing does, where the linear program takes many
    times as long, and the slopes that prices have at the level reached are good dual prices.

    Parameters
    ----------
    program
        What is to be combined; each slot keeps its priced counters on average.
    half_width
        Prices are averaged over this much on either side of a level.
    seed
        Seed of the order of slots.

    Attributes
    ----------
    open
        How many tours each slot still takes.
    half_width
        What prices are averaged over now.
    curve
        Prices of rows and limits as smoothed now.
    """

    def __init__(self, program: Program, half_width: float, seed: int) -> None:
        self._program, self._index = program, program.ledger.cover_index
        self._seed, self._random = seed, np.random.default_rng(seed)
        self.half_width = half_width
        self.open = {slot.number: slot.upper for slot in program.slots if slot.upper}
        self._limits = Limits(program)
        self.tours = BlendTours(program, self._limits)
        rows = len(program.base) + len(self._limits.upper)
        self._level = np.concatenate([program.base, self._limits.outside]).astype(np.float64)
        self.curve = smooth_curve(program, self._limits, half_width)
        self._sides = BlendSides(program, rows)
        self._sides.add_to(self._level)
        self._moves = np.zeros(rows), np.zeros(rows, np.int64), np.zeros(rows, np.int64)
        self._stamp = 0

    @property
    def sides(self) -> Floats:
        """Values of the side columns."""
        return self._sides.value

    def add(self, tour: PricedTour, weight: float = 0.0) -> bool:
        """Add a tour, with some more weight; say whether it was not looked at before."""
        if tour.slot not in self.open:
            return False
        number, is_new = self.tours.add(tour)
        self._put(number, weight)
        return is_new

    def sweep(self, times: int) -> None:
        """Go through open slots so many times; tours long without weight are passed over."""
        tours = self.tours
        if not len(tours):
            return
        there = tours.in_use()
        slots = np.array(tours.slot_of, np.int64)[there]
        order = np.argsort(slots, kind="stable").astype(np.int64)
        count = max(slot.number for slot in self._program.slots) + 1
        first = np.searchsorted(slots[order], np.arange(count + 1)).astype(np.int64)
        self._fill(there, slots, order, first)
        covers = tours.covers(there)
        weight, reduced = tours.weight[there], np.zeros(len(there))
        priced = np.zeros(len(covers[0]) - 1), np.zeros(len(covers[0]) - 1, np.int64)
        numbers = np.array(sorted(self.open), np.int64)
        for _ in range(times):
            self._stamp = sweep_slots(
                self._random.permutation(numbers),
                _STEPS,
                self._level,
                weight,
                tours.most(there),
                self.curve.arrays,
                covers,
                (first, order),
                tours.listed(there),
                self._sides.of_row,
                self._sides.arrays,
                priced,
                self._moves,
                reduced,
                self._stamp,
            )
            for side in range(len(self.sides)):
                settle_side(side, self._level, self.curve.arrays, self._sides.arrays)
        tours.weight[there] = weight

    def cool(self, half_width: float) -> None:
        """Smooth prices over another half-width."""
        self.curve.narrow(half_width / self.half_width)
        self.half_width = half_width

    def centre(self) -> None:
        """Smooth prices around those of the level reached, so that levels find to where prices jump."""
        self.curve.centre(self._level)

    def copy(self) -> Self:
        """Return another blend of the tours that have weight, around the same prices."""
        other = type(self)(self._program, self.half_width, self._seed)
        for tour, weight in self.tours.weighted():
            other.add(tour, weight)
        other.curve.centre_like(self.curve)
        return other

    def objective(self) -> float:
        """Exact cost at the level reached, fines for limits included."""
        program = self._program
        count = len(program.base)
        total = float(program.ledger.prices.between(self._level[:count])[program.rows].sum())
        over = np.maximum(self._level[count:] - self._limits.upper, 0.0)
        total += float(np.dot(over, self._limits.fine)) + float(np.dot(self.sides, self._sides.cost))
        return total + self.tours.cost()

    def prices(self) -> Prices:
        """Slopes of the smoothed prices at the level reached."""
        own, count = self._program.rows, len(self._program.base)
        rounded = np.rint(self.curve.slopes(self._level) * PRICE_SCALE).astype(np.int64)
        asked = np.zeros(count, np.int64)
        asked[own] = self._program.ledger.prices.clip(own, rounded[own], PRICE_SCALE)
        return Prices(asked, self._limits.by_slot(rounded[count:]))

    def chances(self) -> dict[int, Floats]:
        """Weight of each label column in each open slot."""
        found = {slot: np.zeros(self._program.space.columns) for slot in self.open}
        for tour, weight in self.tours.weighted():
            if tour.slot in found:
                found[tour.slot][tour.columns] += weight
        return found

    def keep_only(self, wanted: Callable[[PricedTour], bool]) -> None:
        """Take weight from all other tours, and pass them over."""
        for number in range(self.tours.idle, len(self.tours)):
            if self.tours.is_looked_at(number) and not wanted(self.tours.tour(number)):
                self._put(number, -self.tours.weight[number])
                self.tours.forget(number)

    def take(self, share: float) -> list[PricedTour]:
        """Fix the heaviest tours of a part of the open weight for good; return them."""
        weights = self.tours.weight
        allowed = max(1.0, share * sum(self.open.values()))
        taken: list[PricedTour] = []
        order = np.argsort(-weights[self.tours.idle :], kind="stable") + self.tours.idle
        for number in order.tolist():
            if allowed <= 0 or weights[number] <= 0:
                break
            slot = self.tours.slot_of[number]
            if slot not in self.open:
                continue
            times = min(max(1, int(weights[number] + 1e-6)), self.open[slot])
            taken += [self.tours.tour(number)] * times
            allowed -= times
            self._fix(number, times)
        return taken

    def fix(self, tour: PricedTour) -> None:
        """Take a tour for good, once."""
        self._fix(self.tours.number_of(tour), 1)

    def _fix(self, number: int, times: int) -> None:
        """Take weight for good: first the tour's own, then that of the slot's other tours."""
        weight, slot = self.tours.weight, self.tours.slot_of[number]
        missing = float(times)
        others = self.tours.of_slot(slot)
        for other in [number, *(other for other in others if other != number)]:
            part = min(missing, weight[other])
            self._put(other, -part)
            missing -= part
        self._put(number, times)
        # what is fixed stays in the level; the weights tell only what is open
        weight[number] -= times
        self.open[slot] -= times
        if not self.open[slot]:
            del self.open[slot]
            weight[others] = 0.0

    def _fill(self, there: Ints, slots: Ints, order: Ints, first: Ints) -> None:
        """Give a slot's last tour the weight that is nobody's yet."""
        held = np.bincount(slots, self.tours.weight[there], len(first) - 1)
        for slot, upper in self.open.items():
            own = order[first[slot] : first[slot + 1]]
            if upper - held[slot] > 1e-9 and len(own):
                self._put(int(there[own[-1]]), upper - held[slot])

    def _put(self, number: int, weight: float) -> None:
        if not weight:
            return
        self.tours.weight[number] += weight
        begin, row, amount = self._index.by_place
        places, counts = self.tours.hits(number)
        for place in places.tolist():
            part = slice(int(begin[place]), int(begin[place + 1]))
            self._level[row[part]] += weight * amount[part]
        for limit, counted in counts:
            self._level[limit] += weight * counted
