import numpy as np
import pytest

from planner.staffing import erlang_a, erlang_b, erlang_c, live_system
from planner.staffing.service_gain import concave_envelope
from planner.staffing.smoothest_work import smoothest_work


@pytest.fixture(scope="session", autouse=True)
def machine_code() -> None:
    """Compile once before any example is timed: the first call takes seconds, the next microseconds."""
    erlang_b.blocking(1, 1)
    erlang_c.smallest_agents(1, 1, 0.5)
    erlang_a.service_level(1, 1, 1, 1)
    erlang_a.smallest_agents(1, 1, 1, 0.5)
    handling = live_system.Handling()
    live_system.service_level(1, 1, 1, 1, handling)
    live_system.measures(1, 1, 1, handling)
    live_system.smallest_agents(1, 1, 1, 0.5, handling)
    concave_envelope(np.zeros((1, 2)), np.zeros(1, dtype=np.int64))
    smoothest_work([1], [1], [True])
