import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.requirement import BacklogNeed
from models.staffing_terms import StaffingTerms
from planner.staffing.target import ServiceTarget, strictest
from tests.staffing.desks import absent, demand, phone, setting

EIGHTY_IN_TWENTY = ServiceTarget(share=0.8, within_seconds=20)


def test_need_is_zero_while_closed_and_without_contacts() -> None:
    need = phone().need(demand([60, 60, 0, 60], aht_seconds=600), setting("#.##"))
    # 60 contacts of ten minutes an hour are 10 erlangs.
    assert need.load_erlangs[:4] == (10, 0, 0, 10)
    assert need.agents[:4] == (14, 0, 0, 14)
    assert sum(need.agents) == 28


def test_occupancy_cap_and_absence_come_on_top_minimum_does_not() -> None:
    contacts = demand([1000], aht_seconds=360)
    capped = StaffingTerms(occupancy_cap=0.8, min_agents=500)
    assert phone().need(contacts, setting("#", terms=capped)).agents[0] == 125
    assert phone().need(contacts, setting("#")).agents[0] == 109
    assert phone().need(contacts, setting("#", terms=absent(0.3))).agents[0] == 156


def test_patience_takes_fewer_agents() -> None:
    patient = phone().need(demand([48 * 60], aht_seconds=60), setting("#")).agents[0]
    leaving = phone(patience_seconds=120).need(demand([48 * 60], aht_seconds=60), setting("#")).agents[0]
    assert (patient, leaving) == (52, 46)


@given(
    contacts=st.lists(st.floats(0, 400), min_size=1, max_size=24),
    patience=st.one_of(st.none(), st.floats(10, 600)),
    share=st.sampled_from([0.0, 0.1, 0.35]),
)
def test_a_roster_that_meets_the_need_keeps_the_target_in_every_interval(
    contacts: list[float], patience: float | None, share: float
) -> None:
    channel = phone(patience_seconds=patience, target=EIGHTY_IN_TWENTY)
    frame = setting("#" * 24, terms=absent(share))
    arrivals = demand(contacts, aht_seconds=300)
    need = channel.need(arrivals, frame)
    promise = channel.promise(arrivals, frame, need, need.agents)
    assert all(level is None or level >= 0.8 - 1e-9 for level in promise.service_level_by_interval)
    assert promise.service_level >= 0.8 - 1e-9
    fewer = tuple(max(0, agents - 1) for agents in need.agents)
    assert channel.promise(arrivals, frame, need, fewer).service_level <= promise.service_level + 1e-9


def test_nobody_on_duty_serves_nobody() -> None:
    channel, arrivals, frame = phone(), demand([30, 0, 10]), setting("###")
    promise = channel.promise(arrivals, frame, channel.need(arrivals, frame), (0,) * 24)
    assert promise.service_level == 0
    assert promise.service_level_by_interval[:4] == (0, None, 0, None)


def test_too_few_agents_for_the_load_serve_nobody_in_time_when_nobody_hangs_up() -> None:
    channel, arrivals, frame = phone(), demand([60], aht_seconds=600), setting("#")
    need = channel.need(arrivals, frame)
    assert channel.promise(arrivals, frame, need, (10,) + (0,) * 23).service_level == 0


def test_contacts_while_closed_are_counted_and_left_out_of_the_level() -> None:
    channel, arrivals, frame = phone(), demand([30, 90]), setting("#.")
    promise = channel.promise(arrivals, frame, channel.need(arrivals, frame), (50,) * 24)
    assert promise.contacts == 120
    assert promise.closed_share == 0.75
    assert promise.service_level == pytest.approx(1)
    assert promise.service_level_by_interval[1] is None


def test_no_contacts_at_all() -> None:
    channel, arrivals, frame = phone(), demand([]), setting("#")
    promise = channel.promise(arrivals, frame, channel.need(arrivals, frame), (0,) * 24)
    assert (promise.contacts, promise.service_level, promise.closed_share) == (0, 1, 0)


def test_absence_is_averaged_over_not_averaged_away() -> None:
    channel, arrivals = phone(target=EIGHTY_IN_TWENTY), demand([60], aht_seconds=600)
    frame = setting("#", terms=absent(0.08))
    need = channel.need(arrivals, frame)

    def level(agents: int, share: float, **rest: str) -> float:
        roster = (agents,) + (0,) * 23
        return channel.promise(
            arrivals, setting("#", terms=absent(share, **rest)), need, roster
        ).service_level

    # 14 rostered at 8 % absence: 12.88 present, that is 12 or 13.
    steady = level(14, 0.08)
    assert steady == pytest.approx(0.12 * level(12, 0) + 0.88 * level(13, 0))
    # Independent absences spread wider and cost more than they gain.
    assert level(14, 0.08, method="binomial") < steady


def test_backlog_is_refused() -> None:
    channel, arrivals, frame = phone(), demand([1]), setting("#")
    with pytest.raises(TypeError, match="LiveNeed"):
        channel.promise(arrivals, frame, BacklogNeed("x", None, (), (), (), ()), (0,) * 24)


def test_strictest_target() -> None:
    both = (
        ServiceTarget(share=0.9, within_seconds=60, definition="not_waiting_longer"),
        ServiceTarget(share=0.8, within_seconds=20, definition="served_excluding_short_abandons"),
    )
    assert strictest(both) == ServiceTarget(
        share=0.9, within_seconds=20, definition="served_excluding_short_abandons"
    )


def test_aht_of_each_interval_counts() -> None:
    arrivals = demand([60, 60], aht_seconds=600)
    slower = arrivals.__class__(**{**vars(arrivals), "aht_seconds": (600.0, 1200.0) + (600.0,) * 22})
    need = phone().need(slower, setting("##"))
    assert np.array(need.load_erlangs[:2]).tolist() == [10, 20]
    assert need.agents[1] > need.agents[0]


def test_strictest_scope() -> None:
    assert strictest((ServiceTarget(scope="period"), ServiceTarget(scope="day"))).scope == "day"


def test_lost_callers_who_call_again_and_busy_lines() -> None:
    arrivals, frame = demand([1000], aht_seconds=300), setting("#")
    plain = phone(patience_seconds=60).need(arrivals, frame).agents[0]
    again = phone(patience_seconds=60, redial_probability=0.7).need(arrivals, frame).agents[0]
    varied = phone(patience_seconds=60, load_cv=0.3).need(arrivals, frame).agents[0]
    assert plain < again < varied
    few = phone(patience_seconds=60, lines=20)
    need = few.need(arrivals, frame)
    assert need.agents[0] == 20
    assert few.promise(arrivals, frame, need, need.agents).service_level < 0.3
