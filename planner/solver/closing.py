"""Closing the last gap: every arc that no better roster can use is cut, the rest is searched whole.

A tour through an arc costs at least the Lagrangian bound plus what the arc's cheapest path
loses against the profile's cheapest tour; where that exceeds the best objective known, the
arc can go (Irnich et al. 2010).
"""

import math
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from planner.solver.background import run_until
from planner.solver.bound import lagrangian_bound
from planner.solver.decompose import tours_of_flow
from planner.solver.evaluate import Ledger
from planner.solver.flow_model import build_flow_model
from planner.solver.layers import FORBIDDEN, Ints, Layers, mask
from planner.solver.linear import solve_linear
from planner.solver.network import build_networks
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.search import Search
from planner.solver.shortest import UNREACHABLE, label_prices
from planner.solver.sides import best_sides

#: A program of more arcs than this is not tried.
_MOST_ARCS = 250_000
_ROUNDING = 1e-4


@dataclass
class Closing:
    """Searches what the bound leaves open.

    Parameters
    ----------
    search
        Clock, best answer, listener; a better roster or a proof is written into it.
    ledger
        The joined problem.
    seed
        Seed of the solver.
    """

    search: Search
    ledger: Ledger
    seed: int

    def __post_init__(self) -> None:
        self._networks: tuple[Layers, ...] = ()

    def run(self, row_prices: Ints, seconds: float) -> bool:
        """Cut by the bound of given prices and search the rest; return whether all was searched."""
        search, ledger = self.search, self.ledger
        if search.best is None:
            return False
        if not self._networks:
            build = partial(build_networks, ledger.problem)
            self._networks = run_until(build, search.stop, search.left)
        known = search.best.objective
        prices = tuple(row_prices.tolist())
        bound = lagrangian_bound(ledger, self._networks, prices, PRICE_SCALE)
        if known <= bound:
            search.raise_bound(bound, "branch_and_bound")
            return True
        # windows beside may find better ones meanwhile: what is below this one is searched
        cut = self._cut(row_prices, known - bound)
        if sum(network.arcs for network in cut) > _MOST_ARCS:
            return False
        model = build_flow_model(ledger.problem, cut)
        nothing_closed = np.zeros(model.program.columns, np.bool_)
        ask = partial(
            solve_linear,
            model.program,
            relaxed=False,
            seconds=min(seconds, search.left),
            seed=self.seed,
            closed=nothing_closed,
        )
        found = run_until(ask, search.stop, search.left, is_needless=lambda: search.proven)
        if found.values is not None:
            tours = tours_of_flow(ledger, cut, model, np.rint(found.values).astype(np.int64))
            search.offer(ledger.solution(self._networks, tours, best_sides(ledger, tours, self.seed)))
        if found.exhausted:
            # nothing below the old objective is left but what was found, side columns whole or not
            proven = known
            if found.values is not None:
                proven = math.ceil(found.objective * model.scale + model.constant - _ROUNDING * model.scale)
            search.raise_bound(min(known, proven, search.best.objective), "branch_and_bound")
        return found.exhausted

    def _cut(self, row_prices: Ints, gap: int) -> tuple[Layers, ...]:
        ledger, problem = self.ledger, self.ledger.problem
        by_trade = []
        for trade in range(len(problem.trades)):
            earned = row_prices[ledger.cover_row[trade]] * ledger.cover_amount[trade]
            sums = np.concatenate([[0], np.cumsum(earned)])
            start = ledger.cover_start[trade]
            full = PRICE_SCALE * ledger.trade_costs[trade] + sums[start[1:]] - sums[start[:-1]]
            by_trade.append(label_prices(ledger, full)[0])
        return tuple(
            _without_costly(network, by_trade[profile.trade], gap * PRICE_SCALE)
            for profile, network in zip(problem.profiles, self._networks, strict=True)
        )


def _without_costly(network: Layers, prices: list[Ints], gap: int) -> Layers:
    """Drop the arcs whose cheapest path loses at least ``gap`` against the cheapest of all."""
    if not network.successors:
        return network
    start_key, start = next(iter(network.starts.items()))
    ahead = [network.end_costs * PRICE_SCALE]
    arcs = []
    for table, cost, price in zip(
        reversed(network.successors), reversed(network.costs), reversed(prices), strict=True
    ):
        own = np.where(table == FORBIDDEN, UNREACHABLE, PRICE_SCALE * cost + price)
        arcs.append(np.minimum(own, UNREACHABLE))
        total = np.minimum(arcs[-1] + np.where(table == FORBIDDEN, 0, ahead[-1][table]), UNREACHABLE)
        ahead.append(total.min(axis=1))
    arcs.reverse()
    ahead.reverse()
    best = int(ahead[0][start])
    behind = np.full(len(ahead[0]), UNREACHABLE, np.int64)
    behind[start] = 0
    kept = []
    for day, table in enumerate(network.successors):
        there = np.where(table == FORBIDDEN, 0, ahead[day + 1][table])
        through = behind[:, None] + arcs[day] + there
        kept.append(np.where(through - best < gap, table, FORBIDDEN))
        following = np.full(len(ahead[day + 1]), UNREACHABLE, np.int64)
        reached = np.minimum(behind[:, None] + arcs[day], UNREACHABLE)
        alive = table != FORBIDDEN
        np.minimum.at(following, table[alive], reached[alive])
        behind = following
    return mask(replace(network, successors=tuple(kept)), start_key, [])
