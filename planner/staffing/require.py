"""The stage itself: expected contacts of every channel in, one requirement out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from models.channel import Channel, ChannelSetting
from models.demand import ChannelDemand
from models.errors import BadInputError, InputProblem
from models.requirement import BacklogNeed, ChannelPromise, LiveNeed, Requirement
from models.simulation import ExtraCover
from models.text import Text
from planner.staffing.added_cover import more_agents, more_work
from planner.staffing.compiled import FloatArray
from planner.staffing.deferred_channel import DeferredChannel
from planner.staffing.live_channel import LiveChannel
from planner.staffing.live_promise import live_promise, service_levels
from planner.staffing.pool import by_pool
from planner.staffing.uncertain_load import with_busy_days


def require(
    channels: Sequence[Channel],
    demands: Sequence[ChannelDemand],
    setting: ChannelSetting,
    added: Sequence[ExtraCover] = (),
) -> Requirement:
    """Turn expected contacts into what the roster must provide.

    Live channels of one pool become one need; deferred channels follow, knowing what live
    work takes.  ``terms.min_agents`` is not in it: the coverage rule sees to that.

    Parameters
    ----------
    channels, demands
        Channels of the scenario and their demands, in the same order.
    setting
        Horizon, open intervals and terms.  ``lead_in_open`` reaches back at least as far as
        the longest ``lead_in_contacts``; deferred channels get the part that matches their own.
        ``live`` is filled in here.
    added
        Cover on top of the formulas, by channel.

    Returns
    -------
    Requirement
        ``live`` in the order pools are first named, ``backlog`` in the channels' order.

    Raises
    ------
    BadInputError
        Channels of a pool are not alike, or a pool bears a deferred channel's name.
    """
    _check_names(channels)
    channels = with_busy_days(channels, demands, setting.terms)
    alone = replace(setting, live=())
    live = tuple(
        more_agents(channel.need(demand, alone), channels, setting.open_intervals, added)
        for channel, demand in by_pool(*_live(channels, demands)).values()
    )
    if any(isinstance(channel, DeferredChannel) and channel.fills == "surplus" for channel in channels):
        # what live work leaves over must be known beforehand: its targets stay spread out
        live = tuple(replace(need, goals=()) for need in live)
    informed = replace(setting, live=live)
    others = [
        channel.need(more_work(channel, demand, added), _matching(informed, demand))
        for channel, demand in zip(channels, demands, strict=True)
        if not isinstance(channel, LiveChannel)
    ]
    return Requirement(
        open_intervals=setting.open_intervals,
        live=live + tuple(need for need in others if isinstance(need, LiveNeed)),
        backlog=tuple(need for need in others if isinstance(need, BacklogNeed)),
    )


def levels_by_pool(
    channels: Sequence[Channel],
    demands: Sequence[ChannelDemand],
    setting: ChannelSetting,
    supply_by_need: Mapping[str, Sequence[int | Fraction]],
) -> dict[str, FloatArray]:
    """Expected service level of every live pool under a roster.

    Parameters
    ----------
    channels, demands, setting
        As given to :func:`require`.
    supply_by_need
        Rostered agents at work and not on a break, by pool.

    Returns
    -------
    dict
        Shares per interval; NaN while closed and where nothing arrives.
    """
    channels = with_busy_days(channels, demands, setting.terms)
    return {
        pool: service_levels(channel, demand, setting, supply_by_need[pool])
        for pool, (channel, demand) in by_pool(*_live(channels, demands)).items()
    }


def promise_all(
    channels: Sequence[Channel],
    demands: Sequence[ChannelDemand],
    setting: ChannelSetting,
    requirement: Requirement,
    supply_by_need: Mapping[str, Sequence[int | Fraction]],
) -> tuple[ChannelPromise, ...]:
    """Say what customers of every channel can expect from a roster.

    Parameters
    ----------
    channels, demands, setting
        As given to :func:`require`.
    requirement
        Its answer.
    supply_by_need
        What the roster gives, per interval: by pool, rostered agents at work and not on a
        break; by deferred channel, the agent-minutes left for it.

    Returns
    -------
    tuple of ChannelPromise
        In the order of the channels.  Channels of a pool share its service level in each
        interval, weighted with their own contacts.
    """
    levels = levels_by_pool(channels, demands, setting, supply_by_need)
    channels = with_busy_days(channels, demands, setting.terms)
    needs: dict[str, LiveNeed | BacklogNeed] = {need.pool: need for need in requirement.live}
    needs |= {need.channel: need for need in requirement.backlog}
    informed = replace(setting, live=requirement.live)
    promises = []
    for channel, demand in zip(channels, demands, strict=True):
        if isinstance(channel, LiveChannel):
            promises.append(live_promise(demand, setting, levels[channel.pool_name]))
        else:
            matching, name = _matching(informed, demand), channel.name
            minutes = tuple(int(one) for one in supply_by_need[name])
            promises.append(channel.promise(demand, matching, needs[name], minutes))
    return tuple(promises)


def _live(
    channels: Sequence[Channel], demands: Sequence[ChannelDemand]
) -> tuple[list[LiveChannel], list[ChannelDemand]]:
    pairs = [
        (channel, demand)
        for channel, demand in zip(channels, demands, strict=True)
        if isinstance(channel, LiveChannel)
    ]
    return [channel for channel, _ in pairs], [demand for _, demand in pairs]


def _matching(setting: ChannelSetting, demand: ChannelDemand) -> ChannelSetting:
    reach = len(setting.lead_in_open) - len(demand.lead_in_contacts)
    return replace(setting, lead_in_open=setting.lead_in_open[reach:])


def _check_names(channels: Sequence[Channel]) -> None:
    pools = {channel.pool_name for channel in channels if isinstance(channel, LiveChannel)}
    problems = [
        InputProblem(
            "channels",
            Text(
                en=f'"{channel.name}" is both the name of a channel and of a pool',
                ru=f'"{channel.name}": так названы и канал, и общая очередь',
            ),
        )
        for channel in channels
        if not isinstance(channel, LiveChannel) and channel.name in pools
    ]
    if problems:
        raise BadInputError(problems)
