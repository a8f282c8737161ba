import numpy as np
import pytest

from models.simulation import ExtraCover, PromiseTarget
from planner.simulate import extra_cover, simulate
from planner.simulate.simulation_input import SimulationInput
from tests.simulate.desks import agent, deferred, desk, live

#: Twice the contacts in the second half.
LOAD = [40.0] * 8 + [80.0] * 8


def lacking(given: SimulationInput, **target: object) -> ExtraCover:
    fields = {"channel": "phone", "share": 0.8, **target}
    return extra_cover(given, simulate(given, 60), [PromiseTarget.model_validate(fields)])[0]


def calls(agents: int) -> SimulationInput:
    return desk([live(patience_seconds=120)], [LOAD], agents, aht_seconds=180)


def test_enough_is_enough() -> None:
    cover = lacking(calls(13))
    assert not cover.is_needed
    assert len(cover.agents) == len(cover.work_minutes) == 16


def test_more_where_the_promise_is_broken_and_more_where_it_is_broken_worse() -> None:
    # 4 and 8 erlangs of load; 7 agents do for the first half only.
    some = lacking(calls(7))
    assert not any(some.agents[:8])
    assert all(extra >= 1 for extra in some.agents[9:])
    worse = lacking(calls(4))
    assert sum(worse.agents) > sum(some.agents)
    assert min(worse.agents[9:]) > max(worse.agents[:8]) >= 1
    assert lacking(calls(0)).agents[15] >= 5


def test_adding_what_is_lacking_keeps_the_promise_soon() -> None:
    plan = np.full(16, 3)
    for _ in range(6):
        people = [
            agent(f"{i} {n}", ["phone"], (30 * i, 30 * i + 30))
            for i, count in enumerate(plan)
            for n in range(count)
        ]
        given = desk([live(patience_seconds=120)], [LOAD], people, aht_seconds=180)
        cover = lacking(given)
        if not cover.is_needed:
            break
        plan = plan + np.array(cover.agents)
    assert not cover.is_needed
    # Erlang A asks for 6 and 11 without what agents finish after their time.
    assert plan[:8].max() <= 7
    assert plan[8:].max() <= 12


def test_over_the_period_agents_come_where_they_are_worth_most() -> None:
    alone, together = lacking(calls(7)), lacking(calls(7), scope="period")
    by_day = lacking(calls(7), scope="day")
    assert together == by_day
    assert 0 < sum(together.agents) < sum(alone.agents)
    # the quiet half is served well enough already
    assert sum(together.agents[8:]) == sum(together.agents)
    assert not lacking(calls(8), scope="period", share=0.5).is_needed


def test_over_a_day_what_is_lacking_is_made_up_for_in_a_round_or_two() -> None:
    """Given the agents asked for, in the intervals asked for, the day keeps its promise."""
    plan = np.full(16, 7)
    for _ in range(3):
        people = [
            agent(f"{i} {n}", ["phone"], (30 * i, 30 * i + 30))
            for i, count in enumerate(plan)
            for n in range(count)
        ]
        cover = lacking(desk([live(patience_seconds=120)], [LOAD], people, aht_seconds=180), scope="day")
        if not cover.is_needed:
            break
        plan = plan + np.array(cover.agents)
    assert not cover.is_needed
    assert plan.sum() > 16 * 7
    # as many as Erlang A asks for in every interval are more than it takes
    assert plan.sum() < 8 * 7 + 8 * 11


def test_late_work_is_asked_for_where_it_arrives() -> None:
    mail = [[2.0] * 8 + [30.0] * 8]
    given = desk([deferred("mail", 60)], mail, 1, aht_seconds=300)
    for scope in ("interval", "period"):
        cover = lacking(given, channel="mail", share=0.95, scope=scope)
        assert not any(cover.agents)
        assert not any(cover.work_minutes[:6])
        # What is judged: due in the period.
        assert 0 < max(cover.work_minutes[8:13]) <= 30 * 5
        assert cover.is_needed


def test_uncounted_intervals_ask_for_nothing() -> None:
    given = desk([live(patience_seconds=120)], [LOAD], 2, aht_seconds=180, warm_up=12)
    assert not any(lacking(given).agents[:12])
    assert not any(lacking(given, scope="period").agents[:12])
    assert all(lacking(given).agents[12:])


def test_unknown_channels_are_refused() -> None:
    with pytest.raises(ValueError, match="fax"):
        lacking(calls(1), channel="fax")
