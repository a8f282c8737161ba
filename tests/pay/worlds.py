"""Small worlds to price: a scenario with one contract, and a calendar made by hand."""

import datetime as dt
from decimal import Decimal
from typing import Any

from models.agent import Agent, Vacancy
from models.calendar import DayKind, WorkCalendar
from models.contract import Contract
from models.desk import Desk, Period
from models.horizon import Horizon
from models.opening import Opening
from models.pay_terms import PayTerms
from models.scenario import Scenario
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour

MONDAY = dt.date(2026, 6, 1)
HOURLY = Contract(name="crew", hourly_rate=Decimal("333.33"), overtime_allowed=True)
SALARY = Contract(name="crew", pay="salary", monthly_salary=Decimal("61237.77"), overtime_allowed=True)


def scenario_of(
    contract: Contract,
    *,
    first_date: dt.date = MONDAY,
    days: int = 7,
    zone: str = "Europe/Moscow",
    currency: str = "RUB",
    terms: PayTerms | None = None,
    vacancies: tuple[Vacancy, ...] = (),
    agents: tuple[Agent, ...] = (),
) -> Scenario:
    """A scenario with only what pay reads; nothing here is checked against shift patterns."""
    return Scenario.model_construct(
        name="world",
        desk=Desk(name="desk", zone=zone, currency=currency),
        period=Period(first_date=first_date, days=days),
        opening=Opening.model_validate("24/7"),
        channels=(),
        shift_patterns=(),
        contracts=(contract,),
        vacancies=vacancies,
        agents=agents,
        pay=terms or PayTerms(),
    )


def calendar_of(**kinds: DayKind) -> WorkCalendar:
    """Five-day weeks in 2026, and dates that differ: ``d0612="holiday"``."""
    year = {dt.date(2026, 1, 1) + dt.timedelta(days=n): n for n in range(-31, 400)}
    plain: dict[dt.date, DayKind] = {d: "weekend" if d.weekday() > 4 else "working" for d in year}
    named = {dt.date(2026, int(key[1:3]), int(key[3:])): kind for key, kind in kinds.items()}
    return WorkCalendar({**plain, **named}, {})


def shift_of(horizon: Horizon, day: int, start_hour: int, hours: int, **more: Any) -> Shift:
    """A shift by the clock; ``pause=(after, minutes)`` is an unpaid break, ``paid_pause`` a paid one.

    ``split`` is an unpaid break that splits the shift.  A break lies within its shift, on a night an
    hour shorter as well.
    """
    split = more.get("split")
    pause, paid = more.get("pause") or split, more.get("paid_pause")
    start = horizon.minute_at(day, start_hour * 60)
    end = horizon.minute_at(day, (start_hour + hours) * 60)
    after, length = pause or paid or (0, 0)
    unpaid = length if pause else 0
    break_start = min(start + after, end - length) if length else 0
    return Shift(
        day,
        start,
        end,
        "any",
        end - start - unpaid,
        break_start,
        break_start + length,
        bool(paid),
        is_split=split is not None,
    )


def tour_of(
    scenario: Scenario,
    shifts: dict[int, Shift],
    *,
    history: tuple[Shift, ...] = (),
    agent: str = "ana",
    vacancy: str | None = None,
) -> Tour:
    """A tour with shifts on the days given."""
    person = RosterAgent(agent, agent, "crew", history=history, vacancy=vacancy)
    return Tour(person, tuple(shifts.get(day) for day in range(scenario.period.days)))


def person_of(vacancy: str | None = None, agent: str = "ana") -> RosterAgent:
    """Somebody under the contract, named or hired."""
    return RosterAgent(agent, agent, "crew", vacancy=vacancy)


def roster_of(*tours: Tour) -> Roster:
    """All tours."""
    return Roster(tuple(tours))
