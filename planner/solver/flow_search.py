"""The search for people whom little distinguishes: an integer flow on the networks of tours."""

from functools import partial

from planner.solver.answer import Certificate
from planner.solver.background import LeftBehindError, run_until
from planner.solver.best_response import BestResponse, Tours
from planner.solver.bound import integer_prices, lagrangian_bound
from planner.solver.coarse import MANY_ARCS, coarse_prices
from planner.solver.evaluate import Ledger
from planner.solver.flow_model import build_flow_model
from planner.solver.integer_search import IntegerSearch
from planner.solver.kept_counter import keep_counters
from planner.solver.linear import solve_linear
from planner.solver.network import build_networks
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from planner.solver.rounding import whole_tours
from planner.solver.search import Search
from planner.solver.sides import SettledSides, settle_sides

#: Profiles up to this many are a flow problem, unless their networks say otherwise.
_FEW_PROFILES = 4


def suits_flow(problem: TourProblem) -> bool:
    """Whether the people are alike enough for one flow to hold them all."""
    return len(problem.profiles) <= _FEW_PROFILES


class FlowSearch:
    """One search over a problem.

    Parameters
    ----------
    search
        Clock, best answer, listener.
    ledger
        The joined problem.
    groups
        Rows of the asked problem that each row of the joined one stands for.
    seed
        Seed of every draw.
    """

    def __init__(
        self, search: Search, ledger: Ledger, groups: tuple[tuple[int, ...], ...], seed: int
    ) -> None:
        self._search, self._ledger, self._groups, self._seed = search, ledger, groups, seed
        search.say("networks")
        self._networks = build_networks(ledger.problem)
        #: Prices of the rows that prove the best bound, times ``PRICE_SCALE``.
        self.row_prices: tuple[int, ...] | None = None

    def run(self) -> None:
        """Search until time is up, the best is proven, or whole flows are seen to be too hard."""
        problem = self._ledger.problem
        self._prove([0.0] * len(problem.rows))
        self._search.say("first tours")
        first = self._filled([[] for _ in problem.profiles])
        if sum(network.arcs for network in self._networks) > MANY_ARCS:
            # the relaxation will take its time
            self._improve(first)
        try:
            self._relax_and_search()
        except LeftBehindError:
            self._search.say("interrupted" if self._search.stop.is_set() else "time is up")

    def _relax_and_search(self) -> None:
        search, ledger, networks, seed = self._search, self._ledger, self._networks, self._seed
        if search.proven or not search.keep_going():
            return
        search.say("relaxation")
        kept = keep_counters(ledger.problem)
        coarse = run_until(
            partial(coarse_prices, kept, networks, search.left, seed), search.stop, search.left
        )
        if coarse is not None:
            self._prove(coarse)
            search.say("relaxation")
        model = build_flow_model(ledger.problem, networks)
        relaxed = run_until(
            partial(solve_linear, model.program, relaxed=True, seconds=search.left, seed=seed),
            search.stop,
            search.left,
        )
        if relaxed.values is None or relaxed.duals is None or relaxed.reduced_costs is None:
            return
        self._prove((-relaxed.duals[model.rows] * model.scale).tolist())
        search.say("rounding")
        rounded = self._filled(whole_tours(ledger, networks, model, relaxed.values))
        integer = IntegerSearch(search, ledger, networks, model, relaxed, seed)
        integer.near_floors()
        if not search.proven:
            self._improve(rounded)
        for found in integer.slices():
            self._improve(self._filled([list(own) for own in found.tours]))

    def _prove(self, row_prices: list[float]) -> None:
        """Turn prices of the rows into a bound by exact arithmetic; keep them if it is the best."""
        ledger, search = self._ledger, self._search
        prices = integer_prices(ledger, row_prices, PRICE_SCALE)
        bound = lagrangian_bound(ledger, self._networks, prices, PRICE_SCALE)
        if search.bound is None or bound > search.bound:
            search.raise_bound(bound, "relaxation")
            self.row_prices = prices
            none_priced = tuple((None,) * len(profile.counters) for profile in ledger.problem.profiles)
            rows = tuple(zip(self._groups, prices, strict=True))
            search.certificate = Certificate(PRICE_SCALE, rows, none_priced, bound)

    def _settle(self, tours: Tours) -> SettledSides:
        return settle_sides(self._ledger, tours, self._seed)

    def _filled(self, tours: Tours) -> BestResponse:
        """Complete tours to a solution and offer it."""
        moves = BestResponse(self._ledger, self._networks, tours, self._settle)
        sides = moves.fill(self._search.keep_going)
        self._search.offer(self._ledger.solution(self._networks, tours, sides.values))
        return moves

    def _improve(self, moves: BestResponse) -> None:
        """Improve a solution one tour at a time, and offer what comes of it."""
        search, ledger, networks = self._search, self._ledger, self._networks
        while search.keep_going() and moves.improve(search.keep_going) > 0:
            solution = ledger.solution(networks, moves.tours, self._settle(moves.tours).values)
            if search.offer(solution):
                search.say("one-tour moves")
