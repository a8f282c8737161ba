import pytest

from models.channel import CHANNELS, Channel
from models.demand import ChannelDemand
from models.errors import BadInputError
from planner.staffing.deferred import Deferred
from planner.staffing.phone import Phone
from planner.staffing.pool import pooled
from planner.staffing.require import promise_all, require
from planner.staffing.target import ServiceTarget
from tests.staffing.desks import deferred, demand, phone, setting


def test_kinds_are_registered() -> None:
    assert CHANNELS["phone"] is Phone
    assert CHANNELS["deferred"] is Deferred


def test_three_small_pools_need_six_one_pool_needs_three() -> None:
    # Nights: 0.3 erlangs each.
    frame = setting("#")
    arrivals = [demand([6], aht_seconds=180, name=name) for name in "abc"]
    apart = require([phone(name) for name in "abc"], arrivals, frame)
    together = require([phone(name, pool="night") for name in "abc"], arrivals, frame)
    assert [need.agents[0] for need in apart.live] == [2, 2, 2]
    assert [(need.pool, need.agents[0]) for need in together.live] == [("night", 3)]
    assert together.live[0].load_erlangs[0] == pytest.approx(0.9)


def test_a_pool_adds_loads_weighs_handle_times_and_takes_the_strictest_target() -> None:
    channel, total = pooled(
        [
            phone("a", pool="p", patience_seconds=60, target=ServiceTarget(share=0.7, within_seconds=10)),
            phone("b", pool="p", target=ServiceTarget(share=0.9, within_seconds=30)),
        ],
        [demand([30, 0], aht_seconds=100), demand([10, 0], aht_seconds=300)],
    )
    assert total.contacts[:2] == (40, 0)
    assert total.aht_seconds[:2] == (150, 200)
    assert channel.target == ServiceTarget(share=0.9, within_seconds=10)
    # Three in four callers hang up at a rate of 1/60 s, the others never.
    assert channel.patience_seconds == pytest.approx(80)
    assert channel.name == "p"


def test_channels_of_a_pool_share_its_level_with_weights_of_their_own() -> None:
    channels = [phone("a", pool="p"), phone("b", pool="p")]
    arrivals = [demand([60, 0], aht_seconds=300, name="a"), demand([60, 60], aht_seconds=300, name="b")]
    frame = setting("##")
    requirement = require(channels, arrivals, frame)
    roster = (12, 4) + (0,) * 22
    first, second = promise_all(channels, arrivals, frame, requirement, {"p": roster})
    assert first.service_level_by_interval[0] == second.service_level_by_interval[0]
    assert first.service_level_by_interval[1] is None
    levels = second.service_level_by_interval
    assert levels[0] is not None
    assert levels[1] is not None
    assert levels[1] < levels[0]
    assert first.service_level == pytest.approx(levels[0])
    assert second.service_level == pytest.approx((levels[0] + levels[1]) / 2)


def test_deferred_work_sees_live_work_and_its_own_part_of_the_lead_in() -> None:
    channels: list[Channel] = [deferred("mail", deadline_minutes=120), phone("calls")]
    arrivals: list[ChannelDemand] = [
        demand([10] * 24, lead_in=[5, 5], name="mail"),
        demand([60], aht_seconds=60, name="calls"),
    ]
    frame = setting("#" * 24, lead_in_open="....##")
    requirement = require(channels, arrivals, frame)
    assert [need.pool for need in requirement.live] == ["calls"]
    (backlog,) = requirement.backlog
    ((pool, taken),) = backlog.taken_minutes
    assert (pool, taken[:2]) == ("calls", (60, 0))
    assert backlog.due_minutes[0] == 5
    duty = {"mail": (60,) * 24, "calls": requirement.live[0].agents}
    mail, calls = promise_all(channels, arrivals, frame, requirement, duty)
    assert (mail.channel, calls.channel) == ("mail", "calls")
    assert mail.service_level == 1
    assert calls.service_level >= 0.8


def test_a_pool_adds_lines_and_weighs_redials_and_variation() -> None:
    arrivals = [demand([30], name="a"), demand([10], name="b")]
    first = phone("a", pool="p", lines=20, redial_probability=0.4, load_cv=0.1)
    channel, _ = pooled([first, phone("b", pool="p", lines=5, load_cv=0.3)], arrivals)
    assert channel.lines == 25
    assert channel.redial_probability == pytest.approx(0.3)
    assert channel.load_cv == pytest.approx(0.15)
    unlimited, _ = pooled([first, phone("b", pool="p")], arrivals)
    assert unlimited.lines is None


def test_different_skills_in_a_pool_are_refused() -> None:
    channels = [phone("a", pool="p", skill="ru"), phone("b", pool="p")]
    with pytest.raises(BadInputError, match=r'pool "p" need one skill in common: "a": ru, "b": no skill'):
        require(channels, [demand([1]), demand([1])], setting("#"))


def test_a_pool_named_like_a_deferred_channel_is_refused() -> None:
    channels: list[Channel] = [phone("a", pool="mail"), deferred("mail", deadline_minutes=60)]
    with pytest.raises(BadInputError, match='"mail" is both'):
        require(channels, [demand([1]), demand([1])], setting("#"))
