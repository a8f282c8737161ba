from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.service_goal import UNITS_PER_CONTACT, ServiceGoal
from planner.staffing.service_gain import (
    cheapest_agents,
    concave_envelope,
    service_gains,
)


@st.composite
def curves(draw: st.DrawFn, most_intervals: int = 4, most_agents: int = 7) -> tuple[np.ndarray, np.ndarray]:
    """Rising curves of any shape, and where each begins."""
    intervals, agents = draw(st.integers(1, most_intervals)), draw(st.integers(1, most_agents))
    steps = draw(
        st.lists(
            st.lists(st.integers(0, 50), min_size=agents, max_size=agents),
            min_size=intervals,
            max_size=intervals,
        )
    )
    least = draw(st.lists(st.integers(0, agents), min_size=intervals, max_size=intervals))
    served = np.concatenate([np.zeros((intervals, 1)), np.cumsum(np.array(steps) / 4, axis=1)], axis=1)
    return served, np.array(least)


@given(curves())
def test_the_envelope_is_concave_and_the_lowest_above(case: tuple[np.ndarray, np.ndarray]) -> None:
    served, least = case
    lifted, corners = concave_envelope(served, least)
    for before, after, kept, first in zip(served, lifted, corners, least, strict=True):
        assert (after >= before - 1e-9).all()
        assert (np.diff(after[first:], 2) <= 1e-9).all()
        assert after[kept] == pytest.approx(before[kept])
        assert kept[first]
        assert kept[-1]
        # Between corners it is straight: lower would not be above the corners.
        ends = np.flatnonzero(kept)
        assert after[first:] == pytest.approx(np.interp(np.arange(first, after.size), ends, before[ends]))


@given(curves())
def test_gains_fall_are_whole_and_promise_no_more_than_there_is(case: tuple[np.ndarray, np.ndarray]) -> None:
    served, least = case
    lifted, _ = concave_envelope(served, least)
    for row, gain, first in zip(lifted, service_gains(served, least), least, strict=True):
        assert list(gain.gains) == sorted(gain.gains, reverse=True)
        assert gain.agents == first
        totals = gain.served + np.concatenate([[0], np.cumsum(gain.gains)])
        real = row[first : first + totals.size] * UNITS_PER_CONTACT
        assert (totals <= real + 1e-3).all()
        # Rounded down agent by agent: less than a thousandth of a contact for each.
        assert (totals > real - np.arange(totals.size) - 1 - 1e-3).all()
        assert set(gain.exact) >= {int(first), row.size - 1}


@given(curves(most_intervals=3, most_agents=4), st.sampled_from([0.0, 0.1, 0.35, 0.5, 0.8, 0.95, 1.0]))
def test_close_to_the_fewest_agents(case: tuple[np.ndarray, np.ndarray], share: float) -> None:
    served, least = case
    wanted = share * float(served[:, -1].sum())
    agents = cheapest_agents(served, least, wanted)
    assert (agents >= least).all()
    places = np.arange(len(served))
    assert served[places, agents].sum() >= wanted - 1e-6
    best = min(
        sum(choice)
        for choice in product(*(range(int(first), served.shape[1]) for first in least))
        if served[places, list(choice)].sum() >= wanted - 1e-6
    )
    # What is not a corner is left out: at most one step of one curve too many.
    _, corners = concave_envelope(served, least)
    widest = max(int(np.diff(np.flatnonzero(kept)).max(initial=0)) for kept in corners)
    assert best <= agents.sum() <= best + max(0, widest - 1)


def test_agents_go_where_they_are_worth_most() -> None:
    served = np.array([[0.0, 6.0, 9.0, 10.0], [0.0, 60.0, 90.0, 100.0]])
    least = np.zeros(2, dtype=np.int64)
    assert cheapest_agents(served, least, 99).tolist() == [0, 3]
    assert cheapest_agents(served, least, 105).tolist() == [1, 3]
    assert cheapest_agents(served, least, 1000).tolist() == [3, 3]


def test_a_late_rise_is_bought_whole() -> None:
    served = np.array([[0.0, 1.0, 2.0, 30.0, 31.0]])
    (gain,) = service_gains(served, np.array([0]))
    assert gain.gains == (10_000, 10_000, 10_000, 1_000)
    assert gain.exact == (0, 3, 4)
    assert cheapest_agents(served, np.array([0]), 5.0).tolist() == [3]


def test_units() -> None:
    assert ServiceGoal(0.8, (0, 1), (10.0, 0.5), ()).wanted == 8400
    assert ServiceGoal(0.33333, (0,), (1.0,), ()).wanted == 334
