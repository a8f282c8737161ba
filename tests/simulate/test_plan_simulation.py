"""A simulated plan beside its promise."""

import threading

import numpy as np

from models.simulation import ExtraCover, PromiseTarget
from planner.simulate import simulate
from planner.simulate.plan_simulation import PlanSimulation, SimulationLimits, in_time
from planner.simulate.refine import joined_cover
from tests.simulate.desks import deferred, desk, live


def simulated(agents: int, share: float = 0.8) -> PlanSimulation:
    """A day of 30 calls of a minute per half hour, and letters beside them."""
    given = desk([live(), deferred()], [[30.0] * 48, [5.0] * 48], agents)
    targets = (PromiseTarget(channel="phone", share=share), PromiseTarget(channel="mail", share=0.95))
    return PlanSimulation(given, simulate(given, 20), targets)


def test_enough_people_keep_it_and_too_few_break_it() -> None:
    enough, few = simulated(5), simulated(1)
    assert enough.is_kept == (True, True)
    assert enough.below == (0, 0)
    assert few.is_kept[0] is False
    assert few.below[0] == 48
    assert len(few.lacking) == 2


def test_live_and_deferred_shares_are_one_row() -> None:
    found = simulated(2)
    total = found.result.total
    assert found.in_time.value.tolist() == [total.service_level.value[0], total.deadline_kept.value[1]]
    assert in_time(found.result.by_interval).value.shape == (2, 48)


def test_where_nothing_came_nothing_was_broken() -> None:
    given = desk([live()], [[0.0] * 48], 1)
    found = PlanSimulation(given, simulate(given, 3), (PromiseTarget(channel="phone", share=0.8),))
    assert np.isnan(found.in_time.value[0])
    assert found.is_kept == (True,)
    assert found.below == (0,)


def test_cover_adds_up_over_rounds() -> None:
    first = ExtraCover(channel="phone", agents=(1, 0), work_minutes=(0, 0))
    more = ExtraCover(channel="phone", agents=(1, 1), work_minutes=(0, 3))
    assert joined_cover((), (first,)) == (first,)
    (both,) = joined_cover((first,), (more,))
    assert (both.agents, both.work_minutes) == ((2, 1), (0, 3))


def test_limits_know_whether_somebody_asked_to_stop() -> None:
    stop = threading.Event()
    limits = SimulationLimits(stop=stop)
    assert not limits.is_stopped()
    stop.set()
    assert limits.is_stopped()
    assert not SimulationLimits().is_stopped()
