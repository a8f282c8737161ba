"""Load the scenario a command is given; of a workbook with mistakes, write the copy that shows them."""

from collections.abc import Sequence
from pathlib import Path

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.cli.console import say_notice
from planner.scenario.book.marked_copy import marked_copy
from planner.scenario.book.read_book import is_book
from planner.scenario.loaded import LoadedScenario
from planner.scenario.loading import check_scenario

_MARKED = Text(
    en="{copy} is a copy of the workbook with the bad cells red, each with a comment",
    ru="{copy}: копия книги, где ошибочные ячейки красные и с примечаниями",
)


def load_input(path: Path) -> LoadedScenario:
    """Load a scenario: TOML or a workbook.

    Raises
    ------
    BadInputError
        With every mistake at once.
    """
    loaded, problems = check_input(path)
    if loaded is None:
        raise BadInputError(problems)
    return loaded


def check_input(path: Path) -> tuple[LoadedScenario | None, list[InputProblem]]:
    """Check a scenario as :func:`planner.scenario.loading.check_scenario` does; mark the copy of a workbook."""
    loaded, problems = check_scenario(path)
    say_marked_copy(path, problems)
    return loaded, problems


def say_marked_copy(path: Path, problems: Sequence[InputProblem]) -> None:
    """Write the copy of a workbook that shows its mistakes, and say where it is."""
    if problems and is_book(path):
        copy = marked_copy(path, problems)
        if copy is not None:
            # Nobody knows the reader's language where the desk may be unreadable.
            say_notice(f"{_MARKED.en.format(copy=copy)} / {_MARKED.ru.format(copy=copy)}")
