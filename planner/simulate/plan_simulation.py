"""A plan that has been simulated, beside what it promised."""

import threading
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from models.demand import ChannelDemand
from models.scenario import Scenario
from models.simulation import ExtraCover, PromiseTarget
from models.tour import Roster
from planner.simulate.estimates import Estimate
from planner.simulate.refine import extra_cover
from planner.simulate.result import Measures, SimulationResult
from planner.simulate.simulation_input import SimulationInput
from planner.simulate.spans import Spans, judged_spans


class MadePlan(Protocol):
    """What a simulation reads of a plan, fresh or from its file."""

    @property
    def scenario(self) -> Scenario:
        """What it was made for."""

    @property
    def demands(self) -> tuple[ChannelDemand, ...]:
        """Expected contacts, in the order of the scenario's channels."""

    @property
    def roster(self) -> Roster:
        """Who works when."""

    @property
    def added_cover(self) -> tuple[ExtraCover, ...]:
        """Cover it was made with on top of the formulas."""


@dataclass(frozen=True)
class SimulationLimits:
    """How often and how a plan is simulated.

    ``stop`` may be set from outside: the replications done so far are the result.
    """

    replications: int = 100
    seed: int = 1
    workers: int = 2
    stop: threading.Event | None = None

    def is_stopped(self) -> bool:
        """Whether somebody asked to end early."""
        return self.stop is not None and self.stop.is_set()


@dataclass(frozen=True)
class PlanSimulation:
    """What was simulated, what came of it, and what was promised.

    ``targets`` has one entry per channel, in their order.
    """

    given: SimulationInput
    result: SimulationResult
    targets: tuple[PromiseTarget, ...]

    @cached_property
    def lacking(self) -> tuple[ExtraCover, ...]:
        """What would keep the promises, by channel; see :func:`planner.simulate.extra_cover`."""
        return extra_cover(self.given, self.result, self.targets)

    @cached_property
    def spans(self) -> tuple[Spans, ...]:
        """What became of the promise in each interval, on each day or over the period, by channel."""
        return tuple(judged_spans(self.given, self.result, target) for target in self.targets)

    @property
    def below(self) -> tuple[int, ...]:
        """Intervals, days or periods that break the promise, by channel, as its scope says."""
        return tuple(spans.below for spans in self.spans)

    @property
    def late_contacts(self) -> float:
        """Contacts late beyond what the promises allow, all channels together."""
        return sum(spans.late_contacts for spans in self.spans)

    @property
    def in_time(self) -> Estimate:
        """Share of contacts answered in time, or done by the deadline, by channel over the period."""
        return in_time(self.result.total)

    @property
    def is_kept(self) -> tuple[bool, ...]:
        """Whether each channel's promise holds over the whole period, chance aside.

        Where nothing came there was nothing to break.
        """
        return tuple(
            not high < target.share
            for high, target in zip(self.in_time.high.tolist(), self.targets, strict=True)
        )


def in_time(measures: Measures) -> Estimate:
    """Join the service levels of live channels with the deadlines kept of deferred ones."""
    level, kept = measures.service_level, measures.deadline_kept
    is_level = ~np.isnan(level.value)
    return Estimate(
        *(
            np.where(is_level, of_live, of_deferred)
            for of_live, of_deferred in zip(
                (level.value, level.low, level.high), (kept.value, kept.low, kept.high), strict=True
            )
        )
    )
