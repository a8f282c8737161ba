import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.requirement import LiveNeed
from models.staffing_terms import Shrinkage, StaffingTerms
from tests.staffing.desks import absent, deferred, demand, phone, setting


def live(agents: int, load: float, skill: str | None = None) -> LiveNeed:
    return LiveNeed(pool="phone", skill=skill, agents=(agents,) * 24, load_erlangs=(load,) * 24)


def test_windows_of_work() -> None:
    need = deferred(deadline_minutes=120).need(demand([30, 0, 60]), setting("#" * 24))
    assert need.available_minutes == (30, 30) + (90,) * 22
    assert need.due_minutes == (0, 30, 30) + (90,) * 21
    assert need.minutes_per_agent == (60,) * 24


def test_work_due_after_the_period_is_left_and_work_from_before_is_taken_over() -> None:
    contacts = demand([0] * 23 + [40], lead_in=[7, 11])
    need = deferred(deadline_minutes=120).need(contacts, setting("#" * 24, lead_in_open="##"))
    # The contacts two hours before the period fell due at its start; the later ones come along.
    assert need.available_minutes == (11,) * 23 + (51,)
    assert need.due_minutes == (11,) * 24


def test_capacity_per_agent_has_cap_and_absence_taken_off() -> None:
    terms = StaffingTerms(shrinkage=Shrinkage(absence_share=0.1), occupancy_cap=0.85)
    need = deferred(deadline_minutes=60).need(demand([1]), setting("#.#", terms=terms))
    assert need.minutes_per_agent[:3] == (45, 0, 45)


@pytest.mark.parametrize(("fills", "taken"), [("idle_time", 91), ("surplus", 180)])
def test_live_work_comes_first(fills: str, taken: int) -> None:
    frame = setting("#" * 24, live=(live(3, 1.51),))
    need = deferred(deadline_minutes=60, fills=fills).need(demand([1]), frame)
    assert need.taken_minutes == (("phone", (taken,) * 24),)


def test_every_live_pool_says_what_it_takes() -> None:
    """Pools of another skill used to be left out, though one person may have both skills."""
    frame = setting("#" * 24, live=(live(1, 1.0, "ru"), live(2, 2.0, "en")))
    need = deferred(deadline_minutes=60, skill="ru").need(demand([1]), frame)
    assert [minutes[0] for _, minutes in need.taken_minutes] == [60, 120]


def test_promise_counts_what_is_done_by_its_deadline() -> None:
    channel, frame = deferred(deadline_minutes=120), setting("#" * 24)
    arrivals = demand([60, 60, 60, 60])
    need = channel.need(arrivals, frame)
    assert channel.promise(arrivals, frame, need, (60,) * 24).service_level == 1
    late = channel.promise(arrivals, frame, need, (0, 60, 0, 0, 60, 60) + (60,) * 18)
    # Hour 1 does the contacts of hour 0; those of hours 1 and 2 are given up when their time is
    # over, so that hour 4 can still do those of hour 3.
    assert late.service_level_by_interval[:4] == (1, 0, 0, 1)
    assert late.service_level == 0.5


def test_only_the_minutes_given_are_worked() -> None:
    channel = deferred(deadline_minutes=60)
    frame = setting("#" * 24)
    arrivals = demand([30, 31])
    need = channel.need(arrivals, frame)
    levels = channel.promise(arrivals, frame, need, (30,) * 24).service_level_by_interval
    assert levels[0] == 1
    assert levels[1] == pytest.approx(30 / 31)
    assert channel.promise(arrivals, frame, need, (0,) * 24).service_level == 0


def test_contacts_wait_while_closed() -> None:
    channel = deferred(deadline_minutes=240)
    frame = setting("..##")
    arrivals = demand([10, 20, 30])
    promise = channel.promise(arrivals, frame, channel.need(arrivals, frame), (0, 0, 60, 60) + (0,) * 20)
    assert promise.closed_share == pytest.approx(0.5)
    assert promise.service_level == 1
    assert promise.service_level_by_interval[:3] == (None, None, 1)


def test_a_calendar_deadline_inside_closed_hours_is_missed_whoever_works() -> None:
    arrivals = demand([0, 10, 0, 0])
    frame = setting("#...####")
    by_calendar = deferred(deadline_minutes=120, clock="calendar")
    need = by_calendar.need(arrivals, frame)
    minutes = tuple(60 if is_open else 0 for is_open in frame.open_intervals)
    promise = by_calendar.promise(arrivals, frame, need, minutes)
    assert promise.service_level == 0
    # It is done all the same, within the deadline's length after opening.
    assert need.due_minutes[4] == 0
    assert need.due_minutes[5] == 10
    by_opening = deferred(deadline_minutes=120, clock="open")
    assert by_opening.promise(arrivals, frame, need, minutes).service_level == 1


@given(
    contacts=st.lists(st.floats(0, 90), min_size=24, max_size=24),
    lead_in=st.lists(st.floats(0, 90), max_size=24),
    opened=st.text("#.", min_size=24, max_size=24),
    minutes=st.integers(1, 2000),
    clock=st.sampled_from(["open", "calendar"]),
)
def test_windows_are_ordered_whole_and_rising(
    contacts: list[float], lead_in: list[float], opened: str, minutes: int, clock: str
) -> None:
    channel = deferred(deadline_minutes=minutes, clock=clock)
    frame = setting(opened, lead_in_open="#" * len(lead_in), terms=absent(0.1))
    arrivals = demand(contacts, aht_seconds=77, lead_in=lead_in)
    need = channel.need(arrivals, frame)
    pairs = list(zip(need.due_minutes, need.available_minutes, strict=True))
    assert all(0 <= due <= available for due, available in pairs)
    assert list(need.due_minutes) == sorted(need.due_minutes)
    assert list(need.available_minutes) == sorted(need.available_minutes)
    assert need.available_minutes[-1] >= int(sum(contacts) * 77 / 60) - 1
    roster = channel.promise(arrivals, frame, need, (10_000,) * 24)
    assert 0 <= roster.service_level <= 1
    assert channel.promise(arrivals, frame, need, (0,) * 24).service_level in (0, 1)


def test_lead_in_reaches_over_closed_weeks() -> None:
    assert deferred(deadline_minutes="4h").lead_in_minutes == 14 * 1440 + 240
    assert deferred(deadline_minutes="4h", clock="open").lead_in_minutes == 14 * 1440 + 7 * 240
    assert phone().lead_in_minutes == 0


def test_a_live_need_is_refused() -> None:
    channel, arrivals, frame = deferred(deadline_minutes=60), demand([1]), setting("#")
    with pytest.raises(TypeError, match="BacklogNeed"):
        channel.promise(arrivals, frame, live(1, 1.0), (0,) * 24)
