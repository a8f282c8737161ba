"""Single mechanisms on desks so small that what happens can be told beforehand."""

import numpy as np
import pytest
from hypothesis import given as property_of
from hypothesis import settings
from hypothesis import strategies as st

from models.simulation import SimulatedChannel
from planner.simulate import simulate
from planner.simulate.counts import Count
from planner.simulate.result import SimulationResult
from planner.simulate.simulation_input import SimulationInput
from tests.simulate.desks import agent, deferred, desk, live

DAY = 48


def total(result: SimulationResult, measure: str, channel: int = 0) -> float:
    return float(getattr(result.total, measure).value[channel])


@st.composite
def any_desk(draw: st.DrawFn) -> SimulationInput:
    chat = draw(st.sampled_from([(1.0,), (1.0, 1.5), (1.0, 1.0, 1.7)]))
    channels: list[SimulatedChannel] = [
        live(patience_seconds=draw(st.sampled_from([None, 30, 600])), lines=draw(st.sampled_from([None, 3]))),
        live("chat", slowdown=chat, patience_seconds=120, priority=draw(st.sampled_from([-1, 0, 1]))),
        deferred(
            is_interruptible=draw(st.booleans()),
            fills=draw(st.sampled_from(["idle_time", "surplus"])),
            clock=draw(st.sampled_from(["calendar", "open"])),
        ),
    ]
    names = [channel.name for channel in channels]
    people = []
    for number in range(draw(st.integers(0, 4))):
        served = draw(st.lists(st.sampled_from(names), unique=True))
        start = draw(st.integers(0, 600))
        rest = draw(st.integers(start + 1, 700))
        spans = [(start, rest), (rest + draw(st.sampled_from([0, 7, 30])), 760)]
        people.append(agent(f"agent {number}", served, *spans))
    opened = [draw(st.booleans()) for _ in range(24)]
    return desk(
        channels,
        [[draw(st.floats(0, 30))] * 24 for _ in channels],
        people,
        aht_seconds=[200, 500, 300],
        is_open=opened,
        lead_in=[[0.0] * 4, [5.0] * 4, [9.0] * 4],
        live_agents=[draw(st.integers(0, 3))] * 24,
        occupancy_cap=draw(st.sampled_from([0.5, 0.8, 1.0])),
        absence_share=draw(st.sampled_from([0.0, 0.3])),
    )


@settings(max_examples=200, deadline=None)
@property_of(any_desk())
def test_every_contact_comes_to_one_end(given: SimulationInput) -> None:
    result = simulate(given, 3)
    assert np.array_equal(result.fates[:, Count.ARRIVED], result.fates[:, Count.LOST :].sum(axis=1))
    assert np.all(result.kept <= result.judged)
    occupancy = result.by_interval.occupancy.value
    assert np.all(np.isnan(occupancy) | (occupancy <= 1 + 1e-9))
    if not given.agents:
        assert not result.fates[:, Count.ANSWERED].any()
    assert not result.fates[2, [Count.LOST, Count.TURNED_AWAY, Count.HUNG_UP]].any()


@settings(max_examples=50, deadline=None)
@property_of(any_desk(), st.integers(0, 99))
def test_one_seed_one_result_whatever_the_number_of_threads(given: SimulationInput, seed: int) -> None:
    first, second = (simulate(given, 4, seed=seed, workers=workers) for workers in (1, 3))
    assert first.fates.tobytes() == second.fates.tobytes()
    for name in ("contacts", "lost_share"):
        assert getattr(first.by_interval, name).tobytes() == getattr(second.by_interval, name).tobytes()
    for name in ("service_level", "deadline_kept", "asa_seconds", "occupancy"):
        mine, other = getattr(first.by_interval, name), getattr(second.by_interval, name)
        assert mine.value.tobytes() == other.value.tobytes()
        assert mine.high.tobytes() == other.high.tobytes()


def test_nobody_answers_during_a_break_but_what_was_begun_is_finished() -> None:
    calls = [[30.0] * 8]
    people = [agent("anna", ["phone"], (0, 60), (120, 240))]
    result = simulate(desk([live(patience_seconds=1)], calls, people, aht_seconds=10), 40)
    answered = 1 - result.by_interval.abandoned_share.value[0]
    assert np.all(answered[2:4] < 0.02)
    assert np.all(answered[[0, 1, 4, 5, 6, 7]] > 0.8)
    # A call of 20 minutes on average goes on into the break: that time is worked, not free.
    longer = simulate(desk([live(patience_seconds=1)], calls, people, aht_seconds=1200), 40)
    occupancy = longer.by_interval.occupancy.value[0]
    assert occupancy[2] == pytest.approx(1)
    assert np.isnan(result.by_interval.occupancy.value[0, 3])


def test_who_finishes_after_the_break_began_takes_nothing_new_in_it() -> None:
    """One very long call, then nobody is answered until the break is over."""
    contacts = [[0.0] * 48]
    contacts[0][0] = 60.0
    contacts[0][4:10] = [2.0] * 6
    people = [agent("anna", ["phone"], (0, 60), (300, 1440))]
    result = simulate(desk([live(patience_seconds=5)], contacts, people, aht_seconds=900), 30)
    assert np.all(result.by_interval.abandoned_share.value[0, 4:10] > 0.95)


def test_first_come_first_served_unless_another_has_priority() -> None:
    def waits(priority: int) -> list[float]:
        channels = [live("a"), live("b", priority=priority)]
        result = simulate(desk(channels, [[13.0] * DAY] * 2, 1, aht_seconds=60), 60)
        return [float(seconds) for seconds in result.total.asa_seconds.value]

    equal, first = waits(0), waits(-1)
    assert equal[0] == pytest.approx(equal[1], rel=0.15)
    # Non-preemptive priority M/M/1: W_b = W₀/(1 - ρ_b), W_a = W_b/(1 - ρ), ρ_b = ρ/2 = 13/30.
    rest = 60 * 26 / 30
    assert first[1] == pytest.approx(rest / (1 - 13 / 30), rel=0.1)
    assert first[0] > 4 * first[1]


def test_the_longest_idle_agent_takes_the_call() -> None:
    """Three equals share the calls evenly; were one always first, it would be busier."""
    people = [agent(f"agent {i}", ["phone", *extra], (0, 1440)) for i, extra in enumerate([[], ["b"], ["c"]])]
    channels = [live(), live("b"), live("c")]
    nothing = [0.0] * DAY
    result = simulate(desk(channels, [[15.0] * DAY, nothing, nothing], people), 50)
    busy = result.total.occupancy.value
    assert busy[1] == pytest.approx(busy[2], rel=0.05)
    assert busy[0] == pytest.approx(15 / 30 / 3, rel=0.05)


def test_callers_hang_up_when_the_desk_closes() -> None:
    opened = [True] * 4 + [False] * 4
    result = simulate(desk([live()], [[10.0] * 8], 0, is_open=opened), 20)
    lost, hung_up = result.fates[0, [Count.LOST, Count.HUNG_UP]] / 20
    assert (lost, hung_up) == (pytest.approx(40, rel=0.15), pytest.approx(40, rel=0.15))
    assert total(result, "service_level") == 0
    assert result.total.lost_share[0] == pytest.approx(0.5, abs=0.05)
    # Open to the end, they would still be waiting.
    assert simulate(desk([live()], [[10.0] * 4], 0), 20).fates[0, Count.HUNG_UP] == 0


def test_deferred_work_waits_for_opening_and_fills_idle_time() -> None:
    opened = [False] * 16 + [True] * 32
    people = [agent("anna", ["mail"], (480, 1440))]
    mail = [[2.0] * 16 + [0.0] * 32]
    result = simulate(
        desk([deferred(deadline_minutes=600)], mail, people, aht_seconds=300, is_open=opened), 50
    )
    assert result.fates[0, Count.OPEN] == 0
    assert total(result, "asa_seconds") > 240 * 60
    # 32 mails of 5 minutes from 8:00 on; those of midnight are due by 10:00.
    assert total(result, "deadline_kept") > 0.95
    late = simulate(desk([deferred(deadline_minutes=30)], mail, people, aht_seconds=300, is_open=opened), 50)
    assert total(late, "deadline_kept") < 0.1
    clock = deferred(deadline_minutes=300, clock="open")
    assert (
        total(simulate(desk([clock], mail, people, aht_seconds=300, is_open=opened), 50), "deadline_kept")
        > 0.99
    )


def test_the_occupancy_cap_is_kept_by_those_who_do_deferred_work() -> None:
    mail = [[100.0] * DAY]
    for cap in (0.6, 0.85, 1.0):
        result = simulate(desk([deferred()], mail, 2, aht_seconds=300, occupancy_cap=cap), 20)
        assert total(result, "occupancy") == pytest.approx(cap, abs=0.02)
    # Calls come on top of the cap only as far as they come while agents rest.
    both = desk([live(), deferred()], [[10.0] * DAY, *mail], 2, aht_seconds=[60, 300], occupancy_cap=0.8)
    assert total(simulate(both, 20), "occupancy") == pytest.approx(0.8, abs=0.03)
    calls_alone = desk([live(patience_seconds=60)], [[57.0] * DAY], 2, occupancy_cap=0.5)
    assert total(simulate(calls_alone, 20), "occupancy") > 0.7


def test_live_contacts_come_first_but_do_not_interrupt() -> None:
    """Mail without end keeps one agent busy; a caller waits for the end of a mail, no longer."""
    mail = [[40.0] * DAY]
    given = desk([live(), deferred()], [[0.5] * DAY, *mail], 1, aht_seconds=[1, 120])
    asa = total(simulate(given, 60), "asa_seconds")
    assert asa == pytest.approx(120, rel=0.15)


def test_work_that_can_be_put_aside_keeps_no_caller_waiting_and_is_finished_all_the_same() -> None:
    """Callers see the desk as if there were no mail; mail gets all the time they leave."""
    calls, mail = [[15.0] * DAY], [[4.0] * 36 + [0.0] * 12]
    channels = [live(patience_seconds=60), deferred(is_interruptible=True)]
    both = simulate(desk(channels, [*calls, *mail], 2, aht_seconds=[120, 300]), 30)
    alone = simulate(desk(channels[:1], calls, 2, aht_seconds=120), 30)
    assert np.array_equal(both.kept[:, 0], alone.kept[:, 0])
    assert total(both, "abandoned_share") == total(alone, "abandoned_share")
    assert both.fates[1, Count.OPEN] == 0
    more = total(both, "occupancy") - total(alone, "occupancy")
    assert 2 * 1440 * 60 * more == pytest.approx(36 * 4 * 300, rel=0.05)


def test_deferred_work_in_surplus_leaves_agents_to_the_phone() -> None:
    people, contacts = 3, [[10.0] * DAY, [200.0] * DAY]

    def waits(fills: str, left: int) -> float:
        channels = [live(), deferred(fills=fills)]
        given = desk(channels, contacts, people, aht_seconds=[120, 300], live_agents=[left] * DAY)
        return total(simulate(given, 20), "asa_seconds")

    kept = [waits("surplus", left) for left in (3, 2, 1)]
    assert kept == sorted(kept)
    assert kept[0] < 0.2 * waits("idle_time", 3)


def test_the_earliest_deadline_is_served_first_and_overdue_work_last() -> None:
    """Short deadlines are kept at the cost of long ones, which have time."""
    channels = [deferred("tickets", 60), deferred("letters", 1200)]
    given = desk(channels, [[5.0] * DAY, [4.0] * DAY], 1, aht_seconds=180)
    kept = simulate(given, 30).total.deadline_kept.value
    assert kept[0] > 0.93
    assert kept[1] > 0.99
    # Three times what one can do: who comes at s is done at 3 s where the oldest goes first, so
    # only half an hour's mail would be in time, 2 % of the day's.
    flooded = desk([deferred("tickets", 60)], [[30.0] * DAY], 1, aht_seconds=180)
    assert total(simulate(flooded, 30), "deadline_kept") > 0.1


def test_work_from_before_the_period_is_waiting_at_its_start() -> None:
    quiet = [[0.0] * 16]
    before = [[3.0] * 16]
    given = desk([deferred(deadline_minutes=240)], quiet, 1, aht_seconds=60, lead_in=before)
    result = simulate(given, 40)
    # What fell due before minute 0 was done before it: half of eight hours is left.
    assert result.total.contacts[0] == pytest.approx(24, rel=0.1)
    assert result.by_interval.contacts.sum() == 0
    assert total(result, "deadline_kept") > 0.85


def test_missed_shifts() -> None:
    calls = [[30.0] * 16]
    people = [
        agent(f"agent {i}", ["phone"], (0, 120), (120, 240), (240, 480), shifts=[0, 0, 1]) for i in range(9)
    ]
    given = desk([live(patience_seconds=1)], calls, people, aht_seconds=1, absence_share=0.4)
    present = simulate(given, 200)
    busy = simulate(desk([live(patience_seconds=1)], calls, people, aht_seconds=1), 200)
    ratio = busy.total.occupancy.value / present.total.occupancy.value
    assert ratio[0] == pytest.approx(0.6, abs=0.03)
