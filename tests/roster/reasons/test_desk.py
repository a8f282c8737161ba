"""Hours that must be kept and cannot: which they are, and what would keep them at which price."""

from decimal import Decimal

from models.agent import Agent, Vacancy
from models.conflict import Relaxation
from models.pay_terms import Prices
from models.scenario import Scenario
from planner.roster.reasons.desk_ways import looser_rules
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.min_rest import MinRest
from tests.roster.desks import ANA, BOB, DAY, asks, desk, frame_of, live, rostered

HARD = Prices(understaffed_hour=Decimal(500), hard_coverage=True)


def one_person_four_days(**more: object) -> Scenario:
    """Ana alone by day for four days, of which she may work three in a row."""
    return desk(
        agents=(ANA,),
        rules=(MinRest(minutes=660), MaxConsecutiveDays(days=3)),
        days=4,
        hours={"hours": dict.fromkeys(("mon", "tue", "wed", "thu"), ("08:00-16:00",))},
        shift_patterns=(DAY,),
        prices=HARD,
        **more,
    )


def answer_of(scenario: Scenario) -> tuple[list[str], dict[str, Relaxation]]:
    answer = rostered(scenario, asks(scenario, live(scenario, 1)), seconds=40)
    assert answer.proof.status == "infeasible"
    (conflict,) = answer.conflicts
    assert conflict.agent is None
    return [member.text.en for member in conflict.members], {one.text.en: one for one in answer.relaxations}


def test_the_hours_short_and_both_ways_out_are_told() -> None:
    (text,), ways = answer_of(one_person_four_days())
    assert text.startswith("Missing for live channels, how many in brackets: 2026-06-0")
    assert text.count("08:00–16:00 (1)") == 1
    more, looser = ways
    assert {more, looser} == {
        "+1: more agents (crew)",
        "“At most 4 days of work in a row” instead of “At most 3 days of work in a row”",
    }
    wages = 4 * 8 * 400_00
    assert all(one.status == "optimal" and one.cost_minor == (wages, wages) for one in ways.values())


def test_hiring_counts_what_a_vacancy_of_the_contract_costs() -> None:
    vacancy = Vacancy(name="hire", contract="crew", max_hires=0, cost_per_head=Decimal(700))
    _, ways = answer_of(one_person_four_days(vacancies=(vacancy,)))
    cost = 4 * 8 * 400_00 + 700_00
    assert ways["+1: more agents (crew)"].cost_minor == (cost, cost)
    assert next(iter(ways)).startswith("“At most 4 days")


def test_what_leaves_as_much_missing_is_no_way_out() -> None:
    scenario = one_person_four_days()
    people = (ANA, BOB, Agent(id="eve", contract="crew"))
    requirement = asks(scenario, live(scenario, 1, "mail", "mail"))
    scenario = scenario.model_copy(update={"agents": people})
    answer = rostered(scenario, requirement, seconds=40)
    assert answer.proof.status == "infeasible"
    assert answer.relaxations == ()


def test_rules_are_loosened_until_it_matters_with_these_shifts() -> None:
    scenario = one_person_four_days()
    ways = list(looser_rules(scenario, frame_of(scenario, asks(scenario, live(scenario, 1)))))
    told = [way.text.en for way in ways]
    assert told == ["“At most 4 days of work in a row” instead of “At most 3 days of work in a row”"]
