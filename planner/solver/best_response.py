"""Improve a solution one tour at a time: each taken out and re-chosen against all others."""

from collections.abc import Callable, Sequence

import numpy as np

from planner.solver.answer import DutyTour
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints, Layers
from planner.solver.shortest import CheapestTour, cheapest_tour, label_prices

Tours = list[list[DutyTour]]


class BestResponse:
    """Exact one-tour moves on a set of tours, with the side columns held where they are.

    A duty is priced at what it alone would change; where two duties of one tour hit the
    same row that is only an estimate, so a move is taken on its exact price.

    Parameters
    ----------
    ledger, networks
        The problem and one network per profile.
    tours
        Tours per profile, changed in place.
    sides
        Values of the side columns.
    """

    def __init__(
        self, ledger: Ledger, networks: Sequence[Layers], tours: Tours, sides: Sequence[int]
    ) -> None:
        self._ledger, self._networks, self._tours = ledger, networks, tours
        self._levels = ledger.levels(tours, sides)

    def fill(self, keep_going: Callable[[], bool]) -> None:
        """Add tours until every profile has its lower bound, then while another one pays."""
        for number, profile in enumerate(self._ledger.problem.profiles):
            if not self._networks[number].successors:
                continue  # no legal tour, and none needed
            while len(self._tours[number]) < profile.upper and keep_going():
                best = self._cheapest(number)
                needed = len(self._tours[number]) < profile.lower
                if not needed and profile.head_cost + best.cost >= 0:
                    break
                self._put(number, best.tour)
            while len(self._tours[number]) < profile.lower:
                self._put(number, self._cheapest(number).tour)

    def improve(self, keep_going: Callable[[], bool]) -> int:
        """Go once through all tours, each re-chosen or dropped; return the gain."""
        gain = 0
        for number, profile in enumerate(self._ledger.problem.profiles):
            for place in range(len(self._tours[number]) - 1, -1, -1):
                if not keep_going():
                    return gain
                old = self._tours[number].pop(place)
                self._ledger.add_tour(self._levels, profile.trade, old, -1)
                old_cost = self._cost(number, old)
                best = self._cheapest(number).tour
                best_cost = self._cost(number, best)
                droppable = len(self._tours[number]) >= profile.lower
                if droppable and min(old_cost, best_cost) + profile.head_cost > 0:
                    gain += old_cost + profile.head_cost
                    continue
                gain += max(0, old_cost - best_cost)
                self._put(number, best if best_cost < old_cost else old, place)
        return gain

    def _put(self, profile: int, tour: DutyTour, place: int | None = None) -> None:
        own = self._tours[profile]
        own.insert(len(own) if place is None else place, tour)
        self._ledger.add_tour(self._levels, self._ledger.problem.profiles[profile].trade, tour)

    def _marginal_prices(self, trade: int) -> Ints:
        """Exact price of adding each duty alone to the present levels."""
        ledger = self._ledger
        rows, amounts = ledger.cover_row[trade], ledger.cover_amount[trade]
        gains: dict[tuple[int, int], int] = {}
        pairs = np.unique(np.stack([rows, amounts], axis=1), axis=0) if len(rows) else np.zeros((0, 2), int)
        for row, amount in pairs.tolist():
            price, level = ledger.problem.rows[row].price, int(self._levels[row])
            gains[row, amount] = price.at(level + amount) - price.at(level)
        earned = np.array(
            [gains[pair] for pair in zip(rows.tolist(), amounts.tolist(), strict=True)], np.int64
        )
        sums = np.concatenate([[0], np.cumsum(earned)]).astype(np.int64)
        start = ledger.cover_start[trade]
        marginal: Ints = ledger.trade_costs[trade] + sums[start[1:]] - sums[start[:-1]]
        return marginal

    def _cheapest(self, profile: int) -> CheapestTour:
        prices = self._marginal_prices(self._ledger.problem.profiles[profile].trade)
        return cheapest_tour(self._networks[profile], *label_prices(self._ledger, prices))

    def _cost(self, profile: int, tour: DutyTour) -> int:
        """Price of adding this tour to the present levels, head cost not included."""
        spec = self._ledger.problem.profiles[profile]
        before = self._levels.copy()
        self._ledger.add_tour(before, spec.trade, tour)
        rows = np.flatnonzero(before != self._levels)
        change = sum(
            self._ledger.problem.rows[row].price.at(int(before[row]))
            - self._ledger.problem.rows[row].price.at(int(self._levels[row]))
            for row in rows.tolist()
        )
        own = self._ledger.tour_cost(profile, self._networks[profile], tour) - spec.head_cost
        return own + change
