"""The audit asks every rule, and says what it finds in order."""

import ast
from pathlib import Path

import pytest

import planner.audit
from planner.rules.min_staff import MinStaff
from tests.audit.desk import (
    desk_scenario,
    found_in,
    hard_rules,
    legal_roster,
    tour_of,
    with_person,
    with_tour,
)


def test_a_legal_roster_has_only_the_unmet_wish() -> None:
    scenario = desk_scenario()
    (wish,) = found_in(scenario, legal_roster(scenario))
    assert (wish.rule, wish.agent, wish.hard, wish.penalty_minor) == ("shift_request", "bob", False, 1250)


def test_a_broken_scenario_rule_is_found_with_its_date() -> None:
    scenario = desk_scenario()
    roster = with_tour(legal_roster(scenario), 0, tour_of(scenario, "ana", "ND....."))
    (rest,) = (found for found in found_in(scenario, roster) if found.rule == "min_rest")
    assert (rest.agent, str(rest.date), rest.hard) == ("ana", "2026-06-02", True)


def test_the_week_of_the_contract_is_kept_without_a_rule() -> None:
    scenario = desk_scenario(rules=())
    roster = with_tour(legal_roster(scenario), 0, tour_of(scenario, "ana", "DDDDDS."))
    assert ("max_weekly_minutes", "ana") in hard_rules(scenario, roster)


def test_coverage_rules_read_the_whole_roster() -> None:
    scenario = desk_scenario(rules=(MinStaff(minimum=1),))
    findings = [found for found in found_in(scenario, legal_roster(scenario)) if found.rule == "min_staff"]
    assert findings
    assert all(found.agent is None for found in findings)


def test_findings_come_in_order_whatever_the_order_of_tours() -> None:
    scenario = desk_scenario(rules=(MinStaff(minimum=2),))
    roster = legal_roster(scenario)
    turned = type(roster)(roster.tours[::-1])
    assert found_in(scenario, roster) == found_in(scenario, turned)
    dates = [found.date for found in found_in(scenario, roster)]
    assert dates == sorted(dates)


@pytest.mark.parametrize("changes", [{"contract": "gone"}, {"agent": "nobody"}], ids=["contract", "agent"])
def test_people_who_cannot_be_judged_are_reported_and_no_more(changes: dict[str, str]) -> None:
    scenario = desk_scenario()
    assert hard_rules(scenario, with_person(legal_roster(scenario), 0, **changes))


def test_the_audit_calls_nothing_of_an_automaton() -> None:
    folder = Path(planner.audit.__file__).parent
    for file in sorted(folder.glob("*.py")):
        called = {
            node.func.attr
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert not called & {"start", "step", "finish", "rows"}, file.name
