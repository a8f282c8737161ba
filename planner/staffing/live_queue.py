"""A queue answered at once, interval by interval: load, agents needed, service level."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from models.channel import ChannelSetting
from models.demand import ChannelDemand
from planner.staffing import erlang_a, erlang_c, live_system
from planner.staffing.changing_load import staffing_load
from planner.staffing.compiled import FloatArray, IntArray
from planner.staffing.live_system import Handling
from planner.staffing.target import ServiceTarget


class Queue(Protocol):
    """A channel answered at once, or a pool of them."""

    @property
    def target(self) -> ServiceTarget:
        """Service level to reach."""

    @property
    def patience_seconds(self) -> float | None:
        """Average patience; ``None`` means nobody gives up."""

    @property
    def handling(self) -> Handling:
        """Contacts per agent, lines, redials and busy days."""


@dataclass(frozen=True)
class QueueCells:
    """A queue's intervals as the formulas see them: times in handle times.

    Parameters
    ----------
    queue
        Target and handling.
    load
        Load each interval is staffed on, erlangs, shape (intervals,); 0 while closed.
    impatience
        Handle time over patience; 0 where nobody gives up.
    threshold
        Threshold of the target.
    occupancy_cap
        Highest share of agents' time on contacts.
    """

    queue: Queue
    load: FloatArray
    impatience: FloatArray
    threshold: FloatArray
    occupancy_cap: float

    def fewest(self, share: float) -> IntArray:
        """Fewest agents at work per interval that reach a share and keep the occupancy cap."""
        handling, definition = self.queue.handling, self.queue.target.definition
        cap = self.occupancy_cap
        if not handling.is_plain:
            return live_system.smallest_agents(
                self.load,
                self.impatience,
                self.threshold,
                share,
                handling,
                occupancy_cap=cap,
                definition=definition,
            )
        if self.queue.patience_seconds is None:
            return erlang_c.smallest_agents(self.load, self.threshold, share, cap)
        return erlang_a.smallest_agents(
            self.load, self.impatience, self.threshold, share, occupancy_cap=cap, definition=definition
        )

    def level(self, agents: ArrayLike) -> FloatArray:
        """Service level with agents at work; ``agents`` has the shape (…, intervals)."""
        handling, definition = self.queue.handling, self.queue.target.definition
        if not handling.is_plain:
            return live_system.service_level(
                self.load, agents, self.impatience, self.threshold, handling, definition
            )[0]
        if self.queue.patience_seconds is None:
            return erlang_c.service_level(self.load, agents, self.threshold)
        return erlang_a.service_level(self.load, agents, self.impatience, self.threshold, definition)


def queue_cells(queue: Queue, demand: ChannelDemand, setting: ChannelSetting) -> QueueCells:
    """Put a queue, its demand and the terms into the units of the formulas."""
    aht = np.asarray(demand.aht_seconds)
    patience = queue.patience_seconds
    return QueueCells(
        queue=queue,
        load=staffing_load(demand, setting),
        impatience=np.zeros_like(aht) if patience is None else aht / patience,
        threshold=queue.target.within_seconds / aht,
        occupancy_cap=setting.terms.occupancy_cap,
    )
