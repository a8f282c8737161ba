"""What channels answered at once have in common: phone, chat."""

from abc import abstractmethod
from typing import Self

from pydantic import Field, PrivateAttr

from models.channel import Channel, ChannelSetting
from models.demand import ChannelDemand
from models.requirement import BacklogNeed, ChannelPromise, LiveNeed
from planner.staffing.live_need import agents_at_work, busy_agents
from planner.staffing.live_promise import live_promise, service_levels
from planner.staffing.live_queue import queue_cells
from planner.staffing.live_system import Handling
from planner.staffing.scope_gain import scope_gains
from planner.staffing.shrinkage import rostered_agents
from planner.staffing.target import ServiceTarget


class LiveChannel(Channel):
    """Contacts that are answered at once, wait, or give up.

    What arrives while the desk is closed is lost.

    Parameters
    ----------
    pool
        Channels of the same pool are answered by the same agents from one queue; a channel
        left alone is its own pool.
    patience_seconds
        Average time customers wait before they give up; ``None`` means they never do.
    target
        Service level to reach.
    lines
        Most contacts in progress or waiting at once, others are turned away; ``None`` for no
        limit.
    redial_probability
        Chance that who gave up or was turned away tries again, each time anew.
    redial_delay_seconds
        Average time until they do.  The simulation asks; the formulas do not, for them all
        tries come evenly.
    load_cv
        Coefficient of variation of the load between days, beyond chance arrivals.
    """

    pool: str | None = Field(default=None, min_length=1, max_length=60)
    patience_seconds: float | None = Field(default=None, gt=0, le=86_400)
    target: ServiceTarget = ServiceTarget()
    lines: int | None = Field(default=None, ge=1, le=100_000)
    redial_probability: float = Field(default=0.0, ge=0, le=0.95)
    redial_delay_seconds: float = Field(default=300.0, ge=0, le=86_400)
    load_cv: float = Field(default=0.0, ge=0, le=1)
    #: Of a pool read as one channel: see :class:`planner.staffing.live_system.Handling`.
    _accepted: tuple[float, ...] = PrivateAttr(default=())

    @property
    def pool_name(self) -> str:
        """The pool, or the channel's own name."""
        return self.pool or self.name

    def with_accepted(self, accepted: tuple[float, ...]) -> Self:
        """Read as one queue of channels with lines of their own, ``accepted`` by contacts there."""
        queue = self.model_copy()
        queue._accepted = accepted  # noqa: SLF001 (its own class)
        return queue

    @property
    @abstractmethod
    def handling(self) -> Handling:
        """Contacts per agent, lines, redials and busy days, for the queueing formulas."""

    def need(self, demand: ChannelDemand, setting: ChannelSetting) -> LiveNeed:
        """Agents needed per interval (see :mod:`planner.staffing.live_need`), absence on top."""
        agents = agents_at_work(self, demand, setting)
        rostered = rostered_agents(agents, setting.terms.shrinkage)
        busy: tuple[float, ...] = ()
        if len(self.handling.slowdown) > 1:
            busy = tuple(busy_agents(self, demand, setting, agents).tolist())
        return LiveNeed(
            pool=self.pool_name,
            skill=self.skill,
            agents=tuple(int(count) for count in rostered),
            load_erlangs=tuple(queue_cells(self, demand, setting).load.tolist()),
            busy_agents=busy,
            goals=() if self.target.scope == "interval" else scope_gains(self, demand, setting),
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
            raise TypeError(f"{self.kind} is given as LiveNeed, found {type(need).__name__}")
        return live_promise(demand, setting, service_levels(self, demand, setting, supply))
