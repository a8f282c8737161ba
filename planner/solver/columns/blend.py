"""Tours blended by weights against smoothed prices: a master program without a linear program."""

import numpy as np

from planner.solver.columns.blend_kernels import settle_side, sweep_slots
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.price_scale import PRICE_SCALE

#: Pairwise steps in each slot of a sweep.
_STEPS = 3
#: Width for rows that no duty hits: their side column is settled exactly.
_EXACT = 1e-9


class Blend:
    """Weights of tours, slot by slot, that cost little once the prices of rows are smoothed.

    Every slot has as much weight as it may have tours; weight moves from a slot's dearest
    tour to its cheapest, as far as that pays (pairwise Frank-Wolfe steps, Lacoste-Julien and
    Jaggi 2015).  A sweep costs what a pricing does, where the linear program takes many
    times as long, and the slopes that prices have at the level reached are good dual prices.

    Parameters
    ----------
    program
        What is to be combined; counters are kept by the tours, not priced.
    half_width
        Prices are averaged over this much on either side of a level.
    seed
        Seed of the order of slots.
    """

    def __init__(self, program: Program, half_width: float, seed: int) -> None:
        ledger = program.ledger
        self._program, self._index = program, ledger.cover_index
        self._random = np.random.default_rng(seed)
        self.tours: list[PricedTour] = []
        self._seen: set[tuple[int, bytes]] = set()
        self._places: list[Ints] = []
        self._slot_of: list[int] = []
        self._cost: list[float] = []
        self.weight = np.zeros(0)
        self.open = {slot.number: slot.upper for slot in program.slots if slot.upper}
        self._trades = {slot.number: slot.trade for slot in program.slots}
        rows = len(program.base)
        self._level = program.base.astype(np.float64)
        self._prices = self._smooth_prices(half_width)
        sides = [ledger.problem.side_columns[number] for number in program.free_sides.tolist()]
        self.sides = np.array([min(max(0.0, side.lower), side.upper) for side in sides], np.float64)
        covers = [pair for side in sides for pair in side.covers]
        pairs = np.array(covers, np.int64).reshape(-1, 2)
        first = np.concatenate([[0], np.cumsum([len(side.covers) for side in sides])]).astype(np.int64)
        owner = np.repeat(np.arange(len(sides)), np.diff(first))
        np.add.at(self._level, pairs[:, 0], self.sides[owner] * pairs[:, 1])
        self._side_of_row = np.full(rows, -1, np.int64)
        self._side_of_row[pairs[:, 0]] = owner
        self._side_of_row[np.bincount(pairs[:, 0], minlength=rows) != 1] = -1
        self._side_arrays = (
            first,
            np.ascontiguousarray(pairs[:, 0]),
            pairs[:, 1].astype(np.float64),
            np.array([side.cost for side in sides], np.float64),
            np.array([side.lower for side in sides], np.float64),
            np.array([side.upper for side in sides], np.float64),
            self.sides,
        )
        for slot in program.slots:
            if slot.lower < slot.upper:
                self._append(slot.number, np.zeros(0, np.int64), 0.0)
        self._idle = len(self._cost)
        #: Tours that need not be taken count as a tour of nothing, of so much weight at most.
        self._most_idle = [slot.upper - slot.lower for slot in program.slots if slot.lower < slot.upper]
        self._scratch = (
            np.zeros(self._index.places),
            np.zeros(self._index.places, np.int64),
            np.zeros(rows),
            np.zeros(rows, np.int64),
            np.zeros(rows, np.int64),
        )
        self._stamp = 0

    def _smooth_prices(self, half_width: float) -> tuple[Floats, Ints, Floats, Floats, Floats]:
        program = self._program
        counted = np.zeros(len(program.base), np.bool_)
        counted[program.rows] = True
        slope, first = np.zeros(len(counted)), [0]
        at: list[int] = []
        jump: list[int] = []
        for number, row in enumerate(program.ledger.problem.rows):
            if counted[number]:
                slope[number] = row.price.slopes[0]
                at += row.price.breaks
                jump += np.diff(row.price.slopes).tolist()
            first.append(len(at))
        width = np.where(self._index.is_hit, half_width, _EXACT)
        return slope, np.array(first, np.int64), np.array(at, np.float64), np.array(jump, np.float64), width

    def _append(self, slot: int, places: Ints, cost: float) -> None:
        self._slot_of.append(slot)
        self._places.append(places)
        self._cost.append(cost)

    def add(self, tour: PricedTour, weight: float = 0.0) -> bool:
        """Add a tour unless it is there, with some weight to begin with; say whether it is new."""
        key = (tour.slot, tour.duties.tobytes())
        if key in self._seen or tour.slot not in self.open:
            return False
        self._seen.add(key)
        trade = self._trades[tour.slot]
        self._append(tour.slot, self._index.place(trade, 0) + tour.duties, float(tour.cost))
        self.tours.append(tour)
        self.weight = np.append(self.weight, np.zeros(len(self._cost) - len(self.weight)))
        if weight:
            self._put(len(self._cost) - 1, weight)
        return True

    def sweep(self, times: int) -> float:
        """Go through open slots so many times; return what their tours lost at the last."""
        if not self._cost:
            return 0.0
        self.weight = np.append(self.weight, np.zeros(len(self._cost) - len(self.weight)))
        slots = np.array(self._slot_of, np.int64)
        order = np.argsort(slots, kind="stable").astype(np.int64)
        count = max(slot.number for slot in self._program.slots) + 1
        first = np.searchsorted(slots[order], np.arange(count + 1)).astype(np.int64)
        self._fill(slots, order, first)
        starts = np.concatenate([[0], np.cumsum([len(own) for own in self._places])]).astype(np.int64)
        places = np.concatenate(self._places).astype(np.int64)
        most = np.full(len(self._cost), np.inf)
        most[: self._idle] = self._most_idle
        cost, reduced = np.array(self._cost), np.zeros(len(self._cost))
        numbers, lost = np.array(sorted(self.open), np.int64), 0.0
        for _ in range(times):
            lost, self._stamp = sweep_slots(
                self._random.permutation(numbers),
                _STEPS,
                self._level,
                self.weight,
                most,
                self._prices,
                self._index.by_place,
                (first, order),
                (starts, places, cost),
                self._side_of_row,
                self._side_arrays,
                self._scratch[:2],
                self._scratch[2:],
                reduced,
                self._stamp,
            )
            for side in range(len(self.sides)):
                settle_side(side, self._level, self._prices, self._side_arrays)
        return lost

    def row_prices(self) -> Ints:
        """Slopes of the smoothed prices at the level reached."""
        slope, first, at, jump, width = self._prices
        rows = np.repeat(np.arange(len(slope)), np.diff(first))
        part = np.clip((self._level[rows] - at) * 0.5 / width[rows] + 0.5, 0.0, 1.0)
        total = slope.copy()
        np.add.at(total, rows, part * jump)
        own = self._program.rows
        asked = np.zeros(len(total), np.int64)
        rounded = np.rint(total * PRICE_SCALE).astype(np.int64)
        asked[own] = self._program.ledger.prices.clip(own, rounded[own], PRICE_SCALE)
        return asked

    def take(self, share: float) -> list[PricedTour]:
        """Fix the heaviest tours of a part of the open weight for good; return them."""
        weights = self.weight[self._idle :]
        allowed = max(1.0, share * sum(self.open.values()))
        taken: list[PricedTour] = []
        for number in np.argsort(-weights, kind="stable").tolist():
            tour = self.tours[number]
            if allowed <= 0 or weights[number] <= 0:
                break
            if tour.slot not in self.open:
                continue
            times = min(max(1, int(weights[number] + 1e-6)), self.open[tour.slot])
            taken += [tour] * times
            allowed -= times
            self._fix(self._idle + number, times)
        return taken

    def _fix(self, number: int, times: int) -> None:
        """Take weight for good: first the tour's own, then that of the slot's other tours."""
        slot, missing = self._slot_of[number], float(times)
        others = [other for other in range(len(self.weight)) if self._slot_of[other] == slot]
        for other in [number, *(other for other in others if other != number)]:
            part = min(missing, self.weight[other])
            self._put(other, -part)
            missing -= part
        self._put(number, times)
        # what is fixed stays in the level; the weights tell only what is open
        self.weight[number] -= times
        self.open[slot] -= times
        if not self.open[slot]:
            del self.open[slot]
            self.weight[others] = 0.0

    def _fill(self, slots: Ints, order: Ints, first: Ints) -> None:
        """Give a slot's last tour the weight that is nobody's yet."""
        held = np.bincount(slots, self.weight, len(first) - 1)
        for slot, upper in self.open.items():
            own = order[first[slot] : first[slot + 1]]
            if upper - held[slot] > 1e-9 and len(own):
                self._put(int(own[-1]), upper - held[slot])

    def _put(self, number: int, weight: float) -> None:
        if not weight:
            return
        self.weight[number] += weight
        begin, row, amount = self._index.by_place
        for place in self._places[number].tolist():
            part = slice(int(begin[place]), int(begin[place + 1]))
            self._level[row[part]] += weight * amount[part]
