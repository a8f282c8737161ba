"""What everybody counts as in the work done, day by day, in whole parts of an agent."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import gcd

from models.agent import Agent, Vacancy
from models.ramp_up import productivity_on
from models.scenario import Scenario
from models.tour import RosterAgent

_WHOLE_PERCENT = 100


@dataclass(frozen=True)
class TeamProductivity:
    """Everybody's productivity, in parts of an experienced agent small enough to be whole numbers.

    A shift counts throughout as the day it begins on, by the desk's clock.

    Parameters
    ----------
    parts_per_agent
        Parts an experienced agent counts as; 1 where nobody differs.
    by_person
        Parts per day, from the day before the period on, of agents by their identifiers and of
        vacancies by their names; who always counts as one agent is left out.
    """

    parts_per_agent: int = 1
    by_person: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def is_uniform(self) -> bool:
        """Whether everybody counts as one agent throughout."""
        return not self.by_person

    @property
    def most_parts(self) -> int:
        """Most that anybody counts as on any day."""
        return max((self.parts_per_agent, *(max(own) for own in self.by_person.values())))

    def of(self, agent: RosterAgent) -> tuple[int, ...]:
        """Parts per day, from the day before the period on; empty for who counts as one throughout."""
        return self.by_person.get(agent.vacancy or agent.agent, ())

    def parts(self, agent: RosterAgent, day: int) -> int:
        """Parts somebody counts as in a shift that begins on a day of the period, or before it."""
        own = self.of(agent)
        return own[max(0, day + 1)] if own else self.parts_per_agent


def team_productivity(scenario: Scenario) -> TeamProductivity:
    """Read the team's productivity off a scenario.

    A step of a ramp-up comes before what is said of the person, that before what is said of the
    grade, and who is told nothing about counts as one agent.
    """
    percent = {name: own for name, own in _percent(scenario) if set(own) != {_WHOLE_PERCENT}}
    unit = gcd(_WHOLE_PERCENT, *(one for own in percent.values() for one in own))
    by_person = {name: tuple(one // unit for one in own) for name, own in percent.items()}
    return TeamProductivity(_WHOLE_PERCENT // unit, by_person)


def _percent(scenario: Scenario) -> Iterator[tuple[str, tuple[int, ...]]]:
    dates = tuple(scenario.horizon.date_of(day) for day in range(-1, scenario.period.days))
    for agent in scenario.agents:
        yield agent.id, _of_person(scenario, agent, dates)
    for vacancy in scenario.vacancies:
        yield vacancy.name, _of_person(scenario, vacancy, dates)


def _of_person(scenario: Scenario, person: Agent | Vacancy, dates: tuple[dt.date, ...]) -> tuple[int, ...]:
    lasting = _lasting(scenario, person)
    first_day = person.first_day or scenario.period.first_date
    return tuple(
        int(productivity_on(date, first_day, person.ramp_up, lasting) * _WHOLE_PERCENT) for date in dates
    )


def _lasting(scenario: Scenario, person: Agent | Vacancy) -> Decimal:
    if person.productivity is not None:
        return person.productivity
    return scenario.staffing.grade_productivity.get(person.grade or "", Decimal(1))


def lost_to_ramp_up(scenario: Scenario, person: Agent | Vacancy) -> tuple[Fraction, ...]:
    """Share of a newcomer's time that makes nothing yet, per day of the period.

    It is measured against what the person will do after the last step, not against the best on the
    desk: who does four tenths on the way to eight loses half.
    """
    dates = tuple(scenario.horizon.date_of(day) for day in range(scenario.period.days))
    lasting = Fraction(_lasting(scenario, person))
    return tuple(
        max(Fraction(0), 1 - Fraction(percent, _WHOLE_PERCENT) / lasting)
        for percent in _of_person(scenario, person, dates)
    )
