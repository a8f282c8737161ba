"""Cover on top of the formulas: what a simulation found missing."""

from collections.abc import Sequence
from dataclasses import replace

from models.channel import Channel
from models.demand import ChannelDemand
from models.requirement import LiveNeed
from models.service_goal import ServiceGoal
from models.simulation import ExtraCover
from planner.staffing.live_channel import LiveChannel


def more_agents(
    need: LiveNeed, channels: Sequence[Channel], is_open: Sequence[bool], added: Sequence[ExtraCover]
) -> LiveNeed:
    """Ask for the agents added to a pool while the desk is open.

    Parameters
    ----------
    need
        Of the pool.
    is_open
        Whether the desk is open, per interval.
    channels, added
        All channels, and what is added by channel.  Channels of a pool are answered by the same
        agents, so the pool gets the most that any of them lacks.
    """
    members = {channel.name for channel in channels if channel.pool_name == need.pool}
    most = [cover.agents for cover in added if cover.channel in members]
    if not most:
        return need
    agents = (
        asked + max(own) if serves else 0
        for asked, own, serves in zip(need.agents, zip(*most, strict=True), is_open, strict=True)
    )
    goals = tuple(_harder(goal, [max(own) for own in zip(*most, strict=True)]) for goal in need.goals)
    return replace(need, agents=tuple(agents), goals=goals)


def _harder(goal: ServiceGoal, added: Sequence[int]) -> ServiceGoal:
    """A target over a day takes so many agents more for the same service in each interval."""
    pairs = zip(goal.gains, goal.intervals, strict=True)
    return replace(goal, gains=tuple(one.harder_by(added[interval]) for one, interval in pairs))


def more_work(channel: Channel, demand: ChannelDemand, added: Sequence[ExtraCover]) -> ChannelDemand:
    """Plan deferred work as though the minutes added arrived as well.

    Of a live channel the demand stays as it is: what it lacks is people, not work.
    """
    if isinstance(channel, LiveChannel):
        return demand
    minutes = [cover.work_minutes for cover in added if cover.channel == channel.name]
    contacts = tuple(
        count + sum(more) * 60.0 / aht if aht > 0 else count
        for count, aht, *more in zip(demand.contacts, demand.aht_seconds, *minutes, strict=True)
    )
    return replace(demand, contacts=contacts)
