"""Who does how much of an experienced agent's work, read off the scenario as a planner would."""

import datetime as dt
from fractions import Fraction
from math import lcm

from models.agent import Agent, Vacancy
from models.scenario import Scenario
from models.tour import RosterAgent

_DAY = dt.timedelta(days=1)


def speed_of(scenario: Scenario, agent: RosterAgent, day: int) -> Fraction:
    """Share of an experienced agent's work in a shift that begins on a day of the period."""
    people: list[Agent | Vacancy] = [*scenario.agents, *scenario.vacancies]
    for person in people:
        name = person.id if isinstance(person, Agent) else person.name
        if name == (agent.vacancy or agent.agent):
            return _on(scenario, person, scenario.horizon.date_of(day))
    raise LookupError(agent.agent)


def fraction_unit(scenario: Scenario) -> int:
    """Fewest equal parts of an agent in which everybody counts as a whole number, on any day."""
    first = scenario.period.first_date
    dates = [first + day * _DAY for day in range(-1, scenario.period.days)]
    people: list[Agent | Vacancy] = [*scenario.agents, *scenario.vacancies]
    return lcm(*(_on(scenario, person, date).denominator for person in people for date in dates))


def _on(scenario: Scenario, person: Agent | Vacancy, date: dt.date) -> Fraction:
    begins = person.first_day or scenario.period.first_date
    for step in person.ramp_up:
        begins += 7 * step.weeks * _DAY
        if date < begins:
            return Fraction(step.productivity)
    if person.productivity is not None:
        return Fraction(person.productivity)
    return Fraction(scenario.staffing.grade_productivity.get(person.grade or "", 1))
