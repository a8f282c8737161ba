"""``smena new``: a scenario to start from, as a workbook to fill and as commented text, in English or Russian."""

import tomllib
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Literal, get_args

from models.errors import BadInputError, InputProblem
from models.file_trouble import reason_of
from models.text import Language, Text
from planner.scenario.as_written import as_written
from planner.scenario.book.read_book import is_book
from planner.scenario.book.write_book import book_of
from planner.scenario.convert import ALREADY_THERE, write_new
from planner.scenario.schema import scenario_model
from planner.scenario.written_file import OTHER_BOOKS

#: ``24x7``: open round the clock; ``9-18``: Monday to Friday in office hours.
TemplateKind = Literal["24x7", "9-18"]
#: Name of both files in a new folder.
NAME = "desk"
_ENDS = (".xlsx", ".toml")


def template_text(language: Language, kind: TemplateKind) -> str:
    """Text of a template."""
    folder = resources.files("planner.scenario") / "templates"
    return (folder / f"{kind}.{language}.toml").read_text(encoding="utf-8")


def new_scenario(path: Path, language: Language, kind: TemplateKind = "24x7") -> tuple[Path, ...]:
    """Write a template to new files; a file that is there is never touched.

    Parameters
    ----------
    path
        ``NAME.toml``: text with comments; ``NAME.xlsx``: a workbook to fill; anything else is a folder,
        and gets both, under the name :data:`NAME`.
    language
        Language of comments, sheets and notes.
    kind
        Opening hours to start from.

    Returns
    -------
    tuple
        The files written.

    Raises
    ------
    BadInputError
        When the language or kind is unknown, a file is there already, or cannot be written.
    """
    if language not in get_args(Language):
        raise BadInputError(
            [
                InputProblem(
                    "language",
                    Text(en=f'there is no template in "{language}"', ru=f'нет шаблона на языке "{language}"'),
                    Text.same("en, ru"),
                )
            ]
        )
    if kind not in get_args(TemplateKind):
        raise BadInputError(
            [
                InputProblem(
                    "kind",
                    Text(en=f'there is no template "{kind}"', ru=f'нет шаблона "{kind}"'),
                    Text.same("24x7, 9-18"),
                )
            ]
        )
    suffix = path.suffix.lower()
    if suffix in OTHER_BOOKS:
        raise BadInputError(
            [
                InputProblem(
                    str(path),
                    Text(en=f'a file "{suffix}" is not written', ru=f'файл вида "{suffix}" не записать'),
                    Text(en=".xlsx, .toml, or a folder", ru=".xlsx, .toml или папка"),
                )
            ]
        )
    files = (path,) if suffix in _ENDS else tuple(path / f"{NAME}{end}" for end in _ENDS)
    there = [InputProblem(str(file), ALREADY_THERE) for file in files if file.exists()]
    if there:
        raise BadInputError(there)
    if suffix not in _ENDS:
        _make_folder(path)
    for file in files:
        write_new(file, _content(file, language, kind))
    return files


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        message = Text(en="the folder cannot be made: {reason}", ru="папку не создать: {reason}")
        problem = InputProblem(str(path), message.format(reason=reason_of(error)))
        raise BadInputError([problem]) from error


def _content(file: Path, language: Language, kind: TemplateKind) -> bytes:
    if not is_book(file):
        return template_text(language, kind).encode()
    data = tomllib.loads(template_text(language, kind), parse_float=Decimal)
    return book_of(as_written(scenario_model().model_validate(data)), language, file.name)
