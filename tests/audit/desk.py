"""A small desk with a legal roster, to break in one place at a time."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from models.agent import Agent, ShiftRequest, Vacancy, WorkedShift
from models.contract import Contract
from models.desk import Desk, Period
from models.opening import Opening
from models.past_shifts import past_shifts
from models.scenario import Scenario
from models.shift import Shift
from models.shift_pattern import Break, ShiftPattern
from models.tour import Roster, RosterAgent, Tour
from models.violation import Violation
from planner.audit import audit
from planner.rules.min_rest import MinRest

MONDAY = dt.date(2026, 6, 1)
DAY = ShiftPattern(
    name="Day",
    starts=(8 * 60, 9 * 60),
    length_minutes=9 * 60,
    weekdays=("mon", "tue", "wed", "thu", "fri"),
    **{"break": Break(minutes=60, earliest_after_minutes=180, latest_after_minutes=240, step_minutes=30)},
)
NIGHT = ShiftPattern(
    name="Night",
    starts=(20 * 60,),
    length_minutes=12 * 60,
    **{"break": Break(minutes=30, earliest_after_minutes=240, latest_after_minutes=240, paid=True)},
)
SHORT = ShiftPattern(name="Short", starts=(10 * 60,), length_minutes=4 * 60)
LAST_WEEK = (WorkedShift(date=dt.date(2026, 5, 30), start=8 * 60, length_minutes=9 * 60, paid_minutes=480),)


def desk_scenario(**changes: Any) -> Scenario:
    """Ana and Bob around the clock for a week, and up to two hires; one rule, rest of 11 hours."""
    given: dict[str, Any] = {
        "name": "desk",
        "desk": Desk(name="desk", zone="Europe/Moscow", currency="RUB"),
        "period": Period(first_date=MONDAY, days=7),
        "opening": Opening.model_validate("24/7"),
        "channels": (),
        "shift_patterns": (DAY, NIGHT, SHORT),
        "contracts": (
            Contract(name="full", hourly_rate=Decimal(600)),
            Contract(name="days only", hourly_rate=Decimal(500), shift_patterns=("Day", "Short")),
        ),
        "agents": (
            Agent(id="ana", contract="full", skills=("mail",), worked_before=LAST_WEEK),
            Agent(
                id="bob",
                contract="days only",
                requests=(ShiftRequest(date=MONDAY, wish="off", price=Decimal("12.50")),),
            ),
        ),
        "vacancies": (Vacancy(name="hire", contract="full", max_hires=2, min_hires=1),),
        "rules": (MinRest(minutes=11 * 60),),
    }
    return Scenario.model_construct(**given | changes)


def shift_of(scenario: Scenario, day: int, pattern: str, start_hour: int | None = None) -> Shift:
    """A shift as its pattern says, the break at its earliest."""
    horizon = scenario.horizon
    made = next(p for p in scenario.shift_patterns if p.name == pattern)
    clock = made.start_minutes[0] if start_hour is None else start_hour * 60
    start, end = horizon.minute_at(day, clock), horizon.minute_at(day, clock + made.length_minutes)
    shift = Shift(day, start, end, pattern, end - start, is_night=pattern == "Night")
    if made.pause is None:
        return shift
    pause = start + made.pause.earliest_after_minutes
    unpaid = 0 if made.pause.paid else made.pause.minutes
    return replace(
        shift,
        paid_minutes=end - start - unpaid,
        break_start_minute=pause,
        break_end_minute=pause + made.pause.minutes,
        break_paid=made.pause.paid,
    )


def tour_of(scenario: Scenario, agent: str, patterns: str) -> Tour:
    """A tour in letters: D, N, S, or ``.`` for a day off; agents ``h…`` are hires."""
    names = {"D": "Day", "N": "Night", "S": "Short"}
    shifts = [shift_of(scenario, day, names[c]) if c in names else None for day, c in enumerate(patterns)]
    spec = next((a for a in scenario.agents if a.id == agent), None)
    person = RosterAgent(
        agent=agent,
        name=agent,
        contract=spec.contract if spec else "full",
        skills=frozenset(spec.skills) if spec else frozenset(),
        vacancy=None if spec else "hire",
        history=past_shifts(scenario.horizon, scenario.night, spec.worked_before) if spec else (),
    )
    return Tour(person, tuple(shifts))


def legal_roster(scenario: Scenario) -> Roster:
    """Nothing is wrong with it, except that Bob works on the day he asked off."""
    tours = (("ana", "DD.N..."), ("bob", "DD.DS.."), ("hire-1", "..D.N.."))
    return Roster(tuple(tour_of(scenario, agent, letters) for agent, letters in tours))


def found_in(scenario: Scenario, roster: Roster) -> tuple[Violation, ...]:
    """What the audit says of a roster of an always open desk."""
    return audit(scenario, roster, (True,) * scenario.horizon.intervals)


def hard_rules(scenario: Scenario, roster: Roster) -> list[tuple[str, str | None]]:
    """Rule and agent of every hard finding."""
    return [(found.rule, found.agent) for found in found_in(scenario, roster) if found.hard]


def with_tour(roster: Roster, number: int, tour: Tour) -> Roster:
    """The roster with another tour in one place."""
    return Roster((*roster.tours[:number], tour, *roster.tours[number + 1 :]))


def with_shift(roster: Roster, number: int, day: int, shift: Shift | None) -> Roster:
    """The roster with another shift on one day of one tour."""
    tour = roster.tours[number]
    shifts = (*tour.shifts[:day], shift, *tour.shifts[day + 1 :])
    return with_tour(roster, number, replace(tour, shifts=shifts))


def with_person(roster: Roster, number: int, **changes: Any) -> Roster:
    """The roster with another person holding one tour."""
    tour = roster.tours[number]
    return with_tour(roster, number, replace(tour, agent=replace(tour.agent, **changes)))
