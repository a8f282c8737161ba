"""Which rules bind whom."""

import datetime as dt
from typing import Any

import pytest

from models.agent import Agent, Vacancy
from models.contract import Contract
from models.desk import Desk, Period
from models.opening import Opening
from models.pay_terms import Prices
from models.rule import Rule
from models.scenario import Scenario
from models.staffing_terms import StaffingTerms
from models.tour import RosterAgent
from planner.rules.bound import coverage_rules, tour_rules
from planner.rules.days_off import DaysOff
from planner.rules.max_weekly_minutes import MaxWeeklyMinutes
from planner.rules.min_rest import MinRest
from planner.rules.min_staff import MinStaff
from planner.rules.shift_request import ShiftRequest

FIRST, LAST = dt.date(2026, 6, 1), dt.date(2026, 6, 28)
FREE = Contract(name="free", hourly_rate=1, overtime_allowed=True)
STRICT = Contract(name="strict", hourly_rate=1, weekly_minutes=30 * 60)


def scenario_with(*rules: Rule, **more: Any) -> Scenario:
    """Four weeks with rules; nothing else matters here."""
    return Scenario.model_construct(
        name="bound",
        desk=Desk(name="desk", zone="Europe/Moscow", currency="RUB"),
        period=Period(first_date=FIRST, days=28),
        opening=Opening.model_validate("24/7"),
        contracts=(FREE, STRICT),
        shift_patterns=(),
        vacancies=(Vacancy(name="nights", contract="free", max_hires=3),),
        rules=rules,
        **more,
    )


def person(name: str = "ana", contract: str = "free", vacancy: str | None = None) -> RosterAgent:
    return RosterAgent(name, name, contract, vacancy=vacancy)


REST = {"minutes": "11h"}


@pytest.mark.parametrize(
    ("fields", "agent", "binds"),
    [
        ({}, person(), True),
        ({"agents": ["ana"]}, person(), True),
        ({"agents": ["boris"]}, person(), False),
        ({"contracts": ["free"]}, person(), True),
        ({"contracts": ["strict"]}, person(), False),
        ({"agents": ["boris"], "contracts": ["free"]}, person(), True),
        ({"agents": ["nights"]}, person("nights-1", vacancy="nights"), True),
        ({"agents": ["days"]}, person("nights-1", vacancy="nights"), False),
        ({"valid_from": FIRST, "valid_to": LAST}, person(), True),
        ({"valid_from": LAST + dt.timedelta(days=1)}, person(), False),
        ({"valid_to": FIRST - dt.timedelta(days=1)}, person(), False),
    ],
)
def test_a_common_rule_binds_whom_and_when_it_says(
    fields: dict[str, object], agent: RosterAgent, binds: bool
) -> None:
    rule = MinRest.model_validate({**REST, **fields})
    assert tour_rules(scenario_with(rule), agent, None) == ((rule,) if binds else ())


def test_a_contract_without_overtime_limits_the_week() -> None:
    (rule,) = tour_rules(scenario_with(), person(contract="strict"), None)
    assert rule == MaxWeeklyMinutes(minutes=30 * 60, source="contract strict")
    assert tour_rules(scenario_with(), person(contract="free"), None) == ()


def test_what_stands_with_an_agent_becomes_rules() -> None:
    spec = Agent.model_validate(
        {
            "id": "ana",
            "contract": "free",
            "availability": {"mon": ["08:00-20:00"]},
            "leave": [{"first_date": FIRST, "last_date": LAST, "kind": "sick"}],
            "fixed_shifts": [
                {"date": FIRST, "pattern": "late", "start": "14:00"},
                {"date": LAST, "off": True},
            ],
            "requests": [{"date": LAST, "wish": "off", "pattern": "late", "price": "12.50"}],
        }
    )
    hours, leave, late, off, wish = tour_rules(scenario_with(), person(), spec)
    assert hours.explain().en == "Available: mon 08:00-20:00."
    assert leave == DaysOff(first_date=FIRST, last_date=LAST, reason="sick")
    assert late.explain().en == "2026-06-01 is settled: late at 14:00."
    assert off.explain().en == "2026-06-28 is settled: a day off."
    assert wish == ShiftRequest.model_validate(
        {"date": LAST, "wish": "off", "pattern": "late", "price": "12.50"}
    )


def test_people_alike_have_equal_rules_that_can_be_hashed() -> None:
    leave = [{"first_date": FIRST, "last_date": FIRST}]
    hours = {"mon": ["00:00-24:00"], "tue": ["08:00-20:00"]}
    both = [
        tour_rules(
            scenario_with(),
            person(name, "strict"),
            Agent.model_validate({"id": name, "contract": "strict", "leave": leave, "availability": week}),
        )
        for name, week in (("ana", hours), ("boris", dict(reversed(hours.items()))))
    ]
    assert both[0] == both[1]
    assert len(set(both)) == 1


@pytest.mark.parametrize(("hard", "price"), [(True, None), (False, 700)])
def test_the_minimum_of_agents_is_a_rule_of_the_desk(hard: bool, price: int | None) -> None:
    scenario = scenario_with(
        staffing=StaffingTerms(min_agents=2), prices=Prices(understaffed_hour=700, hard_coverage=hard)
    )
    assert coverage_rules(scenario) == (MinStaff(minimum=2, price=price),)


@pytest.mark.parametrize(
    ("cover", "minima"), [(None, [(2, False)]), (1, [(1, False), (2, True)]), (0, [(2, True)])]
)
def test_breaks_of_the_minimum_are_covered_by_fewer(
    cover: int | None, minima: list[tuple[int, bool]]
) -> None:
    scenario = scenario_with(
        staffing=StaffingTerms(min_agents=2, break_cover=cover), prices=Prices(understaffed_hour=700)
    )
    assert coverage_rules(scenario) == tuple(
        MinStaff(minimum=least, price=700, count_breaks=breaks) for least, breaks in minima
    )


def test_coverage_rules_keep_to_their_dates_and_to_themselves() -> None:
    kept, late = MinStaff(minimum=1), MinStaff(minimum=3, valid_from=LAST + dt.timedelta(days=1))
    scenario = scenario_with(kept, late, MinRest(minutes=60))
    assert coverage_rules(scenario) == (kept,)
    assert tour_rules(scenario, person(), None) == (MinRest(minutes=60),)


def test_a_rule_about_a_tour_may_hold_during_a_part_of_the_period() -> None:
    day = dt.timedelta(days=1)
    late, early = MinRest(minutes=60, valid_from=LAST), MinRest(minutes=60, valid_to=FIRST)
    scenario = scenario_with(
        late,
        MinRest(minutes=60, valid_from=LAST + day),
        MinRest(minutes=60, valid_to=FIRST - day),
        early,
    )
    assert tour_rules(scenario, person(), None) == (late, early)


def test_so_may_a_rule_about_the_desk() -> None:
    part, before = MinStaff(minimum=1, valid_to=FIRST), MinStaff(minimum=1, valid_to=dt.date(2026, 5, 31))
    assert coverage_rules(scenario_with(part, before)) == (part,)


def test_unknown_names_are_no_matter_here() -> None:
    rule = MinRest.model_validate({**REST, "agents": ["nobody"], "contracts": ["none"]})
    assert tour_rules(scenario_with(rule), person(), None) == ()


def test_nobody_works_before_they_join_or_after_they_leave() -> None:
    """A newcomer's days before the first, and a leaver's after the last up to the period's morrow."""
    joins = Agent(id="ana", contract="free", first_day=dt.date(2026, 6, 3))
    leaves = Agent(id="bob", contract="free", last_day=dt.date(2026, 6, 5))
    hires = Vacancy(name="op", contract="free", max_hires=1, first_day=dt.date(2026, 6, 2))
    period = Period(first_date=dt.date(2026, 6, 1), days=7)
    scenario = scenario_with().model_copy(
        update={"agents": (joins, leaves), "vacancies": (hires,), "period": period}
    )
    spans = {
        name: [(rule.first_date.day, rule.last_date.day) for rule in rules if isinstance(rule, DaysOff)]
        for name, rules in (
            ("ana", tour_rules(scenario, person("ana", contract="free"), joins)),
            ("bob", tour_rules(scenario, person("bob", contract="free"), leaves)),
            ("op-01", tour_rules(scenario, person("op-01", contract="free", vacancy="op"), None)),
        )
    }
    assert spans == {"ana": [(1, 2)], "bob": [(6, 8)], "op-01": [(1, 1)]}
