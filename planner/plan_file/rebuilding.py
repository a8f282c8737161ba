"""The roster of a plan file, rebuilt from its people and rows."""

from models.errors import BadInputError, InputProblem
from models.scenario import Scenario
from models.shift import Shift
from models.text import Text
from models.tour import Roster, Tour
from planner.plan_file.document import PlanDocument
from planner.plan_file.people_rows import read_people
from planner.plan_file.shift_rows import row_mistakes, shift_of_row
from planner.scenario.origins import Origins


def rebuild_roster(scenario: Scenario, document: PlanDocument, origins: Origins) -> Roster:
    """Put the people and rows of a plan file together again.

    Only what a roster cannot hold is a mistake here (two shifts of one person on a day, a
    shift of nobody's); whether the shifts are legal is for the audit to say.

    Raises
    ------
    BadInputError
        With every mistake in the rows.
    """
    people, problems = read_people(scenario, document.agents, origins)
    horizon = scenario.horizon
    worked: dict[tuple[str, int], Shift] = {}
    for number, row in enumerate(document.roster):
        mistakes = list(row_mistakes(horizon, row))
        cell = row.agent, horizon.day_of(row.date)
        if row.agent not in people:
            said = Text(
                en=f'"{row.agent}" is not among the agents of the plan',
                ru=f'"{row.agent}" нет среди людей плана',
            )
            mistakes.append(("agent", said))
        elif cell in worked:
            said = Text(
                en=f"{row.agent} has two shifts on {row.date}", ru=f"у {row.agent} две смены на {row.date}"
            )
            mistakes.append(("date", said))
        problems += [InputProblem(origins.place(("roster", number, key)), text) for key, text in mistakes]
        if not mistakes:
            worked[cell] = shift_of_row(scenario, horizon, row)
    if problems:
        raise BadInputError(problems)
    days = range(horizon.days)
    return Roster(
        tuple(
            Tour(person, tuple(worked.get((agent, day)) for day in days)) for agent, person in people.items()
        )
    )
