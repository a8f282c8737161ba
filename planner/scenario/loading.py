"""The doors: check a scenario file and say everything that is wrong, or load it."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import BadInputError, InputProblem
from models.text import Language
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
from planner.scenario.written_language import language_of_text, written_language


@dataclass(frozen=True)
class Examined:
    """What was found in a scenario file.

    Parameters
    ----------
    loaded
        The scenario; ``None`` where there is any mistake.
    problems
        The mistakes, each once.
    language
        Language its author wrote it in, where the file tells.
    """

    loaded: LoadedScenario | None
    problems: list[InputProblem]
    language: Language | None


def check_scenario(path: Path) -> tuple[LoadedScenario | None, list[InputProblem]]:
    """Read a scenario file and find every mistake in it: the first two of :func:`examine_scenario`."""
    found = examine_scenario(path)
    return found.loaded, found.problems


def examine_scenario(path: Path) -> Examined:
    """Read a scenario file, find every mistake in it, and the language they should be told in.

    Parameters
    ----------
    path
        A TOML file or a workbook; see :mod:`planner.scenario.extends` for how it may build on another.

    Returns
    -------
    Examined
        The mistakes in the order: base file, fields, then what shows only when parts are seen together.
    """
    try:
        data, origins, problems = read_extended(path)
    except BadInputError as error:
        return Examined(None, list(error.problems), language_of_text(path))
    language = written_language(data, origins)
    model = scenario_model()
    problems += number_problems(data, origins)
    data, unread = with_carried_over(with_wild_numbers_tamed(data), origins, path.parent)
    problems += unread
    problems += structure_problems(model, data, origins)
    draft = draft_of(model, data, origins, path.parent)
    problems += cross_check(draft)
    histories = draft.histories
    if problems or histories is None:
        return Examined(None, said_of_cells(dict.fromkeys(problems)), language)
    try:
        scenario, looser = under_law(with_overrides_read(model.model_validate(data), path.parent))
    except BadInputError as error:
        return Examined(None, list(error.problems), language)
    law = [InputProblem(origins.place(found.path), found.text) for found in looser]
    books = [notice for book in origins.books.values() for notice in book.notices]
    loaded = LoadedScenario(scenario, path, origins, histories, (*books, *notices(draft), *law))
    return Examined(loaded, [], language)


def load_scenario(path: Path) -> LoadedScenario:
    """Read a scenario file.

    Raises
    ------
    BadInputError
        With every mistake at once; see :func:`check_scenario`.
    """
    found = examine_scenario(path)
    if found.loaded is None:
        raise BadInputError(found.problems, found.language)
    return found.loaded
