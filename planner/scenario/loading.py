"""The doors: check a scenario file and say everything that is wrong, or load it."""

from pathlib import Path

from models.errors import BadInputError, InputProblem
from planner.scenario.cross_checks import cross_check, notices
from planner.scenario.draft import draft_of
from planner.scenario.extends import read_extended
from planner.scenario.loaded import LoadedScenario
from planner.scenario.schema import scenario_model
from planner.scenario.structure import number_problems, structure_problems, with_wild_numbers_tamed


def check_scenario(path: Path) -> tuple[LoadedScenario | None, list[InputProblem]]:
    """Read a scenario file and find every mistake in it.

    Parameters
    ----------
    path
        A TOML file; see :mod:`planner.scenario.extends` for how it may build on another.

    Returns
    -------
    tuple
        The scenario, or ``None`` where there is any mistake; and the mistakes, each once,
        in the order: base file, fields, then what shows only when parts are seen together.
    """
    try:
        data, origins, problems = read_extended(path)
    except BadInputError as error:
        return None, list(error.problems)
    model = scenario_model()
    problems += number_problems(data, origins)
    data = with_wild_numbers_tamed(data)
    problems += structure_problems(model, data, origins)
    draft = draft_of(model, data, origins, path.parent)
    problems += cross_check(draft)
    if problems:
        return None, list(dict.fromkeys(problems))
    return LoadedScenario(model.model_validate(data), path, origins, tuple(notices(draft))), []


def load_scenario(path: Path) -> LoadedScenario:
    """Read a scenario file.

    Raises
    ------
    BadInputError
        With every mistake at once; see :func:`check_scenario`.
    """
    loaded, problems = check_scenario(path)
    if loaded is None:
        raise BadInputError(problems)
    return loaded
