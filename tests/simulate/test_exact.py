"""Queues whose exact figures are known; the simulation's own limits must hold them.

Limits are of 99.9 %, so that one figure in a thousand would miss by chance; with the seeds
fixed these do not.
"""

from typing import get_args

import numpy as np
import pytest

from models.simulation import LevelDefinition
from planner.simulate import simulate
from planner.staffing import erlang_a
from tests.simulate.desks import STEP, desk, inside, live, steady
from tests.simulate.markov import birth_death, chat_moves, stationary

SURE = 0.999


def test_erlang_a_as_published() -> None:
    """48 calls a minute of a minute each, 50 agents, patience of 2 minutes."""
    result = simulate(steady(48, 50, live(patience_seconds=120)), 40, seed=3, confidence=SURE)
    assert inside(result, "service_level", 0.94301895)
    assert inside(result, "abandoned_share", 0.0309122492)
    assert inside(result, "wait_seconds", 3.7095)
    assert inside(result, "occupancy", 0.93032)
    level = result.total.service_level
    assert level.high[0] - level.low[0] < 0.012


def test_erlang_c_as_published() -> None:
    """10 erlangs, 14 agents; waits are in units of the handle time of a minute here."""
    result = simulate(steady(10, 14, live(within_seconds=60 / 9)), 100, seed=1, confidence=SURE)
    assert inside(result, "service_level", 0.88835001918)
    assert inside(result, "asa_seconds", 7.83593701 / 3)
    assert inside(result, "occupancy", 10 / 14)
    assert result.total.abandoned_share.value[0] == 0


def test_a_day_from_an_empty_start_as_another_simulator_has_it() -> None:
    """4.2 calls a minute of two minutes, 12 agents, 8 hours; ContactCenters (Montreal) published its limits."""
    given = desk([live(within_seconds=20)], [[4.2 * STEP] * 16], 12, aht_seconds=120)
    total = simulate(given, 400, seed=12, confidence=SURE).total
    for found, low, high in ((total.service_level, 0.900, 0.904), (total.asa_seconds, 5.82, 6.12)):
        assert found.low[0] <= high
        assert found.high[0] >= low
    assert total.service_level.high[0] - total.service_level.low[0] < 0.015


@pytest.mark.parametrize(
    ("load", "agents", "impatience", "abandoned"),
    [(10, 12, 1.0, 0.0530916254), (10, 10, 1.0, 0.1251100357), (2, 2, 1.5, 0.2947755191)],
)
def test_erlang_a_oracles(load: float, agents: int, impatience: float, abandoned: float) -> None:
    given = steady(load, agents, live(patience_seconds=60 / impatience))
    result = simulate(given, 60, seed=5, confidence=SURE)
    assert inside(result, "abandoned_share", abandoned)
    # Those who hang up do so at the rate θ times the number waiting (Little's law).
    assert inside(result, "wait_seconds", 60 * abandoned / impatience)


def test_limited_lines_with_patience() -> None:
    """M/M/12/15+M at 10 erlangs, patience as long as the handle time."""
    given = steady(10, 12, live(patience_seconds=60, lines=15))
    result = simulate(given, 60, seed=2, confidence=SURE)
    assert inside(result, "turned_away_share", 0.03649694547)
    assert inside(result, "abandoned_share", 0.02956252583)


def test_limited_lines_without_patience() -> None:
    """M/M/c/K by its birth and death process, lines fewer than agents included."""
    for lines, agents in [(6, 4), (4, 4), (3, 5)]:
        chances = birth_death(4.0, lambda n, c=agents: float(min(n, c)), lines)  # type: ignore[misc]
        result = simulate(steady(4, agents, live(lines=lines)), 60, seed=4, confidence=SURE)
        assert inside(result, "turned_away_share", chances[-1])


@pytest.mark.parametrize("definition", get_args(LevelDefinition))
def test_definitions_of_the_service_level(definition: LevelDefinition) -> None:
    """Erlang A (10, 10, θ = 1), a third of a handle time allowed."""
    exact = float(erlang_a.service_level(10, 10, 1, 1 / 3, definition))
    channel = live(patience_seconds=60, within_seconds=20, definition=definition)
    assert inside(simulate(steady(10, 10, channel), 40, seed=6, confidence=SURE), "service_level", exact)


def test_definitions_are_ordered_on_the_same_customers() -> None:
    levels = [
        simulate(steady(10, 10, live(patience_seconds=60, definition=each)), 5).total.service_level.value[0]
        for each in ("served_of_offered", "served_excluding_short_abandons", "not_waiting_longer")
    ]
    assert levels == sorted(levels)
    assert levels[0] < levels[1] < levels[2]


@pytest.mark.parametrize("slowdown", [(1.0, 1.3, 1.8), (1.0, 2.0)])
def test_one_agent_with_several_chats_is_a_birth_death_process(slowdown: tuple[float, ...]) -> None:
    slots, arrivals, impatience = len(slowdown), 1.2, 0.5

    def leaves(count: int) -> float:
        held = min(count, slots)
        return held / slowdown[held - 1] + impatience * max(0, count - slots)

    chances = birth_death(arrivals, leaves, 60)
    waiting = sum(max(0, n - slots) * chance for n, chance in enumerate(chances))
    given = steady(arrivals, 1, live(patience_seconds=60 / impatience, slowdown=slowdown, within_seconds=0))
    result = simulate(given, 200, seed=7, confidence=SURE)
    assert inside(result, "service_level", sum(chances[:slots]))
    assert inside(result, "abandoned_share", impatience * waiting / arrivals)
    assert inside(result, "occupancy", 1 - chances[0])


def test_several_agents_with_several_chats() -> None:
    """Three agents of up to three chats, by the full chain of who holds how many."""
    slowdown, arrivals, impatience = (1.0, 1.4, 2.0), 5.0, 0.4
    start: tuple[tuple[int, ...], int] = (3, 0, 0, 0), 0
    chances = stationary(start, chat_moves(arrivals, slowdown, impatience, most_waiting=40))
    full = sum(chance for (held, _), chance in chances.items() if held[3] == 3)
    waiting = sum(chance * queue for (_, queue), chance in chances.items())
    idle = sum(chance * held[0] for (held, _), chance in chances.items())
    given = steady(arrivals, 3, live(patience_seconds=60 / impatience, slowdown=slowdown, within_seconds=0))
    result = simulate(given, 100, seed=8, confidence=SURE)
    assert inside(result, "service_level", 1 - full)
    assert inside(result, "abandoned_share", impatience * waiting / arrivals)
    assert inside(result, "occupancy", 1 - idle / 3)


def test_chats_that_do_not_slow_down_are_erlang_a_of_all_slots() -> None:
    given = steady(10, 4, live(patience_seconds=60, slowdown=(1.0, 1.0, 1.0)))
    assert inside(simulate(given, 60, seed=9, confidence=SURE), "abandoned_share", 0.0530916254)


def test_handle_times_of_another_shape() -> None:
    """M/G/1: mean wait ρ(1 + cv²)/2 / (1 - ρ) handle times (Pollaczek and Khinchine)."""
    channel = live(handle_time="lognormal", handle_cv=0.5)
    result = simulate(steady(0.6, 1, channel), 300, seed=10, confidence=SURE)
    assert inside(result, "asa_seconds", 60 * 0.6 * 1.25 / 2 / 0.4)


def test_busy_days_vary_as_asked() -> None:
    """Negative binomial: the variance of a day's contacts is mean + (cv · mean)²."""
    given = steady(0.5, 1, live(cv_day=0.3), hours=24)
    totals = simulate(given, 400, seed=11).judged[:, 0]
    mean = 0.5 * 60 * 22
    assert abs(totals.mean() - mean) < 4 * np.sqrt((mean + (0.3 * mean) ** 2) / 400)
    assert totals.var() == pytest.approx(mean + (0.3 * mean) ** 2, rel=0.3)
