"""How fast requirements are made: 100,000 cells, as a year of a dozen channels has.

Loads reach 1,000 erlangs, no two cells are alike, and compilation is not counted.  Run with ``pytest -o addopts="" tests/benchmarks/test_staffing_speed.py``.
"""

from typing import Any

import numpy as np
import pytest

from planner.staffing import erlang_a, erlang_c, live_system

CELLS = 100_000
THRESHOLD_AHT = 20 / 180


Cells = np.ndarray[Any, np.dtype[np.float64]]


@pytest.fixture(params=[100, 1000], ids=["to 100 erlangs", "to 1,000 erlangs"])
def loads(request: pytest.FixtureRequest) -> Cells:
    return np.random.default_rng(1).uniform(0.01, request.param, CELLS)


@pytest.fixture
def impatience() -> Cells:
    return np.random.default_rng(2).uniform(0.3, 3, CELLS)


def test_erlang_c_in_a_third_of_a_second(benchmark: Any, loads: Cells) -> None:
    erlang_c.smallest_agents(1, THRESHOLD_AHT, 0.8, 0.9)
    agents = benchmark(erlang_c.smallest_agents, loads, THRESHOLD_AHT, 0.8, 0.9)
    assert agents.shape == loads.shape
    assert benchmark.stats["min"] <= 0.3


@pytest.mark.parametrize("cap", [0.9, 1.0])
def test_erlang_a_in_a_second(benchmark: Any, loads: Cells, impatience: Cells, cap: float) -> None:
    erlang_a.smallest_agents(1, 1, THRESHOLD_AHT, 0.8)
    agents = benchmark(erlang_a.smallest_agents, loads, impatience, THRESHOLD_AHT, 0.8, occupancy_cap=cap)
    assert agents.shape == loads.shape
    assert benchmark.stats["min"] <= 1.0


def test_chat_in_five_seconds(benchmark: Any, loads: Cells, impatience: Cells) -> None:
    chat = live_system.Handling((1.0, 1.3, 1.7))
    live_system.smallest_agents(1, 1, THRESHOLD_AHT, 0.8, chat)
    agents = benchmark.pedantic(
        live_system.smallest_agents,
        (loads, impatience, THRESHOLD_AHT, 0.8, chat),
        {"occupancy_cap": 0.9},
    )
    assert agents.shape == loads.shape
    assert benchmark.stats["min"] <= 5.0
