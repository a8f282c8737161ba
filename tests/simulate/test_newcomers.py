"""People who take longer: handle times stretched by the inverse of what they do."""

import numpy as np
import pytest

from models.simulation import SimulatedAgent, SimulatedChannel, Stretch
from planner.simulate import SimulationInput, SimulationResult, simulate
from tests.simulate.desks import STEP, deferred, desk, inside, live, steady
from tests.simulate.markov import birth_death

SURE = 0.999
DAYS = 4
END = DAYS * 1440


def slow(name: str, productivity: float, *stretches: tuple[int, int]) -> SimulatedAgent:
    whole = stretches or ((0, END),)
    return SimulatedAgent(
        name=name,
        channels=("phone",),
        stretches=tuple(Stretch(start_minute=a, end_minute=b, productivity=productivity) for a, b in whole),
    )


def busy_desk(channel: SimulatedChannel, per_minute: float, *agents: SimulatedAgent) -> SimulationInput:
    intervals = END // STEP
    return desk([channel], [[per_minute * STEP] * intervals], agents, warm_up=48)


@pytest.mark.parametrize("productivity", [0.5, 0.75, 1.25])
def test_one_agent_and_a_queue_that_has_lines(productivity: float) -> None:
    """M/M/1/4 with service p times as fast: its birth and death process."""
    given = busy_desk(live(lines=4), 0.5, slow("new", productivity))
    result = simulate(given, 60, seed=4, confidence=SURE)
    chances = birth_death(0.5, lambda _: productivity, 4)
    assert inside(result, "turned_away_share", chances[-1])
    assert inside(result, "occupancy", 1 - chances[0])


@pytest.mark.parametrize("productivity", [0.5, 0.8])
def test_waits_of_a_single_agent(productivity: float) -> None:
    """M/M/1: the mean wait is ρ/(μ − λ), μ the rate of an agent p times as fast."""
    rate, arrivals = productivity, 0.3
    given = busy_desk(live(), arrivals, slow("new", productivity))
    result = simulate(given, 100, seed=2, confidence=SURE)
    assert inside(result, "wait_seconds", 60 * arrivals / rate / (rate - arrivals))


def test_a_desk_of_newcomers_is_a_desk_with_longer_calls() -> None:
    """All of them half as fast, or handle times twice as long: the very same desk."""
    channel = live(patience_seconds=90)
    newcomers = busy_desk(channel, 2.0, *(slow(f"a{i}", 0.5) for i in range(5)))
    intervals = END // STEP
    longer = desk(
        [channel],
        [[2.0 * STEP] * intervals],
        [slow(f"a{i}", 1.0) for i in range(5)],
        aht_seconds=120.0,
        warm_up=48,
    )
    assert totals(simulate(newcomers, 3, seed=9)) == pytest.approx(totals(simulate(longer, 3, seed=9)))


def test_who_is_experienced_changes_nothing() -> None:
    given = steady(4, 5, live(patience_seconds=60))
    again = SimulationInput(
        **{
            **vars(given),
            "agents": tuple(
                one.model_copy(
                    update={
                        "stretches": tuple(s.model_copy(update={"productivity": 1.0}) for s in one.stretches)
                    }
                )
                for one in given.agents
            ),
        }
    )
    assert totals(simulate(given, 2)) == totals(simulate(again, 2))


def test_speed_is_that_of_the_shift() -> None:
    """Slow on the first two days, experienced on the others: each half like a desk of its own."""
    middle = END // 2
    agent = SimulatedAgent(
        name="new",
        channels=("phone",),
        stretches=(
            Stretch(start_minute=0, end_minute=middle - 60, shift=0, productivity=0.5),
            Stretch(start_minute=middle, end_minute=END, shift=1),
        ),
    )
    result = simulate(busy_desk(live(lines=1), 0.5, agent), 60, seed=3)
    turned = result.by_interval.turned_away_share.value[0]
    # with one line who finds the agent busy is turned away: λ/(λ + p) of all
    first, last = slice(48, middle // STEP - 4), slice(middle // STEP + 4, END // STEP)
    assert np.nanmean(turned[first]) == pytest.approx(0.5, abs=0.02)
    assert np.nanmean(turned[last]) == pytest.approx(1 / 3, abs=0.02)


def test_deferred_work_put_aside_is_taken_up_where_it_was_left() -> None:
    """Calls and mail that yields to them: half as fast is the same as everything twice as long."""
    channels = [live(patience_seconds=120), deferred("mail", deadline_minutes=120, is_interruptible=True)]
    intervals = END // STEP
    contacts = [[0.5 * STEP] * intervals, [0.2 * STEP] * intervals]

    def result(productivity: float, aht_seconds: float) -> SimulationResult:
        team = [
            slow(f"a{i}", productivity).model_copy(update={"channels": ("phone", "mail")}) for i in range(2)
        ]
        ahts = [aht_seconds, 3 * aht_seconds]
        return simulate(desk(channels, contacts, team, aht_seconds=ahts, warm_up=48), 3, seed=9)

    slower, longer = result(0.5, 30.0), result(1.0, 60.0)
    assert totals(slower) == pytest.approx(totals(longer), nan_ok=True)
    assert np.array_equal(slower.kept, longer.kept)


def totals(result: SimulationResult) -> list[float]:
    total = result.total
    return [
        float(each.value[0])
        for each in (total.service_level, total.abandoned_share, total.wait_seconds, total.occupancy)
    ]
