"""Roles that step with the number of people: the engine is never told too much."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agent import Vacancy
from models.employer_costs import Overhead
from models.pay_terms import PayTerms, Prices
from models.roster_answer import RosterAnswer
from models.tour import RosterAgent
from planner.pay.price import price
from planner.roster.people import Crew
from planner.roster.role_costs import RoleCosts
from tests.roster.desks import ANA, asks, calendar_of, desk, live, rostered

SAMPLE = RosterAgent("a", "a", "crew")


@given(
    named=st.integers(0, 4),
    least=st.integers(0, 3),
    more=st.integers(0, 6),
    steps=st.lists(st.integers(0, 9_999), min_size=7, max_size=7),
)
def test_what_is_told_and_untold_is_the_cost(named: int, least: int, more: int, steps: list[int]) -> None:
    """Constant, charges per hire and the rest come to the cost of the roles for every number of hires."""
    vacancy = Vacancy(name="v", contract="crew", min_hires=least, max_hires=least + more)
    crews = (Crew((SAMPLE,) * named, ()), Crew((SAMPLE,), (), vacancy))
    costs = [sum(steps[: n + 1]) for n in range(more + 1)]
    roles = RoleCosts(named + least, tuple(costs))
    for hires in range(least, least + more + 1):
        told = roles.constant(crews) + hires * roles.charged_on(crews[1])
        assert roles.charged_on(crews[0]) == 0
        assert roles.untold(named + hires) >= 0
        assert told + roles.untold(named + hires) == costs[hires - least]


@pytest.mark.parametrize(("lead_cost", "hires"), [(1, 1), (10**6, 0)])
def test_a_second_person_is_hired_only_where_the_lead_is_worth_it(lead_cost: int, hires: int) -> None:
    """Two are wanted for a day; the second needs a lead, whose share of June is a 22nd of the month."""
    scenario = desk(
        days=1,
        hours="mon-sun 08:00-20:00",
        agents=(ANA,),
        vacancies=(Vacancy(name="op", contract="crew", max_hires=1),),
        pay=PayTerms(overhead=(Overhead(name="lead", monthly_cost=Decimal(lead_cost), from_agents=2),)),
    )
    answer = rostered(scenario, asks(scenario, live(scenario, 2)))
    cost = price(scenario, calendar_of(scenario), answer.roster)
    assert sum(tour.agent.vacancy is not None for tour in answer.roster.tours) == hires
    assert answer.proof.status == "optimal"
    assert answer.proof.objective_minor == answer.proof.bound_minor
    assert answer.proof.objective_minor == cost.total_minor + answer.parts.total_minor
    assert (cost.overhead_minor > 0) == (hires > 0)


def staffed(roles: tuple[Overhead, ...], *bounds: tuple[int, int]) -> RosterAnswer:
    """Ana and as many hires of each vacancy as its bounds allow, two wanted for two days."""
    scenario = desk(
        days=2,
        agents=(ANA,),
        vacancies=tuple(
            Vacancy(
                name=f"op{n}", contract="crew", min_hires=least, max_hires=most, hiring_cost=Decimal(500 + n)
            )
            for n, (least, most) in enumerate(bounds)
        ),
        pay=PayTerms(overhead=roles),
        prices=Prices(understaffed_hour=Decimal(700)),
    )
    answer = rostered(scenario, asks(scenario, live(scenario, 2)))
    cost = price(scenario, calendar_of(scenario), answer.roster)
    assert answer.proof.objective_minor == cost.total_minor + answer.parts.total_minor
    assert answer.proof.bound_minor <= answer.proof.objective_minor
    return answer


@pytest.mark.parametrize("vacancies", [1, 2])
def test_steps_are_searched_to_the_end(vacancies: int) -> None:
    """The cheapest of all numbers of people, each planned by itself where the roles are exact, is found and proven."""
    roles = (Overhead(name="lead", monthly_cost=Decimal(60_000), from_agents=3),)
    most = 4 // vacancies
    whole = staffed(roles, *[(0, most)] * vacancies).proof
    numbers = product(range(most + 1), repeat=vacancies)
    each = [staffed(roles, *((n, n) for n in own)).proof for own in numbers]
    assert {proof.status for proof in each} == {"optimal"}
    assert whole.objective_minor == min(proof.objective_minor for proof in each)
    assert (whole.status, whole.stop, whole.bound_method) == ("optimal", "proven", "branch_and_bound")


def test_without_time_for_parts_the_gap_is_told() -> None:
    """A search that has no time left claims what the engine's bound says, and no more."""
    roles = (Overhead(name="lead", monthly_cost=Decimal(60_000), from_agents=3),)
    scenario = desk(
        days=2,
        agents=(ANA,),
        vacancies=(Vacancy(name="op", contract="crew", max_hires=4),),
        pay=PayTerms(overhead=roles),
        prices=Prices(understaffed_hour=Decimal(700)),
    )
    proof = rostered(scenario, asks(scenario, live(scenario, 2)), seconds=0.3).proof
    assert (proof.status, proof.stop) == ("feasible", "time_limit")
    assert proof.bound_minor < proof.objective_minor
