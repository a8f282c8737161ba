"""The doors: check a scenario file and say everything that is wrong, or load it."""

from pathlib import Path

from models.errors import BadInputError, InputProblem
from planner.scenario.book.said_of_cells import said_of_cells
from planner.scenario.carried_over import with_carried_over
from planner.scenario.cross_checks import cross_check, notices
from planner.scenario.draft import draft_of
from planner.scenario.extends import read_extended
from planner.scenario.holiday_file import with_overrides_read
from planner.scenario.law import under_law
from planner.scenario.loaded import LoadedScenario
from planner.scenario.schema import scenario_model
from planner.scenario.structure import number_problems, structure_problems, with_wild_numbers_tamed


def check_scenario(path: Path) -> tuple[LoadedScenario | None, list[InputProblem]]:
    """Read a scenario file and find every mistake in it.

    Parameters
    ----------
    path
        A TOML file or a workbook; see :mod:`planner.scenario.extends` for how it may build on another.

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
    data, unread = with_carried_over(with_wild_numbers_tamed(data), origins, path.parent)
    problems += unread
    problems += structure_problems(model, data, origins)
    draft = draft_of(model, data, origins, path.parent)
    problems += cross_check(draft)
    histories = draft.histories
    if problems or histories is None:
        return None, said_of_cells(dict.fromkeys(problems))
    try:
        scenario, looser = under_law(with_overrides_read(model.model_validate(data), path.parent))
    except BadInputError as error:
        return None, list(error.problems)
    law = [InputProblem(origins.place(found.path), found.text.en) for found in looser]
    books = [notice for book in origins.books.values() for notice in book.notices]
    return LoadedScenario(scenario, path, origins, histories, (*books, *notices(draft), *law)), []


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
