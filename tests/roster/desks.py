"""Small desks for the roster stage, with requirements written by hand."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.agent import Agent
from models.calendar import HolidayCalendar, WorkCalendar
from models.contract import Contract
from models.desk import Desk, Period
from models.opening import Opening
from models.pay_terms import NightTerms, PayTerms, Prices
from models.requirement import BacklogNeed, LiveNeed, Requirement
from models.roster_answer import RosterAnswer
from models.rule import Frame
from models.scenario import Scenario
from models.shift_pattern import Break, ShiftPattern
from models.staffing_terms import StaffingTerms
from planner.calendar.hours import open_intervals
from planner.calendar.work_calendar import work_calendar
from planner.pay.tariff import make_tariff
from planner.roster.carried_in import asked_of_this_plan, required_intervals
from planner.roster.solve import SearchLimits, make_roster
from planner.rules.scenario_frame import scenario_frame

#: 2026-06-01 is a Monday; 12 June is a public holiday in Russia.
MONDAY = dt.date(2026, 6, 1)


def pattern(name: str, start_hour: int, hours: int, **more: Any) -> ShiftPattern:
    """A pattern with one start; more starts, a break or weekdays as for the noun."""
    return ShiftPattern(name=name, **{"starts": (start_hour * 60,), "length_minutes": hours * 60, **more})


def pause(minutes: int, after: Sequence[int], *, paid: bool = False) -> Break:
    """A break that may begin at either end of ``after`` (minutes into the shift)."""
    step = max(1, after[-1] - after[0])
    return Break(
        minutes=minutes,
        earliest_after_minutes=after[0],
        latest_after_minutes=after[-1],
        step_minutes=step,
        paid=paid,
    )


DAY, EVENING, NIGHT = pattern("Day", 8, 8), pattern("Evening", 14, 8), pattern("Night", 20, 12)
HOURLY = Contract(name="crew", hourly_rate=Decimal(400))
ANA, BOB = Agent(id="ana", contract="crew"), Agent(id="bob", contract="crew")


def desk(**changes: Any) -> Scenario:
    """Ana round the clock for three days on day and night shifts, in intervals of an hour."""
    days = changes.pop("days", 3)
    first_date = changes.pop("first_date", MONDAY)
    zone = changes.pop("zone", "Europe/Moscow")
    interval = changes.pop("interval_minutes", 60)
    hours = changes.pop("hours", "24/7")
    given: dict[str, Any] = {
        "name": "desk",
        "desk": Desk(name="desk", zone=zone, currency="RUB", interval_minutes=interval),
        "period": Period(first_date=first_date, days=days),
        "opening": Opening.model_validate(hours),
        "channels": (),
        "staffing": StaffingTerms(),
        "shift_patterns": (DAY, NIGHT),
        "contracts": (HOURLY,),
        "agents": (ANA,),
        "vacancies": (),
        "rules": (),
        "night": NightTerms(),
        "pay": PayTerms(),
        "prices": Prices(),
        "holidays": HolidayCalendar(country="RU"),
    }
    return Scenario.model_construct(**{**given, **changes})


def calendar_of(scenario: Scenario) -> WorkCalendar:
    """Working days of the years around the period."""
    year = scenario.period.first_date.year
    return work_calendar(scenario.holidays, range(year - 1, year + 2))


def opened(scenario: Scenario) -> tuple[bool, ...]:
    """Whether the desk is open, per interval."""
    return open_intervals(scenario.opening, calendar_of(scenario), scenario.horizon)


def live(
    scenario: Scenario, agents: int | Sequence[int], pool: str = "phone", skill: str | None = None
) -> LiveNeed:
    """A need of so many agents in every open interval, or of those listed hour by hour."""
    is_open = opened(scenario)
    wanted = (agents,) * len(is_open) if isinstance(agents, int) else tuple(agents)
    wanted = tuple(n if o else 0 for n, o in zip(wanted, is_open, strict=True))
    return LiveNeed(pool, skill, wanted, tuple(n * 0.6 for n in wanted))


def backlog(
    arrivals: Sequence[int],
    dues: Sequence[int],
    minutes_per_agent: Sequence[int],
    taken: Sequence[int] | None = None,
    *,
    channel: str = "mail",
    skill: str | None = None,
) -> BacklogNeed:
    """Deferred work from minutes arriving and falling due in each interval."""

    def totals(values: Sequence[int]) -> tuple[int, ...]:
        return tuple(sum(values[: i + 1]) for i in range(len(values)))

    none = (0,) * len(arrivals)
    return BacklogNeed(
        channel,
        skill,
        totals(arrivals),
        totals(dues),
        tuple(minutes_per_agent),
        (("calls", tuple(taken or none)),),
    )


def asks(scenario: Scenario, *needs: LiveNeed | BacklogNeed) -> Requirement:
    """What the needs ask of this plan: hours only the plan before can cover are left out."""
    is_open = opened(scenario)
    whole = Requirement(
        is_open,
        tuple(need for need in needs if isinstance(need, LiveNeed)),
        tuple(need for need in needs if isinstance(need, BacklogNeed)),
    )
    return asked_of_this_plan(whole, required_intervals(scenario, is_open))


def frame_of(scenario: Scenario, requirement: Requirement) -> Frame:
    """The frame the pipeline would give the roster stage."""
    dates = (scenario.horizon.date_of(day) for day in range(scenario.horizon.days))
    holidays = calendar_of(scenario).holidays_among(dates)
    return scenario_frame(scenario, requirement.open_intervals, holidays)


def rostered(scenario: Scenario, requirement: Requirement, seconds: float = 60) -> RosterAnswer:
    """Run the roster stage."""
    tariff = make_tariff(scenario, calendar_of(scenario))
    return make_roster(
        scenario, frame_of(scenario, requirement), requirement, tariff, SearchLimits(seconds=seconds)
    )


@dataclass(frozen=True)
class Case:
    """A scenario and what is asked of it."""

    scenario: Scenario
    requirement: Requirement
