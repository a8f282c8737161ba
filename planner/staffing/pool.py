"""One queue for several live channels: small loads share their spare time."""

from collections.abc import Sequence

import numpy as np

from models.demand import ChannelDemand
from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.staffing.live_channel import LiveChannel
from planner.staffing.own_lines import accepted_shares
from planner.staffing.target import strictest


def pooled(
    channels: Sequence[LiveChannel], demands: Sequence[ChannelDemand]
) -> tuple[LiveChannel, ChannelDemand]:
    """Read the channels of one pool as a single channel.

    Contacts add up; handle times, redials and the variation between days are weighted by
    contacts; the strictest target binds.  Patience is weighted so that the rate at which
    waiting customers give up is the average of theirs: 1/p = Σ share / p, with 0 for those who
    never do.  Lines add up, unless a channel has no limit, and each channel keeps its own, with its
    share of the period's contacts.

    Parameters
    ----------
    channels
        Channels of one pool, at least one.
    demands
        Their demands in the same order.

    Returns
    -------
    LiveChannel, ChannelDemand
        A channel named after the pool, and its demand.

    Raises
    ------
    BadInputError
        The channels ask for different skills, or are handled differently: calls and chats, or
        chats that slow agents down differently.
    """
    _check_alike(channels)
    first, pool = channels[0], channels[0].pool_name
    counts = np.array([demand.contacts for demand in demands], dtype=np.float64)
    handle = np.array([demand.aht_seconds for demand in demands], dtype=np.float64)
    total = counts.sum(axis=0)
    shares = np.where(total > 0, counts / np.where(total > 0, total, 1.0), 1.0 / len(demands))
    weights = counts.sum(axis=1) if total.sum() > 0 else np.ones(len(demands))
    weights /= weights.sum()
    rates = [1.0 / channel.patience_seconds if channel.patience_seconds else 0.0 for channel in channels]
    rate = float(np.dot(weights, rates))
    lines = [channel.lines for channel in channels]
    limits = [count for count in lines if count is not None]
    channel = first.model_copy(
        update={
            "name": pool,
            "pool": pool,
            "patience_seconds": 1.0 / rate if rate > 0 else None,
            "target": strictest(tuple(channel.target for channel in channels)),
            "lines": sum(limits) if len(limits) == len(lines) else None,
            "redial_probability": float(
                np.dot(weights, [channel.redial_probability for channel in channels])
            ),
            "load_cv": float(np.dot(weights, [channel.load_cv for channel in channels])),
        }
    )
    if len(channels) > 1 and len(limits) == len(lines):
        channel = channel.with_accepted(accepted_shares(weights.tolist(), limits))
    demand = ChannelDemand(
        channel=pool,
        contacts=tuple(float(count) for count in total),
        aht_seconds=tuple(float(seconds) for seconds in (shares * handle).sum(axis=0)),
    )
    return channel, demand


def by_pool(
    channels: Sequence[LiveChannel], demands: Sequence[ChannelDemand]
) -> dict[str, tuple[LiveChannel, ChannelDemand]]:
    """Every pool as a single channel, in the order pools are first named."""
    members: dict[str, list[int]] = {}
    for place, channel in enumerate(channels):
        members.setdefault(channel.pool_name, []).append(place)
    return {
        pool: pooled([channels[place] for place in places], [demands[place] for place in places])
        for pool, places in members.items()
    }


def _check_alike(channels: Sequence[LiveChannel]) -> None:
    pool = channels[0].pool_name
    problems = []
    if len({channel.skill for channel in channels}) > 1:
        message = Text(
            en='channels of the pool "{pool}" need one skill in common: {listed}',
            ru='каналам очереди "{pool}" нужен один общий навык: {listed}',
        )
        listed = Text.same(", ").join(f'"{channel.name}": ' + _skill(channel) for channel in channels)
        allowed = Text(en="the same skill, or pools of their own", ru="один навык или отдельные очереди")
        problems.append(InputProblem("channels", message.format(pool=pool, listed=listed), allowed))
    if len({(channel.kind, channel.handling.slowdown) for channel in channels}) > 1:
        handled = ", ".join(
            f'"{channel.name}": {channel.kind}, {", ".join(f"{factor:g}" for factor in channel.handling.slowdown)}'
            for channel in channels
        )
        message = Text(
            en='channels of the pool "{pool}" are not handled alike: {listed}',
            ru='каналы очереди "{pool}" обслуживаются по-разному: {listed}',
        )
        allowed = Text(
            en="one kind and one slowdown, or pools of their own",
            ru="один вид и одинаковый slowdown или отдельные очереди",
        )
        problems.append(InputProblem("channels", message.format(pool=pool, listed=handled), allowed))
    if problems:
        raise BadInputError(problems)


def _skill(channel: LiveChannel) -> Text:
    if channel.skill:
        return Text.same(channel.skill)
    return Text(en="no skill", ru="без навыка")
