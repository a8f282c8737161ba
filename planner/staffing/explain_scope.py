"""What agents are worth in one interval, where a target is kept over a day or the period."""

from collections.abc import Iterator

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.service_goal import UNITS_PER_CONTACT
from planner.staffing.explained import Figure, figure
from planner.staffing.live_queue import Queue
from planner.staffing.scope_gain import scope_gains


def explain_scope(
    queue: Queue, demand: ChannelDemand, setting: ChannelSetting, interval: int
) -> Iterator[Figure]:
    """Say how many must be there in any case, and what each further agent serves in time.

    Nothing where the target is kept in every interval.

    Parameters
    ----------
    queue, demand
        Of the pool.
    setting
        As given to :func:`planner.staffing.require.require`.
    interval
        Number of an open interval.
    """
    if queue.target.scope == "interval":
        return
    for goal in scope_gains(queue, demand, setting):
        if interval in goal.intervals:
            place = goal.intervals.index(interval)
            one, contacts = goal.gains[place], goal.contacts[place]
            yield figure("scope_least", one.agents, {"cap": setting.terms.occupancy_cap})
            for agents in range(one.agents, one.agents + len(one.gains) + 1):
                served = one.served_by(agents) / UNITS_PER_CONTACT
                yield figure("scope_served", served, {"agents": agents, "contacts": contacts})
