"""What the search pays is what payroll pays, to the minor unit."""

import datetime as dt
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.agent import Vacancy
from models.contract import Contract
from models.pay_terms import PayTerms
from models.rule import Frame
from models.scenario import Scenario
from models.shift import Shift
from models.tariff import Tariff
from models.tour import Tour
from planner.pay import make_tariff, price
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


def searched_minor(scenario: Scenario, tariff: Tariff, tour: Tour) -> int:
    """Cost of a tour as the search adds it up: head, shifts, and every automaton step by step."""
    frame, person = Frame(scenario.horizon), tour.agent
    total = tariff.head_cost_minor(person.contract, person.vacancy)
    total += sum(tariff.shift_cost_minor(person.contract, shift) for shift in tour.worked)
    for cost in tariff.tour_costs(person.contract):
        state = cost.start(frame, person.history)
        for day, shift in enumerate(tour.shifts):
            step = cost.step(frame, state, day, shift)
            assert step is not None
            state, added = step
            total += added
        last = cost.finish(frame, state)
        assert last is not None
        total += last
    return total


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
        kind = draw(st.sampled_from(["pause", "paid_pause"]))
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


@settings(max_examples=150)
@given(data=st.data())
def test_random_rosters(data: st.DataObject) -> None:
    contract = data.draw(st.sampled_from([HOURLY, SALARY]))
    scenario = scenario_of(
        contract.model_copy(update={"weekly_minutes": data.draw(st.integers(600, 2400))}),
        first_date=data.draw(st.sampled_from([CLOCK_CHANGES, dt.date(2026, 10, 20), dt.date(2026, 6, 5)])),
        days=data.draw(st.integers(1, 21)),
        zone=data.draw(st.sampled_from(["Europe/Berlin", "Europe/Moscow", "Australia/Lord_Howe"])),
        currency=data.draw(st.sampled_from(["RUB", "JPY", "KWD"])),
        terms=data.draw(st.sampled_from([PayTerms(), ODD_TERMS])),
        vacancies=(HIRES,),
    )
    staff = [data.draw(tours(scenario, agent)) for agent in ("ana", "bob")]
    tariff = make_tariff(scenario, CALENDAR)
    cost = price(scenario, CALENDAR, roster_of(*staff))
    assert sum(searched_minor(scenario, tariff, tour) for tour in staff) == cost.total_minor
    assert cost.base_minor == sum(person.base_minor for person in cost.agents)
    assert cost.overtime_minor == sum(person.overtime_minor for person in cost.agents)
