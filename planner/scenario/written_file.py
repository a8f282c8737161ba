"""A scenario file as it is written: TOML, or a workbook."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.scenario.book.places import BookPlaces
from planner.scenario.book.read_book import is_book, read_book
from planner.scenario.toml_file import read_toml

#: Ends of names of spreadsheets that are not read, by mistake or habit.
OTHER_BOOKS = (".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".numbers", ".csv")


@dataclass(frozen=True)
class WrittenFile:
    """What a file says.

    Parameters
    ----------
    data
        Its tables and values.
    problems
        What could not be read in it.
    places
        Cells of a workbook; ``None`` for TOML, where keys say the place.
    """

    data: dict[str, Any]
    problems: list[InputProblem] = field(default_factory=list)
    places: BookPlaces | None = None


def read_written(path: Path, shown: str) -> WrittenFile:
    """Read a scenario file by the end of its name: ``.xlsx`` or ``.xlsm``, anything else as TOML.

    Parameters
    ----------
    path
        The file.
    shown
        Its name in messages.

    Raises
    ------
    BadInputError
        When it cannot be read at all.
    """
    if is_book(path):
        data, places, problems = read_book(path, shown)
        return WrittenFile(data, problems, places)
    if path.suffix.lower() in OTHER_BOOKS:
        message = Text(
            en=f'spreadsheets of the kind "{path.suffix}" are not read',
            ru=f'таблицы вида "{path.suffix}" не читаются',
        )
        allowed = Text(
            en="save it as xlsx (Excel workbook), or TOML", ru="сохраните как xlsx (книга Excel) или TOML"
        )
        raise BadInputError([InputProblem(shown, message, allowed)])
    return WrittenFile(read_toml(path, shown))
