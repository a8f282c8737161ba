"""Small desks to simulate."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from models.simulation import (
    DeferredTerms,
    LiveTerms,
    SimulatedAgent,
    SimulatedChannel,
    Stretch,
)
from planner.simulate import SimulationInput, SimulationResult

STEP = 30


def live(name: str = "phone", **fields: Any) -> SimulatedChannel:
    own = {
        key: fields.pop(key) for key in ("priority", "handle_time", "handle_cv", "cv_day") if key in fields
    }
    return SimulatedChannel(name=name, terms=LiveTerms(**fields), **own)


def deferred(name: str = "mail", deadline_minutes: int = 240, **fields: Any) -> SimulatedChannel:
    return SimulatedChannel(name=name, terms=DeferredTerms(deadline_minutes=deadline_minutes, **fields))


def agent(
    name: str, channels: Sequence[str], *stretches: tuple[int, int], shifts: Sequence[int] | None = None
) -> SimulatedAgent:
    numbers = shifts or [0] * len(stretches)
    return SimulatedAgent(
        name=name,
        channels=tuple(channels),
        stretches=tuple(
            Stretch(start_minute=start, end_minute=end, shift=number)
            for (start, end), number in zip(stretches, numbers, strict=True)
        ),
    )


def desk(
    channels: Sequence[SimulatedChannel],
    contacts: Sequence[Sequence[float]],
    agents: int | Sequence[SimulatedAgent],
    *,
    aht_seconds: Sequence[float] | float = 60.0,
    warm_up: int = 0,
    lead_in: Sequence[Sequence[float]] | None = None,
    lead_in_open: Sequence[bool] | None = None,
    is_open: Sequence[bool] | None = None,
    live_agents: Sequence[int] | None = None,
    **rest: Any,
) -> SimulationInput:
    """Half-hour intervals; ``agents`` as a number are all-round and always there."""
    arrivals = np.array(contacts, dtype=np.float64)
    intervals = arrivals.shape[1]
    if isinstance(agents, int):
        names = [channel.name for channel in channels]
        agents = [agent(f"agent {i}", names, (0, intervals * STEP)) for i in range(agents)]
    before = np.array(lead_in, dtype=np.float64) if lead_in else np.zeros((len(channels), 0))
    return SimulationInput(
        channels=tuple(channels),
        agents=tuple(agents),
        interval_minutes=STEP,
        contacts=arrivals,
        aht_seconds=np.ones_like(arrivals) * np.atleast_1d(aht_seconds)[:, np.newaxis],
        is_open=np.ones(intervals, dtype=np.bool_) if is_open is None else np.array(is_open),
        day=np.arange(intervals) // (1440 // STEP),
        counted=np.arange(intervals) >= warm_up,
        lead_in_contacts=before,
        lead_in_open=np.ones(before.shape[1], dtype=np.bool_)
        if lead_in_open is None
        else np.array(lead_in_open),
        lead_in_day=np.full(before.shape[1], -1),
        live_agents=np.zeros(intervals, dtype=np.int64) if live_agents is None else np.array(live_agents),
        **rest,
    )


def steady(
    load_erlangs: float, agents: int, channel: SimulatedChannel | None = None, hours: int = 24
) -> SimulationInput:
    """One channel of minute-long contacts; the first two hours are warm-up."""
    contacts = [[load_erlangs * STEP] * (hours * 2)]
    return desk([channel or live()], contacts, agents, warm_up=4)


def inside(result: SimulationResult, measure: str, exact: float, channel: int = 0) -> bool:
    """Whether the exact value lies within the limits of the total."""
    found = getattr(result.total, measure)
    return bool(found.low[channel] <= exact <= found.high[channel])
