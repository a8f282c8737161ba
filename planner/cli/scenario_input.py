"""Load the scenario a command is given; of a workbook with mistakes, write the copy that shows them."""

from collections.abc import Sequence
from pathlib import Path

from models.errors import BadInputError, InputProblem
from models.text import Language, Text
from planner.cli.console import say_notice
from planner.cli.reader_language import note_author, reader_language
from planner.plan_file import ReadPlan, read_plan
from planner.scenario.book.marked_copy import marked_copy, remove_marked_copy
from planner.scenario.book.read_book import is_book
from planner.scenario.loaded import LoadedScenario
from planner.scenario.loading import Examined, examine_scenario

_MARKED = Text(
    en="{copy} is a copy of the workbook with the bad cells red, each with a comment",
    ru="{copy}: копия книги, где ошибочные ячейки красные и с примечаниями",
)
_REMOVED = Text(
    en="{copy}, the copy an earlier check made, is taken away: nothing is wrong any more",
    ru="{copy}: копия с ошибками, сделанная прошлой проверкой, убрана, ошибок больше нет",
)


def load_input(path: Path) -> LoadedScenario:
    """Load a scenario: TOML or a workbook.

    Raises
    ------
    BadInputError
        With every mistake at once.
    """
    found = check_input(path)
    if found.loaded is None:
        raise BadInputError(found.problems, found.language)
    return found.loaded


def check_input(path: Path) -> Examined:
    """Check a scenario as :func:`planner.scenario.loading.examine_scenario` does; mark the copy of a workbook."""
    found = examine_scenario(path)
    note_author(found.language)
    say_marked_copy(path, found.problems, found.language)
    return found


def load_plan(path: Path) -> ReadPlan:
    """Read a plan, and note its language for what may be wrong later.

    Raises
    ------
    BadInputError
        With every mistake found, each with its place.
    """
    read = read_plan(path)
    note_author(read.scenario.desk.language)
    return read


def say_marked_copy(path: Path, problems: Sequence[InputProblem], language: Language | None) -> None:
    """Write the copy of a workbook that shows its mistakes, and say where it is; without any, take it away."""
    if not is_book(path):
        return
    shown_in = reader_language(language)
    if not problems:
        old = remove_marked_copy(path)
        if old is not None:
            say_notice(_REMOVED.in_language(shown_in).format(copy=old))
    else:
        copy = marked_copy(path, problems, shown_in)
        if copy is not None:
            say_notice(_MARKED.in_language(shown_in).format(copy=copy))
