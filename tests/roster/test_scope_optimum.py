"""Targets kept over a day or the period, against every roster there is."""

from hypothesis import HealthCheck, Phase, event, given, settings

from planner.audit import audit
from planner.pay.price import price
from tests.roster.brute_force import cheapest, missing_minor
from tests.roster.desks import Case, calendar_of, rostered
from tests.roster.goals_by_hand import cases_with_goals

PATIENT = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@given(cases_with_goals())
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


@given(cases_with_goals())
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
