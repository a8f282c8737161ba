"""How fast a month is simulated: 4 weeks, 3 channels, 50 agents, 80,000 contacts, 100 times.

Run with ``pytest -o addopts="" tests/benchmarks/test_simulation_speed.py``.
"""

from typing import Any

import numpy as np
import pytest

from models.simulation import DeferredTerms, LiveTerms, SimulatedAgent, SimulatedChannel, Stretch
from planner.simulate import SimulationInput, simulate

DAYS, STEP, AGENTS = 28, 30, 50
#: Contacts in four weeks, and handle times in seconds: 40,000 calls, 24,000 chats, 16,000 mails.
VOLUMES, HANDLE = (40_000, 24_000, 16_000), (200, 420, 300)


@pytest.fixture
def month() -> SimulationInput:
    intervals = DAYS * 1440 // STEP
    clock = np.arange(intervals) * STEP % 1440 / 1440
    shape = 1.3 + np.sin(2 * np.pi * (clock - 0.4))
    channels = (
        SimulatedChannel(name="phone", terms=LiveTerms(patience_seconds=120), cv_day=0.1),
        SimulatedChannel(
            name="chat",
            terms=LiveTerms(patience_seconds=300, within_seconds=60, slowdown=(1.0, 1.3, 1.7)),
            handle_time="lognormal",
        ),
        SimulatedChannel(name="mail", terms=DeferredTerms(deadline_minutes=480)),
    )
    everyone = tuple(_person(number) for number in range(AGENTS))
    return SimulationInput(
        channels=channels,
        agents=everyone,
        interval_minutes=STEP,
        contacts=np.array([volume * shape / shape.sum() for volume in VOLUMES]),
        aht_seconds=np.ones((3, intervals)) * np.array(HANDLE)[:, np.newaxis],
        is_open=np.ones(intervals, dtype=np.bool_),
        day=np.arange(intervals) * STEP // 1440,
        counted=np.ones(intervals, dtype=np.bool_),
        lead_in_contacts=np.zeros((3, 0)),
        lead_in_open=np.zeros(0, dtype=np.bool_),
        lead_in_day=np.zeros(0, dtype=np.int64),
        live_agents=np.zeros(intervals, dtype=np.int64),
        occupancy_cap=0.88,
    )


def _person(number: int) -> SimulatedAgent:
    """Nine hours with one of break, on five days in seven; four in five begin by day."""
    start = (6, 8, 10, 12, 22)[number % 5] * 60
    served = (("phone", "chat", "mail"), ("phone", "mail"), ("chat", "mail"))[number % 3]
    days = [day for day in range(DAYS) if (day + number) % 7 < 5]
    stretches = [
        Stretch(start_minute=begin, end_minute=begin + 240, shift=shift)
        for shift, day in enumerate(days)
        for begin in (day * 1440 + start, day * 1440 + start + 300)
    ]
    return SimulatedAgent(name=str(number), channels=served, stretches=tuple(stretches))


def test_a_month_a_hundred_times_in_ten_seconds(benchmark: Any, month: SimulationInput) -> None:
    simulate(month, 1)
    result = benchmark.pedantic(simulate, args=(month, 100), rounds=1)
    assert result.replications == 100
    assert result.fates[:, 0].sum() == pytest.approx(100 * 80_000, rel=0.02)
    assert np.all(result.fates[:, 4] > 0.7 * result.fates[:, 0])
    assert benchmark.stats["max"] <= 10
