from dataclasses import replace

import pytest

from planner.solver import coarse
from planner.solver.bound import integer_prices, lagrangian_bound
from planner.solver.engine import solve
from planner.solver.evaluate import Ledger
from planner.solver.join import join_rows
from planner.solver.network import build_networks, states_by_automaton
from tests.solver.rota import big_rota


def test_a_small_problem_is_relaxed_at_once() -> None:
    problem = join_rows(big_rota(2, days=7))
    assert coarse.coarse_prices(problem, build_networks(problem), 30.0, 1) is None


def test_prices_without_the_largest_automata_give_a_good_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = join_rows(big_rota(4, days=14))
    networks, ledger = build_networks(problem), Ledger(problem)
    optimum = solve(problem, seconds=60).solution.objective
    monkeypatch.setattr(coarse, "MANY_ARCS", networks[0].arcs - 1)
    prices = coarse.coarse_prices(problem, networks, 30.0, 1)
    assert prices is not None
    bound = lagrangian_bound(ledger, networks, integer_prices(ledger, prices, 1024), 1024)
    without_prices = lagrangian_bound(ledger, networks, (0,) * len(problem.rows), 1)
    assert without_prices < 0.8 * optimum < bound <= optimum


def test_the_largest_automata_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = big_rota(4, days=14)
    arcs = build_networks(problem)[0].arcs
    monkeypatch.setattr(coarse, "MANY_ARCS", arcs)
    smaller, networks = coarse._without_largest(problem)
    states = states_by_automaton(problem)
    left = {a.key for a in smaller.profiles[0].automata if a.key in states}
    gone = set(states) - left
    assert gone
    assert networks[0].arcs <= arcs // 2
    assert min(states[key] for key in gone) >= max(states[key] for key in left)


def test_an_engine_with_a_coarse_step_finds_the_same_optimum(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = replace(big_rota(3, days=7))
    monkeypatch.setattr(coarse, "MANY_ARCS", 10)
    answer = solve(problem, seconds=60)
    assert answer.stop == "proven"
    monkeypatch.undo()
    assert answer.solution.objective == solve(problem, seconds=60).solution.objective
