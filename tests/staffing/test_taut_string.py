from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.requirement import BacklogNeed
from planner.staffing.taut_string import peak_work, smoothest_work


def window(available: list[int], due: list[int], closed: frozenset[int] = frozenset()) -> BacklogNeed:
    return BacklogNeed(
        channel="mail",
        skill=None,
        available_minutes=tuple(available),
        due_minutes=tuple(due),
        minutes_per_agent=tuple(0 if place in closed else 30 for place in range(len(due))),
        taken_minutes=(0,) * len(due),
    )


@st.composite
def windows(draw: st.DrawFn) -> BacklogNeed:
    steps = st.lists(st.integers(0, 60), min_size=1, max_size=12)
    arrivals = draw(steps)
    available = list(accumulate(arrivals))
    due, done = [], 0
    for arrived in available:
        done = draw(st.integers(done, arrived))
        due.append(done)
    closed = draw(st.frozensets(st.integers(0, len(due) - 1), max_size=len(due) - 1))
    return window(available, due, closed)


def test_waiting_evens_out_a_burst() -> None:
    assert smoothest_work(window([60, 60, 60, 60], [0, 0, 0, 60])) == (15, 15, 15, 15)


def test_nothing_is_done_before_it_arrives() -> None:
    assert smoothest_work(window([0, 0, 60, 60], [0, 0, 0, 60])) == (0, 0, 30, 30)


def test_work_left_for_the_next_period_is_not_done() -> None:
    assert smoothest_work(window([100, 100], [0, 20])) == (10, 10)


def test_closed_intervals_do_nothing() -> None:
    assert smoothest_work(window([60, 60, 60], [0, 0, 60], frozenset({1}))) == (30, 0, 30)
    assert smoothest_work(window([60], [60], frozenset({0}))) == (0,)


@given(need=windows())
def test_the_plan_keeps_every_window_and_its_peak_is_the_lowest_possible(need: BacklogNeed) -> None:
    work = smoothest_work(need)
    run = [0.0, *accumulate(work)]
    open_at = [place for place, minutes in enumerate(need.minutes_per_agent) if minutes]
    ends = [0, *(place + 1 for place in open_at)]
    due = [0, *(need.due_minutes[end - 2] for end in [*ends[2:], len(work) + 1])]
    arrived = [0, *(max(need.available_minutes[place], due[k + 1]) for k, place in enumerate(open_at))]
    assert all(amount >= -1e-9 for amount in work)
    for k, end in enumerate(ends):
        assert due[k] - 1e-6 <= run[end] <= arrived[k] + 1e-6
    lowest = max((due[e] - arrived[s]) / (e - s) for e in range(len(ends)) for s in range(e) if len(ends) > 1)
    assert peak_work(need) == pytest.approx(max(0.0, lowest))
