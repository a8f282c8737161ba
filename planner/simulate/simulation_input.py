"""Everything a simulation runs on: channels, people, expected contacts and opening hours."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from models.simulation import SimulatedAgent, SimulatedChannel
from planner.simulate.compiled import BoolArray, FloatArray, IntArray
from planner.simulate.open_clock import OpenClock


@dataclass(frozen=True)
class SimulationInput:
    """A desk and a roster, independent of where they come from.

    Minute 0 is the start of the period; intervals are of equal length.  C channels, I
    intervals of the period, L intervals of lead-in.

    Parameters
    ----------
    channels, agents
        Who comes, who answers.
    interval_minutes
        Length of an interval.
    contacts, aht_seconds
        Expected contacts, and mean handle time of what arrives in each interval; both of
        shape (C, I).
    is_open
        Shape (I,).  Live contacts are lost while closed, and those still waiting when the
        desk closes hang up; deferred work waits.
    day
        Number of the day each interval lies in, shape (I,), in order.
    counted
        Intervals whose contacts count in the totals, shape (I,); leaves out a warm-up, or
        hours the plan does not answer for.
    lead_in_contacts, lead_in_open, lead_in_day
        The intervals before minute 0, oldest first: shapes (C, L), (L,), (L,).  Deferred work
        from there whose deadline is still to come waits at minute 0.
    occupancy_cap
        Agents rest between pieces of deferred work so that they are busy no larger share of
        their time; live contacts are always taken.
    absence_share
        Chance that an agent misses a shift, each by itself.
    live_agents
        Agents live channels are planned with, shape (I,); deferred work that fills a surplus
        leaves so many to them.
    """

    channels: tuple[SimulatedChannel, ...]
    agents: tuple[SimulatedAgent, ...]
    interval_minutes: int
    contacts: FloatArray
    aht_seconds: FloatArray
    is_open: BoolArray
    day: IntArray
    counted: BoolArray
    lead_in_contacts: FloatArray
    lead_in_open: BoolArray
    lead_in_day: IntArray
    live_agents: IntArray
    occupancy_cap: float = 1.0
    absence_share: float = 0.0

    def __post_init__(self) -> None:
        """Refuse arrays that do not fit together.

        Raises
        ------
        ValueError
            A shape, a negative or endless number, a name given twice or not known.
        """
        channels, intervals = len(self.channels), self.is_open.size
        lead_in = self.lead_in_open.size
        shapes = {
            "contacts": (channels, intervals),
            "aht_seconds": (channels, intervals),
            "is_open": (intervals,),
            "day": (intervals,),
            "counted": (intervals,),
            "lead_in_contacts": (channels, lead_in),
            "lead_in_open": (lead_in,),
            "lead_in_day": (lead_in,),
            "live_agents": (intervals,),
        }
        for name, shape in shapes.items():
            array = getattr(self, name)
            if array.shape != shape:
                raise ValueError(f"{name} has shape {array.shape}, expected {shape}")
        for name in ("contacts", "aht_seconds", "lead_in_contacts"):
            array = getattr(self, name)
            if not np.all(np.isfinite(array)) or np.any(array < 0):
                raise ValueError(f"{name} holds negative or endless numbers")
        names = [channel.name for channel in self.channels]
        if len(set(names)) < channels or channels == 0 or intervals == 0:
            raise ValueError(f"channels of different names and at least one interval, found {names}")
        if np.any(np.diff(self.day) < 0):
            raise ValueError("day goes backwards")
        unknown = {name for agent in self.agents for name in agent.channels} - set(names)
        if unknown:
            raise ValueError(f"agents serve channels that are not there: {sorted(unknown)}")
        if not 0 < self.occupancy_cap <= 1 or not 0 <= self.absence_share < 1 or self.interval_minutes <= 0:
            raise ValueError("occupancy cap in (0, 1], absence share in [0, 1), intervals of some length")

    @cached_property
    def open_clock(self) -> OpenClock:
        """Opening hours, lead-in included."""
        return OpenClock(
            np.concatenate([self.lead_in_open, self.is_open]),
            -self.lead_in_open.size * self.interval_minutes,
            self.interval_minutes,
        )

    @property
    def intervals(self) -> int:
        """Number of intervals of the period."""
        return int(self.is_open.size)

    @property
    def end_minute(self) -> int:
        """Minute at which the period ends."""
        return self.intervals * self.interval_minutes
