import pytest

from models.agent import Agent, FixedShift, Vacancy
from models.pay_terms import Prices
from models.rule import Rule
from models.scenario import Scenario
from planner.roster.row_book import RowBook
from planner.roster.row_prices import row_prices
from planner.roster.rows_coverage import add_coverage_rule_rows
from planner.rules.min_staff import MinStaff
from planner.rules.skill_mix import SkillMix
from tests.roster.desks import ANA, DAY, MONDAY, asks, desk, frame_of, pattern, pause, rostered
from tests.roster.forced import Person, solved

LEAD: Person = (frozenset({"lead"}), [0])
OTHER: Person = (frozenset(), [0])


def price_of(rule: MinStaff | SkillMix, *people: Person) -> int:
    scenario = desk(days=1, hours="mon-sun 00:00-01:00")
    book = RowBook()
    add_coverage_rule_rows(book, (rule,), frame_of(scenario, asks(scenario)), row_prices(scenario))
    return solved(book, people).solution.objective


# The one open hour belongs to the plan before, so the rules ask about closed hours too.
ONE_HOUR = {"hours": "00:00-01:00", "only_open": False}


@pytest.mark.parametrize(
    ("rule", "people", "minor"),
    [
        (MinStaff(minimum=2, price="1.50", **ONE_HOUR), (LEAD,), 150),
        (MinStaff(minimum=2, price="1.50", **ONE_HOUR), (LEAD, OTHER), 0),
        (MinStaff(minimum=2, skill="lead", price="1.50", **ONE_HOUR), (LEAD, OTHER, OTHER), 150),
        (SkillMix(skill="lead", price=2, **ONE_HOUR), (OTHER, OTHER), 200),
        (SkillMix(skill="lead", of_every=2, price=2, **ONE_HOUR), (LEAD, OTHER), 0),
        (SkillMix(skill="lead", of_every=2, price=2, **ONE_HOUR), (LEAD, OTHER, OTHER, OTHER), 200),
    ],
)
def test_rows_price_what_the_rule_misses(
    rule: MinStaff | SkillMix, people: tuple[Person, ...], minor: int
) -> None:
    assert price_of(rule, *people) == minor


def test_a_break_is_no_gap_where_the_rule_says_so() -> None:
    """Ana, alone from 8 to 16, is on her break from 12."""
    lunch = pattern("Day", 8, 8, **{"break": pause(60, (240,))})
    for counts, minor in ((False, 60_000), (True, 0)):
        rule = MinStaff(minimum=1, hours="08:00-16:00", price=600, count_breaks=counts)
        scenario = desk(days=1, shift_patterns=(lunch,), rules=(rule,))
        assert rostered(scenario, asks(scenario)).parts.coverage_rules_minor == minor


def two_leads(*rules: Rule) -> Scenario:
    """Ana is no lead; a lead may be hired."""
    lead = Vacancy(name="lead", contract="crew", skills=("lead",), max_hires=1, cost_per_head=500_000)
    return desk(days=1, shift_patterns=(DAY,), rules=rules, vacancies=(lead,))


def test_a_hard_rule_is_kept_whatever_it_costs() -> None:
    scenario = two_leads(SkillMix(skill="lead", hours="09:00-10:00"))
    answer = rostered(scenario, asks(scenario))
    assert answer.proof.status == "optimal"
    assert [tour.agent.agent for tour in answer.roster.tours if tour.worked] == ["lead-01"]
    assert answer.parts.coverage_rules_minor == 0


def test_a_priced_rule_is_given_up_where_keeping_it_costs_more() -> None:
    scenario = two_leads(SkillMix(skill="lead", hours="09:00-10:00", price=100))
    answer = rostered(scenario, asks(scenario))
    assert answer.proof.status == "optimal"
    assert answer.roster.headcount == 1
    assert answer.parts.coverage_rules_minor == 10_000


def test_a_hard_rule_nobody_can_keep_makes_the_plan_infeasible() -> None:
    rule = MinStaff(minimum=2, skill="lead", hours="09:00-10:00")
    fixed = FixedShift(date=MONDAY, pattern="Day")
    ana = ANA.model_copy(update={"fixed_shifts": (fixed,)})
    scenario = desk(days=1, agents=(ana, Agent(id="bob", contract="crew")), rules=(rule,), prices=Prices())
    answer = rostered(scenario, asks(scenario))
    assert answer.proof.status == "infeasible"
    assert answer.roster.headcount == 2
