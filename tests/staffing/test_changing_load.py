import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from models.staffing_terms import StaffingTerms
from planner.staffing.changing_load import modified_load, staffing_load
from tests.staffing.chains import Numbers
from tests.staffing.desks import demand, phone, setting

MOL = StaffingTerms(occupancy_cap=1.0, load_model="mol")


def _moves(_: float, now: Numbers, drift: Numbers, rate: Numbers) -> Numbers:
    return np.asarray(drift + rate @ now)


@given(
    offered=st.lists(st.floats(0, 500), min_size=1, max_size=8),
    length=st.floats(0.5, 20),
    start=st.floats(0, 500),
)
def test_it_is_the_mean_of_the_differential_equation(
    offered: list[float], length: float, start: float
) -> None:
    # m' = a - m in handle times; the second unknown adds m up.
    state = np.array([start, 0.0])
    expected = []
    for target in offered:
        drift, rate = np.array([target, 0.0]), np.array([[-1.0, 0.0], [1.0, 0.0]])
        solved = solve_ivp(_moves, (0, length), state, args=(drift, rate), rtol=1e-9, atol=1e-9)
        expected.append(float(solved.y[1, -1] - state[1]) / length)
        state = solved.y[:, -1]
    count = len(offered)
    found = modified_load(np.array(offered), np.full(count, length), np.zeros(count, dtype=bool), start)
    assert found == pytest.approx(expected, rel=1e-6, abs=1e-6)


@given(load=st.floats(0.01, 20_000), length=st.floats(0.1, 400))
def test_a_steady_load_stays(load: float, length: float) -> None:
    found = modified_load(np.full(5, load), np.full(5, length), np.zeros(5, dtype=bool), load)
    assert found == pytest.approx([load] * 5)


def test_it_lags_behind_a_ramp_and_the_first_interval_is_staffed_on_its_end() -> None:
    # Contacts of half an hour, intervals of an hour.
    arrivals = demand([0, 0, 20, 40, 60], aht_seconds=1800)
    load = staffing_load(arrivals, setting("..####", terms=MOL))
    assert load[:2].tolist() == [0, 0]
    end = 10 * (1 - np.exp(-2))
    assert load[2] == pytest.approx(end)
    assert load[3] == pytest.approx(20 + (end - 20) * (1 - np.exp(-2)) / 2)
    assert 10 < load[3] < 20
    # What is in progress outlasts the arrivals, until the desk closes.
    assert load[5] > 0
    assert load[6:].sum() == 0


def test_round_the_clock_begins_in_balance_unless_known_to_have_been_closed() -> None:
    arrivals = demand([10] * 24, aht_seconds=1800)
    assert staffing_load(arrivals, setting("#" * 24, terms=MOL)) == pytest.approx([5] * 24)
    known = staffing_load(arrivals, setting("#" * 24, lead_in_open=".", terms=MOL))
    assert known[0] == pytest.approx(5 * (1 - np.exp(-2)))


def test_each_interval_by_itself_is_the_default() -> None:
    arrivals = demand([0, 20, 0], aht_seconds=1800)
    assert staffing_load(arrivals, setting("###"))[:3].tolist() == [0, 10, 0]


def test_channels_are_staffed_on_it() -> None:
    arrivals = demand([0, 60, 0, 0], aht_seconds=1800)
    need = phone(patience_seconds=300).need(arrivals, setting("#" * 24, terms=MOL))
    assert need.agents[0] == 0
    assert need.agents[2] > 0
    assert need.load_erlangs[2] == pytest.approx(30 * (1 - np.exp(-2)) * (1 - np.exp(-2)) / 2)
    # Nobody comes any more, and nothing is promised.
    assert (
        phone().promise(arrivals, setting("####", terms=MOL), need, need.agents).service_level_by_interval[2]
        is None
    )
