"""Mistakes as somebody who fills a workbook is told of them: in a workbook's terms, each cell once."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.errors import InputProblem
from models.text import Text
from planner.scenario.book.places import cell_in
from planner.scenario.book.tables import all_tables
from planner.scenario.book.wording import label_of

#: What the terms of text files are in a workbook.
_TERMS = {
    "text in quotes": Text(en="text", ru="текст"),
    "a date such as 2026-11-02": Text(
        en="a date; as text day.month.year, such as 05.11.2026, or 2026-11-05",
        ru="дата; текстом день.месяц.год, например 05.11.2026, или 2026-11-05",
    ),
    "true or false": Text(en="yes or no", ru="да или нет"),
    "a list in [ ]": Text(
        en="several values, separated by semicolons", ru="несколько значений через точку с запятой"
    ),
    "a table of fields": Text(en="values in the cells of the table", ru="значения в ячейках таблицы"),
    "a list of rules": Text(en="rows of the table of rules", ru="строки таблицы правил"),
}

#: A number that may be thousands or a fraction, and how to write either.
_EITHER_WAY = re.compile(r'found "\d{1,3},\d{3}"')
_UNDOUBTED = Text(
    en="a number; a thousand without the comma, such as 1234, or a fraction with a point, such as 1.234",
    ru="число; тысячи без запятой, например 1234, дробь с точкой, например 1.234",
)
#: How a key that a kind of rule or law does not know is told, and what that is in a table.
_NO_FIELD = "there is no field "
_NOT_HERE = Text(
    en="this row takes no value in this column; leave the cell blank",
    ru="у этой строки в этом столбце значения нет; оставьте ячейку пустой",
)


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
        if problem.message.en.startswith(_NO_FIELD):
            said = replace(said, message=_NOT_HERE, allowed=_columns(problem.allowed))
        if _EITHER_WAY.fullmatch(problem.message.en):
            said = replace(said, allowed=_UNDOUBTED)
        first = first_of.setdefault(problem.place, said)
        if first is said or not _repeats(first, said):
            kept.append(said)
    return kept


def _repeats(first: InputProblem, later: InputProblem) -> bool:
    """Whether both say of a cell that what was found there is not allowed."""
    return first.message == later.message or later.message.en.startswith(
        ("found ", "there is no kind", "this is missing")
    )


def _columns(keys: Text) -> Text:
    """Keys of a row's fields as the headings of its table; the keys where no table has them all."""
    wanted = keys.en.split(", ")
    for name, table in all_tables().items():
        labels = {leaf.name: label_of(leaf, name) for leaf in (*table.leaves, *table.more) if not leaf.part}
        if not table.is_settings and all(key in labels for key in wanted):
            return Text(
                en=", ".join(labels[key].en for key in wanted),
                ru=", ".join(labels[key].ru for key in wanted),
            )
    return keys
