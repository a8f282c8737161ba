import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.staffing.erlang_b import blocking

loads = st.floats(0.01, 20_000)


@pytest.mark.parametrize(
    ("agents", "load", "expected"),
    # Tables of the Erlang B formula; 15 lines carry 8.108 erlangs at 1 % blocking.
    [
        (15, 8.1080428, 0.01),
        (10, 5, 0.01838457034),
        (1000, 950, 0.00364929369),
        (5100, 5000, 0.00224357930),
        (132, 123, 0.0312),
    ],
)
def test_published_values(agents: int, load: float, expected: float) -> None:
    assert float(blocking(load, agents)) == pytest.approx(expected, abs=5e-5 if agents == 132 else 5e-10)


@given(load=st.floats(0.01, 3000), agents=st.integers(0, 3500))
def test_the_sum_is_the_recursion(load: float, agents: int) -> None:
    full = 1.0
    for k in range(1, agents + 1):
        full = load * full / (k + load * full)
    assert float(blocking(load, agents)) == pytest.approx(full, rel=1e-12, abs=1e-300)


@given(load=loads, agents=st.integers(0, 25_000))
def test_probability_falls_with_agents_and_grows_with_load(load: float, agents: int) -> None:
    here, more_agents, more_load = blocking([load, load, load * 1.01], [agents, agents + 1, agents])
    assert 0 <= more_agents <= here <= more_load <= 1


def test_edges() -> None:
    assert blocking([0.0, 0.0, 3.0], [0, 5, 0]).tolist() == [1.0, 0.0, 1.0]
    assert np.shape(blocking(np.ones((2, 3)), 1)) == (2, 3)
    assert float(blocking(1.0, 1)) == 0.5
    assert math.isclose(float(blocking(2.0, 2)), 0.4)
