"""A small plan across a clock change, made by hand: Berlin, the last week of October 2026."""

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from models.calendar import DayKind, WorkCalendar
from models.demand import ChannelDemand
from models.past_shifts import past_shifts
from models.plan import Coverage, ObjectiveParts, Plan, Proof
from models.requirement import ChannelPromise, Requirement
from models.scenario import Scenario
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from planner.audit import audit
from planner.pay import price
from planner.scenario.schema import scenario_model

FIRST = dt.date(2026, 10, 22)

TABLE: dict[str, Any] = {
    "name": "small",
    "desk": {"name": "Поддержка", "zone": "Europe/Berlin", "currency": "EUR", "interval_minutes": 60},
    "period": {"first_date": "2026-10-22", "days": 7},
    "opening": "24/7",
    "channels": [
        {
            "kind": "phone",
            "name": "phone",
            "aht_seconds": 240,
            "patience_seconds": 120,
            "target": {"share": 0.8, "within_seconds": 20},
            "volume": {"contacts_per_day": {"mon": 40, "thu": 30.5}},
        }
    ],
    "shift_patterns": [
        {
            "name": "Day",
            "starts": ["08:00", "09:00"],
            "length_minutes": "9h",
            "break": {
                "minutes": 60,
                "earliest_after_minutes": 180,
                "latest_after_minutes": 240,
                "step_minutes": 60,
            },
        },
        {"name": "Night", "starts": ["22:00"], "length_minutes": "8h"},
        {"name": "Dawn", "starts": ["02:00"], "length_minutes": "4h"},
    ],
    "contracts": [{"name": "full", "hourly_rate": "17.3333", "overtime_allowed": True}],
    "agents": [
        {
            "id": "ana",
            "name": "Ana",
            "contract": "full",
            "skills": ["mail", "chat"],
            "requests": [{"date": "2026-10-22", "wish": "off", "price": 12.5}],
            "worked_before": [{"date": "2026-10-20", "start": "22:00", "length_minutes": "8h"}],
            "external_ids": {"zendesk": "10011"},
        },
        {"id": "bob", "name": "Боб", "contract": "full"},
    ],
    "vacancies": [{"name": "hire", "contract": "full", "max_hires": 2, "cost_per_head": "100.10"}],
    "rules": [
        {"kind": "min_rest", "minutes": "11h"},
        {"kind": "max_consecutive_days", "days": 5},
    ],
}

LETTERS = {"ana": "D.N.D..", "bob": ".D.N.A.", "hire-1": "...D.DD"}


def shift_of(scenario: Scenario, day: int, letter: str) -> Shift:
    """D with its unpaid break, N, or A: Dawn."""
    horizon = scenario.horizon
    name, clock, length = {"D": ("Day", 8, 9), "N": ("Night", 22, 8), "A": ("Dawn", 2, 4)}[letter]
    start, end = horizon.minute_at(day, clock * 60), horizon.minute_at(day, (clock + length) * 60)
    shift = Shift(day, start, end, name, end - start, is_night=letter in "NA")
    if letter != "D":
        return shift
    return replace(shift, paid_minutes=480, break_start_minute=start + 180, break_end_minute=start + 240)


def roster_of(scenario: Scenario, letters: dict[str, str]) -> Roster:
    """Tours of Ana, Bob and one hire."""
    tours = []
    for name, days in letters.items():
        spec = next((agent for agent in scenario.agents if agent.id == name), None)
        person = RosterAgent(
            agent=name,
            name=spec.name if spec else name,
            contract="full",
            skills=frozenset(spec.skills) if spec else frozenset(),
            vacancy=None if spec else "hire",
            history=past_shifts(scenario.horizon, scenario.night, spec.worked_before) if spec else (),
            external_ids=spec.external_ids if spec else {},
        )
        shifts = [None if c == "." else shift_of(scenario, day, c) for day, c in enumerate(days)]
        tours.append(Tour(person, tuple(shifts)))
    return Roster(tuple(tours))


def calendar_of_autumn() -> WorkCalendar:
    """Plain weeks and one holiday, 26 October."""
    dates = [dt.date(2026, 9, 1) + dt.timedelta(days=n) for n in range(120)]
    kinds: dict[dt.date, DayKind] = {d: "weekend" if d.weekday() > 4 else "working" for d in dates}
    return WorkCalendar({**kinds, dt.date(2026, 10, 26): "holiday"}, {})


@cache
def small_plan(letters: str = "") -> Plan:
    """The plan; ``letters`` replaces Ana's week."""
    scenario = scenario_model().model_validate(TABLE)
    calendar, intervals = calendar_of_autumn(), scenario.horizon.intervals
    roster = roster_of(scenario, LETTERS | ({"ana": letters} if letters else {}))
    cost = price(scenario, calendar, roster)
    violations = audit(scenario, roster, (True,) * intervals)
    contacts = tuple(1 / 3 + number for number in range(intervals))
    return Plan(
        scenario=scenario,
        calendar=calendar,
        demands=(ChannelDemand("phone", contacts, (240.0,) * intervals, wape=0.1),),
        requirement=Requirement((True,) * intervals, (), ()),
        roster=roster,
        proof=Proof(
            status="feasible",
            objective_minor=cost.total_minor + 1250,
            bound_minor=cost.total_minor,
            bound_method="relaxation",
            stop="time_limit",
            wall_seconds=1.23456,
            seed=1,
            workers=2,
            time_limit_seconds=60.0,
        ),
        cost=cost,
        objective_parts=ObjectiveParts(0, 0, 1250),
        coverage=Coverage((1,) * intervals, (0,) * intervals, 168.0, 60.0, 108.0, 0.0, 0.0),
        promises=(ChannelPromise("phone", sum(contacts), 0.81234567, 0.0, (0.5, None)),),
        violations=violations,
        reasons=("because",),
    )
