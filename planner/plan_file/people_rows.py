"""The people of a plan file, as the roster sees them."""

from collections.abc import Iterator

from models.agent import Agent
from models.errors import InputProblem
from models.past_shifts import past_shifts
from models.scenario import Scenario
from models.text import Text
from models.tour import RosterAgent
from planner.plan_file.document import PersonRow
from planner.scenario.origins import Origins


def read_people(
    scenario: Scenario, rows: tuple[PersonRow, ...], origins: Origins
) -> tuple[dict[str, RosterAgent], list[InputProblem]]:
    """Read the people by their identifiers, and what is wrong with the rest."""
    people: dict[str, RosterAgent] = {}
    problems: list[InputProblem] = []
    for number, row in enumerate(rows):
        named = next((agent for agent in scenario.agents if agent.id == row.id and row.vacancy is None), None)
        mistakes = dict(_mistakes(scenario, row, named))
        if row.id in people:
            mistakes["id"] = Text(en=f'"{row.id}" is listed twice', ru=f'"{row.id}" указан дважды')
        problems += [
            InputProblem(origins.place(("agents", number, key)), text) for key, text in mistakes.items()
        ]
        people.setdefault(row.id, _person(scenario, row, named))
    return people, problems


def _mistakes(scenario: Scenario, row: PersonRow, named: Agent | None) -> Iterator[tuple[str, Text]]:
    if row.vacancy is None and named is None:
        yield (
            "id",
            Text(en=f'the scenario has no agent "{row.id}"', ru=f'в сценарии нет сотрудника "{row.id}"'),
        )
    if row.vacancy is not None and all(vacancy.name != row.vacancy for vacancy in scenario.vacancies):
        yield (
            "vacancy",
            Text(
                en=f'the scenario has no vacancy "{row.vacancy}"',
                ru=f'в сценарии нет вакансии "{row.vacancy}"',
            ),
        )
    if all(contract.name != row.contract for contract in scenario.contracts):
        yield (
            "contract",
            Text(
                en=f'the scenario has no contract "{row.contract}"',
                ru=f'в сценарии нет договора "{row.contract}"',
            ),
        )


def _person(scenario: Scenario, row: PersonRow, named: Agent | None) -> RosterAgent:
    return RosterAgent(
        agent=row.id,
        name=row.name,
        contract=row.contract,
        skills=frozenset(row.skills),
        vacancy=row.vacancy,
        history=past_shifts(scenario.horizon, scenario.night, named.worked_before) if named else (),
        external_ids=dict(named.external_ids) if named else {},
        grade=row.grade,
    )
