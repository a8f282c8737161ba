"""A plan put into the form of its file."""

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from models.cost import COMPONENTS, ComponentCost
from models.horizon import Horizon
from models.money import from_minor
from models.plan import Plan
from planner.plan_file.conflict_rows import conflict_rows, relaxation_rows
from planner.plan_file.demand_rows import demand_row
from planner.plan_file.document import (
    FORMAT_VERSION,
    AddedCoverRow,
    CostSection,
    CoverageSection,
    IntervalSection,
    ObjectiveSection,
    PersonCostRow,
    PersonRow,
    PlanDocument,
    PromiseRow,
    RampUpRow,
    RosterRow,
    ShiftCostRow,
    TargetRow,
)
from planner.plan_file.findings import broken_rules, unmet_wishes

_DIGITS = 6


def plan_document(plan: Plan, figures: Mapping[str, object] | None = None) -> dict[str, Any]:
    """Return a plan as plain JSON values, in the order of the file.

    Everything but ``wall_seconds`` is a function of the plan.

    Parameters
    ----------
    plan
        The plan.
    figures
        What the comparison of plans wants to find in the file, as plain JSON values.
    """
    proof, scenario, coverage = plan.proof, plan.scenario, plan.coverage
    currency, language = scenario.desk.currency, scenario.desk.language
    document = PlanDocument(
        format_version=FORMAT_VERSION,
        generator=_generator(),
        name=scenario.name,
        status=proof.status,
        objective=from_minor(proof.objective_minor, currency),
        bound=from_minor(proof.bound_minor, currency),
        gap=round(proof.gap, _DIGITS),
        bound_method=proof.bound_method,
        stop=proof.stop,
        wall_seconds=round(proof.wall_seconds, 3),
        seed=proof.seed,
        workers=proof.workers,
        time_limit_seconds=proof.time_limit_seconds,
        headcount=plan.roster.headcount,
        cost=_cost(plan),
        objective_parts=_objective_parts(plan),
        coverage=CoverageSection(
            required_hours=round(coverage.required_hours, _DIGITS),
            scheduled_hours=round(coverage.scheduled_hours, _DIGITS),
            understaffed_hours=round(coverage.understaffed_hours, _DIGITS),
            overstaffed_hours=round(coverage.overstaffed_hours, _DIGITS),
            deferred_short_hours=round(coverage.deferred_short_hours, _DIGITS),
            service_level=round(plan.service_level, _DIGITS),
        ),
        violations=broken_rules(plan.violations, language),
        unmet_wishes=unmet_wishes(plan.violations, language, currency),
        reasons=plan.reasons,
        conflicts=conflict_rows(plan.conflicts, language),
        relaxations=relaxation_rows(plan.relaxations, language, currency),
        promises=_promises(plan),
        targets=_targets(plan),
        agents=_people(plan),
        roster=_roster(plan, scenario.horizon),
        agent_costs=_agent_costs(plan),
        shift_costs=_shift_costs(plan, scenario.horizon),
        ramp_up=_ramp_up(plan),
        intervals=IntervalSection(
            start=tuple(scenario.horizon.local(minute) for minute in scenario.horizon.interval_starts),
            open=plan.requirement.open_intervals,
            required=coverage.required,
            on_duty=coverage.on_duty,
            working=tuple(float(one) for one in coverage.working),
        ),
        demand=tuple(demand_row(demand) for demand in plan.demands),
        added_cover=tuple(
            AddedCoverRow(channel=own.channel, agents=own.agents, work_minutes=own.work_minutes)
            for own in plan.added_cover
        ),
        edition=plan.edition,
        figures=dict(figures or {}),
        scenario=scenario.model_dump(mode="json", by_alias=True),
    )
    named = ("targets", "ramp_up")
    left_out: dict[str, Any] = {name: True for name in named if not getattr(document, name)}
    if not document.intervals.working:
        left_out["intervals"] = {"working"}
    return document.model_dump(mode="json", exclude=left_out)


def _generator() -> str:
    try:
        return f"smena {version('smena')}"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "smena"


def _cost(plan: Plan) -> CostSection:
    cost, currency = plan.cost, plan.scenario.desk.currency
    return CostSection(
        total=from_minor(cost.total_minor, currency),
        **_components(cost, currency),
        currency=currency,
    )


def _components(cost: ComponentCost, currency: str) -> dict[str, str]:
    return {component: from_minor(cost.of(component), currency) for component in COMPONENTS}


def _objective_parts(plan: Plan) -> ObjectiveSection:
    parts, currency = plan.objective_parts, plan.scenario.desk.currency
    return ObjectiveSection(
        pay=from_minor(plan.cost.total_minor, currency),
        understaffing=from_minor(parts.understaffing_minor, currency),
        overstaffing=from_minor(parts.overstaffing_minor, currency),
        requests=from_minor(parts.requests_minor, currency),
        coverage_rules=from_minor(parts.coverage_rules_minor, currency),
    )


def _people(plan: Plan) -> tuple[PersonRow, ...]:
    people = (tour.agent for tour in plan.roster.tours)
    return tuple(
        PersonRow(
            id=person.agent,
            name=person.name,
            contract=person.contract,
            skills=tuple(sorted(person.skills)),
            vacancy=person.vacancy,
            grade=person.grade,
        )
        for person in people
    )


def _roster(plan: Plan, horizon: Horizon) -> tuple[RosterRow, ...]:
    return tuple(
        RosterRow(
            agent=person.agent,
            date=horizon.date_of(shift.day),
            shift=shift.pattern,
            start=horizon.local(shift.start_minute),
            end=horizon.local(shift.end_minute),
            paid_minutes=shift.paid_minutes,
            break_start=horizon.local(shift.break_start_minute) if shift.break_minutes else None,
            break_end=horizon.local(shift.break_end_minute) if shift.break_minutes else None,
        )
        for person, shift in plan.roster.worked()
    )


def _agent_costs(plan: Plan) -> tuple[PersonCostRow, ...]:
    currency = plan.scenario.desk.currency
    overtime_minutes = dict(plan.cost.overtime_minutes_by_agent)
    return tuple(
        PersonCostRow(
            agent=person.agent,
            **_components(person, currency),
            overtime_minutes=overtime_minutes.get(person.agent, 0),
        )
        for person in plan.cost.agents
    )


def _shift_costs(plan: Plan, horizon: Horizon) -> tuple[ShiftCostRow, ...]:
    currency = plan.scenario.desk.currency
    return tuple(
        ShiftCostRow(
            agent=line.agent,
            date=horizon.date_of(line.day),
            paid_minutes=line.paid_minutes,
            night_minutes=line.night_minutes,
            holiday_minutes=line.holiday_minutes,
            base=from_minor(line.base_minor, currency),
            night_premium=from_minor(line.night_premium_minor, currency),
            holiday_premium=from_minor(line.holiday_premium_minor, currency),
            other_premium=from_minor(line.other_premium_minor, currency),
        )
        for line in plan.cost.shifts
    )


def _ramp_up(plan: Plan) -> tuple[RampUpRow, ...]:
    currency = plan.scenario.desk.currency
    return tuple(
        RampUpRow(agent=one.agent, lost_minutes=one.minutes, cost=from_minor(one.amount_minor, currency))
        for one in plan.cost.ramp_up
    )


def _promises(plan: Plan) -> tuple[PromiseRow, ...]:
    return tuple(
        PromiseRow(
            channel=promise.channel,
            contacts=round(promise.contacts, _DIGITS),
            service_level=round(promise.service_level, _DIGITS),
            closed_share=round(promise.closed_share, _DIGITS),
            service_level_by_interval=tuple(
                None if level is None else round(level, _DIGITS)
                for level in promise.service_level_by_interval
            ),
        )
        for promise in plan.promises
    )


def _targets(plan: Plan) -> tuple[TargetRow, ...]:
    horizon, currency = plan.scenario.horizon, plan.scenario.desk.currency
    return tuple(
        TargetRow(
            queue=one.pool,
            start=horizon.local(horizon.interval_starts[one.intervals[0]]),
            end=horizon.local(horizon.interval_starts[one.intervals[1]] + horizon.interval_minutes),
            contacts=round(one.contacts, _DIGITS),
            promised_share=one.promised,
            expected_share=round(one.reached, _DIGITS),
            is_kept=one.is_kept,
            missing_hours=round(one.short_hours, _DIGITS),
            price=from_minor(one.penalty_minor, currency),
        )
        for one in plan.outcomes
    )
