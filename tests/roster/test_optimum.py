"""The proven objective against every roster there is, on desks small enough to try them all."""

from hypothesis import HealthCheck, Phase, event, given, settings

from models.roster_answer import RosterAnswer
from models.scenario import Scenario
from planner.audit import audit
from planner.pay.price import price
from tests.roster.brute_force import cheapest, missing_minor
from tests.roster.desks import Case, calendar_of, rostered
from tests.roster.tiny_desks import cases

PATIENT = settings(
    max_examples=50,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


def wishes_minor(case: Case, answer: RosterAnswer) -> int:
    findings = audit(case.scenario, answer.roster, case.requirement.open_intervals)
    return sum(found.penalty_minor for found in findings if found.rule == "shift_request")


def of_the_rest(scenario: Scenario, answer: RosterAnswer) -> Scenario:
    """The scenario as if it had never named the people left out, who are nobody's spare time either."""
    on_roster = {tour.agent.vacancy or tour.agent.agent for tour in answer.roster.tours}
    agents = tuple(one for one in scenario.agents if one.id in on_roster)
    vacancies = tuple(one for one in scenario.vacancies if one.min_hires == 0 or one.name in on_roster)
    return scenario.model_copy(update={"agents": agents, "vacancies": vacancies})


@given(cases())
@PATIENT
def test_the_proven_objective_is_the_cheapest_of_all_rosters(case: Case) -> None:
    answer = rostered(case.scenario, case.requirement)
    best = cheapest(case.scenario, case.requirement)
    event(answer.proof.status)
    if best is None:
        assert answer.proof.status == "infeasible"
        assert answer.reasons
    else:
        assert answer.proof.status == "optimal"
        assert answer.proof.objective_minor == answer.proof.bound_minor == best
        assert not answer.reasons


@given(cases())
@PATIENT
def test_objective_is_pay_and_parts_and_the_audit_agrees(case: Case) -> None:
    """Overtime, nights, holidays, wishes, salaries and hires: nothing is lost or counted twice."""
    answer = rostered(case.scenario, case.requirement)
    pay = price(case.scenario, calendar_of(case.scenario), answer.roster).total_minor
    wishes = wishes_minor(case, answer)
    assert answer.proof.objective_minor == pay + wishes + answer.parts.total_minor
    rest = of_the_rest(case.scenario, answer) if answer.reasons else case.scenario
    assert answer.parts.total_minor == missing_minor(rest, case.requirement, answer.roster)
    findings = audit(case.scenario, answer.roster, case.requirement.open_intervals)
    left_out = {"agent_missing", "hires"} if answer.reasons else set()
    assert not [found for found in findings if found.hard and found.rule not in left_out]
