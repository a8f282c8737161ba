"""Improve a solution one tour at a time: each taken out and re-chosen against all others."""

from collections.abc import Callable, Sequence

import numpy as np

from planner.solver.answer import DutyTour
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints, Layers
from planner.solver.shortest import CheapestTour, cheapest_tour, label_prices
from planner.solver.sides import SettledSides

Tours = list[list[DutyTour]]

#: Side columns are settled anew about this many times while tours are added.
_SETTLINGS = 8


class BestResponse:
    """One-tour moves on a set of tours.

    A duty is priced at what it alone would change; where two duties of one tour hit the
    same row that is only an estimate, so a tour is re-chosen on its exact price.  Rows with
    side columns are priced, while tours are added, at what more of them is worth once the
    side columns follow: held where they are, they would see no use in the first tour.

    Parameters
    ----------
    ledger, networks
        The problem and one network per profile.
    tours
        Tours per profile, changed in place.
    settle
        Finds the best side columns for the tours of the moment.
    """

    def __init__(
        self,
        ledger: Ledger,
        networks: Sequence[Layers],
        tours: Tours,
        settle: Callable[[Tours], SettledSides],
    ) -> None:
        self._ledger, self._networks, self._settle = ledger, networks, settle
        self.tours = tours
        self._has_sides = np.zeros(len(ledger.problem.rows), np.bool_)
        self._has_sides[[row for side in ledger.problem.side_columns for row, _ in side.covers]] = True
        most = sum(profile.upper for profile in ledger.problem.profiles)
        self._tours_per_settling = max(1, most // _SETTLINGS)
        self._settle_now()

    def fill(self, keep_going: Callable[[], bool]) -> SettledSides:
        """Add tours until every profile has its lower bound, then while another one pays."""
        added = 0
        for number, profile in enumerate(self._ledger.problem.profiles):
            if not self._networks[number].successors:
                continue  # no legal tour, and none needed
            while len(self.tours[number]) < profile.upper and keep_going():
                best = self._cheapest(number, sides_follow=True)
                needed = len(self.tours[number]) < profile.lower
                if not needed and profile.head_cost + best.cost >= 0:
                    break
                self._put(number, best.tour)
                added += 1
                if self._has_sides.any() and added % self._tours_per_settling == 0:
                    self._settle_now()
            while len(self.tours[number]) < profile.lower:
                self._put(number, self._cheapest(number, sides_follow=True).tour)
        return self._settle_now()

    def improve(self, keep_going: Callable[[], bool]) -> int:
        """Go once through all tours, each re-chosen or dropped with the sides held; return the gain."""
        gain = 0
        for number, profile in enumerate(self._ledger.problem.profiles):
            for place in range(len(self.tours[number]) - 1, -1, -1):
                if not keep_going():
                    return gain
                old = self.tours[number].pop(place)
                self._ledger.add_tour(self._levels, profile.trade, old, -1)
                old_cost = self._cost(number, old)
                best = self._cheapest(number, sides_follow=False).tour
                best_cost = self._cost(number, best)
                droppable = len(self.tours[number]) >= profile.lower
                if droppable and min(old_cost, best_cost) + profile.head_cost > 0:
                    gain += old_cost + profile.head_cost
                    continue
                gain += max(0, old_cost - best_cost)
                self._put(number, best if best_cost < old_cost else old, place)
        return gain

    def _settle_now(self) -> SettledSides:
        settled = self._settle(self.tours)
        self._levels = self._ledger.levels(self.tours, settled.values)
        self._row_prices = np.array(settled.row_prices, np.int64)
        return settled

    def _put(self, profile: int, tour: DutyTour, place: int | None = None) -> None:
        own = self.tours[profile]
        own.insert(len(own) if place is None else place, tour)
        self._ledger.add_tour(self._levels, self._ledger.problem.profiles[profile].trade, tour)

    def _marginal_prices(self, trade: int, *, sides_follow: bool) -> Ints:
        """Price of adding each duty alone to the present levels."""
        ledger = self._ledger
        rows, amounts = ledger.cover_row[trade], ledger.cover_amount[trade]
        levels = self._levels[rows]
        earned = ledger.prices.at(rows, levels + amounts) - ledger.prices.at(rows, levels)
        if sides_follow:
            follow = self._has_sides[rows]
            earned = np.where(follow, self._row_prices[rows] * amounts, earned)
        sums = np.concatenate([[0], np.cumsum(earned)]).astype(np.int64)
        start = ledger.cover_start[trade]
        marginal: Ints = ledger.trade_costs[trade] + sums[start[1:]] - sums[start[:-1]]
        return marginal

    def _cheapest(self, profile: int, *, sides_follow: bool) -> CheapestTour:
        trade = self._ledger.problem.profiles[profile].trade
        prices = self._marginal_prices(trade, sides_follow=sides_follow)
        return cheapest_tour(self._networks[profile], *label_prices(self._ledger, prices))

    def _cost(self, profile: int, tour: DutyTour) -> int:
        """Price of adding this tour to the present levels, head cost not included."""
        spec = self._ledger.problem.profiles[profile]
        before = self._levels.copy()
        self._ledger.add_tour(before, spec.trade, tour)
        rows = np.flatnonzero(before != self._levels)
        prices = self._ledger.prices
        change = int((prices.at(rows, before[rows]) - prices.at(rows, self._levels[rows])).sum())
        own = self._ledger.tour_cost(profile, self._networks[profile], tour) - spec.head_cost
        return own + change
