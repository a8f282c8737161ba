"""A plan made by hand, read as a simulation, and simulated."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from models.channel import CHANNELS, Channel
from models.plan import Plan
from models.simulation import DeferredTerms, LiveTerms
from models.spread import Spread
from planner.simulate import SimulationInput, simulate
from planner.simulate.from_plan import promise_targets, simulation_input
from planner.staffing.chat import Chat
from planner.staffing.phone import Phone
from planner.staffing.target import ServiceTarget
from tests.plans import sample_plan
from tests.staffing.desks import NO_VOLUME, deferred


def given_of(plan: Plan, **rest: object) -> SimulationInput:
    return simulation_input(
        plan.scenario,
        plan.demands,
        plan.requirement,
        plan.roster,
        rest.pop("lead_in_open", ()),  # type: ignore[arg-type]
        **rest,  # type: ignore[arg-type]
    )


def with_channel(plan: Plan, channel: Channel) -> Plan:
    scenario = plan.scenario.model_copy(update={"channels": (channel, plan.scenario.channels[1])})
    return replace(plan, scenario=scenario)


def test_people_are_there_when_the_plan_says_so() -> None:
    plan = sample_plan()
    given, step = given_of(plan), plan.scenario.desk.interval_minutes
    there = np.zeros(given.intervals, dtype=np.int64)
    for person in given.agents:
        for stretch in person.stretches:
            first, last = max(0, stretch.start_minute // step), max(0, stretch.end_minute // step)
            there[first:last] += 1
    assert tuple(there.tolist()) == plan.coverage.on_duty
    by_name = {person.name: person for person in given.agents}
    # Only the even ones have learnt tickets; somebody's night began the day before.
    assert by_name["anna"].channels == ("phone", "tickets")
    assert by_name["boris"].channels == ("phone",)
    assert any(each.start_minute < 0 for person in given.agents for each in person.stretches)


def test_channels_and_terms() -> None:
    plan = sample_plan()
    tickets_to_come = replace(plan.demands[1], spread=Spread(0.1, 0.2))
    plan = replace(plan, demands=(plan.demands[0], tickets_to_come))
    given = given_of(plan, lead_in_open=(True, False))
    phone, tickets = given.channels
    assert phone.terms == LiveTerms(patience_seconds=180, within_seconds=20)
    assert tickets.terms == DeferredTerms(deadline_minutes=480, is_interruptible=True)
    assert (phone.cv_day, tickets.cv_day, tickets.cv_interval) == (0, 0.1, 0.2)
    assert given.occupancy_cap == plan.scenario.staffing.occupancy_cap
    assert given.live_agents.tolist() == list(plan.requirement.live[0].agents)
    assert given.lead_in_contacts.shape == (2, 2)
    assert given.lead_in_day.tolist() == [-1, -1]
    assert given.day.tolist() == [i // 48 for i in range(28 * 48)]
    assert [target.share for target in promise_targets(plan.scenario.channels)] == [0.8, 0.95]


def test_chat_phone_with_lines_and_busy_days() -> None:
    chat = Chat(name="phone", volume=NO_VOLUME, aht_seconds=60, slowdown=(1.0, 1.4), load_cv=0.2)
    found = given_of(with_channel(sample_plan(), chat)).channels[0]
    assert found.terms == LiveTerms(slowdown=(1.0, 1.4))
    assert found.cv_day == 0.2
    target = ServiceTarget(share=0.9, within_seconds=5, definition="not_waiting_longer", scope="day")
    phone = Phone(name="phone", volume=NO_VOLUME, aht_seconds=60, lines=7, target=target)
    plan = with_channel(sample_plan(), phone)
    assert given_of(plan).channels[0].terms == LiveTerms(
        within_seconds=5, definition="not_waiting_longer", lines=7
    )
    assert promise_targets(plan.scenario.channels)[0].scope == "day"


def test_deferred_surplus_on_the_open_clock() -> None:
    mail = deferred(
        "tickets",
        deadline_minutes=60,
        clock="open",
        fills="surplus",
        interruptible=False,
        target_share=0.7,
    )
    plan = sample_plan()
    scenario = plan.scenario.model_copy(update={"channels": (plan.scenario.channels[0], mail)})
    found = given_of(replace(plan, scenario=scenario)).channels[1]
    assert found.terms == DeferredTerms(
        deadline_minutes=60, clock="open", fills="surplus", is_interruptible=False
    )
    assert promise_targets(scenario.channels)[1].share == 0.7


def test_variation_stated_by_the_user_wins_over_the_forecasts() -> None:
    plan = sample_plan()
    calls = replace(plan.demands[0], spread=Spread(0.1, 0.2))
    phone = Phone(name="phone", volume=NO_VOLUME, aht_seconds=60, load_cv=0.3)
    plan = replace(with_channel(plan, phone), demands=(calls, plan.demands[1]))
    assert (given_of(plan).channels[0].cv_day, given_of(plan).channels[0].cv_interval) == (0.3, 0)


LIVE = {"patience_seconds", "target", "lines", "redial_probability", "redial_delay_seconds", "load_cv"}
WAITS = {"deadline_minutes", "clock", "fills", "interruptible", "target_share", "load_cv"}


@pytest.mark.parametrize("kind", sorted(CHANNELS))
def test_every_kind_of_channel_can_be_simulated(kind: str) -> None:
    """The stage may not know other stages' kinds; it reads these fields of whatever has them."""
    fields = set(CHANNELS[kind].model_fields)
    assert (fields >= LIVE) != (fields >= WAITS)


def test_what_the_plan_does_not_answer_for() -> None:
    plan = sample_plan()
    mine = tuple(i >= 16 for i in range(28 * 48))
    given = given_of(plan, answered_for=mine)
    assert given.counted.tolist() == list(mine)
    stand_ins = given.agents[len(plan.roster.tours) :]
    worked = np.zeros(28 * 48, dtype=np.int64)
    for each in (stretch for person in stand_ins for stretch in person.stretches):
        worked[each.start_minute // 30 : each.end_minute // 30] += 1
    assert worked[:16].tolist() == list(plan.requirement.live[0].agents[:16])
    assert not worked[16:].any()
    assert {person.channels for person in stand_ins} == {("phone",)}


def test_lead_in_the_hours_of_which_are_not_known_is_refused() -> None:
    plan = sample_plan()
    tickets = replace(plan.demands[1], lead_in_contacts=(1.0, 1.0, 1.0))
    with pytest.raises(ValueError, match="lead-in"):
        given_of(replace(plan, demands=(plan.demands[0], tickets)), lead_in_open=(True,))


def test_the_clock_changes() -> None:
    """The day on which clocks go forward has 46 half hours."""
    plan = sample_plan(zone="Europe/Berlin", first_date=dt.date(2026, 3, 28), days=3)
    assert np.bincount(given_of(plan).day).tolist() == [48, 46, 48]


def test_the_plan_simulated() -> None:
    plan = sample_plan()
    result = simulate(given_of(plan), 10)
    expected = [sum(demand.contacts) for demand in plan.demands]
    assert result.total.contacts == pytest.approx(expected, rel=0.03)
    assert 0.5 < result.total.service_level.value[0] < 1
    assert result.total.deadline_kept.value[1] > 0.5
    assert np.isnan(result.total.deadline_kept.value[0])
    assert np.isnan(result.total.service_level.value[1])
