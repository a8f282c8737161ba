import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.staffing.erlang_c import mean_wait, service_level, smallest_agents, wait_probability

loads = st.floats(0.01, 20_000)


def test_published_values() -> None:
    # 100 calls per half hour at 180 s: the example of the R package ErlangC.
    assert float(wait_probability(10, 14)) == pytest.approx(0.17413193360, abs=1e-11)
    assert float(service_level(10, 14, 20 / 180)) == pytest.approx(0.88835001918, abs=1e-11)
    assert 180 * float(mean_wait(10, 14)) == pytest.approx(7.83593701, abs=1e-8)
    assert float(wait_probability(123, 132)) == pytest.approx(0.32111617926, abs=1e-11)
    assert float(wait_probability(48, 50)) == pytest.approx(0.69445561, abs=1e-8)
    assert 60 * float(mean_wait(48, 50)) == pytest.approx(20.834, abs=5e-4)


@pytest.mark.parametrize(("load", "agents"), [(5_000, 5_013), (20_000, 20_014), (10, 14)])
def test_smallest_agents_for_80_within_20_seconds(load: float, agents: int) -> None:
    assert int(smallest_agents(load, 20 / 180, 0.8)) == agents


@pytest.mark.parametrize(("load", "agents"), [(0.01, 1), (0.2, 1), (0.3, 2), (0.5, 2), (0.8, 3), (1.0, 3)])
def test_night_loads(load: float, agents: int) -> None:
    assert int(smallest_agents(load, 20 / 180, 0.8)) == agents


@given(load=loads, agents=st.integers(1, 21_000), threshold=st.floats(0, 10))
def test_more_load_is_worse_more_agents_are_better(load: float, agents: int, threshold: float) -> None:
    here, busier, staffed = service_level([load, load * 1.01, load], [agents, agents, agents + 1], threshold)
    assert 0 <= busier <= here + 1e-12
    assert here <= staffed + 1e-12 <= 1 + 1e-12


@given(
    load=loads,
    threshold=st.floats(0, 5),
    share=st.floats(0.01, 0.9999),
    cap=st.floats(0.3, 1),
)
def test_the_search_finds_the_first_number_that_suffices(
    load: float, threshold: float, share: float, cap: float
) -> None:
    agents = int(smallest_agents(load, threshold, share, cap))
    assert float(service_level(load, agents, threshold)) >= share - 1e-9
    assert load <= cap * agents * (1 + 1e-9) + 1e-6
    one_fewer = float(service_level(load, agents - 1, threshold))
    assert one_fewer < share + 1e-9 or load > cap * (agents - 1) * (1 - 1e-9)


def test_unstable_queues_serve_nobody_in_time() -> None:
    assert service_level([5, 5.1], 5, 100).tolist() == [0, 0]
    assert wait_probability([5, 5.1], 5).tolist() == [1, 1]
    assert math.isinf(float(mean_wait(5, 5)))


def test_no_load_needs_nobody_and_waits_for_nothing() -> None:
    assert int(smallest_agents(0, 1, 0.8)) == 0
    assert float(service_level(0, 0, 0)) == 1
    assert float(wait_probability(0, 0)) == 0
    assert float(mean_wait(0, 0)) == 0


def test_occupancy_cap_binds() -> None:
    assert int(smallest_agents(1000, 20 / 180, 0.8, 0.8)) == 1250
    assert int(smallest_agents(1000, 20 / 180, 0.8, 1.0)) == 1011


def test_shapes_are_broadcast() -> None:
    agents = smallest_agents(np.ones((3, 1)), np.ones(4), 0.8)
    assert agents.shape == (3, 4)
