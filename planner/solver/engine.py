"""Solve a tour problem: a legal solution at once, a proven bound, then better solutions."""

import threading
from functools import partial

from planner.solver.answer import Answer, EngineListener, EngineProgress
from planner.solver.background import LeftBehindError, run_until
from planner.solver.best_response import BestResponse, Tours
from planner.solver.bound import integer_prices, lagrangian_bound
from planner.solver.coarse import coarse_prices
from planner.solver.evaluate import Ledger
from planner.solver.flow_model import build_flow_model
from planner.solver.integer_search import IntegerSearch
from planner.solver.join import join_rows
from planner.solver.layers import Layers
from planner.solver.linear import solve_linear
from planner.solver.network import build_networks
from planner.solver.problem import TourProblem
from planner.solver.rounding import whole_tours
from planner.solver.search import Search
from planner.solver.sides import SettledSides, settle_sides

#: Dual prices are rounded to multiples of one in this many cost units.
PRICE_SCALE = 1024


def _silent(progress: EngineProgress) -> None:
    del progress


def solve(
    problem: TourProblem,
    *,
    seconds: float = 60.0,
    seed: int = 1,
    stop: threading.Event | None = None,
    listen: EngineListener = _silent,
) -> Answer:
    """Find tours of low cost and prove how far they can be from the best.

    Parameters
    ----------
    problem
        What to solve.
    seconds
        Time limit; the first legal solution may come after it, never not at all.
    seed
        Seed of every random choice.
    stop
        Set it from another thread or a signal handler to get the best solution so far.
    listen
        Receives progress: stage, seconds, objective, bound.

    Raises
    ------
    planner.solver.problem.NoLegalTourError
        When a profile that must be taken has no legal tour.
    """
    search = Search(seconds, stop or threading.Event(), listen)
    problem = join_rows(problem)
    ledger = Ledger(problem)
    search.say("networks")
    networks = build_networks(problem)
    _prove(search, ledger, networks, [0.0] * len(problem.rows))
    search.say("first tours")
    _offer_improved(search, ledger, networks, [[] for _ in problem.profiles], seed)
    try:
        _relax_and_search(search, ledger, networks, seed)
    except LeftBehindError:
        search.say("interrupted" if search.stop.is_set() else "time is up")
    return search.answer()


def _relax_and_search(search: Search, ledger: Ledger, networks: tuple[Layers, ...], seed: int) -> None:
    if search.proven or not search.keep_going():
        return
    search.say("relaxation")
    coarse = run_until(
        partial(coarse_prices, ledger.problem, networks, search.left, seed), search.stop, search.left
    )
    if coarse is not None:
        _prove(search, ledger, networks, coarse)
        search.say("relaxation")
    model = build_flow_model(ledger.problem, networks)
    relaxed = run_until(
        partial(solve_linear, model.program, relaxed=True, seconds=search.left, seed=seed),
        search.stop,
        search.left,
    )
    if relaxed.values is None or relaxed.duals is None or relaxed.reduced_costs is None:
        return
    _prove(search, ledger, networks, (-relaxed.duals[model.rows] * model.scale).tolist())
    search.say("rounding")
    _offer_improved(search, ledger, networks, whole_tours(ledger, networks, model, relaxed.values), seed)
    integer = IntegerSearch(search, ledger, networks, model, relaxed, seed)
    for found in integer.slices():
        _offer_improved(search, ledger, networks, [list(own) for own in found.tours], seed)


def _prove(search: Search, ledger: Ledger, networks: tuple[Layers, ...], row_prices: list[float]) -> None:
    """Turn prices of the rows into a bound by exact arithmetic; keep them if it is the best."""
    prices = integer_prices(ledger, row_prices, PRICE_SCALE)
    bound = lagrangian_bound(ledger, networks, prices, PRICE_SCALE)
    if search.bound is None or bound > search.bound:
        search.raise_bound(bound, "relaxation")
        search.row_prices, search.price_scale = prices, PRICE_SCALE


def _offer_improved(
    search: Search, ledger: Ledger, networks: tuple[Layers, ...], tours: Tours, seed: int
) -> None:
    """Complete tours to a solution, improve it one tour at a time, and offer the result."""

    def settle(current: Tours) -> SettledSides:
        return settle_sides(ledger, current, seed)

    moves = BestResponse(ledger, networks, tours, settle)
    search.offer(ledger.solution(networks, tours, moves.fill(search.keep_going).values))
    while search.keep_going() and moves.improve(search.keep_going) > 0:
        if search.offer(ledger.solution(networks, tours, settle(tours).values)):
            search.say("one-tour moves")
