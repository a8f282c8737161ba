"""Phone: callers are answered at once, or wait, or hang up."""

from typing import Literal

from pydantic import Field

from models.channel import CHANNELS, Channel, ChannelSetting
from models.demand import ChannelDemand
from models.requirement import BacklogNeed, ChannelPromise, LiveNeed
from planner.staffing.live_queue import agents_needed, live_promise, offered_load, service_levels
from planner.staffing.target import ServiceTarget


@CHANNELS.register
class Phone(Channel):
    """Calls, planned with Erlang C, or Erlang A where patience is given.

    Calls that arrive while the desk is closed are lost.

    Parameters
    ----------
    pool
        Channels of the same pool are answered by the same agents from one queue; a channel
        left alone is its own pool.
    patience_seconds
        Average time callers wait before they hang up; ``None`` means they never do.
    target
        Service level to reach in every open interval.
    """

    kind: Literal["phone"] = "phone"
    pool: str | None = Field(default=None, min_length=1, max_length=60)
    patience_seconds: float | None = Field(default=None, gt=0, le=86_400)
    target: ServiceTarget = ServiceTarget()

    @property
    def pool_name(self) -> str:
        """The pool, or the channel's own name."""
        return self.pool or self.name

    def need(self, demand: ChannelDemand, setting: ChannelSetting) -> LiveNeed:
        """Agents needed per interval; see :func:`planner.staffing.live_queue.agents_needed`."""
        agents = agents_needed(self, demand, setting)
        return LiveNeed(
            pool=self.pool_name,
            skill=self.skill,
            agents=tuple(int(count) for count in agents),
            load_erlangs=tuple(float(load) for load in offered_load(demand, setting)),
        )

    def promise(
        self,
        demand: ChannelDemand,
        setting: ChannelSetting,
        need: LiveNeed | BacklogNeed,
        supply: tuple[int, ...],
    ) -> ChannelPromise:
        """Service level of the channel when nobody else is answered by these agents."""
        if not isinstance(need, LiveNeed):
            raise TypeError(f"calls are given as LiveNeed, found {type(need).__name__}")
        levels = service_levels(self, demand, setting, supply)
        return live_promise(demand, setting, levels)
