import pytest

from planner.staffing import erlang_a, erlang_b, erlang_c


@pytest.fixture(scope="session", autouse=True)
def machine_code() -> None:
    """Compile once before any example is timed: the first call takes seconds, the next microseconds."""
    erlang_b.blocking(1, 1)
    erlang_c.smallest_agents(1, 1, 0.5)
    erlang_a.service_level(1, 1, 1, 1)
    erlang_a.smallest_agents(1, 1, 1, 0.5)
