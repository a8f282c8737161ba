"""A target over a day or a period as a roster can buy it: what each further agent is worth."""

import numpy as np

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.service_goal import ServiceGoal
from planner.staffing.compiled import FloatArray
from planner.staffing.live_promise import service_levels
from planner.staffing.live_queue import Queue, queue_cells
from planner.staffing.scope_target import most_agents, scope_groups
from planner.staffing.service_gain import service_gains
from planner.staffing.shrinkage import rostered_agents


def scope_gains(queue: Queue, demand: ChannelDemand, setting: ChannelSetting) -> tuple[ServiceGoal, ...]:
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
    tuple of ServiceGoal
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
            ServiceGoal(
                share=queue.target.share,
                intervals=tuple(int(interval) for interval in own),
                contacts=tuple(float(count) for count in contacts[own]),
                gains=service_gains(served[own], least[own]),
            )
        )
    return tuple(result)
