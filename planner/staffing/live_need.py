"""How many people a queue answered at once asks for, and how many of them are busy."""

from dataclasses import replace

import numpy as np

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from planner.staffing import live_system
from planner.staffing.compiled import FloatArray, IntArray
from planner.staffing.live_queue import Queue, queue_cells
from planner.staffing.scope_target import agents_over_scope


def agents_at_work(queue: Queue, demand: ChannelDemand, setting: ChannelSetting) -> IntArray:
    """Agents per interval that keep the target and the occupancy cap, absence left out.

    Parameters
    ----------
    queue
        Target, patience and handling: Erlang C without patience, Erlang A with it.
    demand, setting
        Contacts and terms.

    Returns
    -------
    numpy.ndarray
        Whole agents, shape (intervals,); 0 while closed or without contacts.
    """
    cells = queue_cells(queue, demand, setting)
    if queue.target.scope == "interval":
        return cells.fewest(queue.target.share)
    return agents_over_scope(cells, demand, setting)


def busy_agents(queue: Queue, demand: ChannelDemand, setting: ChannelSetting, agents: IntArray) -> FloatArray:
    """Agents with at least one contact, on average, per interval.

    Who holds several chats is not free for other work before the last of them is done, so
    that fewer agents than the load, or more, are kept from it.

    Parameters
    ----------
    queue, demand, setting
        As in :func:`agents_at_work`.
    agents
        At work, shape (intervals,).

    Returns
    -------
    numpy.ndarray
        Shape (intervals,); 0 while closed or without contacts.
    """
    cells = queue_cells(queue, demand, setting)
    unlimited = replace(queue.handling, lines=None)
    busy = live_system.measures(cells.load, agents, cells.impatience, unlimited).agents_busy
    return np.where(cells.load > 0, busy, 0.0)
