"""The scenario that stands inside a plan file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.errors import InputProblem
from models.scenario import Scenario
from planner.scenario.cross_checks import CHECKS
from planner.scenario.cross_checks.history_files import history_files
from planner.scenario.draft import draft_of
from planner.scenario.origins import Origins, Spot
from planner.scenario.schema import scenario_model
from planner.scenario.structure import structure_problems

#: Key of the scenario in the file.
SCENARIO_KEY = "scenario"


def read_scenario(data: Mapping[str, Any], file: str) -> tuple[Scenario | None, list[InputProblem]]:
    """Read the resolved scenario and check it as a scenario file is checked.

    History files are not looked for: the plan holds the demand that was made from them.

    Parameters
    ----------
    data
        The scenario's table.
    file
        Name of the plan file, for places.

    Returns
    -------
    tuple
        The scenario, or ``None`` where there is any mistake; and the mistakes.
    """
    model = scenario_model()
    keys = {*data, *model.model_fields}
    origins = Origins(file, data, {(key,): Spot(file, (SCENARIO_KEY, key)) for key in keys})
    problems = structure_problems(model, data, origins)
    draft = draft_of(model, data, origins, Path())
    problems += [problem for check in CHECKS if check is not history_files for problem in check(draft)]
    if problems:
        return None, list(dict.fromkeys(problems))
    return model.model_validate(data), []
