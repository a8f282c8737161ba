import pytest

from planner.simulate import simulate
from tests.simulate.desks import desk, live


@pytest.fixture(scope="session", autouse=True)
def machine_code() -> None:
    """Compile once before any example is timed."""
    simulate(desk([live()], [[1.0]], agents=1), replications=1)
