"""Our engine, run as a rival."""

import time

from planner.solver.answer import EngineProgress
from planner.solver.engine import solve
from planner.solver.problem import TourProblem
from tests.benchmarks.support.outcome import Outcome


def run_ours(problem: TourProblem, seconds: float, seed: int, workers: int) -> Outcome:
    """Solve with our engine; its progress says when networks and the first roster are there."""
    begun = time.perf_counter()
    networks_begun = networks_built = first = None

    def watch(news: EngineProgress) -> None:
        nonlocal networks_begun, networks_built, first
        now = time.perf_counter() - begun
        if news.stage == "networks":
            networks_begun = now
        elif networks_begun is not None and networks_built is None:
            networks_built = now
        if first is None and news.objective is not None:
            first = now

    answer = solve(problem, seconds=seconds, seed=seed, workers=workers, listen=watch)
    built = None
    if networks_begun is not None and networks_built is not None:
        built = networks_built - networks_begun
    wall = time.perf_counter() - begun
    first = wall if first is None else first
    note = "optimal" if answer.proven_optimal else answer.stop.replace("_", " ")
    return Outcome(answer.solution, answer.bound, wall, built, first, note)
