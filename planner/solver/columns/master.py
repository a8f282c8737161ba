"""The restricted master: the linear program over the tours found so far."""

import time
from collections.abc import Iterable

import numpy as np

from planner.solver.columns.effort import Effort
from planner.solver.columns.growing import GrowingProgram, Solved
from planner.solver.columns.level_columns import add_levels, add_sides, blurring, told
from planner.solver.columns.level_rows import LevelRows
from planner.solver.columns.master_answer import MasterAnswer
from planner.solver.columns.pricing import Prices
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.price_scale import PRICE_SCALE

#: Breaking a priced counter by one costs this many times what one day can cost or save.
_PROHIBITIVE = 20
#: The steepest price of a row, in the units of the program.
_STEEPEST = 100.0
#: Most times a solve takes in rows that it finds to cost something.
_TURNS = 4
#: Part of the gap that rows left out may cost.
_MISSED = 0.4
#: What a row costs, as a part of its steepest price, that is nothing but rounding, or blur.
_NOTHING, _BLURRED = 1e-6, 1e-5


class Master:
    """Linear program over tours, side columns and the stretches of levels, grown tour by tour.

    Where a program watches some rows, the others are taken in once they cost a part of the gap.

    Parameters
    ----------
    program
        What is to be combined.
    blurred
        Whether targets are moved by one or two millionths, each by another amount, so that fewer
        bases stand for one and the same solution.
    effort
        Counts steps of the simplex method, and may limit them.
    """

    def __init__(self, program: Program, *, blurred: bool = False, effort: Effort | None = None) -> None:
        ledger, slots = program.ledger, program.slots
        self._ledger, self._slots, self._program = ledger, slots, program
        # costs around one hundred keep the simplex method's tolerances meaningful
        self._unit = ledger.prices.steepest / _STEEPEST
        self._index = ledger.cover_index
        dearest = max(np.abs(costs).max(initial=0) for costs in ledger.trade_costs)
        charged = ledger.prices.steepest + float(dearest) + program.space.dearest
        self._prohibitive = _PROHIBITIVE * charged / self._unit
        self.tours: list[PricedTour] = []
        self._seen: dict[tuple[int, bytes], int] = {}
        #: How often each tour is taken for good, by number; none of it counts in answers.
        self._taken: dict[int, int] = {}
        self._barred: set[int] = set()
        self._closed: dict[int, int] = {}
        self._is_strict = False
        self._blurred = blurred
        self._effort = Effort() if effort is None else effort
        self._late: Ints = np.zeros(0, np.int64)
        self._free_sides = [ledger.problem.side_columns[number] for number in program.free_sides.tolist()]
        triples = [
            (order, row, amount) for order, side in enumerate(self._free_sides) for row, amount in side.covers
        ]
        self._side_entries = np.array(triples, np.int64).reshape(-1, 3).T
        self._build(program.rows if program.watched is None else program.watched)

    def _build(self, watched: Ints) -> None:
        """Write the program down with some rows taken in, and the tours there are."""
        program = self._program
        self._levels = LevelRows(program, watched)
        self.watched = watched
        out = np.zeros(len(program.base), np.bool_)
        out[program.rows] = True
        out[self._levels.rows] = False
        out[list(self._levels.folded)] = False
        self._out = np.flatnonzero(out)
        self.constant = float(self._ledger.prices.lowest(program.rows).sum()) + self._levels.constant
        self._linear = GrowingProgram()
        self._columns: list[int] = []
        slots = self._slots
        self._linear.add_rows([slot.lower for slot in slots], [slot.upper for slot in slots])
        self._limits = self._add_limits()
        self._moves = told(self._levels, blurring(len(self._levels.groups)) * self._blurred)
        self._first_level = add_levels(self._linear, self._levels, self._moves, self._unit)
        self._first_side = add_sides(
            self._linear, self._levels, self._free_sides, self._first_level, self._unit
        )
        for tour in self.tours:
            self._add_column(tour)
        self._repeat_choices()

    @property
    def filled(self) -> set[int]:
        """Numbers of the slots that have a tour."""
        return {tour.slot for number, tour in enumerate(self.tours) if number not in self._barred}

    @property
    def is_large(self) -> bool:
        """Whether solving takes so long that a round of pricing hardly counts beside it."""
        return self._levels.is_chained

    def add(self, tour: PricedTour) -> bool:
        """Add a tour, or let it in again where it was barred; say whether that changed anything."""
        key = (tour.slot, tour.duties.tobytes())
        if key in self._seen:
            return self._admit(self._seen[key])
        self._seen[key] = len(self.tours)
        self.tours.append(tour)
        self._add_column(tour)
        return True

    def _add_column(self, tour: PricedTour) -> None:
        slot = self._slots[tour.slot]
        column = self._linear.add_columns([0.0], [np.inf], [tour.cost / self._unit])
        levels, amounts = self._levels.entries(slot.trade, tour.duties)
        limits = self._limits[tour.slot]
        over = [tour.totals[counter] + slot.outside[counter] - limit for _, counter, limit in limits]
        rows = np.concatenate([[tour.slot], [row for row, _, _ in limits], self._first_level + levels])
        self._linear.add_entries(rows, column, np.concatenate([[1.0], over, amounts]))
        self._columns.append(column)

    def solve(self, seconds: float, bound: float = np.inf) -> MasterAnswer | None:
        """Solve to the optimum; ``None`` when time or steps run out first.

        Rows left out are taken in once they cost a part of the gap to a bound.
        """
        until = time.monotonic() + max(0.05, seconds)
        answer = None
        for _ in range(_TURNS):
            left = until - time.monotonic()
            if answer is not None and left <= 0:
                break
            before = self._linear.steps
            solved = self._linear.solve(left, self._effort.steps_left)
            self._effort.steps += self._linear.steps - before
            if solved is None:
                break
            answer, missed, self._late = self._read(solved)
            if missed <= _MISSED * (answer.objective - bound) or not self.take_in():
                break
        return answer

    def take_in(self) -> bool:
        """Take in the rows that cost something in the last answer; say whether there are any."""
        if not len(self._late):
            return False
        self._build(np.union1d(self.watched, self._late))
        self._late = self._late[:0]
        return True

    def _read(self, solved: Solved) -> tuple[MasterAnswer, float, Ints]:
        """Read an answer, what rows left out cost under it, and which of them cost something."""
        values = solved.values[self._columns]
        held = solved.values[self._first_side : self._first_side + len(self._levels.sides)]
        counts = np.zeros(self._index.places)
        for number in np.flatnonzero(values > _NOTHING).tolist():
            tour = self.tours[number]
            counts[self._index.place(self._slots[tour.slot].trade, 0) + tour.duties] += values[number]
        reached = self._index.levels(counts) + self._program.base
        order, row, amount = self._side_entries
        stayed = np.zeros(len(self._program.free_sides))
        stayed[[place for place, _, _ in self._levels.sides]] = held
        reached += np.bincount(row, amount * stayed[order], len(reached))
        sides = self._levels.side_values(reached, held)
        missed = 0.0
        late = self._out
        if len(late):
            every = reached + np.bincount(row, amount * (sides - stayed)[order], len(reached))
            extra = self._ledger.prices.between(every)[late] - self._ledger.prices.lowest(late)
            costly = extra > (_BLURRED if self._blurred else _NOTHING) * self._unit * _STEEPEST
            missed, late = float(extra[costly].sum()), late[costly]
        # what the prices are worth at the targets as they are: the optimum, though not of these values
        moved = float(solved.duals[self._first_level : self._first_level + len(self._moves)] @ self._moves)
        objective = (solved.objective - moved) * self._unit + self.constant + missed
        for number, times in self._taken.items():
            values[number] -= times
            objective -= times * self.tours[number].cost
        return MasterAnswer(objective, values, sides, self._prices(solved.duals, reached)), missed, late

    def take(self, number: int, times: int) -> None:
        """Take a tour for good; answers are about what is left from then on."""
        self._taken[number] = self._taken.get(number, 0) + times
        self._linear.bound_column(self._columns[number], lower=self._taken[number])

    def close(self, slot: int) -> None:
        """Take no more tours of a slot than were taken."""
        own = [times for number, times in self._taken.items() if self.tours[number].slot == slot]
        self._closed[slot] = sum(own)
        self._linear.bound_row(slot, upper=sum(own))

    def bar(self, numbers: Iterable[int]) -> None:
        """Leave tours out until they are added again."""
        for number in numbers:
            self._linear.bound_column(self._columns[number], upper=0.0)
            self._barred.add(number)

    def _admit(self, number: int) -> bool:
        if number not in self._barred:
            return False
        self._barred.remove(number)
        self._linear.bound_column(self._columns[number], upper=np.inf)
        return True

    def drop_limits(self) -> None:
        """Let the prices of counters go; every tour keeps them from now on."""
        self._is_strict = True
        for limits in self._limits:
            for row, _, _ in limits:
                self._linear.bound_row(row, -np.inf, np.inf)

    def _repeat_choices(self) -> None:
        """Take, close, bar and drop what was before the program was written down anew."""
        for number, times in self._taken.items():
            self._linear.bound_column(self._columns[number], lower=times)
        for slot, count in self._closed.items():
            self._linear.bound_row(slot, upper=count)
        for number in self._barred:
            self._linear.bound_column(self._columns[number], upper=0.0)
        if self._is_strict:
            self.drop_limits()

    def release(self) -> None:
        """Undo what was taken, closed, barred and dropped."""
        self._taken, self._closed, self._barred, self._is_strict = {}, {}, set(), False
        self._build(self.watched)

    def _prices(self, duals: Floats, reached: Floats) -> Prices:
        levels = len(self._levels.groups)
        slopes = -duals[self._first_level : self._first_level + levels] * self._unit
        slopes[:-1] -= np.where(self._levels.follows[1:], slopes[1:], 0.0)
        asked = self._levels.row_prices(slopes, reached) * PRICE_SCALE
        own = self._program.rows
        rows = np.zeros(len(self._program.base), np.int64)
        rows[own] = self._ledger.prices.clip(own, np.rint(asked[own]).astype(np.int64), PRICE_SCALE)
        counters = []
        for limits in self._limits:
            prices: dict[int, int] = {}
            for row, counter, _ in limits:
                dual = round(float(-duals[row]) * self._unit * PRICE_SCALE)
                prices[counter] = prices.get(counter, 0) + dual
            counters.append(prices)
        return Prices(rows, tuple(counters))

    def _add_limits(self) -> list[list[tuple[int, int, int]]]:
        """Rows that keep priced counters, on average over a slot's tours, within their bounds."""
        limits = []
        for slot in self._slots:
            own = []
            for number in slot.priced:
                use = slot.counters[number]
                own.append((self._limit_row(ub=0.0, give=-1.0), number, use.upper))
                if use.lower > 0:
                    own.append((self._limit_row(lb=0.0, give=1.0), number, use.lower))
            limits.append(own)
        return limits

    def _limit_row(self, *, give: float, lb: float = -np.inf, ub: float = np.inf) -> int:
        """Row for a priced counter, which may be broken at a prohibitive price until tours keep it."""
        row = self._linear.add_rows([lb], [ub])
        broken = self._linear.add_columns([0.0], [np.inf], [self._prohibitive])
        self._linear.add_entries(row, broken, give)
        return row
