"""The arithmetic of deferred work in one interval."""

from collections.abc import Iterator, Sequence

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from models.requirement import BacklogNeed
from planner.staffing.busy_days import busy_day
from planner.staffing.deferred_channel import DeferredChannel
from planner.staffing.explain_texts_desk import CLOCKS, TITLES
from planner.staffing.explained import Explanation, Figure, Filling, figure, filled
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
    name = {"name": channel.name}
    work = {"contacts": contacts, "aht": aht}
    smooth = smoothest_work(need.available_minutes, need.due_minutes, setting.open_intervals)
    return Explanation(
        filled(TITLES["deferred"], name),
        (
            figure("contacts", contacts, name),
            figure("aht", aht, name),
            figure("work", contacts * aht / 60.0, work),
            *_busy_day(channel, contacts * aht / 60.0),
            figure("deadline", channel.deadline_minutes, name | {"clock": CLOCKS[channel.clock]}),
            _running_total("available", need.available_minutes, interval),
            _running_total("due", need.due_minutes, interval),
            figure("smooth", float(smooth[interval])),
            _per_agent(setting, need, interval),
        ),
    )


def _busy_day(channel: DeferredChannel, minutes: float) -> Iterator[Figure]:
    """What the day brings that the work is planned for, where that is not the average one."""
    if channel.load_quantile is None:
        return
    factor = busy_day(channel.load_cv, channel.load_quantile)
    filling: Filling = {
        "name": channel.name,
        "work": minutes,
        "factor": factor,
        "quantile": channel.load_quantile,
        "cv": channel.load_cv,
    }
    yield figure("busy_day", minutes * factor, filling)


def _running_total(key: str, totals: Sequence[int], interval: int) -> Figure:
    before = totals[interval - 1] if interval else 0
    return figure(key, totals[interval], {"before": before, "here": totals[interval] - before})


def _per_agent(setting: ChannelSetting, need: BacklogNeed, interval: int) -> Figure:
    minutes = need.minutes_per_agent[interval]
    if not setting.open_intervals[interval]:
        return figure("per_agent_closed", minutes)
    filling: Filling = {
        "length": setting.horizon.interval_minutes,
        "cap": setting.terms.occupancy_cap,
        "absence": setting.terms.shrinkage.absence_share,
    }
    return figure("per_agent", minutes, filling)
