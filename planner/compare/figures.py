"""The figures of a plan that a comparison needs."""

from dataclasses import replace

from models.comparison import PlanFigures
from models.plan import Plan

#: The night of the rule of thumb on opening at night: clock hours 0 to 6, local time.
NIGHT_END_HOUR = 7


def figures_of(plan: Plan) -> PlanFigures:
    """Read the figures off a plan."""
    scenario = plan.scenario
    horizon = scenario.horizon
    at_night = [horizon.local(start).hour < NIGHT_END_HOUR for start in horizon.interval_starts]
    night_contacts = sum(
        contacts
        for demand in plan.demands
        for contacts, night in zip(demand.contacts, at_night, strict=True)
        if night
    )
    deferred = {need.channel for need in plan.requirement.backlog}
    open_intervals = plan.requirement.open_intervals
    return PlanFigures(
        scenario=scenario.name,
        language=scenario.desk.language,
        first_date=scenario.period.first_date.isoformat(),
        days=scenario.period.days,
        status=plan.proof.status,
        bound_method=plan.proof.bound_method,
        hard_violations=sum(violation.hard for violation in plan.violations),
        headcount=plan.roster.headcount,
        cost=replace(plan.cost, shifts=(), agents=(), overtime_minutes_by_agent=(), lines=()),
        objective_minor=plan.proof.objective_minor,
        bound_minor=plan.proof.bound_minor,
        promises=tuple(replace(promise, service_level_by_interval=()) for promise in plan.promises),
        service_level=plan.service_level,
        served_contacts=sum(
            promise.contacts * (1 if promise.channel in deferred else 1 - promise.closed_share)
            for promise in plan.promises
        ),
        night_contacts=night_contacts,
        open_at_night=any(opened and night for opened, night in zip(open_intervals, at_night, strict=True)),
        required_hours=plan.coverage.required_hours,
        scheduled_hours=plan.coverage.scheduled_hours,
        understaffed_hours=plan.coverage.understaffed_hours,
    )
