import datetime as dt
from itertools import product
from typing import Any

import pytest

from models.agent import Agent, FixedShift, Leave
from models.past_shifts import past_shifts
from models.rule import Frame, TourRule
from models.scenario import Scenario
from models.tour import RosterAgent, Tour
from planner.pay.tariff import make_tariff
from planner.roster.candidate_shifts import candidate_shifts
from planner.roster.conflicts import conflicting_rules, explain_conflict
from planner.roster.people import make_crews
from planner.roster.translate import translate
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.max_nights import MaxNights
from planner.rules.min_rest import MinRest
from planner.rules.period_minutes import PeriodMinutes
from tests.roster.desks import (
    BOB,
    DAY,
    MONDAY,
    NIGHT,
    asks,
    calendar_of,
    desk,
    frame_of,
    live,
    pattern,
    rostered,
)

TUESDAY = MONDAY + dt.timedelta(days=1)
NIGHT_THEN_DAY = (FixedShift(date=MONDAY, pattern="Night"), FixedShift(date=TUESDAY, pattern="Day"))


def stuck(**fields: Any) -> Agent:
    return Agent(id="ana", name="Ana Li", contract="crew", **fields)


CASES = {
    "leave and fixed shift": (
        stuck(
            leave=(Leave(first_date=MONDAY, last_date=TUESDAY),),
            fixed_shifts=(FixedShift(date=TUESDAY, pattern="Day"),),
        ),
        (MinRest(minutes=660), MaxNights(nights=1)),
        ["days_off", "fixed_shift"],
    ),
    "rest between two fixed shifts": (
        stuck(fixed_shifts=(NIGHT_THEN_DAY[0], FixedShift(date=TUESDAY, pattern="Night"))),
        (MinRest(minutes=13 * 60), MaxNights(nights=3)),
        ["min_rest", "fixed_shift", "fixed_shift"],
    ),
    "two fixed shifts at once": (
        stuck(
            fixed_shifts=(FixedShift(date=MONDAY, pattern="Night"), FixedShift(date=TUESDAY, pattern="Early"))
        ),
        (MaxNights(nights=3),),
        ["fixed_shift", "fixed_shift"],
    ),
    "hours and days": (
        stuck(),
        (
            PeriodMinutes(min_minutes=30 * 60, agents=("ana",)),
            MaxConsecutiveDays(days=1),
            MaxNights(nights=3),
        ),
        ["period_minutes", "max_consecutive_days"],
    ),
}


def desk_of(agent: Agent, rules: tuple[TourRule, ...]) -> Scenario:
    return desk(agents=(agent, BOB), rules=rules, shift_patterns=(DAY, NIGHT, pattern("Early", 6, 8)))


def found_conflict(scenario: Scenario) -> tuple[TourRule, ...]:
    requirement = asks(scenario)
    frame = frame_of(scenario, requirement)
    tariff = make_tariff(scenario, calendar_of(scenario))
    shifts = candidate_shifts(scenario, frame.open_intervals)
    crews = make_crews(scenario, frame, tariff)
    problem = translate(scenario, frame, shifts, requirement, tariff, crews).problem
    return conflicting_rules(scenario, frame, crews[0].sample, problem)


def has_tour(scenario: Scenario, frame: Frame, rules: tuple[TourRule, ...]) -> bool:
    """Try every tour of the first agent against the rules' checks."""
    spec = scenario.agents[0]
    past = past_shifts(scenario.horizon, scenario.night, spec.worked_before)
    agent = RosterAgent(spec.id, spec.name, spec.contract, history=past)
    shifts = candidate_shifts(scenario, frame.open_intervals)
    days = [[None, *(s for s in shifts if s.day == day)] for day in range(scenario.period.days)]
    for chosen in product(*days):
        tour = Tour(agent, chosen)
        clashes = any(
            b.start_minute < a.end_minute for a, b in zip(tour.worked, tour.worked[1:], strict=False)
        )
        if not clashes and not any(f.hard for rule in rules for f in rule.check(frame, tour)):
            return True
    return False


@pytest.mark.parametrize("case", CASES)
def test_the_rules_named_conflict_and_none_can_be_left_out(case: str) -> None:
    agent, rules, kinds = CASES[case]
    scenario = desk_of(agent, rules)
    conflict = found_conflict(scenario)
    assert sorted(rule.kind for rule in conflict) == sorted(kinds)
    frame = frame_of(scenario, asks(scenario))
    assert not has_tour(scenario, frame, conflict)
    for rule in conflict:
        assert has_tour(scenario, frame, tuple(one for one in conflict if one is not rule))


@pytest.mark.parametrize("case", CASES)
def test_someone_without_a_legal_tour_is_left_out_and_the_others_are_planned(case: str) -> None:
    agent, rules, _ = CASES[case]
    scenario = desk_of(agent, rules)
    answer = rostered(scenario, asks(scenario, live(scenario, 1)))
    assert answer.proof.status == "infeasible"
    assert answer.proof.stop == "no_legal_tour"
    assert [tour.agent.agent for tour in answer.roster.tours] == ["bob"]
    (reason,) = answer.reasons
    assert reason.startswith("Ana Li: no legal tour exists.")


def test_everyone_stuck_is_told_apart() -> None:
    agent, rules, _ = CASES["leave and fixed shift"]
    other = agent.model_copy(update={"id": "bob", "name": "Bob"})
    scenario = desk(agents=(agent, other), rules=rules)
    answer = rostered(scenario, asks(scenario, live(scenario, 1)))
    assert answer.proof.status == "infeasible"
    assert answer.roster.tours == ()
    assert [reason.partition(":")[0] for reason in answer.reasons] == ["Ana Li", "Bob"]


def test_the_reason_is_given_in_the_language_of_the_desk() -> None:
    rules = (MinRest(minutes=660), MaxNights(nights=1))
    agent = RosterAgent("ana", "Ана Ли", "crew")
    english, russian = explain_conflict(agent, rules, "en"), explain_conflict(agent, rules, "ru")
    for rule in rules:
        assert rule.explain().en.rstrip(".") in english
        assert rule.explain().ru.rstrip(".") in russian
    assert russian.startswith("Ана Ли: ни один график не допустим.")
