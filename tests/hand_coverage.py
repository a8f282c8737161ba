"""Demand, requirement, coverage and promises for the roster of :mod:`tests.hand_roster`."""

from models.calendar import WorkCalendar
from models.demand import ChannelDemand
from models.horizon import Horizon
from models.plan import Coverage
from models.requirement import BacklogNeed, ChannelPromise, LiveNeed, Requirement
from models.scenario import Scenario
from models.tour import Roster


def hand_demands(horizon: Horizon) -> tuple[ChannelDemand, ...]:
    phone, tickets = [], []
    for minute in horizon.interval_starts:
        local = horizon.local(minute)
        busy = 1.0 if local.weekday() < 5 else 0.55
        hourly = 0.3 if local.hour < 7 else 3.0 if local.hour < 9 or local.hour > 19 else 11.0
        phone.append(hourly * busy * horizon.interval_minutes / 60)
        tickets.append((0.1 if local.hour < 7 else 2.0) * busy * horizon.interval_minutes / 60)
    handle = {name: (seconds,) * len(phone) for name, seconds in (("phone", 240.0), ("tickets", 480.0))}
    return (
        ChannelDemand("phone", tuple(phone), handle["phone"], wape=0.12),
        ChannelDemand("tickets", tuple(tickets), handle["tickets"]),
    )


def hand_requirement(
    scenario: Scenario, calendar: WorkCalendar, demands: tuple[ChannelDemand, ...]
) -> Requirement:
    horizon = scenario.horizon
    agents, is_open = [], []
    for minute in horizon.interval_starts:
        local = horizon.local(minute)
        weekday, hour = local.weekday() < 5, local.hour
        holiday = calendar.is_holiday(local.date())
        is_open.append(scenario.opening.always or (weekday and 9 <= hour < 18 and not holiday))
        wanted = 1 if hour < 7 else (3 if weekday and 10 <= hour < 18 else 2)
        agents.append((wanted if scenario.opening.always else 2 - (hour < 10)) if is_open[-1] else 0)
    load = tuple(c * 240 / (horizon.interval_minutes * 60) for c in demands[0].contacts)
    arrived = tuple(round(8 * sum(demands[1].contacts[: i + 1])) for i in range(horizon.intervals))
    waiting = 16
    return Requirement(
        open_intervals=tuple(is_open),
        live=(LiveNeed("phone", None, tuple(agents), load),),
        backlog=(
            BacklogNeed(
                channel="tickets",
                skill="tickets",
                available_minutes=arrived,
                due_minutes=(0,) * waiting + arrived[:-waiting],
                minutes_per_agent=tuple(27 if opened else 0 for opened in is_open),
                taken_minutes=(("phone", tuple(round(30 * erlangs) for erlangs in load)),),
            ),
        ),
    )


def hand_coverage(scenario: Scenario, requirement: Requirement, roster: Roster) -> Coverage:
    step = scenario.desk.interval_minutes
    required = requirement.live[0].agents
    on_duty = tuple(
        sum(
            shift.works_throughout(start, start + step)
            for tour in roster.tours
            for shift in (*tour.agent.history, *tour.worked)
        )
        for start in scenario.horizon.interval_starts
    )
    short = sum(max(0, need - have) for need, have in zip(required, on_duty, strict=True))
    over = sum(max(0, have - need) for need, have in zip(required, on_duty, strict=True))
    hours = step / 60
    return Coverage(
        required=required,
        on_duty=on_duty,
        required_hours=sum(required) * hours,
        scheduled_hours=sum(on_duty) * hours,
        understaffed_hours=short * hours + 1.5,
        overstaffed_hours=over * hours,
        deferred_short_hours=1.5,
    )


def hand_promises(
    requirement: Requirement, coverage: Coverage, demands: tuple[ChannelDemand, ...]
) -> tuple[ChannelPromise, ...]:
    promises = []
    for demand in demands:
        levels = tuple(
            None if not opened else 0.93 if have >= need else 0.61
            for opened, have, need in zip(
                requirement.open_intervals, coverage.on_duty, coverage.required, strict=True
            )
        )
        total = sum(demand.contacts)
        closed = sum(
            c for c, opened in zip(demand.contacts, requirement.open_intervals, strict=True) if not opened
        )
        served = sum(c * level for c, level in zip(demand.contacts, levels, strict=True) if level is not None)
        promises.append(
            ChannelPromise(
                channel=demand.channel,
                contacts=total,
                service_level=served / (total - closed) if demand.channel == "phone" else 0.975,
                closed_share=closed / total,
                service_level_by_interval=levels,
            )
        )
    return tuple(promises)
