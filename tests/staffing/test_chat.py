from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.channel import CHANNELS
from models.errors import BadInputError
from models.requirement import BacklogNeed
from planner.scenario.loading import load_scenario
from planner.staffing.chat import Chat
from planner.staffing.live_system import Handling, measures
from planner.staffing.require import promise_all, require
from planner.staffing.target import ServiceTarget
from tests.staffing.desks import chat, deferred, demand, phone, setting

DESK = """
name = "small"
desk = { name = "Small desk", zone = "Europe/Berlin", currency = "EUR", interval_minutes = 60 }
period = { first_date = 2026-06-01, days = 1 }
opening = "24/7"
staffing = { min_agents = 2, break_cover = 1, load_model = "mol" }

[[channels]]
name = "Telegram"
kind = "chat"
aht_seconds = 360
slowdown = [1, 1.2, 1.5]
patience_seconds = 240
redial_probability = 0.2
lines = 30
load_cv = 0.15
target = { share = 0.8, within_seconds = 60, scope = "day" }
volume = { contacts_per_day = { mon = 200 } }

[[shift_patterns]]
name = "day"
starts = ["08:00"]
length_minutes = "9h"

[[contracts]]
name = "standard"
hourly_rate = 20

[[agents]]
id = "anna"
contract = "standard"
"""


def test_from_a_scenario_file_to_a_requirement(tmp_path: Path) -> None:
    file = tmp_path / "desk.toml"
    file.write_text(DESK, encoding="utf-8")
    scenario = load_scenario(file).scenario
    (channel,) = scenario.channels
    assert isinstance(channel, Chat)
    assert channel.contacts_at_once == 3
    assert scenario.staffing.min_at_work == 1
    arrivals, frame = demand([20] * 24, aht_seconds=360, name="Telegram"), setting("#" * 24)
    requirement = require(scenario.channels, [arrivals], frame)
    (need,) = requirement.live
    assert need.pool == "Telegram"
    assert need.agents[0] > 0
    (promise,) = promise_all(scenario.channels, [arrivals], frame, requirement, {"Telegram": need.agents})
    assert promise.service_level >= 0.8


@pytest.mark.parametrize(
    ("slowdown", "said"),
    [
        ([], "at least 1"),
        ([2, 3], "the first is 1"),
        ([1, 1.5, 1.4], "do not get shorter"),
        ([1, 1.2, 2], "fewer chats an hour than with 2"),
        ([1, float("inf")], "less than or equal to 100"),
        ([1, 0.5], "greater than or equal to 1"),
    ],
)
def test_slowdowns_that_make_no_sense_are_refused(slowdown: list[float], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        chat(slowdown=slowdown)


def test_twice_as_long_with_two_is_just_allowed() -> None:
    assert chat(slowdown=[1, 2, 3]).contacts_at_once == 3
    # Measured with rounding.
    assert chat(slowdown=[1, 2.000001]).contacts_at_once == 2


@given(
    contacts=st.lists(st.floats(0, 200), min_size=1, max_size=24),
    patience=st.one_of(st.none(), st.floats(10, 600)),
    redial=st.sampled_from([0.0, 0.5]),
    cv=st.sampled_from([0.0, 0.2]),
)
def test_a_roster_that_meets_the_need_keeps_the_target_in_every_interval(
    contacts: list[float], patience: float | None, redial: float, cv: float
) -> None:
    channel = chat(
        patience_seconds=patience,
        redial_probability=redial,
        load_cv=cv,
        target=ServiceTarget(share=0.8, within_seconds=40),
    )
    frame, arrivals = setting("#" * 24), demand(contacts, aht_seconds=300)
    need = channel.need(arrivals, frame)
    promise = channel.promise(arrivals, frame, need, need.agents)
    assert all(level is None or level >= 0.8 - 1e-9 for level in promise.service_level_by_interval)


def test_one_chat_at_a_time_is_a_phone() -> None:
    arrivals, frame = demand([30, 200, 0, 3], aht_seconds=300), setting("####")
    for patience in (None, 120.0):
        calls = phone(patience_seconds=patience).need(arrivals, frame)
        chats = chat("desk", slowdown=[1.0], patience_seconds=patience).need(arrivals, frame)
        assert chats == calls


def test_several_at_a_time_take_fewer_agents_than_calls_and_more_than_slots_divided() -> None:
    arrivals, frame = demand([200], aht_seconds=300), setting("#")
    calls = phone(patience_seconds=200).need(arrivals, frame).agents[0]
    chats = chat(patience_seconds=200, slowdown=[1, 1.2, 1.5]).need(arrivals, frame).agents[0]
    assert calls / 3 < chats < calls


def test_agents_with_a_chat_are_not_free_for_mail() -> None:
    arrivals, frame = demand([60], aht_seconds=300, name="chat"), setting("#")
    channel = chat(patience_seconds=200, lines=100)
    need = channel.need(arrivals, frame)
    busy = measures(5, need.agents[0], 1.5, Handling(channel.slowdown)).agents_busy
    assert need.busy_agents[0] == pytest.approx(float(busy))
    assert need.agents_taken == need.busy_agents
    assert need.busy_agents[0] <= need.agents[0]
    # the load is that of the contacts alone, whoever serves them
    assert need.load_erlangs[:2] == (5, 0)
    mail = deferred("mail", deadline_minutes=60)
    requirement = require([mail, channel], [demand([1], name="mail"), arrivals], frame)
    ((pool, taken),) = requirement.backlog[0].taken_minutes
    assert pool == "chat"
    assert taken[0] == np.ceil(60 * need.busy_agents[0])


def test_messengers_share_a_pool_and_calls_do_not_join_it() -> None:
    frame = setting("#")
    arrivals = [demand([10], aht_seconds=300, name=name) for name in ("Telegram", "Viber", "site")]
    apart = require([chat(name) for name in ("Telegram", "Viber", "site")], arrivals, frame)
    together = require([chat(name, pool="chats") for name in ("Telegram", "Viber", "site")], arrivals, frame)
    assert [need.pool for need in together.live] == ["chats"]
    assert together.live[0].agents[0] < sum(need.agents[0] for need in apart.live)
    with pytest.raises(
        BadInputError, match=r'pool "chats" are not handled alike: "Telegram": chat, 1, 1.2, 1.5'
    ):
        require([chat("Telegram", pool="chats"), phone("calls", pool="chats")], arrivals[:2], frame)
    with pytest.raises(BadInputError, match="not handled alike"):
        require([chat("Telegram", pool="chats"), chat("Viber", [1, 1.1], pool="chats")], arrivals[:2], frame)


def test_backlog_is_refused() -> None:
    with pytest.raises(TypeError, match="chat is given as LiveNeed"):
        chat().promise(demand([1]), setting("#"), BacklogNeed("x", None, (), (), (), ()), (0,) * 24)


def test_kind_is_registered() -> None:
    assert CHANNELS["chat"] is Chat
