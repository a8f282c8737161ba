import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.channel import ChannelSetting
from models.horizon import Horizon
from models.staffing_terms import StaffingTerms
from planner.staffing.scope_target import scope_groups
from planner.staffing.target import Scope, ServiceTarget
from tests.staffing.desks import absent, chat, demand, phone, setting

CONTACTS = [2, 1, 1, 1, 1, 2, 5, 12, 30, 45, 50, 48, 40, 42, 44, 40, 33, 25, 20, 16, 12, 9, 6, 4]


def target(scope: Scope) -> ServiceTarget:
    return ServiceTarget(share=0.8, within_seconds=20, scope=scope)


def test_days_are_local_and_may_be_23_hours_long() -> None:
    # Clocks go forward in Berlin on 31 March 2024.
    horizon = Horizon(zone="Europe/Berlin", first_date=dt.date(2024, 3, 30), days=3, interval_minutes=60)
    frame = ChannelSetting(horizon, (True,) * 71, (), StaffingTerms())
    assert np.bincount(scope_groups(frame, "day")).tolist() == [24, 23, 24]
    assert np.bincount(scope_groups(frame, "period")).tolist() == [71]
    assert np.bincount(scope_groups(frame, "interval")).tolist() == [1] * 71


@pytest.mark.parametrize("make", [phone, chat])
def test_wider_scopes_take_no_more_people_and_keep_the_promise(make: object) -> None:
    contacts = demand(CONTACTS + CONTACTS[::-1], aht_seconds=300, intervals=48)
    frame = setting("#" * 48)
    hours = {}
    for scope in ("interval", "day", "period"):
        channel = make(patience_seconds=200, target=target(scope))  # type: ignore[operator]
        need = channel.need(contacts, frame)
        promise = channel.promise(contacts, frame, need, need.agents)
        assert promise.service_level >= 0.8
        levels = np.array([level or 0.0 for level in promise.service_level_by_interval])
        counts = np.array(contacts.contacts)
        if scope == "day":
            for day in (slice(0, 24), slice(24, 48)):
                assert (levels * counts)[day].sum() >= 0.8 * counts[day].sum() - 1e-9
        hours[scope] = sum(need.agents)
    assert hours["period"] <= hours["day"] < hours["interval"]


@given(
    contacts=st.lists(st.floats(0, 80), min_size=2, max_size=24),
    cap=st.floats(0.6, 1),
    patience=st.one_of(st.none(), st.floats(60, 600)),
)
def test_the_occupancy_cap_holds_in_every_interval(
    contacts: list[float], cap: float, patience: float | None
) -> None:
    arrivals = demand(contacts, aht_seconds=300)
    frame = setting("#" * 24, terms=StaffingTerms(occupancy_cap=cap))
    channel = phone(patience_seconds=patience, target=target("period"))
    need = channel.need(arrivals, frame)
    if patience is None:
        assert all(
            load <= cap * agents + 1e-9 for load, agents in zip(need.load_erlangs, need.agents, strict=True)
        )
    assert all(
        (load > 0) == (agents > 0) for load, agents in zip(need.load_erlangs, need.agents, strict=True)
    )
    assert channel.promise(arrivals, frame, need, need.agents).service_level >= 0.8 - 1e-9


def test_closed_intervals_and_absence() -> None:
    arrivals = demand([60, 60, 60], aht_seconds=300)
    channel = phone(patience_seconds=200, target=target("period"))
    alone = channel.need(arrivals, setting("#.#"))
    assert alone.agents[1] == 0
    more = channel.need(arrivals, setting("#.#", terms=absent(0.2)))
    assert more.agents[0] >= alone.agents[0] / 0.8
