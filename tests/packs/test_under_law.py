"""What a pack makes of a scenario: rules beside those written, terms raised, and what is said."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.clock import ClockSpan
from models.rule import Rule
from models.scenario import Scenario
from planner.scenario.law import law_findings, packs_of_rules, under_law
from tests.packs.desk import desk


def rules_of(scenario: Scenario, kind: str) -> list[Rule]:
    return [rule for rule in scenario.rules if rule.kind == kind]


def lawful(pack: Any = "russia", **more: Any) -> Scenario:
    return under_law(desk(pack, **more))[0]


def said(pack: Any = "russia", **more: Any) -> list[tuple[tuple[str | int, ...], str, str]]:
    return [(found.path, found.text.en, found.text.ru) for found in under_law(desk(pack, **more))[1]]


def test_the_rules_of_the_law_come_after_those_written_with_their_article() -> None:
    scenario = lawful(rules=[{"kind": "max_consecutive_days", "days": 5}])
    assert scenario.rules[0].kind == "max_consecutive_days"
    (rest,) = rules_of(scenario, "weekly_rest")
    assert rest.source == "TK RF art. 110"
    assert packs_of_rules(scenario)[0] == ""
    assert set(packs_of_rules(scenario)[1:]) == {"russia"}


def test_a_rule_as_strict_is_not_added_again_and_a_looser_one_is_told() -> None:
    same = lawful(rules=[{"kind": "weekly_rest", "minutes": "42h"}])
    assert len(rules_of(same, "weekly_rest")) == 1
    stricter = lawful(rules=[{"kind": "weekly_rest", "minutes": "48h"}])
    assert len(rules_of(stricter, "weekly_rest")) == 1
    assert said(rules=[{"kind": "weekly_rest", "minutes": "48h"}]) == []
    looser = lawful(rules=[{"kind": "weekly_rest", "minutes": "24h"}])
    assert [rule.minutes for rule in rules_of(looser, "weekly_rest")] == [24 * 60, 42 * 60]  # type: ignore[attr-defined]
    ((path, en, ru),) = said(rules=[{"kind": "weekly_rest", "minutes": "24h"}])
    assert path == ("rules", 0)
    for number, text in (("24 h", en), ("42 h", en), ("24 ч", ru), ("42 ч", ru), ("ст. 110 ТК РФ", ru)):
        assert number in text


@given(hours=st.integers(1, 143))
def test_the_stricter_of_two_always_counts(hours: int) -> None:
    scenario = lawful(rules=[{"kind": "weekly_rest", "minutes": f"{hours}h"}])
    strictest = max(rule.minutes for rule in rules_of(scenario, "weekly_rest"))  # type: ignore[attr-defined]
    assert strictest == max(hours, 42) * 60
    assert bool(said(rules=[{"kind": "weekly_rest", "minutes": f"{hours}h"}])) == (hours < 42)


def test_a_stricter_rule_for_some_does_not_replace_the_laws_for_all() -> None:
    some = {"kind": "weekly_rest", "minutes": "48h", "agents": ["a"]}
    assert len(rules_of(lawful(rules=[some]), "weekly_rest")) == 2
    wish = {"kind": "weekly_rest", "minutes": "48h", "price": 10}
    assert len(rules_of(lawful(rules=[wish]), "weekly_rest")) == 2


def test_a_rule_for_all_is_not_looser_than_a_line_for_the_young() -> None:
    young = {"birth_date": "2009-01-01"}
    own = {"kind": "max_weekly_minutes", "minutes": "38h"}
    assert said(agent=young, rules=[own]) == []
    ((path, en, _),) = said(agent=young, rules=[{**own, "agents": ["a"]}])
    assert path == ("rules", 0)
    assert "35 h" in en


def test_laying_the_law_over_twice_changes_nothing() -> None:
    once = lawful(agent={"night_work": "barred", "birth_date": "2009-01-01"})
    twice, more = under_law(once)
    assert twice == once
    assert more == ()


def test_a_contract_longer_than_the_week_of_the_law_is_told() -> None:
    ((path, en, ru),) = said(contract={"weekly_minutes": "45h"})
    assert path == ("contracts", 0, "weekly_minutes")
    assert "45 h" in en
    assert "40 h" in en
    assert "45 ч" in ru
    assert said(contract={"weekly_minutes": "40h"}) == []
    assert said(contract={"weekly_minutes": "45h", "overtime_allowed": True}) == []


def test_terms_left_out_take_the_laws_value() -> None:
    scenario = lawful("kazakhstan")
    assert scenario.pay.night_premium == Decimal("0.5")
    assert scenario.pay.overtime_later_premium == Decimal("0.5")
    assert scenario.holidays.country == "KZ"
    germany = lawful("germany")
    assert germany.pay.night_premium == Decimal("0.25")
    assert germany.pay.holiday_premium == 0
    assert lawful("russia").pay.overtime_base == "with_allowances"
    assert not lawful("russia").pay.overtime_on_holidays


def test_terms_below_the_law_are_raised_and_told_and_better_ones_stay() -> None:
    scenario = lawful(pay={"night_premium": "0.1", "holiday_premium": "2"})
    assert (scenario.pay.night_premium, scenario.pay.holiday_premium) == (Decimal("0.20"), Decimal(2))
    ((path, en, ru),) = said(pay={"night_premium": "0.1", "holiday_premium": "2"})
    assert path == ("pay", "night_premium")
    assert "0.1" in en
    assert "at least 0.20" in en
    assert "не менее 0.20" in ru
    tiers = lawful(pay={"overtime_first_minutes": 240})
    assert tiers.pay.overtime_first_minutes == 120
    assert lawful(pay={"overtime_first_minutes": 60}).pay.overtime_first_minutes == 60


def test_a_night_that_does_not_hold_the_laws_is_widened() -> None:
    law = ClockSpan(start=22 * 60, end=6 * 60)
    assert lawful(night={"band": "23:00-06:00"}).night.band == law
    assert said(night={"band": "23:00-06:00"})[0][0] == ("night", "band")
    wide = ClockSpan(start=21 * 60, end=7 * 60)
    assert lawful(night={"band": "21:00-07:00"}).night.band == wide
    assert said(night={"band": "21:00-07:00"}) == []


def test_what_no_order_compares_stays_and_is_told() -> None:
    own = [{"per": "week", "after_minutes": "38h", "tiers": [{"premium": 1}]}]
    scenario = lawful("california", pay={"overtime": own})
    assert [terms.per for terms in scenario.pay.overtime] == ["week"]
    assert [path for path, _, _ in said("california", pay={"overtime": own})] == [("pay", "overtime")]
    assert [terms.per for terms in lawful("california").pay.overtime] == ["day", "seventh_day", "week"]


def test_lines_left_out_ask_nothing_and_are_told_every_time() -> None:
    pack = {"kind": "russia", "without": ["weekly_rest"]}
    assert rules_of(lawful(pack), "weekly_rest") == []
    ((path, en, _),) = said(pack)
    assert path == ("law_packs", 0, "without")
    assert "42 hours" in en
    assert len(law_findings(lawful(pack))) == 1


def test_facts_of_people_decide_whom_lines_bind() -> None:
    plain = {rule.kind for rule in lawful().rules}
    assert not {"no_night_work", "max_shift_minutes"} & plain
    barred = lawful(agent={"night_work": "barred"})
    assert [rule.agents for rule in rules_of(barred, "no_night_work")] == [()]  # the only one there is
    two = [
        {"id": "a", "contract": "standard", "night_work": "barred"},
        {"id": "b", "contract": "standard", "night_work": "consent_given"},
    ]
    assert [rule.agents for rule in rules_of(lawful(agents=two), "no_night_work")] == [("a",)]


@pytest.mark.parametrize(("birth", "bound"), [("2008-03-16", False), ("2008-03-17", True)])
def test_the_age_is_that_of_the_first_date(birth: str, bound: bool) -> None:
    assert bool(rules_of(lawful(agent={"birth_date": birth}), "no_night_work")) == bound


def test_hires_count_as_adults_who_have_not_opted_out() -> None:
    vacancies = [{"name": "operator", "contract": "standard", "max_hires": 2}]
    scenario = lawful("uk", agent={"opt_out": True}, vacancies=vacancies)
    assert [rule.agents for rule in rules_of(scenario, "average_weekly_minutes")] == [("operator",)]
    assert rules_of(lawful("uk", agent={"opt_out": True}), "average_weekly_minutes") == []


def test_an_average_begins_with_its_period_and_counts_what_was_worked_in_it() -> None:
    worked = [{"date": "2026-03-12", "start": "09:00", "length_minutes": "8h"}]
    pack = {"kind": "uk", "averaging_first_date": "2026-03-02"}
    facts = {"accounting_minutes": "80h", "worked_before": worked}
    (rule,) = rules_of(lawful(pack, agent=facts), "average_weekly_minutes")
    assert rule.since == dt.date(2026, 3, 2)  # type: ignore[attr-defined]
    assert rule.used_before_minutes == 72 * 60  # type: ignore[attr-defined]
    (fresh,) = rules_of(lawful("uk"), "average_weekly_minutes")
    assert fresh.since == dt.date(2026, 3, 16)  # type: ignore[attr-defined]


def test_leave_and_employment_shorten_the_norm() -> None:
    pack = {"kind": "russia", "accounting": "summed"}

    def norms(**facts: Any) -> list[int]:
        rules = rules_of(lawful(pack, agent=facts), "period_minutes")
        return [rule.max_minutes // 60 for rule in rules]  # type: ignore[attr-defined]

    assert norms() == [80]
    assert norms(leave=[{"first_date": "2026-03-16", "last_date": "2026-03-18"}]) == [56]
    twice = [
        {"first_date": "2026-03-16", "last_date": "2026-03-18"},
        {"first_date": "2026-03-18", "last_date": "2026-03-19"},
    ]
    assert norms(leave=twice) == [48]
    assert norms(first_day="2026-03-23") == [40]
    assert norms(first_day="2026-03-23", leave=twice) == [40]
    assert norms(accounting_minutes="30h") == [50]


def test_a_budget_of_the_year_begins_anew_on_its_first_day() -> None:
    scenario = lawful(
        {"kind": "russia", "unchanged_until": "2027-02-01"},
        first_date=dt.date(2026, 12, 21),
        days=28,
        agent={"overtime_minutes_this_year": "100h"},
        contract={"overtime_allowed": True},
    )
    old, new = rules_of(scenario, "overtime_budget")
    assert (old.used_before_minutes, old.valid_from, old.valid_to) == (6000, None, dt.date(2026, 12, 31))  # type: ignore[attr-defined]
    assert (new.used_before_minutes, new.valid_from, new.valid_to) == (0, dt.date(2027, 1, 1), None)  # type: ignore[attr-defined]


def test_of_two_packs_the_stricter_counts() -> None:
    scenario = under_law(desk("germany", law_packs=["eu", "germany"]))[0]
    assert len(rules_of(scenario, "min_rest")) == 1
    assert sorted(rule.minutes for rule in rules_of(scenario, "min_break")) == [15, 30, 45]  # type: ignore[attr-defined]
