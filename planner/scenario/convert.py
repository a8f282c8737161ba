"""Turn a scenario into another kind of file: a workbook into text, or text into a workbook."""

import copy
import tempfile
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.errors import BadInputError, InputProblem
from models.file_trouble import UNWRITABLE, reason_of
from models.scenario import Scenario
from models.text import Language, Text
from planner.scenario.as_written import as_written
from planner.scenario.book.read_book import is_book, read_book
from planner.scenario.book.said_of_cells import said_of_cells
from planner.scenario.book.write_book import book_of
from planner.scenario.extends import read_extended, rebase_files
from planner.scenario.schema import scenario_model
from planner.scenario.structure import number_problems, structure_problems, with_wild_numbers_tamed
from planner.scenario.tidy import with_hours_on_a_line, with_weeks
from planner.scenario.toml_text import toml_text
from planner.scenario.written_language import written_language

ALREADY_THERE = Text(
    en="this is there already and is not overwritten", ru="такой файл уже есть, он не будет перезаписан"
)


def convert(source: Path, target: Path, language: Language | None = None) -> Scenario:
    """Write a scenario to a new file of the kind its name says; nothing of it is lost.

    What a scenario builds on (``extends``) becomes part of it.  Comments are not kept, and files the
    scenario names are still looked up where they are.  Whether they are there, and whether
    everything fits together, is for ``smena check`` to say.

    Parameters
    ----------
    source
        A scenario: TOML or a workbook.
    target
        The file to write: ``.toml`` or ``.xlsx``.
    language
        Language of a workbook; the desk's where left out.

    Returns
    -------
    Scenario
        The scenario, as written.

    Raises
    ------
    BadInputError
        With every mistake in the source's fields; or when the target is there already, cannot be written,
        is of another kind, or could not hold the scenario without loss.
    """
    if target.suffix.lower() not in (".toml", ".xlsx"):
        raise BadInputError(
            [
                InputProblem(
                    str(target),
                    Text(
                        en=f'a file "{target.suffix}" cannot be written',
                        ru=f'файл вида "{target.suffix}" записать нельзя',
                    ),
                    Text.same(".toml, .xlsx"),
                )
            ]
        )
    data, origins, problems = read_extended(source)
    problems += number_problems(data, origins)
    problems += structure_problems(scenario_model(), with_wild_numbers_tamed(data), origins)
    if problems:
        raise BadInputError(said_of_cells(dict.fromkeys(problems)), written_language(data, origins))
    moved = copy.deepcopy(data)
    if source.parent.resolve() != target.parent.resolve():
        rebase_files(moved, source.parent, target.parent)
    scenario = scenario_model().model_validate(moved)
    content = scenario_bytes(scenario, target, language or scenario.desk.language)
    _refuse_loss(scenario, content, target)
    write_new(target, content)
    return scenario


def scenario_bytes(scenario: Scenario, target: Path, language: Language) -> bytes:
    """A scenario as the bytes of a file of the kind the target's name says."""
    written = as_written(scenario)
    if is_book(target):
        return book_of(written, language, target.name)
    return toml_text(with_hours_on_a_line(with_weeks(written))).encode()


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet.

    Raises
    ------
    BadInputError
        When it is there already, or cannot be written.
    """
    try:
        with path.open("xb") as stream:
            stream.write(content)
    except FileExistsError as error:
        raise BadInputError([InputProblem(str(path), ALREADY_THERE)]) from error
    except (OSError, ValueError) as error:
        problem = InputProblem(str(path), UNWRITABLE.format(reason=reason_of(error)))
        raise BadInputError([problem]) from error


def _refuse_loss(scenario: Scenario, content: bytes, target: Path) -> None:
    """Read what will be written, and refuse to write it unless it is the same scenario."""
    again = _read_again(content, target)
    if again is not None and scenario_model().model_validate(again) == scenario:
        return
    message = Text(
        en="the scenario does not fit into this kind of file without loss",
        ru="сценарий не помещается в файл этого вида без потерь",
    )
    allowed = Text(
        en="items with names of their own, texts of at most 32,767 letters",
        ru="свои имена у всех записей, тексты не длиннее 32 767 знаков",
    )
    raise BadInputError([InputProblem(str(target), message, allowed)])


def _read_again(content: bytes, target: Path) -> dict[str, Any] | None:
    if not is_book(target):
        return tomllib.loads(content.decode(), parse_float=Decimal)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "again.xlsx"
        path.write_bytes(content)
        data, _, problems = read_book(path, target.name)
    return None if problems else data
