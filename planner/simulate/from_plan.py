"""A plan as a simulation reads it."""

from collections.abc import Sequence
from typing import Literal, Protocol, runtime_checkable

import numpy as np

from models.channel import Channel
from models.clock import MINUTES_PER_DAY
from models.demand import ChannelDemand
from models.horizon import Horizon
from models.productivity import TeamProductivity, team_productivity
from models.requirement import LiveNeed, Requirement
from models.scenario import Scenario
from models.simulation import (
    DeferredTerms,
    LevelDefinition,
    LiveTerms,
    PromiseTarget,
    SimulatedAgent,
    SimulatedChannel,
    Stretch,
)
from models.spread import Spread
from models.tour import Roster, Tour
from planner.simulate.compiled import FloatArray, IntArray
from planner.simulate.simulation_input import SimulationInput


class _Target(Protocol):
    """A share answered within a threshold."""

    share: float
    within_seconds: float
    definition: LevelDefinition
    scope: Literal["interval", "day", "period"]


@runtime_checkable
class _Live(Protocol):
    """What the stage reads of a channel answered at once, whatever its kind."""

    patience_seconds: float | None
    target: _Target
    lines: int | None
    redial_probability: float
    redial_delay_seconds: float
    load_cv: float


@runtime_checkable
class _Deferred(Protocol):
    """What the stage reads of a channel that waits."""

    deadline_minutes: int
    clock: Literal["calendar", "open"]
    fills: Literal["idle_time", "surplus"]
    interruptible: bool
    target_share: float
    load_cv: float


def simulation_input(
    scenario: Scenario,
    demands: Sequence[ChannelDemand],
    requirement: Requirement,
    roster: Roster,
    lead_in_open: tuple[bool, ...],
    *,
    answered_for: tuple[bool, ...] | None = None,
) -> SimulationInput:
    """Turn a scenario and its plan into what :func:`planner.simulate.simulate` runs on.

    Parameters
    ----------
    scenario, demands, requirement, roster
        As a plan holds them; demands in the order of the scenario's channels.  Days and
        intervals stray as a channel's ``load_cv`` says; where that is 0, as the spread of its
        demand does.
    lead_in_open
        Whether the desk is open in the intervals just before the period, oldest first; at
        least as many as the longest ``lead_in_contacts``.
    answered_for
        Intervals this plan answers for.  In other open ones, which only shifts of the plan
        before can cover, those live channels ask for are taken to be there, and what happens
        there counts in no total.  All of them where left out.

    Returns
    -------
    SimulationInput
        Breaks are absences; shifts begun before the period count for what reaches into it.  In each
        shift people are as fast as the team's productivity says.

    Raises
    ------
    TypeError
        A channel is neither answered at once nor deferred.

    Notes
    -----
    Waiting contacts of all live channels are taken in the order they came, so channels of one
    pool share a queue, and agents of several pools serve whoever has waited longest.  Lines
    are those of each channel, also in a pool, whose formula has one number for all of them.
    """
    horizon, team = scenario.horizon, team_productivity(scenario)
    mine = requirement.open_intervals if answered_for is None else answered_for
    others = [is_open and not own for is_open, own in zip(requirement.open_intervals, mine, strict=True)]
    lead_in = len(lead_in_open)
    intervals = np.array(horizon.interval_starts)
    before = np.arange(-lead_in, 0) * horizon.interval_minutes
    return SimulationInput(
        channels=tuple(
            _channel(channel, demand) for channel, demand in zip(scenario.channels, demands, strict=True)
        ),
        agents=(
            *(_agent(tour, scenario.channels, team) for tour in roster.tours),
            *_stand_ins(requirement.live, scenario.channels, others, horizon),
        ),
        interval_minutes=horizon.interval_minutes,
        contacts=np.array([demand.contacts for demand in demands], dtype=np.float64),
        aht_seconds=np.array([demand.aht_seconds for demand in demands], dtype=np.float64),
        is_open=np.array(requirement.open_intervals, dtype=np.bool_),
        day=_days(horizon, intervals),
        counted=~np.array(others, dtype=np.bool_),
        lead_in_contacts=np.stack([_padded(demand, lead_in) for demand in demands]),
        lead_in_open=np.array(lead_in_open, dtype=np.bool_),
        lead_in_day=_days(horizon, before),
        live_agents=np.array([need.agents for need in requirement.live], dtype=np.int64)
        .reshape(-1, horizon.intervals)
        .sum(axis=0),
        occupancy_cap=scenario.staffing.occupancy_cap,
        absence_share=scenario.staffing.shrinkage.absence_share,
    )


def promise_targets(channels: Sequence[Channel]) -> tuple[PromiseTarget, ...]:
    """What the channels promise: a service level, or a share of deadlines kept over the period.

    Raises
    ------
    TypeError
        A channel is neither answered at once nor deferred.
    """
    return tuple(_target(channel) for channel in channels)


def _target(channel: Channel) -> PromiseTarget:
    if isinstance(channel, _Live):
        return PromiseTarget(channel=channel.name, share=channel.target.share, scope=channel.target.scope)
    if isinstance(channel, _Deferred):
        return PromiseTarget(channel=channel.name, share=channel.target_share, scope="period")
    raise TypeError(f'channel "{channel.name}" of kind {channel.kind} cannot be simulated')


def _channel(channel: Channel, demand: ChannelDemand) -> SimulatedChannel:
    terms: LiveTerms | DeferredTerms
    if isinstance(channel, _Live):
        terms = LiveTerms(
            patience_seconds=channel.patience_seconds,
            within_seconds=channel.target.within_seconds,
            definition=channel.target.definition,
            slowdown=getattr(channel, "slowdown", (1.0,)),
            lines=channel.lines,
            redial_probability=channel.redial_probability,
            redial_delay_seconds=channel.redial_delay_seconds,
        )
    elif isinstance(channel, _Deferred):
        terms = DeferredTerms(
            deadline_minutes=channel.deadline_minutes,
            clock=channel.clock,
            fills=channel.fills,
            is_interruptible=channel.interruptible,
        )
    else:
        raise TypeError(f'channel "{channel.name}" of kind {channel.kind} cannot be simulated')
    known = demand.spread or Spread(0.0, 0.0)
    variation = Spread(channel.load_cv, 0.0) if channel.load_cv > 0 else known
    return SimulatedChannel(
        name=channel.name, terms=terms, cv_day=variation.cv_day, cv_interval=variation.cv_interval
    )


def _agent(tour: Tour, channels: Sequence[Channel], team: TeamProductivity) -> SimulatedAgent:
    stretches = []
    for number, shift in enumerate((*tour.agent.history, *tour.worked)):
        parts = [(shift.start_minute, shift.end_minute)]
        if shift.break_minutes > 0:
            parts = [
                (shift.start_minute, shift.break_start_minute),
                (shift.break_end_minute, shift.end_minute),
            ]
        productivity = team.parts(tour.agent, shift.day) / team.parts_per_agent
        stretches += [
            Stretch(start_minute=a, end_minute=b, shift=number, productivity=productivity)
            for a, b in parts
            if a < b
        ]
    served = tuple(c.name for c in channels if c.skill is None or c.skill in tour.agent.skills)
    return SimulatedAgent(name=tour.agent.agent, channels=served, stretches=tuple(stretches))


def _stand_ins(
    needs: Sequence[LiveNeed], channels: Sequence[Channel], others: Sequence[bool], horizon: Horizon
) -> list[SimulatedAgent]:
    """Agents of the plan before: as many as each pool asks for, in the hours only they can cover."""
    step, found = horizon.interval_minutes, []
    for need in needs:
        served = tuple(channel.name for channel in channels if channel.pool_name == need.pool)
        asked = [agents if other else 0 for agents, other in zip(need.agents, others, strict=True)]
        for number in range(max(asked, default=0)):
            stretches = tuple(
                Stretch(start_minute=i * step, end_minute=(i + 1) * step, shift=i * step // MINUTES_PER_DAY)
                for i, agents in enumerate(asked)
                if agents > number
            )
            found.append(
                SimulatedAgent(name=f"{need.pool} before {number}", channels=served, stretches=stretches)
            )
    return found


def _days(horizon: Horizon, minutes: IntArray) -> IntArray:
    return np.array([horizon.day_of(horizon.local(int(minute)).date()) for minute in minutes], dtype=np.int64)


def _padded(demand: ChannelDemand, lead_in: int) -> FloatArray:
    known = np.array(demand.lead_in_contacts, dtype=np.float64)
    if known.size > lead_in:
        raise ValueError(
            f'"{demand.channel}" has {known.size} intervals of lead-in, hours are known of {lead_in}'
        )
    padded: FloatArray = np.concatenate([np.zeros(lead_in - known.size), known])
    return padded
