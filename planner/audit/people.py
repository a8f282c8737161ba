"""Who is on the roster: everybody named, nobody twice, nobody made up."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from models.agent import Agent, Vacancy
from models.past_shifts import past_shifts
from models.scenario import Scenario
from models.text import Text
from models.tour import Roster, RosterAgent
from models.violation import Violation
from planner.rules.wording import counted


def people_findings(scenario: Scenario, roster: Roster) -> Iterator[Violation]:
    """Compare the people on the roster with those of the scenario."""
    first = scenario.period.first_date
    people = [tour.agent for tour in roster.tours]
    for agent, times in Counter(person.agent for person in people).items():
        if times > 1:
            often = counted(times, ("time", "times"), ("раз", "раза", "раз"))
            yield _found("agent_twice", agent, first, f"on the roster {often.en}", f"в графике {often.ru}")
    named = {agent.id: agent for agent in scenario.agents}
    for missing in sorted(named.keys() - {person.agent for person in people if person.vacancy is None}):
        yield _found("agent_missing", missing, first, "not on the roster", "нет в графике")
    vacancies = {vacancy.name: vacancy for vacancy in scenario.vacancies}
    for person in people:
        if person.vacancy is None:
            known: Agent | Vacancy | None = named.get(person.agent)
        else:
            known = None if person.agent in named else vacancies.get(person.vacancy)
        if known is None:
            yield _found(
                "unknown_agent",
                person.agent,
                first,
                "neither an agent nor a hire the scenario knows",
                "нет ни среди сотрудников, ни среди вакансий сценария",
            )
        else:
            yield from _terms(scenario, person, known)
        if all(contract.name != person.contract for contract in scenario.contracts):
            yield _found(
                "unknown_contract",
                person.agent,
                first,
                f'contract "{person.contract}" is not in the scenario',
                f"договора «{person.contract}» нет в сценарии",
            )


def _terms(scenario: Scenario, person: RosterAgent, known: Agent | Vacancy) -> Iterator[Violation]:
    """Contract, skills and past of a person against what the scenario says of them."""
    first = scenario.period.first_date
    if person.contract != known.contract:
        yield _found(
            "other_contract",
            person.agent,
            first,
            f'contract "{person.contract}" instead of "{known.contract}"',
            f"договор «{person.contract}» вместо «{known.contract}»",
        )
    if person.skills != frozenset(known.skills):
        had, right = (", ".join(sorted(skills)) or "–" for skills in (person.skills, known.skills))
        yield _found(
            "other_skills",
            person.agent,
            first,
            f"skills {had} on the roster, but {right} in the scenario",
            f"в графике навыки {had}, а в сценарии {right}",
        )
    if person.grade != known.grade:
        had_grade, right_grade = person.grade or "–", known.grade or "–"
        yield _found(
            "other_grade",
            person.agent,
            first,
            f"grade {had_grade} on the roster, but {right_grade} in the scenario",
            f"в графике грейд {had_grade}, а в сценарии {right_grade}",
        )
    worked = known.worked_before if isinstance(known, Agent) else ()
    if person.history != past_shifts(scenario.horizon, scenario.night, worked):
        yield _found(
            "other_history",
            person.agent,
            first,
            "other shifts before the period than in the scenario",
            "до начала периода не те смены, что в сценарии",
        )


def _found(rule: str, agent: str, date: dt.date, en: str, ru: str) -> Violation:
    return Violation(rule=rule, agent=agent, date=date, text=Text(en=en, ru=ru))
