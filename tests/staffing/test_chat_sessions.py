import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.staffing.live_system import Handling, measures
from tests.staffing.chains import Chain

FIVE_AT_ONCE = (1.0, 1.0, 1.5, 2.0, 2.5)


@pytest.mark.parametrize(("load", "agents"), [(1e-12, 30), (0.125, 25), (0.1, 40), (1, 40), (2, 60)])
def test_many_agents_with_little_to_do_are_not_all_busy(load: float, agents: int) -> None:
    # All places taken is so rare here that no float holds how much likelier an idle desk is.
    chain = Chain(load, agents, FIVE_AT_ONCE, 1.0, agents * len(FIVE_AT_ONCE) + 60)
    found = float(measures(load, agents, 1, Handling(FIVE_AT_ONCE)).agents_busy)
    assert found == pytest.approx(chain.agents_busy, rel=1e-9)


@given(
    load=st.floats(-2, 4.3).map(lambda power: float(10**power)),
    agents=st.integers(1, 2000),
    slowdown=st.sampled_from([(1.0,), (1.0, 1.0), (1.0, 1.2, 1.5), (1.0, 2.0, 3.0), FIVE_AT_ONCE]),
    impatience=st.sampled_from([0.0, 0.02, 1.0, 50.0]),
)
def test_a_busy_agent_completes_between_one_chat_and_the_most_in_a_handle_time(
    load: float, agents: int, slowdown: tuple[float, ...], impatience: float
) -> None:
    handling = Handling(slowdown)
    assume(impatience > 0 or load < agents * handling.speeds[-1])
    found = measures(load, agents, impatience, handling)
    done = load * (1 - float(found.abandon_share))
    # The share of those who give up is itself good to 1e-9 only.
    slack = 1e-9 * load
    assert (done - slack) / handling.speeds[-1] <= float(found.agents_busy) <= done + slack
