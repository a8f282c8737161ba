"""One queue for several phone channels: small loads share their spare time."""

from collections.abc import Sequence

import numpy as np

from models.demand import ChannelDemand
from models.errors import BadInputError, InputProblem
from planner.staffing.phone import Phone
from planner.staffing.target import strictest


def pooled(channels: Sequence[Phone], demands: Sequence[ChannelDemand]) -> tuple[Phone, ChannelDemand]:
    """Read the channels of one pool as a single channel.

    Contacts add up; handle times are weighted by contacts; the strictest target binds.
    Patience is weighted so that the rate at which waiting callers hang up is the average of
    theirs: 1/p = Σ share / p, with 0 for callers who never do.

    Parameters
    ----------
    channels
        Channels of one pool, at least one.
    demands
        Their demands in the same order.

    Returns
    -------
    Phone, ChannelDemand
        A channel named after the pool, and its demand.

    Raises
    ------
    BadInputError
        The channels ask for different skills.
    """
    first, pool = channels[0], channels[0].pool_name
    skills = {channel.skill for channel in channels}
    if len(skills) > 1:
        listed = ", ".join(f'"{channel.name}" asks for {channel.skill or "no skill"}' for channel in channels)
        message = f'channels of the pool "{pool}" need one skill in common: {listed}'
        raise BadInputError([InputProblem("channels", message, "the same skill, or pools of their own")])
    counts = np.array([demand.contacts for demand in demands], dtype=np.float64)
    handle = np.array([demand.aht_seconds for demand in demands], dtype=np.float64)
    total = counts.sum(axis=0)
    shares = np.where(total > 0, counts / np.where(total > 0, total, 1.0), 1.0 / len(demands))
    weights = counts.sum(axis=1) if total.sum() > 0 else np.ones(len(demands))
    rates = [1.0 / channel.patience_seconds if channel.patience_seconds else 0.0 for channel in channels]
    rate = float(np.dot(weights / weights.sum(), rates))
    channel = first.model_copy(
        update={
            "name": pool,
            "pool": pool,
            "patience_seconds": 1.0 / rate if rate > 0 else None,
            "target": strictest(tuple(channel.target for channel in channels)),
        }
    )
    demand = ChannelDemand(
        channel=pool,
        contacts=tuple(float(count) for count in total),
        aht_seconds=tuple(float(seconds) for seconds in (shares * handle).sum(axis=0)),
    )
    return channel, demand


def by_pool(
    channels: Sequence[Phone], demands: Sequence[ChannelDemand]
) -> dict[str, tuple[Phone, ChannelDemand]]:
    """Every pool as a single channel, in the order pools are first named."""
    members: dict[str, list[int]] = {}
    for place, channel in enumerate(channels):
        members.setdefault(channel.pool_name, []).append(place)
    return {
        pool: pooled([channels[place] for place in places], [demands[place] for place in places])
        for pool, places in members.items()
    }
