"""How fast the engine's parts are: products, one pricing round, one master program.

Run with ``pytest -o addopts="" tests/benchmarks/test_engine_parts.py``.

The month of eight rules is one profile with a large network; the fifty individuals are as many
profiles with small ones.  What was compiled on an earlier run is loaded, so the first run on a
machine is slower to start; every part is warmed up before it is timed.
"""

from functools import cache
from typing import Any

import numpy as np
import pytest

from planner.scenario.loading import load_scenario
from planner.solver.columns.generation import Generation
from planner.solver.columns.master import Master
from planner.solver.columns.play import Play
from planner.solver.columns.pricing import Prices
from planner.solver.columns.program import Program
from planner.solver.columns.whole_slots import whole_slots
from planner.solver.evaluate import Ledger
from planner.solver.join import join_rows
from planner.solver.network import Product, build_products, tabulate_all
from planner.solver.paths.space import PathSpace
from planner.solver.problem import TourProblem
from tests.benchmarks.desks import FOLDER
from tests.benchmarks.support.generate import make_scenario
from tests.benchmarks.support.problem import make_problem
from tests.benchmarks.support.recipe import RECIPES

SECONDS = 60.0
#: Rounds of column generation after which the master program is timed.
ROUNDS = 5
#: Passes of the quick start before them.
PASSES = 4
DESKS = ("eight_rules", "individuals_50")


@cache
def problem_of(name: str) -> TourProblem:
    """Rows joined, as the engine works on it."""
    if name == "eight_rules":
        scenario = load_scenario(FOLDER / "month_12_eight_rules.toml").scenario
    else:
        scenario = make_scenario(RECIPES[name], 1)
    return join_rows(make_problem(scenario).problem)


@cache
def program_of(name: str) -> Program:
    problem = problem_of(name)
    space, rows = PathSpace(problem), len(problem.rows)
    slots = tuple(whole_slots(space))
    sides = np.arange(len(problem.side_columns))
    base = np.zeros(rows, np.int64)
    return Program(Ledger(problem), space, slots, base, sides, np.arange(rows), (0, problem.days))


@cache
def generated(name: str) -> tuple[Generation, Prices]:
    """Column generation after some rounds, and the prices of its master program."""
    generation = Generation(program_of(name), lambda: SECONDS)
    played = Play(program_of(name), generation.pricer, 1).run(PASSES, lambda: True)
    generation.add(played.tours)
    generation.price(played.prices)
    answer = generation.run(lambda answer, bound: False, ROUNDS)
    assert answer is not None
    return generation, answer.prices


def test_products_of_the_month_of_eight_rules(benchmark: Any) -> None:
    problem = problem_of("eight_rules")

    def build() -> list[Product]:
        return build_products(problem, tabulate_all(problem))

    (product,) = benchmark.pedantic(build, rounds=5, warmup_rounds=1)
    assert product.layers.states > 100


@pytest.mark.parametrize("name", DESKS)
def test_one_pricing_round(benchmark: Any, name: str) -> None:
    generation, prices = generated(name)
    priced = benchmark.pedantic(generation.pricer.price, (prices,), rounds=10, warmup_rounds=1)
    assert len(priced.tours) == len(program_of(name).slots)
    assert np.isfinite(priced.value)


@pytest.mark.parametrize("name", DESKS)
def test_one_master_program_from_nothing(benchmark: Any, name: str) -> None:
    tours = generated(name)[0].master.tours

    def fresh() -> tuple[tuple[Master], dict[str, Any]]:
        master = Master(program_of(name))
        assert sum(map(master.add, tours)) == len(tours)
        return (master,), {}

    answer = benchmark.pedantic(lambda master: master.solve(SECONDS), setup=fresh, rounds=3)
    assert len(answer.values) == len(tours)
    assert answer.objective >= generated(name)[0].bound - 1e-6 * abs(answer.objective)
