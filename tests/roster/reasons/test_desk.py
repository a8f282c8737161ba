"""Hours that must be kept and cannot: which they are, and what would keep them at which price."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from models.agent import Agent, Vacancy
from models.conflict import Conflict, Relaxation
from models.pay_terms import Prices
from models.requirement import Requirement
from models.roster_answer import RosterAnswer
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


def shortage_of(answer: RosterAnswer) -> Conflict:
    """What the roster falls short of, beside why."""
    (conflict,) = (one for one in answer.conflicts if not one.is_minimal)
    return conflict


def answer_of(scenario: Scenario) -> tuple[list[str], dict[str, Relaxation]]:
    answer = rostered(scenario, asks(scenario, live(scenario, 1)), seconds=40)
    assert answer.proof.status == "infeasible"
    conflict = shortage_of(answer)
    assert conflict.agent is None
    return [member.text.en for member in conflict.members], {one.text.en: one for one in answer.relaxations}


def test_the_hours_short_and_both_ways_out_are_told() -> None:
    (text,), ways = answer_of(one_person_four_days())
    assert text.startswith("Missing for live channels, how many in brackets: 2026-06-0")
    assert text.count("08:00–16:00 (1)") == 1
    assert ways.keys() == {
        "+1: more agents (crew)",
        "“At most 4 days of work in a row” instead of “At most 3 days of work in a row”",
        "without “At most 3 days of work in a row”",
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


def too_few_of_a_skill() -> tuple[Scenario, Requirement]:
    """Two French speakers are needed by day, and only Ana is one."""
    french = ANA.model_copy(update={"skills": ("french",)})
    scenario = one_person_four_days().model_copy(update={"agents": (french, BOB)})
    return scenario, asks(scenario, live(scenario, 2, "french", "french"))


def too_few_people() -> tuple[Scenario, Requirement]:
    """Two are needed by day, and Ana is alone."""
    scenario = one_person_four_days()
    return scenario, asks(scenario, live(scenario, 2))


@pytest.mark.parametrize("case", [too_few_people, too_few_of_a_skill])
def test_only_the_hours_told_stand_in_the_way(case: Callable[[], tuple[Scenario, Requirement]]) -> None:
    scenario, requirement = case()
    answer = rostered(scenario, requirement, seconds=40)
    assert answer.proof.status == "infeasible"
    (member,) = shortage_of(answer).members
    days = {scenario.horizon.day_of(date) for date in member.dates}
    (need,) = requirement.live
    dates = [scenario.horizon.local(minute).date() for minute in scenario.horizon.interval_starts]

    def without(spared: set[int]) -> Requirement:
        agents = (
            0 if scenario.horizon.day_of(date) in spared else number
            for date, number in zip(dates, need.agents, strict=True)
        )
        return replace(requirement, live=(replace(need, agents=tuple(agents)),))

    # nothing but these hours is in the way, and each of their days by itself would be
    assert rostered(scenario, without(days), seconds=40).proof.status == "optimal"
    for day in days:
        assert rostered(scenario, without(days - {day}), seconds=40).proof.status == "infeasible"


@pytest.mark.parametrize("case", [too_few_people, too_few_of_a_skill])
def test_hiring_as_told_works_and_costs_what_is_told(
    case: Callable[[], tuple[Scenario, Requirement]],
) -> None:
    scenario, requirement = case()
    ways = [one for one in rostered(scenario, requirement, seconds=60).relaxations if one.text.en[0] == "+"]
    assert ways
    way = ways[0]
    hired = int(way.text.en[1:].partition(":")[0])
    skills = ("french",) if "french" in way.text.en else ()
    hires = Vacancy(name="hire", contract="crew", skills=skills, max_hires=hired)
    answer = rostered(scenario.model_copy(update={"vacancies": (hires,)}), requirement, seconds=40)
    assert answer.proof.status == way.status == "optimal"
    assert way.cost_minor == (answer.proof.objective_minor, answer.proof.objective_minor)


def test_rules_are_loosened_until_it_matters_with_these_shifts() -> None:
    scenario = one_person_four_days()
    ways = list(looser_rules(scenario, frame_of(scenario, asks(scenario, live(scenario, 1)))))
    told = [way.text.en for way in ways]
    assert told == ["“At most 4 days of work in a row” instead of “At most 3 days of work in a row”"]
