"""Mistakes as somebody who fills a workbook is told of them: in a workbook's terms, each cell once."""

from collections.abc import Iterable
from dataclasses import replace

from models.errors import InputProblem
from models.text import Text
from planner.scenario.book.places import cell_in

#: What the terms of text files are in a workbook.
_TERMS = {
    "text in quotes": Text(en="text", ru="текст"),
    "true or false": Text(en="yes or no", ru="да или нет"),
    "a list in [ ]": Text(
        en="several values, separated by semicolons", ru="несколько значений через точку с запятой"
    ),
    "a table of fields": Text(en="values in the cells of the table", ru="значения в ячейках таблицы"),
    "a list of rules": Text(en="rows of the table of rules", ru="строки таблицы правил"),
}


def said_of_cells(problems: Iterable[InputProblem]) -> list[InputProblem]:
    """Leave out what repeats a mistake of the same cell, and say the rest in a workbook's terms.

    What reading a cell has found comes first and is the plainer word; places in text files are left
    as they are.
    """
    first_of: dict[Text, InputProblem] = {}
    kept: list[InputProblem] = []
    for problem in problems:
        if cell_in(problem.place) is None:
            kept.append(problem)
            continue
        said = replace(problem, allowed=_TERMS.get(problem.allowed.en, problem.allowed))
        first = first_of.setdefault(problem.place, said)
        if first is said or not _repeats(first, said):
            kept.append(said)
    return kept


def _repeats(first: InputProblem, later: InputProblem) -> bool:
    """Whether both say of a cell that what was found there is not allowed."""
    return first.message == later.message or later.message.en.startswith(
        ("found ", "there is no kind", "this is missing")
    )
