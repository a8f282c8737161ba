"""What the search pays is what payroll pays, to the minor unit."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.agent import Agent, Leave, Vacancy
from models.contract import Contract
from models.cost import COMPONENTS, PayLine
from models.money import minor_per_unit
from models.pay_terms import PayTerms
from models.scenario import Scenario
from models.shift import Shift
from models.tour import Tour
from planner.pay import make_tariff, price
from planner.pay.rounding import to_whole_minor
from tests.pay.random_terms import pay_terms
from tests.pay.searched import searched_minor
from tests.pay.worlds import HOURLY, SALARY, calendar_of, roster_of, scenario_of, shift_of, tour_of

CALENDAR = calendar_of(d0326="short", d0328="holiday", d0401="holiday", d0611="short", d0612="holiday")
ODD_TERMS = PayTerms(
    night_premium=Decimal("0.2123"),
    holiday_premium=Decimal("0.777"),
    overtime_premium=Decimal("0.371"),
    overtime_first_minutes=97,
    overtime_later_premium=Decimal("1.193"),
)
HIRES = Vacancy(name="hires", contract="crew", max_hires=2, cost_per_head=Decimal("7777.77"))
CLOCK_CHANGES = dt.date(2026, 3, 26)


@pytest.mark.parametrize("contract", [HOURLY, SALARY], ids=["hourly", "salary"])
@pytest.mark.parametrize(
    ("first_date", "zone"),
    [(CLOCK_CHANGES, "Europe/Berlin"), (dt.date(2026, 6, 10), "Europe/Moscow")],
    ids=["clock change", "holiday"],
)
def test_every_tour_of_a_short_horizon(contract: Contract, first_date: dt.date, zone: str) -> None:
    """All 3^6 tours across a weekend, 30 hours a week, with a shift before the period."""
    short = contract.model_copy(update={"weekly_minutes": 30 * 60})
    scenario = scenario_of(short, first_date=first_date, days=6, zone=zone, terms=ODD_TERMS)
    horizon, tariff = scenario.horizon, make_tariff(scenario, CALENDAR)
    past = (shift_of(horizon, -1, 9, 11),)
    choices = [
        (
            None,
            shift_of(horizon, day, 8, 11, pause=(200, 37)),
            shift_of(horizon, day, 20, 12, pause=(300, 30)),
        )
        for day in range(horizon.days)
    ]
    with_overtime = 0
    for shifts in product(*choices):
        tour = tour_of(scenario, {shift.day: shift for shift in shifts if shift}, history=past)
        cost = price(scenario, CALENDAR, roster_of(tour))
        assert searched_minor(scenario, tariff, tour) == cost.total_minor
        with_overtime += cost.overtime_minor > 0
    assert with_overtime > 100


@st.composite
def tours(draw: st.DrawFn, scenario: Scenario, agent: str) -> Tour:
    def some_shift(day: int) -> Shift:
        pause = draw(st.none() | st.tuples(st.integers(0, 60), st.integers(1, 59)))
        kind = draw(st.sampled_from(["pause", "paid_pause", "split"]))
        start, hours = draw(st.integers(0, 23)), draw(st.integers(2, 16))
        return shift_of(scenario.horizon, day, start, hours, **{kind: pause})

    worked = draw(st.sets(st.integers(0, scenario.period.days - 1)))
    past = draw(st.sets(st.integers(-7, -1)))
    return tour_of(
        scenario,
        {day: some_shift(day) for day in worked},
        history=tuple(some_shift(day) for day in sorted(past)),
        agent=agent,
        vacancy=draw(st.sampled_from([None, "hires"])),
    )


@st.composite
def people(draw: st.DrawFn, name: str) -> Agent:
    """Somebody who may join, leave, be away, and have been paid and worked before."""
    first, last = (
        draw(st.none() | st.just(dt.date(2026, 6, 8))),
        draw(st.none() | st.just(dt.date(2026, 10, 27))),
    )
    day = draw(st.sampled_from([dt.date(2026, 3, 27), dt.date(2026, 6, 11), dt.date(2026, 10, 21)]))
    kind = draw(st.sampled_from(["vacation", "unpaid"]))
    return Agent(
        id=name,
        contract="crew",
        first_day=first,
        last_day=last,
        leave=draw(
            st.sampled_from([(), (Leave(first_date=day, last_date=day + dt.timedelta(2), kind=kind),)])
        ),
        paid_this_year=draw(
            st.sampled_from([Decimal(0), Decimal(4999), Decimal("23000.01"), Decimal(99999)])
        ),
        accounting_minutes=draw(st.none() | st.integers(0, 6000)),
        average_daily_pay=draw(st.sampled_from([None, None, Decimal("1234.57")])),
    )


def assert_says_how_it_came_about(line: PayLine, scale: int, pay: str) -> None:
    """An accountant finds the amount from what else the line says, but for the rounding it states."""
    if line.minutes is None:
        if line.share is not None and line.basis_minor is not None:
            assert to_whole_minor(line.share * line.basis_minor) == line.amount_minor
        else:
            assert line.component == "per_head" or line.name.startswith("split")
        return
    assert line.rate_per_hour is not None
    amount = line.rate_per_hour * line.minutes / 60 * scale
    digits = Decimal(line.minutes) / 60 * scale / 20_000
    apart = 1 if line.component == "overtime" else Decimal("0.5")
    assert abs(amount - line.amount_minor) <= apart + digits + Decimal("0.0001")
    if line.share is not None:
        assert line.basis_minor is not None
        by_hour = abs(line.share * line.basis_minor - Fraction(line.rate_per_hour) * scale)
        # of a salary the overtime hour itself comes on top, at a rate that holds no allowance
        assert by_hour <= Fraction(scale, 20_000) or (line.component, pay) == ("overtime", "salary")


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_random_rosters(data: st.DataObject) -> None:
    contract = data.draw(st.sampled_from([HOURLY, SALARY]))
    scenario = scenario_of(
        contract.model_copy(update={"weekly_minutes": data.draw(st.integers(600, 2400))}),
        first_date=data.draw(st.sampled_from([CLOCK_CHANGES, dt.date(2026, 10, 20), dt.date(2026, 6, 5)])),
        days=data.draw(st.integers(1, 21)),
        zone=data.draw(st.sampled_from(["Europe/Berlin", "Europe/Moscow", "Australia/Lord_Howe"])),
        currency=data.draw(st.sampled_from(["RUB", "JPY", "KWD"])),
        terms=data.draw(st.sampled_from([PayTerms(), ODD_TERMS]) | pay_terms()),
        vacancies=(HIRES,),
        agents=(data.draw(people("ana")), data.draw(people("bob"))),
    )
    staff = [data.draw(tours(scenario, agent)) for agent in ("ana", "bob")]
    tariff = make_tariff(scenario, CALENDAR)
    cost = price(scenario, CALENDAR, roster_of(*staff))
    searched = sum(searched_minor(scenario, tariff, tour) for tour in staff)
    assert searched + cost.overhead_minor == cost.total_minor
    assert cost.overhead_minor == tariff.role_costs_minor(2, 2)[0]
    assert sum(line.amount_minor for line in cost.lines) == cost.total_minor
    for line in cost.lines:
        assert_says_how_it_came_about(line, minor_per_unit(scenario.desk.currency), contract.pay)
    for person in cost.agents:
        own = [line for line in cost.lines if line.agent == person.agent]
        assert sum(line.amount_minor for line in own) == person.total_minor
    for shift in cost.shifts:
        own = [line for line in cost.lines if (line.agent, line.day) == (shift.agent, shift.day)]
        minor = {one: sum(line.amount_minor for line in own if line.component == one) for one in COMPONENTS}
        assert (minor["base"], minor["night_premium"], minor["other_premium"]) == (
            shift.base_minor,
            shift.night_premium_minor,
            shift.other_premium_minor,
        )
    assert cost.base_minor == sum(person.base_minor for person in cost.agents)
    assert cost.overtime_minor == sum(person.overtime_minor for person in cost.agents)
