"""A target kept over every day, or over the period, instead of in every interval."""

import numpy as np

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from planner.staffing.compiled import FloatArray, IntArray
from planner.staffing.live_queue import QueueCells
from planner.staffing.service_gain import cheapest_agents
from planner.staffing.target import Scope

#: Of the contacts a target lets wait, the part still waiting where more agents are not considered.
_REST = 0.02


def scope_groups(setting: ChannelSetting, scope: Scope) -> IntArray:
    """Number of the interval, local day or period that each interval's contacts are judged with.

    Returns
    -------
    numpy.ndarray
        Shape (intervals,), numbered from 0.
    """
    horizon = setting.horizon
    if scope == "interval":
        return np.arange(horizon.intervals)
    if scope == "period":
        return np.zeros(horizon.intervals, dtype=np.int64)
    midnights = [horizon.day_start(day) for day in range(horizon.days)]
    return np.searchsorted(midnights, np.asarray(horizon.interval_starts), side="right").astype(np.int64) - 1


def most_agents(cells: QueueCells) -> int:
    """Agents at work beyond whom no interval of a queue is worth considering."""
    share = cells.queue.target.share
    return int(cells.fewest(1.0 - _REST * (1.0 - share)).max(initial=0))


def served_by_agents(cells: QueueCells, contacts: FloatArray) -> tuple[FloatArray, IntArray]:
    """Contacts served in time by 0, 1, … agents at work, and the fewest the occupancy cap allows.

    Parameters
    ----------
    cells
        The queue's intervals.
    contacts
        Contacts arriving in each, 0 while closed.

    Returns
    -------
    numpy.ndarray, numpy.ndarray
        Shapes (intervals, agents + 1) and (intervals,); as many agents as any interval could
        sensibly be given.
    """
    least = cells.fewest(0.0)
    levels = cells.level(
        np.arange(most_agents(cells) + 1)[:, np.newaxis] * np.ones(cells.load.size, dtype=np.int64)
    )
    return np.where(cells.load > 0, levels * contacts, 0.0).T, least


def agents_over_scope(cells: QueueCells, demand: ChannelDemand, setting: ChannelSetting) -> IntArray:
    """Agents at work per interval that keep the target over its scope, with few in all.

    Returns
    -------
    numpy.ndarray
        Whole agents, shape (intervals,).
    """
    target = cells.queue.target
    is_open = np.asarray(setting.open_intervals, dtype=bool)
    contacts = np.where(is_open, np.asarray(demand.contacts), 0.0)
    served, least = served_by_agents(cells, contacts)
    groups = scope_groups(setting, target.scope)
    agents = np.zeros(groups.size, dtype=np.int64)
    for group in np.unique(groups):
        own = groups == group
        agents[own] = cheapest_agents(served[own], least[own], target.share * float(contacts[own].sum()))
    return agents
