"""The proven objective against every roster there is, on desks small enough to try them all."""

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings

from models.agent import Agent, Vacancy
from models.pay_terms import Prices
from models.roster_answer import RosterAnswer
from models.scenario import Scenario
from models.staffing_terms import StaffingTerms
from models.tour import Roster
from planner.audit import audit
from planner.pay.price import price
from tests.roster.brute_force import cheapest, missing_minor
from tests.roster.desks import ANA, BOB, Case, asks, calendar_of, desk, live, pattern, pause, rostered
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
    elif case.scenario.pay.overhead and case.scenario.vacancies:
        # roles step with the number of hires: the proof may leave at most what they cost
        roles = price(case.scenario, calendar_of(case.scenario), answer.roster).overhead_minor
        assert answer.proof.bound_minor <= best <= answer.proof.objective_minor
        assert answer.proof.objective_minor - answer.proof.bound_minor <= roles
        assert answer.proof.objective_minor == best or answer.proof.status == "feasible"
    else:
        assert answer.proof.status == "optimal"
        assert answer.proof.objective_minor == answer.proof.bound_minor == best
        assert not answer.reasons


@pytest.mark.parametrize("skills", [(), ("mail",)])
@pytest.mark.parametrize(
    ("least", "cover", "calls", "short_hours"),
    [(1, None, 0, 1), (1, 0, 0, 0), (1, 0, 1, 1), (2, None, 0, 10), (2, 1, 0, 9), (2, 0, 0, 9)],
)
def test_one_person_alone_and_a_lunch(
    least: int, cover: int | None, calls: int, short_hours: int, skills: tuple[str, ...]
) -> None:
    """Nine hours with one for lunch: a missing person is priced once, whoever asks for one.

    Whether everyone can serve everything or not, it comes to the same.
    """
    lunch = pattern("Day", 8, 9, **{"break": pause(60, (180, 300))})
    scenario = desk(
        days=1,
        hours="mon-sun 08:00-17:00",
        shift_patterns=(lunch,),
        agents=(Agent(id="ana", contract="crew", skills=("mail",)),),
        vacancies=(Vacancy(name="hire", contract="crew", skills=skills, max_hires=1, cost_per_head=10**6),),
        staffing=StaffingTerms(min_agents=least, break_cover=cover),
        prices=Prices(understaffed_hour=1000, overstaffed_hour=10),
    )
    asked = asks(scenario, live(scenario, calls, skill="mail"))
    answer = rostered(scenario, asked)
    assert [tour.agent.agent for tour in answer.roster.tours if tour.worked] == ["ana"]
    assert answer.proof.status == "optimal"
    assert answer.parts.understaffing_minor == short_hours * 100_000
    assert answer.parts.overstaffing_minor == 0


def test_breaks_that_must_be_covered_do_not_meet() -> None:
    """Two on shift at any time, of whom one must be at work: one of them eats later."""
    lunch = pattern("Day", 8, 9, **{"break": pause(60, (180, 300))})
    scenario = desk(
        days=1,
        hours="mon-sun 08:00-17:00",
        shift_patterns=(lunch,),
        agents=(ANA, BOB),
        staffing=StaffingTerms(min_agents=2, break_cover=1),
        prices=Prices(hard_coverage=True),
    )
    answer = rostered(scenario, asks(scenario))
    assert answer.proof.status == "optimal"
    breaks = [shift.break_start_minute for tour in answer.roster.tours for shift in tour.worked]
    assert sorted(breaks) == [11 * 60, 13 * 60]
    opened = asks(scenario).open_intervals
    assert not [
        found for found in audit(scenario, answer.roster, opened, (1,) * 24) if found.rule != "coverage"
    ]
    alone = Roster(answer.roster.tours[:1])
    rules = {found.rule for found in audit(scenario, alone, opened) if found.hard}
    assert "min_staff" in rules


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
