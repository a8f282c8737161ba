import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from models.agent import Agent, Leave, ShiftRequest, Vacancy, WorkedShift
from models.contract import Contract
from models.rule import Rule
from models.tour import RosterAgent
from planner.pay.tariff import make_tariff
from planner.roster.people import Crew, make_crews
from planner.rules.max_nights import MaxNights
from planner.rules.min_rest import MinRest
from planner.rules.period_minutes import PeriodMinutes
from planner.rules.weekends_off import WeekendsOff
from tests.roster.desks import HOURLY, MONDAY, asks, calendar_of, desk, frame_of

PART_TIME = Contract(name="part", hourly_rate=Decimal(400))


def crews_of(*agents: Agent, **more: Any) -> tuple[Crew, ...]:
    scenario = desk(agents=agents, contracts=(HOURLY, PART_TIME), rules=(MinRest(minutes=660),), **more)
    tariff = make_tariff(scenario, calendar_of(scenario))
    return make_crews(scenario, frame_of(scenario, asks(scenario)), tariff)


def names(crews: tuple[Crew, ...]) -> list[list[str]]:
    return [[agent.agent for agent in crew.agents] for crew in crews]


def test_people_alike_in_everything_are_one_crew() -> None:
    crews = crews_of(Agent(id="ana", contract="crew", name="Ana"), Agent(id="bob", contract="crew"))
    assert names(crews) == [["ana", "bob"]]
    assert crews[0].bounds == (2, 2)
    assert [crews[0].member(n).name for n in (0, 1)] == ["Ana", "bob"]


AWAY = Leave(first_date=MONDAY, last_date=MONDAY)
WISH = ShiftRequest(date=MONDAY, wish="off", price=Decimal(5))
#: A short shift long before the period: no rule remembers it, yet plans carry it.
LONG_AGO = WorkedShift(date=MONDAY - dt.timedelta(days=20), start=480, length_minutes=60)


@pytest.mark.parametrize(
    "difference",
    [
        {"leave": (AWAY,)},
        {"requests": (WISH,)},
        {"skills": ("mail",)},
        {"contract": "part"},
        {"worked_before": (LONG_AGO,)},
    ],
    ids=lambda difference: next(iter(difference)),
)
def test_any_difference_makes_another_crew(difference: dict[str, Any]) -> None:
    ana = Agent(id="ana", contract="crew")
    other = Agent(id="bob", **{"contract": "crew", **difference})
    assert names(crews_of(ana, other, Agent(id="cleo", contract="crew"))) == [["ana", "cleo"], ["bob"]]
    alike = Agent(id="dan", **{"contract": "crew", **difference})
    assert names(crews_of(other, alike)) == [["bob", "dan"]]


def test_a_rule_that_binds_one_person_sets_them_apart() -> None:
    agents = (Agent(id="ana", contract="crew"), Agent(id="bob", contract="crew"))
    scenario = desk(agents=agents, rules=(MaxNights(nights=1, agents=("bob",)),))
    tariff = make_tariff(scenario, calendar_of(scenario))
    crews = make_crews(scenario, frame_of(scenario, asks(scenario)), tariff)
    assert names(crews) == [["ana"], ["bob"]]


def counted(*rules: Rule, **more: Any) -> tuple[Crew, ...]:
    agents = (Agent(id="ana", contract="crew"), Agent(id="bob", contract="crew", **more))
    scenario = desk(agents=agents, rules=rules)
    return make_crews(
        scenario, frame_of(scenario, asks(scenario)), make_tariff(scenario, calendar_of(scenario))
    )


def test_totals_over_the_period_are_counted() -> None:
    rules = (MaxNights(nights=2), WeekendsOff(max_worked=1), MinRest(minutes=660))
    (crew,) = counted(*rules, PeriodMinutes(max_minutes=2400))
    assert [(one.rule.kind, one.lower, one.upper) for one in crew.counters] == [
        ("max_nights", 0, 2),
        ("weekends_off", 0, 1),
        ("period_minutes", 0, 2400),
    ]
    (without,) = counted(MinRest(minutes=660))
    assert [one.key for one in crew.automata] == [one.key for one in without.automata]


def test_a_rolling_window_is_no_total() -> None:
    (crew,) = counted(MaxNights(nights=2, window_days=7))
    assert crew.counters == ()


def test_bounds_set_people_apart_but_their_counters_count_alike() -> None:
    common = PeriodMinutes(max_minutes=2400)
    one, other = counted(common, PeriodMinutes(min_minutes=600, agents=("bob",)))
    assert [(c.lower, c.upper) for crew in (one, other) for c in crew.counters] == [(0, 2400), (600, 2400)]
    assert one.counters[0].key == other.counters[0].key
    past = WorkedShift(date=MONDAY - dt.timedelta(days=1), start=8 * 60, length_minutes=480)
    since = PeriodMinutes(max_minutes=2400, since=MONDAY - dt.timedelta(days=7))
    rested, tired = counted(since, worked_before=(past,))
    assert [c.upper for crew in (rested, tired) for c in crew.counters] == [2400, 1920]
    assert rested.counters[0].key == tired.counters[0].key


def test_weekends_of_other_days_are_counted_apart() -> None:
    (crew,) = counted(WeekendsOff(max_worked=1), WeekendsOff(max_worked=1, days=("fri",)))
    assert len({one.key for one in crew.counters}) == 2


def test_an_excess_before_the_period_leaves_the_word_to_the_automaton() -> None:
    past = WorkedShift(date=MONDAY - dt.timedelta(days=1), start=8 * 60, length_minutes=480)
    since = PeriodMinutes(max_minutes=60, since=MONDAY - dt.timedelta(days=7))
    rested, tired = counted(since, worked_before=(past,))
    assert (len(rested.counters), len(tired.counters)) == (1, 0)
    assert len(tired.automata) == len(rested.automata) + 1


def test_agents_carry_their_past_and_identifiers() -> None:
    past = WorkedShift(date=MONDAY - dt.timedelta(days=1), start=20 * 60, length_minutes=720)
    (crew,) = crews_of(Agent(id="ana", contract="crew", worked_before=(past,), external_ids={"zendesk": "1"}))
    assert [(s.day, s.start_minute, s.end_minute) for s in crew.sample.history] == [(-1, -240, 480)]
    assert crew.sample.external_ids == {"zendesk": "1"}


def test_hires_are_numbered_after_their_vacancy() -> None:
    vacancy = Vacancy(name="op", contract="crew", skills=("mail",), max_hires=3, min_hires=1)
    (crew,) = crews_of(vacancies=(vacancy,))
    assert crew.bounds == (1, 3)
    assert crew.member(1) == RosterAgent("op-02", "op-02", "crew", frozenset({"mail"}), "op")


def test_hires_stand_in_order_however_many() -> None:
    (crew,) = crews_of(vacancies=(Vacancy(name="op", contract="crew", max_hires=300),))
    numbered = [crew.member(number).agent for number in range(300)]
    assert numbered == sorted(numbered)
    assert (numbered[0], numbered[-1]) == ("op-001", "op-300")


def test_a_vacancy_nobody_may_fill_is_no_crew() -> None:
    assert crews_of(vacancies=(Vacancy(name="op", contract="crew", max_hires=0),)) == ()
