"""How many tries find all lines taken, and how many are repeated, by the formulas."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from models.channel import Channel, ChannelSetting
from models.demand import ChannelDemand
from models.requirement import LostTries
from planner.staffing import live_system
from planner.staffing.busy_days import day_factors
from planner.staffing.compiled import FloatArray
from planner.staffing.live_channel import LiveChannel
from planner.staffing.live_queue import queue_cells
from planner.staffing.pool import by_pool
from planner.staffing.shrinkage import presence
from planner.staffing.uncertain_load import with_busy_days


def lost_tries(
    channels: Sequence[Channel],
    demands: Sequence[ChannelDemand],
    setting: ChannelSetting,
    supply: Mapping[str, Sequence[int | Fraction]],
) -> dict[str, LostTries]:
    """Say for every pool of live channels what a roster makes customers repeat.

    Busy and quiet days (``load_cv``) and absence are averaged over, each kind of day with the
    tries it has.  Without redials this is M/M/c/K, with patience M/M/c/K+M, exactly; with them
    the fixed point of :mod:`planner.staffing.live_cell`, which takes all tries to come evenly.

    Parameters
    ----------
    channels, demands, setting
        As given to :func:`planner.staffing.require.require`.
    supply
        By pool, rostered agents at work and not on a break, per interval.

    Returns
    -------
    dict
        By pool, in the order pools are first named; where nothing arrives all shares are 0.
    """
    varied = with_busy_days(channels, demands, setting.terms)
    live = [
        (channel, demand)
        for channel, demand in zip(varied, demands, strict=True)
        if isinstance(channel, LiveChannel)
    ]
    queues = by_pool([channel for channel, _ in live], [demand for _, demand in live])
    return {pool: _lost(channel, demand, setting, supply[pool]) for pool, (channel, demand) in queues.items()}


def _lost(
    queue: LiveChannel, demand: ChannelDemand, setting: ChannelSetting, on_duty: Sequence[int | Fraction]
) -> LostTries:
    cells = queue_cells(queue, demand, setting)
    present, weights = presence(on_duty, setting.terms.shrinkage)
    # axes: cases of absence, kinds of days, intervals
    load = cells.load * day_factors(queue.handling.load_cv)[:, np.newaxis]
    found = live_system.measures(load, present[:, np.newaxis, :], cells.impatience, queue.handling)
    tries = found.tries_erlangs * weights[:, np.newaxis, :]
    first = np.broadcast_to(load, tries.shape) * weights[:, np.newaxis, :]
    # one count of tries for all intervals: contacts, not erlangs
    counts = np.asarray(demand.contacts) / np.where(cells.load > 0, cells.load, 1.0) / load.shape[0]
    counted = counts * (cells.load > 0)

    def total(share: FloatArray) -> FloatArray:
        summed: FloatArray = (tries * share).sum(axis=(0, 1)) * counted
        return summed

    all_tries, turned_away = total(np.ones_like(tries)), total(found.blocked_share)
    sums = float(all_tries.sum()) or 1.0
    first_tries = float((first.sum(axis=(0, 1)) * counted).sum())
    return LostTries(
        turned_away=float(turned_away.sum()) / sums,
        gave_up=float(total(found.abandon_share).sum()) / sums,
        repeated=max(0.0, float(all_tries.sum()) - first_tries) / sums,
        turned_away_by_interval=tuple(
            lost / tried if tried > 0 else None
            for lost, tried in zip(turned_away.tolist(), all_tries.tolist(), strict=True)
        ),
    )
