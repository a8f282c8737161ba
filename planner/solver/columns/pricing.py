"""From row prices to the cheapest tour of every slot, and the exact bound they prove."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from planner.solver.columns.program import Program
from planner.solver.columns.slot import Cheapest, PricedTour, Slot
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.paths.price_kernels import price_columns, price_duties
from planner.solver.price_scale import PRICE_SCALE


@dataclass(frozen=True)
class Prices:
    """Dual prices, times ``PRICE_SCALE``.

    Parameters
    ----------
    rows
        What one more unit of each row's level is charged; negative where it is earned.
    counters
        Per slot, price of a unit of each priced counter.
    """

    rows: Ints
    counters: tuple[dict[int, int], ...]


@dataclass(frozen=True)
class Priced:
    """Cheapest tours under prices, and the value of the Lagrangian there.

    ``value`` is a lower bound on the program's cost, times ``PRICE_SCALE``; it is minus
    infinity where some slot that must be filled has no tour.  ``cells`` of networks were gone over.
    """

    prices: Prices
    tours: tuple[PricedTour | None, ...]
    value: float
    cells: int = 0


class TourPricer:
    """Prices the slots of a program.

    Parameters
    ----------
    program
        Whom to price, and against what.
    pool
        Runs slots side by side where given.
    """

    def __init__(self, program: Program, pool: Executor | None = None) -> None:
        self._program, self._pool = program, pool
        ledger, slots, free_sides = program.ledger, program.slots, program.free_sides
        problem = ledger.problem
        begin, end = program.days
        inside = (ledger.duty_day >= begin) & (ledger.duty_day < end)
        self._duties = np.flatnonzero(inside)
        self._scaled_costs = {
            trade: (PRICE_SCALE * ledger.trade_costs[trade]).astype(np.float64)
            for trade in {slot.trade for slot in slots}
        }
        self._column_of_duty = program.space.first_column[ledger.duty_day] + ledger.duty_column
        self._trades = sorted({slot.trade for slot in slots})
        sides = [problem.side_columns[number] for number in free_sides.tolist()]
        self._side_lower = np.array([side.lower for side in sides], np.int64)
        self._side_upper = np.array([side.upper for side in sides], np.int64)
        self._side_cost = np.array([side.cost for side in sides], np.int64)
        triples = [(n, row, amount) for n, side in enumerate(sides) for row, amount in side.covers]
        self._side_entries = np.array(triples, np.int64).reshape(-1, 3)

    def price(self, prices: Prices) -> Priced:
        """Find the cheapest tour of every slot."""
        by_trade = {trade: self._columns(trade, prices.rows) for trade in self._trades}

        def one(slot: Slot) -> Cheapest:
            return slot.cheapest(*by_trade[slot.trade], prices.counters[slot.number])

        answers = tuple(
            self._pool.map(one, self._program.slots) if self._pool else map(one, self._program.slots)
        )
        value = self._row_value(prices.rows)
        for slot, answer in zip(self._program.slots, answers, strict=True):
            if answer.least == np.inf:
                value -= np.inf if slot.lower else 0.0
                continue
            each = answer.least - relaxed_by(slot, prices)
            value += min(slot.lower * each, slot.upper * each)
        cells = sum(answer.cells for answer in answers)
        return Priced(prices, tuple(answer.tour for answer in answers), value, cells)

    def reduced_costs(self, tours: Sequence[PricedTour], prices: Prices) -> Floats:
        """Cost of each tour under prices, counters left out."""
        by_trade = {trade: self._columns(trade, prices.rows)[0] for trade in self._trades}
        trades = [self._program.slots[tour.slot].trade for tour in tours]
        return np.array(
            [
                tour.cost + by_trade[trade][tour.duties].sum() / PRICE_SCALE
                for tour, trade in zip(tours, trades, strict=True)
            ]
        )

    def answer(self, slot: Slot, row_prices: Ints, counter_prices: dict[int, int]) -> PricedTour | None:
        """Cheapest tour of one slot."""
        return slot.cheapest(*self._columns(slot.trade, row_prices), counter_prices).tour

    def _columns(self, trade: int, row_prices: Ints) -> tuple[Floats, Floats, Ints]:
        """Price of each duty by the rows, and cheapest duty of each label column with its price."""
        ledger, first = self._program.ledger, self._program.space.first_column
        begin, end = self._program.days
        duty_price = np.empty(len(self._column_of_duty))
        covers = (ledger.cover_start[trade], ledger.cover_row[trade], ledger.cover_amount[trade])
        price_duties(self._duties, *covers, row_prices, duty_price)
        column_price = np.empty(self._program.space.columns)
        column_duty = np.empty(self._program.space.columns, np.int64)
        price_columns(
            self._duties,
            self._column_of_duty,
            duty_price,
            self._scaled_costs[trade],
            first[begin:end],
            first[begin],
            first[end],
            column_price,
            column_duty,
        )
        return duty_price, column_price, column_duty

    def _row_value(self, row_prices: Ints) -> float:
        """Least price of rows and free side columns, tilted by the row prices."""
        rows, ledger = self._program.rows, self._program.ledger
        own = row_prices[rows]
        value = int(ledger.prices.lowest_tilted(rows, own, PRICE_SCALE).sum())
        value += int((own * self._program.base[rows]).sum())
        if len(self._program.free_sides):
            slope = PRICE_SCALE * self._side_cost
            side, row, amount = self._side_entries.T
            np.add.at(slope, side, amount * row_prices[row])
            value += int(np.minimum(slope * self._side_lower, slope * self._side_upper).sum())
        return float(value)


def relaxed_by(slot: Slot, prices: Prices) -> int:
    """What pricing a slot's counters takes off the least cost of its tours: each price at its limit."""
    total = 0
    for number, price in prices.counters[slot.number].items():
        use = slot.counters[number]
        total += price * ((use.upper if price >= 0 else use.lower) - slot.outside[number])
    return total
