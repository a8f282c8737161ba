"""What changes do to scenario, demand and roster, before anybody's shifts are changed."""

import datetime as dt
from typing import Any

from models.agent import Agent, Vacancy
from models.demand import ChannelDemand
from models.scenario import Scenario
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from planner.plan_file import ReadPlan
from planner.replan.changed_demand import changed_demand
from planner.replan.changed_world import ChangedWorld, changed_world
from planner.replan.changes import Changes, VolumeChange
from planner.replan.replan import shift_changes
from planner.replan.wording import change_lines
from planner.rules.max_nights import MaxNights
from planner.rules.notice import Notice
from tests.roster.desks import ANA, MONDAY, desk

DAYS = 3


def day(number: int) -> dt.date:
    return MONDAY + dt.timedelta(days=number)


def the_desk(**more: Any) -> Scenario:
    hire = Vacancy(name="hire", contract="crew", max_hires=2)
    return desk(agents=(ANA,), vacancies=(hire,), days=DAYS, **more)


def night(scenario: Scenario, number: int) -> Shift:
    start = scenario.horizon.minute_at(number, 20 * 60)
    return Shift(number, start, start + 720, "Night", 720, is_night=True)


def world(scenario: Scenario, *changes: dict[str, Any], **more: Any) -> ChangedWorld:
    nights = (night(scenario, 0), None, None)
    roster = Roster(
        (
            Tour(RosterAgent("ana", "ana", "crew"), nights),
            Tour(RosterAgent("hire-01", "hire-01", "crew", vacancy="hire"), (None, night(scenario, 1), None)),
        )
    )
    made = Changes.model_validate({"changes": changes, **more})
    return changed_world(ReadPlan(scenario, roster, {}, (), ()), made)


def test_a_hire_becomes_a_person_and_rules_about_the_vacancy_follow() -> None:
    rules = (MaxNights(nights=2, agents=("hire",)),)
    made = world(the_desk(rules=rules), {"kind": "lock", "first_date": day(0), "last_date": day(0)})
    assert [agent.id for agent in made.scenario.agents] == ["ana", "hire-01"]
    assert made.scenario.vacancies == ()
    assert made.scenario.rules[0].agents == ("hire-01",)
    assert made.locked == {("ana", 0), ("hire-01", 0)}


def test_a_night_already_begun_is_kept_and_the_rest_of_the_absence_is_leave() -> None:
    absence = {"kind": "absence", "agent": "ana", "first_date": day(1), "last_date": day(2)}
    made = world(the_desk(), absence, known_on=day(1))
    ana = made.scenario.agents[0]
    assert ana.fixed_shifts[0].date == day(1)
    assert ana.fixed_shifts[0].off
    assert [(own.first_date, own.last_date) for own in ana.leave] == [(day(2), day(2))]
    assert ("ana", 0) in made.locked
    assert made.away == set()


def test_a_night_that_runs_into_an_absence_known_before_cannot_be_kept() -> None:
    absence = {"kind": "absence", "agent": "ana", "first_date": day(1), "last_date": day(1)}
    made = world(the_desk(), absence)
    assert made.away == {("ana", 0)}
    assert made.scenario.agents[0].leave[0].first_date == day(1)


def test_a_rule_of_notice_lets_go_of_days_nobody_can_keep() -> None:
    rules = (Notice(agents=("ana",), days=7), Notice(agents=("hire",), days=7))
    absence = {"kind": "absence", "agent": "ana", "first_date": day(0), "last_date": day(0)}
    made = world(the_desk(rules=rules), absence).scenario.rules
    assert [rule.free_dates for rule in made if isinstance(rule, Notice)] == [(day(0),), ()]


def test_people_leave_and_join() -> None:
    made = world(
        the_desk(),
        {"kind": "leaver", "agent": "hire-01", "last_date": day(0)},
        {"kind": "joiner", "first_date": day(2), "person": {"id": "vera", "contract": "crew"}},
    )
    people = {agent.id: agent for agent in made.scenario.agents}
    assert people["hire-01"].last_day == day(0)
    assert people["vera"].first_day == day(2)
    assert made.away == {("hire-01", 1)}
    assert made.published.tours[-1].agent.agent == "vera"


def test_volumes_scale_the_days_they_name() -> None:
    horizon = the_desk().horizon
    demand = ChannelDemand("phone", (2.0,) * horizon.intervals, (60.0,) * horizon.intervals)
    twice = VolumeChange(channel="phone", first_date=day(1), last_date=day(1), factor=2)
    exact = VolumeChange(channel="phone", first_date=day(2), last_date=day(2), contacts_per_day=24)
    other = VolumeChange(channel="mail", first_date=day(0), last_date=day(2), factor=0)
    contacts = changed_demand(demand, (twice, exact, other), horizon).contacts
    assert [sum(contacts[24 * n : 24 * (n + 1)]) for n in range(DAYS)] == [48, 96, 24]


def test_changes_read_as_people_say_them() -> None:
    scenario = the_desk()
    absence = {"kind": "absence", "agent": "ana", "first_date": day(1), "last_date": day(1)}
    made = world(scenario, absence)
    new = Roster(
        (
            Tour(RosterAgent("ana", "Ana", "crew"), (None,) * DAYS),
            Tour(RosterAgent("hire-01", "Zoe", "crew"), (night(scenario, 0), night(scenario, 1), None)),
        )
    )
    changes = shift_changes(made, new)
    assert [change.is_forced for change in changes] == [True, False]
    assert change_lines(changes, scenario.horizon, "en") == [
        ("Ana", ["Mon 1 → off (was Night 20:00–08:00)"]),
        ("Zoe", ["Mon 1 → Night 20:00–08:00 (was off)"]),
    ]
    ((_, lines), _) = change_lines(changes, scenario.horizon, "ru")
    assert lines == ["пн 1 → выходной (было: Night 20:00–08:00)"]


def test_agents_of_a_vacancy_keep_its_terms() -> None:
    made = world(the_desk(), {"kind": "lock", "first_date": day(0), "last_date": day(0)})
    assert made.scenario.agents[1] == Agent(id="hire-01", name="hire-01", contract="crew")
