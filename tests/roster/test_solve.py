"""Whole small desks: golden figures of the proof and the coverage, never one of many rosters."""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest

from models.agent import Agent, Leave, ShiftRequest, Vacancy
from models.contract import Contract
from models.pay_terms import PayTerms, Prices
from models.progress import Progress
from models.staffing_terms import StaffingTerms
from planner.audit import audit
from planner.pay.price import price
from planner.pay.tariff import make_tariff
from planner.roster.on_duty import coverage_of, on_duty_by_skills, on_shift_counts
from planner.roster.solve import SearchLimits, make_roster
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.min_rest import MinRest
from planner.rules.no_back_to_back_nights import NoBackToBackNights
from planner.rules.period_minutes import PeriodMinutes
from tests.roster.desks import (
    DAY,
    EVENING,
    HOURLY,
    MONDAY,
    NIGHT,
    Case,
    asks,
    backlog,
    calendar_of,
    desk,
    frame_of,
    live,
    pattern,
    pause,
    rostered,
)

REST = (MinRest(minutes=11 * 60), NoBackToBackNights(), MaxConsecutiveDays(days=5))


@dataclass(frozen=True)
class Golden:
    """What the plan of a case must come to; money in minor units."""

    objective: int
    pay: int
    understaffing: int
    overstaffing: int
    headcount: int
    required_hours: float
    scheduled_hours: float
    understaffed_hours: float
    deferred_short_hours: float = 0.0


def round_the_clock() -> Case:
    """A week, one person at any time, four people of 40 hours."""
    people = tuple(Agent(id=name, contract="crew") for name in ("ana", "bob", "cleo", "dan"))
    scenario = desk(days=7, agents=people, shift_patterns=(DAY, EVENING, NIGHT), rules=REST)
    return Case(scenario, asks(scenario, live(scenario, 1)))


def holiday_week() -> Case:
    """Nine to six around 12 June: a wish, a leave, a hire, and mail done between the calls."""
    friday = dt.date(2026, 6, 12)
    ana = Agent(
        id="ana",
        contract="crew",
        skills=("mail",),
        requests=(ShiftRequest(date=friday, wish="off", price=Decimal(900)),),
    )
    bob = Agent(id="bob", contract="crew", leave=(Leave(first_date=friday, last_date=friday),))
    scenario = desk(
        first_date=dt.date(2026, 6, 8),
        days=5,
        hours="mon-fri 09:00-18:00",
        agents=(ana, bob),
        vacancies=(Vacancy(name="op", contract="crew", max_hires=2, cost_per_head=Decimal(9000)),),
        shift_patterns=(pattern("Day", 9, 9, **{"break": pause(60, (180, 300))}),),
        rules=REST,
        prices=Prices(understaffed_hour=Decimal(1500), overstaffed_hour=Decimal(10)),
    )
    day = [90 if hour == 9 else 0 for hour in range(24)], [90 if hour == 14 else 0 for hour in range(24)]
    room = [45 if 9 <= hour < 18 else 0 for hour in range(24)]
    taken = [10 if 9 <= hour < 18 else 0 for hour in range(24)]
    mail = backlog(day[0] * 5, day[1] * 5, room * 5, taken * 5, skill="mail")
    return Case(scenario, asks(scenario, live(scenario, 2), mail))


def overtime_or_hire() -> Case:
    """Three long days in twenty-hour contracts: overtime is paid until a hire is cheaper."""
    part = Contract(
        name="crew",
        pay="salary",
        monthly_salary=Decimal(80_000),
        weekly_minutes=20 * 60,
        overtime_allowed=True,
    )
    scenario = desk(
        days=5,
        contracts=(part,),
        agents=(Agent(id="ana", contract="crew"), Agent(id="bob", contract="crew")),
        vacancies=(Vacancy(name="op", contract="crew", max_hires=3, cost_per_head=Decimal(3000)),),
        shift_patterns=(pattern("Long", 8, 12),),
        hours="mon-sun 08:00-20:00",
        pay=PayTerms(overtime_first_minutes=240),
        staffing=StaffingTerms(min_agents=2),
    )
    return Case(scenario, asks(scenario, live(scenario, 1)))


GOLDEN: dict[Callable[[], Case], Golden] = {
    round_the_clock: Golden(10_984_000, 6_784_000, 4_200_000, 0, 4, 160, 160, 14),
    # 18 h nobody takes the phone, and 50 minutes in Ana's breaks that calls take from her mail
    holiday_week: Golden(6_015_000, 3_200_000, 2_725_000, 0, 2, 90, 72, 18),
    overtime_or_hire: Golden(13_430_120, 13_430_120, 0, 0, 5, 120, 120, 0),
}


@pytest.mark.parametrize("make", GOLDEN, ids=lambda make: str(make.__name__))
def test_small_desks_come_to_their_figures(make: Callable[[], Case]) -> None:
    case = make()
    answer = rostered(case.scenario, case.requirement)
    on_shift = on_shift_counts(case.scenario.horizon, answer.roster)
    present = on_duty_by_skills(case.scenario.horizon, answer.roster)
    coverage = coverage_of(
        case.scenario.horizon,
        present,
        case.requirement,
        case.scenario.staffing,
        on_shift,
        answer.deferred_short_minutes,
    )
    assert answer.proof.status == "optimal"
    assert answer.proof.bound_minor == answer.proof.objective_minor
    found = Golden(
        answer.proof.objective_minor,
        price(case.scenario, calendar_of(case.scenario), answer.roster).total_minor,
        answer.parts.understaffing_minor,
        answer.parts.overstaffing_minor,
        answer.roster.headcount,
        coverage.required_hours,
        coverage.scheduled_hours,
        coverage.understaffed_hours,
        coverage.deferred_short_hours,
    )
    assert found == GOLDEN[make]
    findings = audit(case.scenario, answer.roster, case.requirement.open_intervals)
    assert not [one for one in findings if one.hard]


def test_the_same_seed_gives_the_same_roster() -> None:
    case = round_the_clock()
    first, second = (rostered(case.scenario, case.requirement) for _ in range(2))
    assert first.roster == second.roster
    assert first.proof.objective_minor == second.proof.objective_minor


def test_a_desk_without_anyone_is_priced() -> None:
    scenario = desk(days=1, agents=(), prices=Prices(understaffed_hour=Decimal(10)))
    answer = rostered(scenario, asks(scenario, live(scenario, 3)))
    assert answer.proof.status == "optimal"
    assert answer.proof.objective_minor == 3 * 16 * 1000
    assert answer.roster.tours == ()


def test_nothing_asked_and_nobody_there_costs_nothing() -> None:
    scenario = desk(days=1, agents=())
    answer = rostered(scenario, asks(scenario))
    assert (answer.proof.status, answer.proof.objective_minor) == ("optimal", 0)


def test_a_vacancy_without_a_legal_tour_is_filled_by_nobody_unless_it_must_be() -> None:
    rule = MinRest(minutes=11 * 60)
    nights_only = Contract(
        name="nights", hourly_rate=Decimal(1), shift_patterns=("Night",), weekly_minutes=60
    )
    for least, status in ((0, "optimal"), (1, "infeasible")):
        vacancy = Vacancy(name="op", contract="nights", min_hires=least, max_hires=2)
        scenario = desk(
            contracts=(HOURLY, nights_only),
            vacancies=(vacancy,),
            rules=(rule, PeriodMinutes(min_minutes=600, contracts=("nights",))),
        )
        answer = rostered(scenario, asks(scenario, live(scenario, 1)))
        assert answer.proof.status == status
        assert [tour.agent.agent for tour in answer.roster.tours] == ["ana"]
        assert bool(answer.reasons) == (status == "infeasible")


def test_interrupting_gives_the_best_roster_so_far_with_its_bound() -> None:
    case = round_the_clock()
    stop = threading.Event()
    heard: list[Progress] = []

    def listen(news: Progress) -> None:
        heard.append(news)
        stop.set()

    tariff = make_tariff(case.scenario, calendar_of(case.scenario))
    limits = SearchLimits(seconds=60, stop=stop)
    frame = frame_of(case.scenario, case.requirement)
    answer = make_roster(case.scenario, frame, case.requirement, tariff, limits, listen)
    assert answer.proof.stop == "interrupted"
    assert answer.proof.status == "feasible"
    assert 0 <= answer.proof.bound_minor < answer.proof.objective_minor
    assert heard[0].stage == "networks"
    assert answer.roster.headcount == 4
    findings = audit(case.scenario, answer.roster, case.requirement.open_intervals)
    assert not [one for one in findings if one.hard]


def test_tours_stand_in_order_of_people_named_before_hired() -> None:
    people = tuple(Agent(id=name, contract="crew") for name in ("zoe", "ana"))
    vacancy = Vacancy(name="op", contract="crew", min_hires=2, max_hires=2)
    scenario = desk(agents=people, vacancies=(vacancy,), first_date=MONDAY)
    answer = rostered(scenario, asks(scenario, live(scenario, 1)))
    assert [tour.agent.agent for tour in answer.roster.tours] == ["ana", "zoe", "op-01", "op-02"]
