"""How many nights, weekends and shifts nobody likes the requirement asks for."""

from collections import Counter
from decimal import Decimal

import pytest

from models.fairness_ledger import FairnessLedger, LedgerEntry
from models.scenario import Scenario
from planner.roster.burdens import with_expected_burdens
from planner.roster.rows_live import total_required
from planner.rules.fairness import Fairness
from tests.roster.desks import ANA, BOB, DAY, EVENING, NIGHT, asks, desk, frame_of, live, pattern, rostered

NIGHTS = Fairness(price=Decimal(100))


def expected(scenario: Scenario, wanted: list[int]) -> list[int | None]:
    requirement = asks(scenario, live(scenario, wanted))
    required = total_required(requirement, 0)
    told = with_expected_burdens(scenario, frame_of(scenario, requirement), required)
    return [rule.expected for rule in told.rules if isinstance(rule, Fairness)]


@pytest.mark.parametrize(
    ("wanted", "nights"),
    [
        ([1] * 24 * 3, 3),
        ([2] * 24 * 3, 6),
        # the first morning belongs to the plan before; the second night is nobody's
        ([1] * 24 + [0] * 24 * 2, 1),
        ([0] * 24 * 3, 0),
        # by day and in the evening nobody needs a night shift
        ([1 if 8 <= hour < 22 else 0 for _ in range(3) for hour in range(24)], 0),
    ],
)
def test_nights_are_those_nothing_else_can_cover(wanted: list[int], nights: int) -> None:
    scenario = desk(rules=(NIGHTS,), shift_patterns=(DAY, EVENING, NIGHT))
    assert expected(scenario, wanted) == [nights]


def test_long_days_need_fewer_shifts() -> None:
    """Monday from 8 to 20 takes two evenings and days, or one of twelve hours."""
    monday = Fairness(counted="weekends", weekdays=("mon",), price=Decimal(1))
    wanted = [1 if 8 <= hour < 20 else 0 for hour in range(24)] + [0] * 48
    for patterns, shifts in (((DAY, EVENING), 2), ((DAY, EVENING, pattern("Long", 8, 12)), 1)):
        assert expected(desk(rules=(monday,), shift_patterns=patterns), wanted) == [shifts]


def test_what_the_rule_says_itself_stays() -> None:
    rules = (NIGHTS.model_copy(update={"expected": 9}), NIGHTS)
    assert expected(desk(rules=rules), [1] * 72) == [9, 3]


@pytest.mark.parametrize(("balance", "nights"), [("0", {1}), ("1", {0, 2}), ("-1", {0, 2})])
def test_who_had_more_before_gets_fewer_now(balance: str, nights: set[int]) -> None:
    """Two nights for two people."""
    entries = (
        LedgerEntry(agent="ana", burden="nights", balance=Decimal(balance)),
        LedgerEntry(agent="bob", burden="nights", balance=-Decimal(balance)),
    )
    scenario = desk(
        days=2,
        agents=(ANA, BOB),
        shift_patterns=(NIGHT,),
        rules=(Fairness(price=Decimal(100), expected=2),),
        fairness_ledger=FairnessLedger(entries=entries),
    )
    wanted = [0] * 20 + [1] * 28
    answer = rostered(scenario, asks(scenario, live(scenario, wanted)))
    worked = Counter({tour.agent.agent: len(tour.worked) for tour in answer.roster.tours})
    assert answer.proof.status == "optimal"
    assert set(worked.values()) == nights
    assert answer.parts.coverage_rules_minor == 0
    if balance != "0":
        assert worked["bob" if balance == "1" else "ana"] == 2
