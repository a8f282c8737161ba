import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.simulate.open_clock import OpenClock


def clock(hours: str, lead_in: int = 0) -> OpenClock:
    """Hours drawn, ``#`` open."""
    return OpenClock(np.array([mark == "#" for mark in hours]), -60 * lead_in, 60)


@given(st.text("#.", min_size=1, max_size=40), st.integers(0, 39), st.data())
def test_against_a_clock_that_ticks_by_the_minute(hours: str, lead_in: int, data: st.DataObject) -> None:
    lead_in = min(lead_in, len(hours))
    ours = clock(hours, lead_in)
    start, end = -60 * lead_in, 60 * (len(hours) - lead_in)
    arrival, allowed = data.draw(st.integers(start, end - 1)), data.draw(st.integers(1, 900))

    def is_open(minute: int) -> bool:
        return hours[(minute - start) // 60] == "#"

    def after_open(minutes: int) -> float:
        for minute in range(arrival, end):
            minutes -= is_open(minute)
            if minutes == 0:
                return minute + 1
        return np.inf

    def planned() -> float:
        opens = next((minute for minute in range(arrival, end) if is_open(minute)), np.inf)
        return arrival + allowed if opens <= arrival + allowed else after_open(allowed)

    at = np.array([float(arrival)])
    by_open = ours.deadlines(at, allowed, "open")
    assert by_open[0] == by_open[1]
    # Where the time is up just as the desk closes, it does not matter how long it stays closed.
    found = by_open[0][0]
    expected = after_open(allowed)
    assert found == expected or not any(is_open(m) for m in range(int(expected), int(min(found, end))))
    deadline, due = ours.deadlines(at, allowed, "calendar")
    assert deadline[0] == arrival + allowed
    assert due[0] in {planned(), found}
    closes = next((minute for minute in range(arrival, end) if not is_open(minute)), np.inf)
    if is_open(arrival):
        assert ours.closing[ours.place_of(at)[0]] == closes


def test_by_hand() -> None:
    ours = clock("..##..##", lead_in=2)
    deadline, due = ours.deadlines(np.array([-90.0, 30.0, 200.0]), 60, "calendar")
    assert deadline == pytest.approx([-30, 90, 260])
    # Due while closed: as if it had come when the desk opens, at 0.
    assert due == pytest.approx([60, 90, 260])
    assert ours.deadlines(np.array([90.0, 310.0]), 60, "open")[0] == pytest.approx([270, np.inf])
