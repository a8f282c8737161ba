"""Read a plan file back: untrusted, checked whole, every mistake at once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.demand import ChannelDemand
from models.errors import BadInputError, InputProblem
from models.scenario import Scenario
from models.simulation import ExtraCover
from models.text import Text
from models.tour import Roster
from planner.plan_file.added_cover_rows import read_added_cover
from planner.plan_file.demand_rows import read_demands
from planner.plan_file.document import FORMAT_VERSION, PlanDocument
from planner.plan_file.interval_lists import interval_mistakes
from planner.plan_file.raw_json import read_json
from planner.plan_file.rebuilding import rebuild_roster
from planner.plan_file.resolved import SCENARIO_KEY, read_scenario
from planner.scenario.origins import Origins
from planner.scenario.structure import structure_problems
from planner.scenario.wanted import FOUND, MISSING
from planner.scenario.written_language import language_in


@dataclass(frozen=True)
class ReadPlan:
    """A plan read from a file.

    Parameters
    ----------
    scenario
        The scenario the plan was made for, complete.
    roster
        The roster of the rows, which may have been edited since.
    document
        The whole file as plain JSON values in the form of
        :class:`planner.plan_file.document.PlanDocument`; what it says of cost and findings
        is what the writer said.
    required
        Agents required, per interval of the horizon, as the writer said.
    demands
        Expected contacts the plan was made for, per channel of the scenario.
    added_cover
        Cover it was made with on top of the formulas.
    """

    scenario: Scenario
    roster: Roster
    document: dict[str, Any]
    required: tuple[int, ...]
    demands: tuple[ChannelDemand, ...]
    added_cover: tuple[ExtraCover, ...] = ()


def read_plan(path: Path) -> ReadPlan:
    """Read a plan written by :func:`planner.plan_file.writing.write_plan`.

    Raises
    ------
    BadInputError
        With every mistake found, each with its place.
    """
    data, file = read_json(path), path.name
    if data.get("format_version") != FORMAT_VERSION or isinstance(data["format_version"], bool):
        raise BadInputError([_other_version(data, file)])
    origins = Origins(file, data)
    problems = structure_problems(PlanDocument, data, origins)
    table, scenario = data.get(SCENARIO_KEY), None
    if isinstance(table, dict):
        scenario, mistakes = read_scenario(table, file)
        problems += mistakes
    if problems or scenario is None:
        raise BadInputError(list(dict.fromkeys(problems)), language_in(data.get(SCENARIO_KEY)))
    document = PlanDocument.model_validate(data)
    problems = list(interval_mistakes(scenario.horizon, document.intervals, origins))
    try:
        roster = rebuild_roster(scenario, document, origins)
    except BadInputError as error:
        problems += error.problems
    demands, mistakes = read_demands(scenario, document.demand, origins)
    problems += mistakes
    added, mistakes = read_added_cover(scenario, document.added_cover, origins)
    problems += mistakes
    if problems:
        raise BadInputError(problems, scenario.desk.language)
    return ReadPlan(scenario, roster, data, document.intervals.required, demands, added)


def _other_version(data: dict[str, Any], file: str) -> InputProblem:
    found = data.get("format_version")
    said = MISSING if found is None else FOUND.format(value=str(found)[:20])
    return InputProblem(
        f"{file}: format_version",
        said,
        Text(
            en=f"{FORMAT_VERSION}, as written by this version of smena",
            ru=f"{FORMAT_VERSION}, как пишет эта версия smena",
        ),
    )
