import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.staffing_terms import StaffingTerms
from planner.staffing.scope_gain import scope_gains
from planner.staffing.target import ServiceTarget
from tests.staffing.desks import absent, demand, phone, setting

PERIOD = ServiceTarget(share=0.8, within_seconds=20, scope="period")


@given(
    contacts=st.lists(st.floats(0.5, 60), min_size=2, max_size=6),
    absence=st.sampled_from([0.0, 0.1]),
    picks=st.lists(st.integers(0, 30), min_size=6, max_size=6),
)
def test_what_the_list_says_is_served_the_promise_keeps(
    contacts: list[float], absence: float, picks: list[int]
) -> None:
    arrivals, frame = demand(contacts, aht_seconds=300), setting("#" * len(contacts), terms=absent(absence))
    channel = phone(patience_seconds=200, target=PERIOD)
    (gain,) = scope_gains(channel, arrivals, frame)
    assert gain.intervals == tuple(range(len(contacts)))
    assert gain.wanted == pytest.approx(800 * sum(contacts), abs=1)
    # Any roster at corners of the lists is promised what the lists add up to, and a little more
    # for the rounding.
    roster = [0] * 24
    listed = 0
    for interval, one, pick in zip(gain.intervals, gain.gains, picks, strict=False):
        agents = one.exact[pick % len(one.exact)]
        roster[interval] = agents
        listed += one.served + sum(one.gains[: agents - one.agents])
    need = channel.need(arrivals, frame)
    served = channel.promise(arrivals, frame, need, tuple(roster)).service_level * sum(contacts) * 1000
    assert listed <= served + 1
    assert listed >= served - sum(roster) - len(contacts) - 1


def test_one_list_a_day_and_none_for_closed_time() -> None:
    arrivals = demand([10] * 48, aht_seconds=300, intervals=48)
    frame = setting("#" * 8 + "." * 30 + "####")
    daily = phone(patience_seconds=200, target=ServiceTarget(scope="day"))
    assert [gain.intervals for gain in scope_gains(daily, arrivals, frame)] == [
        tuple(range(8)),
        tuple(range(38, 42)),
    ]
    each = scope_gains(phone(patience_seconds=200), arrivals, frame)
    assert [len(gain.intervals) for gain in each] == [1] * 12


def test_the_occupancy_cap_is_where_lists_begin() -> None:
    frame = setting("##", terms=StaffingTerms(occupancy_cap=0.8))
    (gain,) = scope_gains(phone(target=PERIOD), demand([60, 120], aht_seconds=300), frame)
    assert [one.agents for one in gain.gains] == [7, 13]
    assert np.diff(gain.gains[0].gains).max() <= 0
