"""Who a tour is sought for: a profile over the whole horizon, or one tour over a few days."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.solver.layers import Ints
from planner.solver.paths.network import COUNTERS, Floats
from planner.solver.paths.space import CounterUse
from planner.solver.paths.task import PathTask
from planner.solver.price_scale import PRICE_SCALE

#: Paths of more cells are not asked for (half a gigabyte).
MOST_CELLS = 60_000_000


@dataclass(frozen=True)
class PricedTour:
    """A tour, or its part within a slot's days.

    Parameters
    ----------
    slot
        Number of the slot it fills.
    cost
        Its exact cost: head, duties, and whatever its rules charge; rows not included.
    duties
        Numbers of its duties, in the order of days.
    columns
        Its label column of each of the slot's days.
    totals
        Totals of the profile's counters over the slot's days, where the label says them.
    reduced
        Its cost under the prices it was found with, times ``PRICE_SCALE``.
    """

    slot: int
    cost: int
    duties: Ints
    columns: Ints
    totals: tuple[int, ...]
    reduced: float


@dataclass(frozen=True)
class Cheapest:
    """Answer of a slot: a cheapest tour, and what no tour of the slot can cost less than.

    The tour is ``None`` where there is none (``least`` is infinite), or where paths cannot
    keep as many counters as it would take.  ``cells`` of networks were gone over for it.
    """

    tour: PricedTour | None
    least: float
    cells: int


@dataclass
class Slot:
    """A profile's tours over some days, each taken between ``lower`` and ``upper`` times.

    Parameters
    ----------
    number
        Its place among the slots of a program.
    profile, trade
        Numbers of the profile and of its trade.
    lower, upper
        How often tours may be taken.
    head_cost
        Paid for each tour.
    counters
        Counters of the profile.
    outside
        What each counter holds outside the slot's days.
    priced
        Counters left out of the paths and priced instead.
    kept
        Counters kept in the paths; those that a tour was seen to break join them.
    ask
        Gives the shortest-path question for the counters kept.
    barred
        Added to the prices of label columns: infinite where a column is not to be had.
    """

    number: int
    profile: int
    trade: int
    lower: int
    upper: int
    head_cost: int
    counters: tuple[CounterUse, ...]
    outside: tuple[int, ...]
    priced: tuple[int, ...]
    kept: tuple[int, ...]
    ask: Callable[[tuple[int, ...]], PathTask]
    barred: Floats | None = None

    def cheapest(
        self,
        duty_price: Floats,
        column_price: Floats,
        column_duty: Ints,
        counter_price: dict[int, int],
    ) -> "Cheapest":
        """Find the cheapest tour that keeps every counter not priced.

        Parameters
        ----------
        duty_price
            What the rows charge for each duty, times ``PRICE_SCALE``, its cost not included.
        column_price, column_duty
            Cheapest duty of each label column with its price, its cost included.
        counter_price
            Price of a unit of each priced counter, times ``PRICE_SCALE``.
        """
        prices = column_price if self.barred is None else column_price + self.barred
        for number, price in counter_price.items():
            if price:
                prices = prices + price * self.counters[number].by_column
        cells = 0
        while True:
            asked = self.ask(self.kept)
            path = asked.cheapest(prices)
            cells += asked.size
            if path is None:
                return Cheapest(None, np.inf, cells)
            totals = tuple(int(use.by_column[path.columns].sum()) for use in self.counters)
            broken = self._broken(totals)
            if broken is None:
                break
            kept = tuple(sorted((*self.kept, broken)))
            if len(kept) > COUNTERS or self.ask(kept).size > MOST_CELLS:
                return Cheapest(None, path.cost + PRICE_SCALE * self.head_cost, cells)
            self.kept = kept
        duties = column_duty[path.columns]
        duties = duties[duties >= 0]
        charged = float(duty_price[duties].sum())
        charged += sum(price * totals[number] for number, price in counter_price.items())
        cost = round((path.cost - charged) / PRICE_SCALE) + self.head_cost
        reduced = path.cost + PRICE_SCALE * self.head_cost
        tour = PricedTour(self.number, cost, duties, path.columns, totals, reduced)
        return Cheapest(tour, reduced, cells)

    def as_it_is(self, columns: Ints, duties: Ints, duty_cost: Ints) -> PricedTour:
        """Return a given legal tour as one priced for the slot, its duties' costs given."""
        totals = tuple(int(use.by_column[columns].sum()) for use in self.counters)
        charged = self.ask(self.kept).cost_of(columns) / PRICE_SCALE + float(duty_cost[duties].sum())
        return PricedTour(self.number, round(charged) + self.head_cost, duties, columns, totals, np.inf)

    def accepts(self, tour: PricedTour) -> bool:
        """Whether a tour keeps the counters that its paths need not."""
        return self._broken(tour.totals) is None

    def _broken(self, totals: tuple[int, ...]) -> int | None:
        """First counter neither kept nor priced that the totals break."""
        for number, use in enumerate(self.counters):
            total = totals[number] + self.outside[number]
            left_out = number not in self.kept and number not in self.priced
            if left_out and not use.lower <= total <= use.upper:
                return number
        return None
