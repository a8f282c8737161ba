"""A target over a day or a period as a roster can buy it: what each further agent is worth."""

from dataclasses import dataclass

import numpy as np

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from planner.staffing.compiled import FloatArray
from planner.staffing.live_promise import service_levels
from planner.staffing.live_queue import Queue, queue_cells
from planner.staffing.scope_target import most_agents, scope_groups
from planner.staffing.service_gain import ServiceGain, service_gains, units_wanted
from planner.staffing.shrinkage import rostered_agents


@dataclass(frozen=True)
class ScopeGain:
    """The target of one queue over one day, or the period.

    It is kept by agents n_i, rostered and at work in each interval, where the served of all
    intervals and the first n_i − agents of their gains add up to ``wanted``.

    Parameters
    ----------
    intervals
        Numbers of the intervals judged together.
    wanted
        Thousandths of a contact to be served in time.
    gains
        What agents are worth in each of ``intervals``.
    """

    intervals: tuple[int, ...]
    wanted: int
    gains: tuple[ServiceGain, ...]


def scope_gains(queue: Queue, demand: ChannelDemand, setting: ChannelSetting) -> tuple[ScopeGain, ...]:
    """Put the target of a queue into price lists, one for each day or for the period.

    Agents are those on the roster: absence is averaged over, as in the promise.

    Parameters
    ----------
    queue
        Its target's scope says which intervals are judged together.
    demand, setting
        As given to :func:`planner.staffing.require.require`.

    Returns
    -------
    tuple of ScopeGain
        In the order of time; groups without open intervals are left out.
    """
    shrinkage = setting.terms.shrinkage
    cells = queue_cells(queue, demand, setting)
    is_open = np.asarray(setting.open_intervals, dtype=bool)
    contacts = np.where(is_open, np.asarray(demand.contacts), 0.0)
    least = rostered_agents(cells.fewest(0.0), shrinkage)
    most = int(rostered_agents(most_agents(cells), shrinkage))
    served: FloatArray = np.stack(
        [
            np.nan_to_num(service_levels(queue, demand, setting, (agents,) * contacts.size)) * contacts
            for agents in range(most + 1)
        ],
        axis=1,
    )
    groups = scope_groups(setting, queue.target.scope)
    result = []
    for group in np.unique(groups[is_open]):
        own = np.flatnonzero((groups == group) & is_open)
        result.append(
            ScopeGain(
                intervals=tuple(int(interval) for interval in own),
                wanted=units_wanted(contacts[own], queue.target.share),
                gains=service_gains(served[own], least[own]),
            )
        )
    return tuple(result)
