"""A roster, its calendar and its cost, worked out by hand for :mod:`tests.hand_scenario`."""

import datetime as dt

from models.calendar import DayKind, WorkCalendar
from models.cost import AgentCost, CostBreakdown, ShiftCost
from models.horizon import Horizon
from models.scenario import Scenario
from models.shift import Shift
from models.tour import Roster, RosterAgent, Tour

RATE_MINOR_PER_HOUR = 40_000


def _shift(
    horizon: Horizon, day: int, pattern: str, late_break: bool, start_hour: int | None = None
) -> Shift:
    clock, length, after, night = {
        "Day": (8, 12, 4, False),
        "Night": (20, 12, 4, True),
        "Office": (start_hour or 9, 9, 3, False),
    }[pattern]
    start = horizon.minute_at(day, clock * 60)
    end = horizon.minute_at(day, (clock + length) * 60)
    pause = start + (after + late_break) * 60
    return Shift(day, start, end, pattern, end - start - 60, pause, pause + 60, is_night=night)


def hand_roster(scenario: Scenario, calendar: WorkCalendar) -> Roster:
    horizon, always = scenario.horizon, scenario.opening.always
    days = range(horizon.days)
    office = [
        day
        for day in days
        if horizon.weekday(day) < 5 and (always or not calendar.is_holiday(horizon.date_of(day)))
    ]
    tours = []
    for number, agent in enumerate(scenario.agents):
        late = number % 2 == 1
        person = RosterAgent(
            agent.id,
            agent.name,
            agent.contract,
            frozenset(agent.skills),
            history=(_shift(horizon, -1, "Night", late),) if always and number // 2 == 2 else (),
            external_ids=agent.external_ids,
        )
        if always:
            turn = [("Day", "Night", None, None)[(day - number // 2) % 4] for day in days]
            shifts = [_shift(horizon, day, p, late) if p else None for day, p in zip(days, turn, strict=True)]
        else:
            shifts = [_shift(horizon, day, "Office", late) if day in office else None for day in days]
        tours.append(Tour(person, tuple(shifts)))
    if always:
        hired = RosterAgent("evening-1", "evening-1", "standard", frozenset({"tickets"}), vacancy="evening")
        late_days = [
            _shift(horizon, day, "Office", True, 9 + (horizon.weekday(day) > 2)) if day in office else None
            for day in days
        ]
        tours.append(Tour(hired, tuple(late_days)))
    return Roster(tuple(tours))


def hand_calendar(scenario: Scenario) -> WorkCalendar:
    kinds: dict[dt.date, DayKind] = {}
    names = {dt.date(2026, 2, 23): "Defender of the Fatherland Day"}
    for offset in range(-40, scenario.period.days + 40):
        date = scenario.period.first_date + dt.timedelta(days=offset)
        kinds[date] = "holiday" if date in names else "weekend" if date.weekday() > 4 else "working"
    return WorkCalendar(kinds, names)


def hand_cost(scenario: Scenario, calendar: WorkCalendar, roster: Roster) -> CostBreakdown:
    horizon, lines = scenario.horizon, []
    for person, shift in roster.worked():
        minutes = [
            minute
            for minute in range(shift.start_minute, shift.end_minute)
            if not shift.break_start_minute <= minute < shift.break_end_minute
        ]
        clock = [horizon.local(minute) for minute in minutes[::60]]
        night = 60 * sum(time.hour >= 22 or time.hour < 6 for time in clock)
        holiday = 60 * sum(calendar.is_holiday(time.date()) for time in clock)
        lines.append(
            ShiftCost(
                agent=person.agent,
                day=shift.day,
                paid_minutes=len(minutes),
                night_minutes=night,
                holiday_minutes=holiday,
                base_minor=len(minutes) * RATE_MINOR_PER_HOUR // 60,
                night_premium_minor=night * RATE_MINOR_PER_HOUR // 300,
                holiday_premium_minor=holiday * RATE_MINOR_PER_HOUR // 60,
            )
        )
    people = [
        AgentCost(
            agent=tour.agent.agent,
            base_minor=sum(line.base_minor for line in lines if line.agent == tour.agent.agent),
            night_premium_minor=sum(
                line.night_premium_minor for line in lines if line.agent == tour.agent.agent
            ),
            holiday_premium_minor=sum(
                line.holiday_premium_minor for line in lines if line.agent == tour.agent.agent
            ),
            overtime_minor=60_000 if tour.agent.agent == "gleb" else 0,
            per_head_minor=150_050 + (900_000 if tour.agent.vacancy else 0),
        )
        for tour in roster.tours
    ]
    return CostBreakdown(
        currency=scenario.desk.currency,
        base_minor=sum(person.base_minor for person in people),
        night_premium_minor=sum(person.night_premium_minor for person in people),
        holiday_premium_minor=sum(person.holiday_premium_minor for person in people),
        overtime_minor=sum(person.overtime_minor for person in people),
        per_head_minor=sum(person.per_head_minor for person in people),
        shifts=tuple(lines),
        overtime_minutes_by_agent=(("gleb", 60),) if len(people) > 2 else (),
        agents=tuple(people),
    )
