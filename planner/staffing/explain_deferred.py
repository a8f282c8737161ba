"""The arithmetic of deferred work in one interval."""

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.requirement import BacklogNeed
from planner.staffing.deferred_channel import DeferredChannel
from planner.staffing.explain_texts_desk import CLOCKS, TITLES
from planner.staffing.explained import Explanation, figure, filled
from planner.staffing.smoothest_work import smoothest_work


def explain_backlog(
    channel: DeferredChannel,
    demand: ChannelDemand,
    setting: ChannelSetting,
    need: BacklogNeed,
    interval: int,
) -> Explanation:
    """Reckon from contacts to work that must be done, and how much of it one agent does.

    Parameters
    ----------
    channel, demand, setting
        As given to :func:`planner.staffing.require.require`.
    need
        What it answered for the channel.
    interval
        Number of the interval in the period.
    """
    contacts, aht = demand.contacts[interval], demand.aht_seconds[interval]
    terms, name = setting.terms, {"name": channel.name}
    work = {"contacts": contacts, "aht": aht}
    per_agent = {
        "length": setting.horizon.interval_minutes,
        "cap": terms.occupancy_cap,
        "absence": terms.shrinkage.absence_share,
    }
    smooth = smoothest_work(need.available_minutes, need.due_minutes, setting.open_intervals)
    return Explanation(
        filled(TITLES["deferred"], name),
        (
            figure("contacts", contacts, name),
            figure("aht", aht, name),
            figure("work", contacts * aht / 60.0, work),
            figure("deadline", channel.deadline_minutes, name | {"clock": CLOCKS[channel.clock]}),
            figure("available", need.available_minutes[interval]),
            figure("due", need.due_minutes[interval]),
            figure("smooth", float(smooth[interval])),
            figure("per_agent", need.minutes_per_agent[interval], per_agent),
        ),
    )
