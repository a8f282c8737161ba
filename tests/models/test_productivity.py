"""Who counts as how much, day by day."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.agent import Agent, Vacancy
from models.productivity import TeamProductivity, team_productivity
from models.ramp_up import RampUpStep, productivity_on
from models.scenario import Scenario
from models.staffing_terms import StaffingTerms
from models.tour import RosterAgent
from tests.roster.desks import ANA, MONDAY, desk
from tests.roster.speeds_by_hand import fraction_unit, speed_of

STEPS = (
    RampUpStep(weeks=2, productivity=Decimal("0.5")),
    RampUpStep(weeks=1, productivity=Decimal("0.75")),
)


def of(scenario: Scenario, name: str) -> tuple[int, ...]:
    return team_productivity(scenario).of(RosterAgent(name, name, "crew"))


@pytest.mark.parametrize(
    ("days", "share"), [(-3, "0.5"), (0, "0.5"), (13, "0.5"), (14, "0.75"), (20, "0.75"), (21, "0.9")]
)
def test_weeks_are_counted_from_the_first_day(days: int, share: str) -> None:
    date = MONDAY + dt.timedelta(days=days)
    assert productivity_on(date, MONDAY, STEPS, Decimal("0.9")) == Decimal(share)


def test_steps_end_within_the_period_whatever_the_weekday() -> None:
    begins = MONDAY - dt.timedelta(days=12)
    ana = Agent(id="ana", contract="crew", first_day=begins, ramp_up=STEPS)
    scenario = desk(agents=(ana,), days=11)
    # in quarters, from the day before the period on: the second step begins on the third day
    assert team_productivity(scenario).parts_per_agent == 4
    assert of(scenario, "ana") == (2,) * 3 + (3,) * 7 + (4,) * 2


def test_a_step_comes_before_the_person_and_the_person_before_the_grade() -> None:
    staffing = StaffingTerms(grade_productivity={"newcomer": Decimal("0.8"), "lead": Decimal("1.2")})
    agents = (
        Agent(id="a", contract="crew", grade="newcomer"),
        Agent(id="b", contract="crew", grade="newcomer", productivity=Decimal("0.6")),
        Agent(id="c", contract="crew", grade="lead", first_day=MONDAY, ramp_up=STEPS),
        Agent(id="d", contract="crew", grade="experienced"),
    )
    scenario = desk(agents=agents, staffing=staffing, days=2)
    team = team_productivity(scenario)
    assert team.parts_per_agent == 10
    assert [of(scenario, name) for name in "abcd"] == [(8,) * 3, (6,) * 3, (5,) * 3, ()]
    assert team.most_parts == 10
    assert team.parts(RosterAgent("d", "d", "crew"), 1) == 10


def test_hires_go_by_their_vacancy_from_the_first_day_of_the_period() -> None:
    hire = Vacancy(name="hire", contract="crew", max_hires=3, ramp_up=STEPS[1:])
    scenario = desk(vacancies=(hire,), days=9)
    team = team_productivity(scenario)
    newcomer = RosterAgent("hire-02", "hire-02", "crew", vacancy="hire")
    assert [team.parts(newcomer, day) for day in (0, 6, 7)] == [3, 3, 4]


def test_nobody_who_differs_means_whole_agents() -> None:
    full = RampUpStep(weeks=3, productivity=Decimal(1))
    same = Agent(id="ana", contract="crew", first_day=MONDAY, ramp_up=(full,), productivity=Decimal(1))
    assert (
        team_productivity(desk(agents=(same,)))
        == team_productivity(desk(agents=(ANA,)))
        == TeamProductivity()
    )
    # past the ramp-up
    begins = MONDAY - dt.timedelta(days=22)
    used_to_it = Agent(id="ana", contract="crew", first_day=begins, ramp_up=STEPS)
    assert team_productivity(desk(agents=(used_to_it,))).is_uniform


shares = st.integers(1, 150).map(lambda percent: Decimal(percent) / 100)


@given(st.lists(st.tuples(st.integers(-20, 5), shares, shares), min_size=1, max_size=3), st.integers(1, 9))
def test_parts_are_whole_and_exact(people: list[tuple[int, Decimal, Decimal]], days: int) -> None:
    agents = tuple(
        Agent(
            id=f"a{number}",
            contract="crew",
            first_day=MONDAY + dt.timedelta(days=begins),
            ramp_up=(RampUpStep(weeks=1, productivity=first), RampUpStep(weeks=1, productivity=second)),
        )
        for number, (begins, first, second) in enumerate(people)
    )
    scenario = desk(agents=agents, days=days)
    team = team_productivity(scenario)
    assert team.parts_per_agent == fraction_unit(scenario)
    for own in agents:
        who = RosterAgent(own.id, own.id, "crew")
        for day in range(-1, days):
            assert Fraction(team.parts(who, day), team.parts_per_agent) == speed_of(scenario, who, day)
