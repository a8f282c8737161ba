"""Windows beside the rest of the search: when they begin, go on and end."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from planner.solver.answer import EngineProgress
from planner.solver.columns.pricing import Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.improving import Improving
from planner.solver.proof import Proof
from planner.solver.search import Search
from planner.solver.windows.first_lines import no_lines
from tests.solver.windows.idle_lines import idle_roster

_SECONDS = 30.0


def improving(program: Program, prices: Prices, workers: int, pool: ThreadPoolExecutor | None) -> Improving:
    search = Search(_SECONDS, threading.Event(), lambda news: None)
    rows = tuple((row,) for row in range(len(program.ledger.problem.rows)))
    proof = Proof(search, program, rows)
    proof.keep(TourPricer(program).price(prices))
    return Improving(search, proof, program, 1, workers, pool)


def offered(ours: Improving) -> int | None:
    """Objective of the best roster."""
    best = ours._search.best
    return None if best is None else best.objective


def test_others_open_windows_before_it_is_their_callers_turn() -> None:
    program, lines, prices = idle_roster()
    news: list[EngineProgress] = []
    with ThreadPoolExecutor(2) as pool:
        ours = improving(program, prices, 2, pool)
        ours._search.listen = news.append
        ours.take(lines)
        until = time.monotonic() + _SECONDS
        while not news and time.monotonic() < until:
            time.sleep(0.01)
        ours.end()
    assert news[0].stage == "windows"
    assert ours._search.best is not None
    assert ours._search.best.objective < lines.objective, "the caller's own lines are left alone"


def test_with_one_worker_nothing_happens_before_its_turn() -> None:
    program, lines, prices = idle_roster()
    ours = improving(program, prices, 1, None)
    assert not ours.run(4), "there is no roster yet"
    ours.take(lines)
    assert offered(ours) is None
    assert ours.run(4)
    best = offered(ours)
    assert best is not None
    ours.take(lines)
    ours.run(4)
    again = offered(ours)
    assert again is not None
    assert again <= best, "a worse roster is not gone back to"
    ours.end()


def test_a_roster_without_lines_is_not_improved() -> None:
    """Where all may be left out, nobody at all can be cheaper than what a dive came to."""
    program, lines, prices = idle_roster()
    ours = improving(program, prices, 1, None)
    nobody = no_lines(program, np.zeros(0, np.int64))
    ours.take(nobody)
    assert not ours.run(4)
    ours.take(lines)
    # cheaper than everybody idle, so that nothing but its emptiness keeps it out
    nobody.levels = lines.levels + 10**3
    assert nobody.objective < lines.objective
    ours.take(nobody)
    assert ours.run(4)


def test_nobody_goes_on_after_the_end() -> None:
    program, lines, prices = idle_roster()
    with ThreadPoolExecutor(2) as pool:
        ours = improving(program, prices, 2, pool)
        ours.take(lines)
        begun = time.monotonic()
        ours.end()
        assert time.monotonic() - begun < _SECONDS / 2
        best = ours._search.best
        ours.run(10**6)
        assert ours._search.best is best
