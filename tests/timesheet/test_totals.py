"""Days, hours, night and holiday hours of everybody's months are those of pay, and of the clock."""

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.agent import Agent, Leave
from models.overtime_terms import OvertimeTerms
from models.pay_band import PayBand
from models.pay_terms import PayTerms
from models.plan import Plan
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour
from planner.calendar.scenario_calendar import scenario_calendar
from planner.pay.price import price
from planner.timesheet.absences import away_by_agent
from planner.timesheet.marks import TimesheetMarks
from planner.timesheet.months import months_of
from planner.timesheet.payroll_csv import payroll_csv
from planner.timesheet.person_month import PersonMonth, overtime_by_day, person_month
from tests.pay.worlds import shift_of
from tests.plans import sample_plan
from tests.timesheet.test_payroll_csv import rows_of

#: Periods over the end of a month, with a clock change or a public holiday in them.
WORLDS = (
    ("Europe/Berlin", dt.date(2026, 3, 26), 9),
    ("Europe/Berlin", dt.date(2026, 10, 23), 12),
    ("Europe/Moscow", dt.date(2025, 12, 28), 6),
    ("Australia/Lord_Howe", dt.date(2026, 3, 30), 8),
)
LEAVE_KINDS = ("vacation", "sick", "training", "unpaid", "other")
TERMS = PayTerms.model_validate(
    {
        "bands": [
            PayBand.model_validate({"name": "late", "clock": "18:00-22:00", "share": "0.1"}).model_dump()
        ],
        "overtime": [
            OvertimeTerms.model_validate(
                {"per": "day", "tiers": [{"minutes": 60, "premium": "0.5"}, {"premium": 1}]}
            ).model_dump()
        ],
        "overtime_base": "with_allowances",
        "overtime_on_holidays": False,
    }
)


@cache
def world(zone: str, first_date: dt.date, days: int) -> Plan:
    """A plan of the period without shifts."""
    plan = sample_plan(zone=zone, first_date=first_date, days=days)
    scenario = plan.scenario.model_copy(update={"pay": TERMS})
    return replace(plan, scenario=scenario, calendar=scenario_calendar(scenario))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """One person with leave, and shifts of any kind on the other days."""
    plan = world(*draw(st.sampled_from(WORLDS)))
    horizon = plan.scenario.horizon
    first, last = horizon.first_date, horizon.date_of(horizon.days - 1)
    begins = horizon.date_of(draw(st.integers(0, horizon.days - 1)))
    leave = Leave(
        first_date=begins,
        last_date=begins + dt.timedelta(days=draw(st.integers(0, 4))),
        kind=draw(st.sampled_from(LEAVE_KINDS)),
    )
    agent = Agent(
        id="ana",
        contract="standard",
        leave=draw(st.sampled_from([(), (leave,)])),
        first_day=draw(st.none() | st.just(first + dt.timedelta(days=2))),
        last_day=draw(st.none() | st.just(last - dt.timedelta(days=1))),
    )
    scenario = plan.scenario.model_copy(update={"agents": (agent,), "vacancies": ()})
    shifts: list[Shift | None] = []
    for day in range(horizon.days):
        date = horizon.date_of(day)
        away = any(one.first_date <= date <= one.last_date for one in agent.leave)
        employed = (agent.first_day or first) <= date <= (agent.last_day or last)
        works = employed and not away and draw(st.integers(0, 3)) > 0
        pause = draw(st.none() | st.tuples(st.integers(0, 120), st.integers(1, 60)))
        kind = draw(st.sampled_from(["pause", "paid_pause"]))
        start, hours = draw(st.sampled_from([0, 8, 14, 20, 22])), draw(st.integers(3, 16))
        shifts.append(shift_of(horizon, day, start, hours, **{kind: pause}) if works else None)
    roster = Roster((Tour(RosterAgent("ana", "Ana", "standard"), tuple(shifts)),))
    return replace(
        plan, scenario=scenario, roster=roster, cost=price(scenario, plan.calendar, roster), conflicts=()
    )


def months_by(plan: Plan) -> list[PersonMonth]:
    (tour,) = plan.roster.tours
    away = away_by_agent(plan.scenario, [tour.agent])["ana"]
    marking, overtime = TimesheetMarks(plan), overtime_by_day(plan)
    return [
        person_month(plan, marking, month, tour, away, overtime) for month in months_of(plan.scenario.horizon)
    ]


def by_the_clock(plan: Plan, first_of_month: dt.date) -> tuple[int, int, int, int]:
    """Days, minutes, night and holiday minutes of shifts begun in a month, read minute by minute."""
    horizon = plan.scenario.horizon
    shifts = [
        shift
        for _, shift in plan.roster.worked()
        if horizon.date_of(shift.day).replace(day=1) == first_of_month
    ]
    paid = [
        horizon.local(minute)
        for shift in shifts
        for minute in range(shift.start_minute, shift.end_minute)
        if shift.break_paid or not shift.break_start_minute <= minute < shift.break_end_minute
    ]
    night = sum(one.hour >= 22 or one.hour < 6 for one in paid)
    holiday = sum(plan.calendar.is_holiday(one.date()) for one in paid)
    return len(shifts), len(paid), night, holiday


@settings(max_examples=40, deadline=None)
@given(plan=plans())
def test_a_months_totals_are_those_of_pay_and_of_the_clock(plan: Plan) -> None:
    found = months_by(plan)
    for month, own in zip(months_of(plan.scenario.horizon), found, strict=True):
        totals = (own.days_worked, own.paid_minutes, own.night_minutes, own.holiday_minutes)
        assert totals == by_the_clock(plan, month.first_date)
        lines = [line for line in plan.cost.shifts if line.day in month.days.values()]
        assert totals == (
            len(lines),
            sum(line.paid_minutes for line in lines),
            sum(line.night_minutes for line in lines),
            sum(line.holiday_minutes for line in lines),
        )
        assert tuple(map(sum, zip(*own.halves, strict=True))) == totals[:2]
        for day in own.days.values():
            assert sum(minutes for _, minutes in day.worked) == day.paid_minutes
        employed = [day for day in own.days.values() if day.worked or day.absence]
        assert sum(one.days for one in own.absences) + own.days_worked == len(employed)
    assert sum(own.overtime_minutes for own in found) == dict(plan.cost.overtime_minutes_by_agent).get(
        "ana", 0
    )


@settings(max_examples=40, deadline=None)
@given(plan=plans())
def test_the_flat_table_says_the_same(plan: Plan) -> None:
    rows = rows_of(payroll_csv(plan))
    worked = [row for row in rows if row["code"] in ("W", "N", "H")]
    for column, of_shift in (
        ("hours", "paid_minutes"),
        ("night_hours", "night_minutes"),
        ("holiday_hours", "holiday_minutes"),
    ):
        total = sum(getattr(line, of_shift) for line in plan.cost.shifts)
        assert sum(float(row[column]) for row in worked) == pytest.approx(total / 60, abs=0.01), column
    overtime = dict(plan.cost.overtime_minutes_by_agent).get("ana", 0)
    assert sum(float(row["overtime_hours"]) for row in rows) == pytest.approx(overtime / 60, abs=0.01)


def test_a_holiday_within_a_vacation_is_no_day_of_it() -> None:
    """TK RF art. 120: 1 January is a day off, and a day of sick leave stays one."""
    plan = world("Europe/Moscow", dt.date(2025, 12, 28), 6)
    holiday = dt.date(2026, 1, 1)
    for kind, marks in (("vacation", ["vacation", "off"]), ("sick", ["sick", "sick"])):
        leave = Leave.model_validate(
            {"first_date": holiday - dt.timedelta(days=1), "last_date": holiday, "kind": kind}
        )
        agent = Agent(id="ana", contract="standard", leave=(leave,))
        scenario = plan.scenario.model_copy(update={"agents": (agent,), "vacancies": ()})
        tour = Tour(RosterAgent("ana", "Ana", "standard"), (None,) * 6)
        marking = TimesheetMarks(replace(plan, scenario=scenario))
        away = away_by_agent(scenario, [tour.agent])["ana"]
        assert [marking.day(tour, day, away).absence for day in (3, 4)] == marks
