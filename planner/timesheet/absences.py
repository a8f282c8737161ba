"""Days people are away, and the short forms in which they stand on the grid and the timesheet."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from models.agent import Agent, Leave, Vacancy
from models.scenario import Scenario
from models.text import Language, Text
from models.tour import RosterAgent

LeaveKind = Literal["vacation", "sick", "training", "unpaid", "other"]
LEAVE_KINDS: tuple[LeaveKind, ...] = get_args(LeaveKind)

#: Codes of the timesheet; the Russian ones are those of form T-13 (09, 19, 07, 16, 30).
LEAVE_CODES: dict[LeaveKind, Text] = {
    "vacation": Text(en="V", ru="ОТ"),
    "sick": Text(en="S", ru="Б"),
    "training": Text(en="TR", ru="ПК"),
    "unpaid": Text(en="U", ru="ДО"),
    "other": Text(en="A", ru="НН"),
}


@dataclass(frozen=True)
class Away:
    """Days a person of the roster is on leave, and first and last day of employment.

    Parameters
    ----------
    leave
        What is known of the person's leave.
    first_day, last_day
        ``None`` leaves a side open.
    """

    leave: tuple[Leave, ...] = ()
    first_day: dt.date | None = None
    last_day: dt.date | None = None

    def kind_on(self, date: dt.date) -> LeaveKind | None:
        """What keeps the person away on a date, if anything."""
        own = (leave.kind for leave in self.leave if leave.first_date <= date <= leave.last_date)
        return next(own, None)

    def is_employed(self, date: dt.date) -> bool:
        """Whether the person is employed on a date."""
        return (self.first_day is None or self.first_day <= date) and (
            self.last_day is None or date <= self.last_day
        )


def away_by_agent(scenario: Scenario, people: Collection[RosterAgent]) -> dict[str, Away]:
    """Look up when the people of a roster are away."""
    agents = {agent.id: agent for agent in scenario.agents}
    vacancies = {vacancy.name: vacancy for vacancy in scenario.vacancies}
    found = {}
    for person in people:
        terms: Agent | Vacancy | None = (
            agents.get(person.agent) if person.vacancy is None else vacancies.get(person.vacancy)
        )
        if isinstance(terms, Agent):
            found[person.agent] = Away(terms.leave, terms.first_day, terms.last_day)
        else:
            found[person.agent] = Away(first_day=terms.first_day if terms else None)
    return found


def grid_leave_codes(shift_codes: Collection[str], language: Language) -> dict[LeaveKind, str]:
    """Codes of leave on the grid: those of the timesheet, told apart from the codes of shifts."""
    taken = {code.casefold() for code in shift_codes}
    codes = {}
    for kind in LEAVE_KINDS:
        plain = LEAVE_CODES[kind].in_language(language)
        code, number = plain, 0
        while code.casefold() in taken:
            number += 1
            code = f"{plain}{number}"
        taken.add(code.casefold())
        codes[kind] = code
    return codes
