"""Solve a tour problem: a legal solution at once, a proven bound, then better solutions."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import Literal

from planner.solver.answer import Answer, EngineListener, EngineProgress
from planner.solver.column_search import ColumnSearch
from planner.solver.evaluate import Ledger
from planner.solver.flow_search import FlowSearch, suits_flow
from planner.solver.join import join_rows, row_groups
from planner.solver.problem import TourProblem
from planner.solver.search import Search

#: How to search: as suits the problem, or as one integer flow over all networks and nothing else.
Method = Literal["suited", "flow"]


def _silent(progress: EngineProgress) -> None:
    del progress


def solve(
    problem: TourProblem,
    *,
    seconds: float = 60.0,
    seed: int = 1,
    workers: int = 1,
    stop: threading.Event | None = None,
    listen: EngineListener = _silent,
    method: Method = "suited",
) -> Answer:
    """Find tours of low cost and prove how far they can be from the best.

    People whom little distinguishes are planned together as an integer flow; people who are
    all different by column generation, which also goes on where whole flows are too hard to find.

    Parameters
    ----------
    problem
        What to solve.
    seconds
        Time limit; the first legal solution may come after it, never not at all.
    seed
        Seed of every random choice.
    workers
        Cores to use; one gives the same answer every time.
    stop
        Set it from another thread or a signal handler to get the best solution so far.
    listen
        Receives progress: stage, seconds, objective, bound; one call at a time, from any thread.
    method
        ``"flow"`` where networks are known to be so small that one flow over all of them is soon
        searched whole, however different the people are; it takes one core, and never goes on to
        column generation.

    Raises
    ------
    planner.solver.problem.NoLegalTourError
        When a profile that must be taken has no legal tour.
    """
    search = Search(seconds, stop or threading.Event(), listen)
    groups = row_groups(problem)
    ledger = Ledger(join_rows(problem, groups))
    row_prices: tuple[int, ...] | None = None
    if method == "flow" or suits_flow(ledger.problem):
        flow = FlowSearch(search, ledger, groups, seed)
        flow.run()
        row_prices = flow.row_prices
    if method == "suited" and not search.ended:
        with ThreadPoolExecutor(workers) if workers > 1 else nullcontext() as pool:
            ColumnSearch(search, ledger, groups, seed, workers, pool, row_prices).run()
    return search.answer()
