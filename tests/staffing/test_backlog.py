from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.staffing.backlog import backlog_of
from planner.staffing.earliest_deadline import done_in_time
from tests.staffing.desks import demand, setting

marks = st.text("#.", min_size=24, max_size=24)


def test_calendar_clock_runs_while_closed() -> None:
    backlog = backlog_of(demand([1] * 24), setting("#" * 24), 180, "calendar")
    # An hour's contacts are held to its first: due three hours after the hour began.
    assert backlog.deadline[:4].tolist() == [2, 3, 4, 5]
    # The deadline of the last two hours falls after the period.
    assert backlog.due[-2:].tolist() == [24, 24]


def test_open_clock_stops_while_closed() -> None:
    backlog = backlog_of(demand([1] * 24), setting("##..##"), 180, "open")
    # Hour 0: open in 0, 1 and 4.  Hours 1, 2, 3: the third open hour never comes for hour 2.
    assert backlog.due[:2].tolist() == [4, 23]
    assert backlog.due[2:4].tolist() == [24, 24]


def test_work_that_cannot_be_in_time_is_planned_for_after_opening() -> None:
    backlog = backlog_of(demand([1] * 24), setting("#....##"), 120, "calendar")
    assert backlog.deadline[1] == 2
    # Arrives at 1, closed until 5: done within two open hours of opening.
    assert backlog.due[1] >= 6
    # Arrives at 4, and hour 5 is open before its deadline: kept.
    assert backlog.due[4] == backlog.deadline[4] == 5


def test_a_deadline_shorter_than_an_interval_is_its_end() -> None:
    backlog = backlog_of(demand([1] * 24), setting("#" * 24), 15, "calendar")
    assert backlog.due.tolist() == list(range(24))


def test_lead_in_counts_intervals_backwards() -> None:
    backlog = backlog_of(
        demand([0] * 24, lead_in=[5, 5, 5]), setting("#" * 24, lead_in_open="###"), 120, "calendar"
    )
    assert backlog.arrives[:3].tolist() == [-3, -2, -1]
    assert backlog.due[:3].tolist() == [-2, -1, 0]
    assert backlog.planned[:3].tolist() == [False, False, True]


@given(contacts=st.lists(st.floats(0, 50), min_size=24, max_size=24), aht=st.floats(1, 3600))
def test_running_totals_are_right_to_half_a_minute(contacts: list[float], aht: float) -> None:
    backlog = backlog_of(demand(contacts, aht_seconds=aht), setting("#" * 24), 240, "calendar")
    exact = np.cumsum(contacts) * aht / 60
    assert np.all(np.abs(np.cumsum(backlog.minutes) - exact) <= 0.5 + 1e-6)
    assert np.all(backlog.minutes >= 0)


@given(
    opened=marks,
    lead=marks,
    contacts=st.lists(st.integers(0, 9), min_size=24, max_size=24),
    clock=st.sampled_from(["calendar", "open"]),
    deadline=st.integers(1, 1440),
)
def test_enough_capacity_keeps_every_deadline_that_can_be_kept(
    opened: str, lead: str, contacts: list[int], clock: str, deadline: int
) -> None:
    backlog = backlog_of(
        demand([float(count) for count in contacts], lead_in=[1.0] * 24),
        setting(opened, lead_in_open=lead),
        deadline,
        "open" if clock == "open" else "calendar",
    )
    assert np.all(backlog.due >= backlog.arrives)
    assert np.all(backlog.deadline <= backlog.due)
    is_open = np.array([mark == "#" for mark in lead + opened])
    reachable = np.array(
        [is_open[k : deadline_at + 25].any() for k, deadline_at in enumerate(backlog.deadline)]
    )
    assert np.array_equal(backlog.due == backlog.deadline, reachable | (backlog.deadline == backlog.due))
    plenty = np.where(is_open[24:], 10**6, 0)
    kept = done_in_time(backlog, plenty)
    later_open = np.array(
        [is_open[max(k, 24) : deadline_at + 25].any() for k, deadline_at in enumerate(backlog.deadline)]
    )
    fair = backlog.judged & later_open
    assert np.array_equal(kept[fair], backlog.minutes[fair])


@given(
    contacts=st.lists(st.integers(0, 30), min_size=24, max_size=24),
    capacity=st.lists(st.integers(0, 60), min_size=24, max_size=24),
    deadline=st.integers(60, 600),
)
def test_everything_is_in_time_exactly_when_the_cumulative_windows_are_kept(
    contacts: list[int], capacity: list[int], deadline: int
) -> None:
    backlog = backlog_of(
        demand([float(count) for count in contacts]), setting("#" * 24), deadline, "calendar"
    )
    in_time = done_in_time(backlog, np.array(capacity))
    due = np.zeros(25, dtype=int)
    np.add.at(due, backlog.due, backlog.minutes)
    arrived = list(accumulate(int(minutes) for minutes in backlog.minutes))
    done = 0
    possible = True
    for interval, owed in enumerate(accumulate(int(minutes) for minutes in due[:24])):
        done = min(done + capacity[interval], arrived[interval])
        possible = possible and done >= owed
    judged = backlog.judged
    assert (int(in_time[judged].sum()) == int(backlog.minutes[judged].sum())) == possible
