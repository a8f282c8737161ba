"""``smena new``: a commented scenario to start from, in English or Russian."""

from importlib import resources
from pathlib import Path
from typing import Literal, get_args

from models.errors import BadInputError, InputProblem
from models.text import Language

#: ``24x7``: open round the clock; ``9-18``: Monday to Friday in office hours.
TemplateKind = Literal["24x7", "9-18"]


def template_text(language: Language, kind: TemplateKind) -> str:
    """Text of a template."""
    folder = resources.files("planner.scenario") / "templates"
    return (folder / f"{kind}.{language}.toml").read_text(encoding="utf-8")


def new_scenario(path: Path, language: Language, kind: TemplateKind = "24x7") -> None:
    """Write a template to a new file; a file that is there is never touched.

    Raises
    ------
    BadInputError
        When the language or kind is unknown, the file is there already, or cannot be written.
    """
    if language not in get_args(Language):
        raise BadInputError([InputProblem("language", f'there is no template in "{language}"', "en, ru")])
    if kind not in get_args(TemplateKind):
        raise BadInputError([InputProblem("kind", f'there is no template "{kind}"', "24x7, 9-18")])
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(template_text(language, kind))
    except FileExistsError as error:
        raise BadInputError(
            [InputProblem(str(path), "this is there already and is not overwritten")]
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError([InputProblem(str(path), f"the file cannot be written: {reason}")]) from error
