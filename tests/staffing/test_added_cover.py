"""Cover on top of the formulas: what a simulation found missing."""

from collections.abc import Sequence
from dataclasses import replace

from models.simulation import ExtraCover
from planner.staffing.phone import Phone
from planner.staffing.require import require
from tests.staffing.desks import NO_VOLUME, deferred, demand, setting

OPEN = "####.###"
PHONE = Phone(name="phone", volume=NO_VOLUME, aht_seconds=60, pool="live")
VIP = Phone(name="vip", volume=NO_VOLUME, aht_seconds=60, pool="live")
MAIL = deferred("mail", deadline_minutes=60)
CALLS, LETTERS = demand([30] * 8), demand([10] * 8)
CHANNELS, DEMANDS = (PHONE, VIP, MAIL), (CALLS, CALLS, LETTERS)


def cover(channel: str, agents: Sequence[int] = (), minutes: Sequence[int] = ()) -> ExtraCover:
    """Cover from the first interval on; none for the rest of the day."""

    def whole_day(values: Sequence[int]) -> tuple[int, ...]:
        return (*values, *[0] * (24 - len(values)))

    return ExtraCover(channel=channel, agents=whole_day(agents), work_minutes=whole_day(minutes))


def more(new: Sequence[int], old: Sequence[int]) -> list[int]:
    """What the first eight intervals got."""
    return [after - before for after, before in zip(new, old, strict=True)][:8]


def test_nothing_added_changes_nothing() -> None:
    plain = require(CHANNELS, DEMANDS, setting(OPEN))
    assert require(CHANNELS, DEMANDS, setting(OPEN), (cover("phone"), cover("mail"))) == plain


def test_a_pool_gets_the_most_any_of_its_channels_lacks_and_none_while_closed() -> None:
    frame = setting(OPEN)
    plain = require(CHANNELS, DEMANDS, frame).live[0].agents
    added = (cover("phone", [1, 2, 0, 0, 3]), cover("vip", [2, 1]))
    (need,) = require(CHANNELS, DEMANDS, frame, added).live
    assert more(need.agents, plain) == [2, 2, 0, 0, 0, 0, 0, 0]
    assert need.load_erlangs == require(CHANNELS, DEMANDS, frame).live[0].load_erlangs


def test_late_work_is_planned_as_though_as_much_more_arrived() -> None:
    frame = setting(OPEN)
    plain = require(CHANNELS, DEMANDS, frame).backlog[0]
    found = require(CHANNELS, DEMANDS, frame, (cover("mail", minutes=[0, 7]),)).backlog[0]
    assert more(found.available_minutes, plain.available_minutes) == [0, 7, 7, 7, 7, 7, 7, 7]
    assert found.due_minutes[-1] - plain.due_minutes[-1] == 7
    assert more(found.due_minutes, plain.due_minutes)[0] == 0


def test_work_for_a_live_channel_and_agents_for_a_deferred_one_mean_nothing() -> None:
    frame = setting(OPEN)
    added = (cover("mail", [5] * 8), cover("phone", minutes=[50] * 8))
    assert require(CHANNELS, DEMANDS, frame, added) == require(CHANNELS, DEMANDS, frame)


def test_work_without_a_handle_time_cannot_be_counted_in_contacts() -> None:
    nothing = replace(LETTERS, aht_seconds=(0.0,) * 24)
    frame, demands = setting(OPEN), (CALLS, CALLS, nothing)
    added = (cover("mail", minutes=[9] * 8),)
    assert require(CHANNELS, demands, frame, added) == require(CHANNELS, demands, frame)


def test_cover_joins_interval_by_interval() -> None:
    both = cover("phone", [1] * 8, [2] * 8).joined(cover("phone", [0, 3] * 4, [5, 0] * 4))
    assert both == cover("phone", [1, 4] * 4, [7, 2] * 4)
