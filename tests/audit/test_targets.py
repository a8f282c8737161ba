from decimal import Decimal

from models.pay_terms import Prices
from models.service_goal import GoalOutcome
from planner.audit.targets import target_findings
from tests.audit.desk import desk_scenario

KEPT = GoalOutcome("phone", (0, 47), 100.0, 0.8, 0.81, 0.0, 0)
MISSED = GoalOutcome("phone", (48, 95), 100.0, 0.8, 0.755, 1.5, 4500)


def test_a_missed_day_has_its_price() -> None:
    (found,) = target_findings(desk_scenario(), (KEPT, MISSED))
    assert (found.rule, found.agent, found.hard, found.penalty_minor) == ("target", None, False, 4500)
    assert found.date.isoformat() == "2026-06-02"
    assert found.text.en == (
        "phone, 2026-06-02: 75.5% served in time, 80% promised (1.5 agent-hours are missing)"
    )
    assert found.text.ru == "phone, 02.06.2026: вовремя 75,5%, обещано 80% (не хватает 1,5 человеко-ч)"


def test_it_is_a_broken_rule_where_coverage_is_hard() -> None:
    scenario = desk_scenario(prices=Prices(understaffed_hour=Decimal(30), hard_coverage=True))
    (found,) = target_findings(scenario, (KEPT, MISSED))
    assert (found.hard, found.penalty_minor) == (True, 0)


def test_a_period_is_named_by_both_ends() -> None:
    (found,) = target_findings(desk_scenario(), (GoalOutcome("phone", (0, 95), 9.0, 0.8, 0.5, 2.0, 10),))
    assert found.text.en.startswith("phone, 2026-06-01 to 2026-06-02: 50.0%")
