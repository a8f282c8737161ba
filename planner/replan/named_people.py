"""People hired by the plan become people with names: their shifts are known to them by now."""

from collections.abc import Mapping
from dataclasses import replace

from models.agent import Agent, Vacancy
from models.rule import Rule
from models.scenario import Scenario
from models.tour import Roster

#: Fields of a rule whose words are never people.
_NO_PEOPLE = {"contracts", "then", "patterns", "grades", "skills", "source"}


def with_named_people(scenario: Scenario, roster: Roster) -> tuple[Scenario, Roster]:
    """Name everybody on a roster, and close the vacancies.

    Nobody is hired to mend a published plan: who joins is among the changes.  What hiring
    cost is spent, and no longer part of any plan compared.

    Returns
    -------
    tuple
        The scenario with hires among its agents and without vacancies, and the same roster.
    """
    vacancies = {vacancy.name: vacancy for vacancy in scenario.vacancies}
    hires: dict[str, list[str]] = {name: [] for name in vacancies}
    agents = list(scenario.agents)
    for tour in roster.tours:
        if tour.agent.vacancy is not None:
            hires[tour.agent.vacancy].append(tour.agent.agent)
            vacancy = vacancies[tour.agent.vacancy]
            if vacancy.ramp_up and vacancy.first_day is None:
                # hires get used to the work from the first day of the plan that hired them
                vacancy = vacancy.model_copy(update={"first_day": scenario.period.first_date})
            agents.append(_agent(vacancy, tour.agent.agent, tour.agent.name))
    rules = tuple(one for rule in scenario.rules if (one := _renamed(rule, hires)) is not None)
    named = scenario.model_copy(update={"agents": tuple(agents), "vacancies": (), "rules": rules})
    tours = tuple(replace(tour, agent=replace(tour.agent, vacancy=None)) for tour in roster.tours)
    return named, Roster(tours)


def _agent(vacancy: Vacancy, ident: str, name: str) -> Agent:
    """An agent on the terms of a vacancy."""
    shared = {
        field: getattr(vacancy, field)
        for field in Agent.model_fields
        if field in Vacancy.model_fields and field not in ("id", "name")
    }
    return Agent.model_construct(**{**_defaults(), **shared, "id": ident, "name": name})


def _defaults() -> dict[str, object]:
    """What an agent is where nothing is said."""
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in Agent.model_fields.items()
        if not field.is_required()
    }


def _renamed(rule: Rule, hires: Mapping[str, list[str]]) -> Rule | None:
    """A rule with people in place of vacancies; ``None`` where it bound nobody else and none was hired."""
    changed = {}
    for name in type(rule).model_fields:
        value = getattr(rule, name)
        if name in _NO_PEOPLE or not isinstance(value, tuple) or hires.keys().isdisjoint(_words(value)):
            continue
        changed[name] = tuple(who for word in value for who in hires.get(word, [word]))
    renamed = rule.model_copy(update=changed)
    nobody_left = "agents" in changed and not renamed.agents and not renamed.contracts
    return None if nobody_left else renamed


def _words(value: tuple[object, ...]) -> set[str]:
    return {word for word in value if isinstance(word, str)}
