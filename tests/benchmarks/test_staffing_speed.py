"""How fast requirements are made: 100,000 cells, as a year of a dozen channels has.

Run with ``pytest -o addopts="" tests/benchmarks/test_staffing_speed.py``.
"""

from typing import Any

import numpy as np
import pytest

from planner.staffing import erlang_a, erlang_c

CELLS = 100_000
THRESHOLD_AHT = 20 / 180


@pytest.fixture
def loads() -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.random.default_rng(1).uniform(0.01, 100, CELLS)


def test_erlang_c_in_a_third_of_a_second(benchmark: Any, loads: np.ndarray[Any, Any]) -> None:
    agents = benchmark(erlang_c.smallest_agents, loads, THRESHOLD_AHT, 0.8, 0.9)
    assert agents.shape == loads.shape
    assert benchmark.stats["min"] <= 0.3


def test_erlang_a_in_a_second(benchmark: Any, loads: np.ndarray[Any, Any]) -> None:
    agents = benchmark(erlang_a.smallest_agents, loads, 1.5, THRESHOLD_AHT, 0.8, occupancy_cap=0.9)
    assert agents.shape == loads.shape
    assert benchmark.stats["min"] <= 1.0
