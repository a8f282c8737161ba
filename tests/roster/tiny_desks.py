"""Desks small enough to try every roster of, drawn at random with all that a scenario may say."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from models.agent import Agent, FixedShift, Leave, ShiftRequest, Vacancy, WorkedShift
from models.contract import Contract
from models.pay_terms import PayTerms, Prices
from models.ramp_up import RampUpStep
from models.requirement import BacklogNeed, LiveNeed
from models.rule import Rule
from models.scenario import Scenario
from models.staffing_terms import StaffingTerms
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.max_nights import MaxNights
from planner.rules.min_rest import MinRest
from planner.rules.min_staff import MinStaff
from planner.rules.no_back_to_back_nights import NoBackToBackNights
from planner.rules.period_minutes import PeriodMinutes
from planner.rules.skill_mix import SkillMix
from planner.rules.weekends_off import WeekendsOff
from tests.pay.random_terms import pay_terms
from tests.roster.desks import MONDAY, Case, asks, backlog, desk, live, opened, pattern, pause

#: Monday; the eve of a public holiday in Russia; the nights the clocks change in Berlin.
BEGINNINGS = (
    (MONDAY, "Europe/Moscow"),
    (dt.date(2026, 6, 11), "Europe/Moscow"),
    (dt.date(2026, 3, 28), "Europe/Berlin"),
    (dt.date(2026, 10, 24), "Europe/Berlin"),
)
HOURS = ("24/7", "mon-sun 08:00-20:00", "mon-fri 09:00-18:00", "mon-sun 18:00-06:00")
PATTERNS = (
    pattern("Day", 8, 9, **{"break": pause(60, (180, 300))}),
    pattern("Long", 8, 12, **{"break": pause(60, (240,), paid=True)}),
    pattern("Evening", 14, 8),
    pattern("Night", 20, 12),
    pattern("Either", 9, 6, starts=(9 * 60, 18 * 60)),
)
RULES: tuple[Rule, ...] = (
    MinRest(minutes=11 * 60),
    MaxConsecutiveDays(days=1),
    NoBackToBackNights(),
    MaxNights(nights=1),
    WeekendsOff(max_worked=0),
    PeriodMinutes(min_minutes=8 * 60, agents=("ana",)),
    MinStaff(minimum=1, hours="10:00-12:00", price=Decimal("333.33")),
    MinStaff(minimum=1, skill="mail", hours="20:00-23:00", price=Decimal(777)),
    SkillMix(skill="mail", of_every=2, price=Decimal(150)),
)
CONTRACTS = (
    Contract(name="crew", hourly_rate=Decimal("401.50"), cost_per_head=Decimal(1000)),
    Contract(name="crew", hourly_rate=Decimal(400), weekly_minutes=10 * 60, overtime_allowed=True),
    Contract(
        name="crew",
        pay="salary",
        monthly_salary=Decimal("61237.77"),
        weekly_minutes=12 * 60,
        overtime_allowed=True,
    ),
    Contract(name="crew", hourly_rate=Decimal(400), shift_patterns=("Day", "Night", "Either")),
)
ODD_PAY = PayTerms(overtime_first_minutes=97, overtime_later_premium=Decimal("1.193"))
STAFFING = st.sampled_from(
    [
        StaffingTerms(min_agents=least, break_cover=cover)
        for least, cover in ((0, None), (1, None), (1, 0), (2, 0), (2, 1))
    ]
)
SKILLS = ((), ("mail",), ("phone",), ("mail", "phone"))


@st.composite
def cases(draw: st.DrawFn, *, rules: tuple[Rule, ...] = RULES, with_newcomers: bool = False) -> Case:
    """Two or three days; one person on the longer ones, at most two on the shorter."""
    first_date, zone = draw(st.sampled_from(BEGINNINGS))
    people = draw(st.integers(1, 2))
    days = 2 if people == 2 else draw(st.integers(2, 3))
    dates = [first_date + dt.timedelta(days=day) for day in range(days)]
    patterns = draw(st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=2, unique_by=lambda p: p.name))
    hired = draw(st.integers(0, people))
    names = ("ana", "bob")[: people - hired]
    scenario = desk(
        first_date=first_date,
        zone=zone,
        days=days,
        hours=draw(st.sampled_from(HOURS)),
        shift_patterns=tuple(patterns),
        contracts=(draw(st.sampled_from(CONTRACTS)),),
        agents=tuple(draw(_agents(name, dates, patterns[0].name)) for name in names),
        vacancies=(draw(_vacancies(hired)),) if hired else (),
        rules=tuple(
            rule.model_copy(update={"agents": ()}) if "ana" not in names and rule.agents else rule
            for rule in draw(st.lists(st.sampled_from(rules), max_size=3, unique_by=str))
        ),
        staffing=draw(STAFFING),
        pay=draw(st.just(ODD_PAY) | pay_terms(most_minutes=1200)),
        prices=Prices(
            understaffed_hour=draw(st.sampled_from((Decimal(0), Decimal("333.35"), Decimal(3000)))),
            overstaffed_hour=draw(st.sampled_from((Decimal(0), Decimal("50.55")))),
        ),
    )
    if with_newcomers:
        scenario = draw(_unequal(scenario))
    return Case(scenario, asks(scenario, *draw(_needs(scenario))))


@st.composite
def _unequal(draw: st.DrawFn, scenario: Scenario) -> Scenario:
    """The same people, some of them slower or faster than others, at first or for good."""
    first = scenario.period.first_date
    shares = st.sampled_from([Decimal(text) for text in ("0.25", "0.5", "0.6", "0.75", "1", "1.2", "1.5")])

    def ramp_up() -> dict[str, Any]:
        # a step ends within the period, or a week's step began before it
        begins = first + dt.timedelta(days=draw(st.sampled_from((-8, -7, -6, -1, 0))))
        steps = draw(st.lists(shares, min_size=1, max_size=2))
        own = {"ramp_up": tuple(RampUpStep(weeks=1, productivity=one) for one in steps), "first_day": begins}
        return {**own, "productivity": draw(st.none() | shares)}

    def changed(person: Any) -> Any:
        kind = draw(st.sampled_from(("ramp", "ramp", "share", "grade", "none")))
        own = ramp_up() if kind == "ramp" else {}
        if kind == "share":
            own = {"productivity": draw(shares)}
        return person.model_copy(update={**own, "grade": "newcomer"} if kind == "grade" else own)

    staffing = scenario.staffing.model_copy(update={"grade_productivity": {"newcomer": draw(shares)}})
    return scenario.model_copy(
        update={
            "agents": tuple(changed(one) for one in scenario.agents),
            "vacancies": tuple(changed(one) for one in scenario.vacancies),
            "staffing": staffing,
        }
    )


@st.composite
def _agents(draw: st.DrawFn, name: str, dates: list[dt.date], some_pattern: str) -> Agent:
    more: dict[str, Any] = {}
    day, other = draw(st.permutations(dates))[:2]
    if draw(st.integers(0, 4)) == 0:
        more["leave"] = (Leave(first_date=day, last_date=day),)
    if draw(st.integers(0, 4)) == 0:
        fixed = FixedShift(date=other, off=True)
        more["fixed_shifts"] = (draw(st.sampled_from([fixed, FixedShift(date=other, pattern=some_pattern)])),)
    if draw(st.booleans()):
        wish = draw(st.sampled_from(["on", "off"]))
        kind = draw(st.sampled_from([None, some_pattern]))
        more["requests"] = (ShiftRequest(date=day, wish=wish, pattern=kind, price=Decimal("1234.56")),)
    if draw(st.booleans()):
        before = dates[0] - dt.timedelta(days=1)
        more["worked_before"] = (WorkedShift(date=before, start=20 * 60, length_minutes=12 * 60),)
    return Agent(id=name, contract="crew", skills=draw(st.sampled_from(SKILLS)), **more)


@st.composite
def _vacancies(draw: st.DrawFn, most: int) -> Vacancy:
    return Vacancy(
        name="hire",
        contract="crew",
        skills=draw(st.sampled_from(SKILLS)),
        max_hires=most,
        min_hires=draw(st.integers(0, most)),
        cost_per_head=draw(st.sampled_from((Decimal(0), Decimal("777.77"), Decimal(20_000)))),
    )


@st.composite
def _needs(draw: st.DrawFn, scenario: Scenario) -> list[LiveNeed | BacklogNeed]:
    needs: list[LiveNeed | BacklogNeed] = []
    for pool in draw(st.lists(st.sampled_from(("phone", "chat", "sales")), max_size=3, unique=True)):
        skill = draw(st.sampled_from((None, "phone", "mail")))
        hours = draw(st.lists(st.integers(0, 2), min_size=6, max_size=6))
        wanted = [hours[i // 4 % 6] for i in range(scenario.horizon.intervals)]
        needs.append(live(scenario, wanted, pool, skill))
    if draw(st.booleans()):
        skills = [draw(st.sampled_from((None, "mail", "phone"))) for _ in range(2)]
        needs += [draw(_backlogs(scenario, *one)) for one in zip(("mail", "forms"), skills, strict=True)]
    return needs


@st.composite
def _backlogs(draw: st.DrawFn, scenario: Scenario, channel: str, skill: str | None) -> BacklogNeed:
    """A few pieces of work with a deadline some hours off, forty minutes an hour to do it in."""
    intervals = scenario.horizon.intervals
    arrivals, dues = [0] * intervals, [0] * intervals
    wait = draw(st.integers(1, 20))
    for _ in range(draw(st.integers(0, 3))):
        arrival, minutes = draw(st.integers(0, intervals - 1)), draw(st.integers(1, 90))
        arrivals[arrival] += minutes
        if arrival + wait < intervals:
            dues[arrival + wait] += minutes
    room = [40 if is_open else 0 for is_open in opened(scenario)]
    taken = [6 if is_open and i % 3 == 0 else 0 for i, is_open in enumerate(opened(scenario))]
    return backlog(arrivals, dues, room, taken, channel=channel, skill=skill)
