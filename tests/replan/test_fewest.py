"""The fewest changes, and the frontier, against every roster there is."""

import datetime as dt
import threading
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.agent import Agent
from models.pay_terms import Prices
from models.progress import silent
from models.ramp_up import RampUpStep
from models.requirement import Requirement
from models.scenario import Scenario
from planner.pay.tariff import make_tariff
from planner.plan_file import ReadPlan
from planner.replan import as_flow
from planner.replan.changed_world import ChangedWorld, changed_world
from planner.replan.changes import Changes
from planner.replan.mend import Mending
from planner.replan.replan import shift_changes
from planner.replan.settle import missed_as_published
from planner.roster.solve import SearchLimits
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.min_rest import MinRest
from tests.replan.every_roster import Weighed, every_roster
from tests.roster.desks import DAY, MONDAY, NIGHT, asks, calendar_of, desk, frame_of, live, rostered

PEOPLE = tuple(Agent(id=name, contract="crew") for name in ("ana", "bob", "eve"))
DAYS = 4


def small_desk(agents: tuple[Agent, ...] = PEOPLE, days: int = DAYS) -> Scenario:
    """Three people for a few days and nights, hardly enough of them."""
    return desk(
        agents=agents,
        days=days,
        shift_patterns=(DAY, NIGHT),
        rules=(MinRest(minutes=660), MaxConsecutiveDays(days=days - 1)),
        prices=Prices(understaffed_hour=Decimal(900)),
    )


def needs(scenario: Scenario, by_day: int, by_night: int) -> Requirement:
    """So many people at work from 8 to 16, and from 20 to 8."""
    hours = [scenario.horizon.local(minute).hour for minute in scenario.horizon.interval_starts]
    wanted = [by_day if 8 <= hour < 16 else by_night if hour >= 20 or hour < 8 else 0 for hour in hours]
    return asks(scenario, live(scenario, wanted))


def mended(
    world: ChangedWorld,
    before: Requirement,
    after: Requirement,
    changes: Changes,
    stop: threading.Event | None = None,
) -> tuple[Mending, Any]:
    """Run the searches as the pipeline would."""
    tariff = make_tariff(world.unchanged, calendar_of(world.unchanged))
    missed = missed_as_published(world, frame_of(world.unchanged, before), before, tariff, 1)
    mending = Mending(world, changes, missed, time.monotonic() + 20)
    frame = frame_of(world.scenario, after)
    limits = SearchLimits(seconds=20, workers=1, stop=stop)
    answer = mending(
        world.scenario, frame, after, make_tariff(world.scenario, calendar_of(world.scenario)), limits, silent
    )
    return mending, answer


def the_world(scenario: Scenario, before: Requirement, changes: Changes) -> ChangedWorld:
    roster = rostered(scenario, before).roster
    return changed_world(ReadPlan(scenario, roster, {}, (), ()), changes)


def weight(one: Weighed, changes: Changes) -> float:
    """What is minimised: hours left open against the hours a change must cover; then fewer changes."""
    outside = one.changes - one.in_notice
    noticed = max(changes.hours_per_change, changes.hours_in_notice)
    return float(one.holes) + changes.hours_per_change * outside + noticed * one.in_notice


def check(
    changes: Changes,
    before: Requirement,
    after: Requirement,
    agents: tuple[Agent, ...] = PEOPLE,
    days: int = DAYS,
) -> tuple[set[str], set[int]]:
    """Hold the mending against every roster; return who changes, and on which days."""
    world = the_world(small_desk(agents, days), before, changes)
    rosters = list(every_roster(world, after, before))
    mending, answer = mended(world, before, after, changes)
    least = min(rosters, key=lambda one: (weight(one, changes), one.in_notice, one.changes))
    best = (weight(least, changes), least.in_notice, least.changes)
    assert mending.fewest is not None
    found = mending.fewest
    assert found.is_proven
    assert (found.holes, found.in_notice, found.changes) == (least.holes, least.in_notice, least.changes)
    alike = [one for one in rosters if (weight(one, changes), one.in_notice, one.changes) == best]
    assert answer.proof.objective_minor == min(one.minor for one in alike if one.holes == found.holes)
    for point in mending.frontier:
        within = [
            one.minor
            for one in rosters
            if one.changes <= point.most_changes and one.in_notice <= found.in_notice
        ]
        assert point.objective_minor == min(within, default=None)
        assert point.bound_minor <= (point.objective_minor or 0)
    told = [change for change in shift_changes(world, answer.roster) if not change.is_forced]
    assert len(told) == least.changes
    return {change.agent for change in told}, {change.day for change in told}


def sick(**more: object) -> Changes:
    """Ana is away on the second day."""
    day = MONDAY + dt.timedelta(days=1)
    absence = {"kind": "absence", "agent": "ana", "first_date": day, "last_date": day}
    return Changes.model_validate({"changes": [absence], **more})


def test_one_sick_person_changes_as_few_shifts_as_can_be() -> None:
    asked = needs(small_desk(), 1, 1)
    check(sick(), asked, asked)


@pytest.mark.parametrize("hours_per_change", [0, 1, 4])
def test_a_newcomer_fills_part_of_a_hole(hours_per_change: int) -> None:
    """Bob does half, three quarters from the third day on, and Eve a quarter more than others."""
    steps = (
        RampUpStep(weeks=1, productivity=Decimal("0.5")),
        RampUpStep(weeks=1, productivity=Decimal("0.75")),
    )
    begins = MONDAY - dt.timedelta(days=5)
    ana, bob, eve = PEOPLE
    newcomer = bob.model_copy(update={"first_day": begins, "ramp_up": steps})
    agents = (ana, newcomer, eve.model_copy(update={"productivity": Decimal("1.25")}))
    asked = needs(small_desk(agents), 1, 1)
    check(sick(hours_per_change=hours_per_change), asked, asked, agents)


def test_two_sick_for_days_change_shifts_of_the_others_on_several_days() -> None:
    """Two of four are away on the second and third day, when two are needed by day."""
    agents = (*PEOPLE, Agent(id="zoe", contract="crew"))
    dates = {"first_date": MONDAY + dt.timedelta(days=1), "last_date": MONDAY + dt.timedelta(days=2)}
    away = [{"kind": "absence", "agent": name, **dates} for name in ("ana", "bob")]
    asked = needs(small_desk(agents), 2, 0)
    people, days = check(Changes.model_validate({"changes": away}), asked, asked, agents)
    assert people <= {"eve", "zoe"}
    assert len(days) >= 2


def test_shifts_within_the_notice_period_change_only_where_nothing_else_helps() -> None:
    asked = needs(small_desk(), 1, 1)
    check(sick(known_on=MONDAY, notice_days=2, hours_in_notice=6), asked, asked)


def test_a_desk_too_large_to_be_searched_whole_is_mended_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Column generation, near what happened first: on a small desk it proves the same."""
    monkeypatch.setattr(as_flow, "_MOST_LABELS", 0)
    asked = needs(small_desk(), 1, 1)
    check(sick(), asked, asked)


def test_stopped_at_once_it_hands_over_a_legal_roster_and_claims_nothing() -> None:
    scenario, changes, stop = small_desk(), sick(), threading.Event()
    asked = needs(scenario, 1, 1)
    world = the_world(scenario, asked, changes)
    stop.set()
    mending, answer = mended(world, asked, asked, changes, stop)
    assert mending.fewest is not None
    found = sum(not change.is_forced for change in shift_changes(world, answer.roster))
    assert (found, mending.fewest.is_proven) == (mending.fewest.changes, False)
    costs = {one.minor for one in every_roster(world, asked, asked) if one.changes == found}
    assert answer.proof.objective_minor in costs


@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_the_fewest_changes_are_those_of_every_roster_tried(data: st.DataObject) -> None:
    """Three days are enough for every kind of change."""
    days = 3
    scenario = small_desk(days=days)
    known, happened = data.draw(st.integers(0, 1)), []
    for name in data.draw(st.sampled_from([["ana"], ["bob"], ["ana", "eve"]])):
        first = data.draw(st.integers(known, days - 1))
        last = data.draw(st.integers(first, days - 1))
        happened.append({"kind": "absence", "agent": name, **_dates(first, last)})
    if data.draw(st.booleans()):
        day = data.draw(st.integers(0, days - 1))
        happened.append({"kind": "lock", "agents": ["bob"], **_dates(day, day)})
    changes = Changes.model_validate(
        {
            "changes": happened,
            "known_on": MONDAY + dt.timedelta(days=known),
            "hours_per_change": data.draw(st.sampled_from([0, 1, 4])),
            "notice_days": data.draw(st.integers(0, 2)),
        }
    )
    before = needs(scenario, data.draw(st.integers(1, 2)), 1)
    after = needs(scenario, data.draw(st.integers(1, 2)), 1)
    check(changes, before, after, days=days)


def _dates(first: int, last: int) -> dict[str, dt.date]:
    return {
        "first_date": MONDAY + dt.timedelta(days=first),
        "last_date": MONDAY + dt.timedelta(days=last),
    }
