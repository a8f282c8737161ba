"""People of unequal speed, against every roster there is."""

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings

from models.productivity import team_productivity
from models.roster_answer import RosterAnswer
from planner.audit import audit
from planner.pay.price import price
from planner.roster.on_duty import coverage_of, on_duty_by_skills, on_shift_counts
from planner.roster.row_prices import row_prices
from tests.roster.brute_force import cheapest, missing_minor
from tests.roster.desks import Case, calendar_of, rostered
from tests.roster.goals_by_hand import cases_with_goals
from tests.roster.tiny_desks import cases

PATIENT = settings(
    max_examples=30,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

CASES = cases(with_newcomers=True) | cases_with_goals(with_newcomers=True)


def unequal(case: Case) -> bool:
    """Whether anybody counts as more or less than one, and costs step with nobody's number."""
    roles = case.scenario.pay.overhead and case.scenario.vacancies
    return not team_productivity(case.scenario).is_uniform and not roles


@given(CASES.filter(unequal))
@PATIENT
def test_the_proven_objective_is_the_cheapest_of_all_rosters(case: Case) -> None:
    answer = rostered(case.scenario, case.requirement)
    best = cheapest(case.scenario, case.requirement)
    event(answer.proof.status)
    if best is None:
        assert answer.proof.status == "infeasible"
    else:
        assert answer.proof.status == "optimal"
        assert answer.proof.objective_minor == answer.proof.bound_minor == best


@given(CASES.filter(unequal))
@PATIENT
def test_objective_is_pay_and_parts_and_the_audit_agrees(case: Case) -> None:
    answer = rostered(case.scenario, case.requirement)
    if answer.reasons:
        return
    pay = price(case.scenario, calendar_of(case.scenario), answer.roster).total_minor
    findings = audit(case.scenario, answer.roster, case.requirement.open_intervals)
    wishes = sum(found.penalty_minor for found in findings if found.rule == "shift_request")
    assert answer.proof.objective_minor == pay + wishes + answer.parts.total_minor
    assert answer.parts.total_minor == missing_minor(case.scenario, case.requirement, answer.roster)
    if not case.requirement.backlog and not any(need.goals for need in case.requirement.live):
        hours_are_priced(case, answer)


def hours_are_priced(case: Case, answer: RosterAnswer) -> None:
    """Hours short and too many, at their prices per part of an agent, are what the search paid."""
    scenario, team = case.scenario, team_productivity(case.scenario)
    horizon, parts, prices = scenario.horizon, team.parts_per_agent, row_prices(case.scenario)
    coverage = coverage_of(
        horizon,
        on_duty_by_skills(horizon, answer.roster),
        case.requirement,
        scenario.staffing,
        on_shift_counts(horizon, answer.roster),
        0,
        does=on_duty_by_skills(horizon, answer.roster, team),
        parts=parts,
    )
    for hours, price_minor, paid in (
        (coverage.understaffed_hours, prices.short_part, answer.parts.understaffing_minor),
        (coverage.overstaffed_hours, prices.over_part, answer.parts.overstaffing_minor),
    ):
        assert paid == round(hours * 60 / horizon.interval_minutes * parts) * price_minor
    short = [need - there for need, there in zip(coverage.required, coverage.counted, strict=True)]
    if scenario.staffing.break_cover is None and len(case.requirement.live) < 2:
        everyone = all(
            need.skill in (None, *tour.agent.skills)
            for need in case.requirement.live
            for tour in answer.roster.tours
        )
        if everyone:
            seen = float(sum(max(0, one) for one in short)) * horizon.interval_minutes / 60
            assert seen == pytest.approx(coverage.understaffed_hours)
