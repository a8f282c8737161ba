"""Read a workbook as the tables of a scenario, with the cell of every value."""

from pathlib import Path
from typing import Any

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.scenario.book.found_tables import find_tables
from planner.scenario.book.grid import read_cells
from planner.scenario.book.headings import ANYTHING
from planner.scenario.book.places import BookPlaces
from planner.scenario.book.read_rows import read_rows
from planner.scenario.book.read_settings import read_anything, read_settings
from planner.scenario.book.readings import Readings
from planner.scenario.book.tables import all_tables

#: Ends of the names of files that are read as workbooks.
SUFFIXES = (".xlsx", ".xlsm")


def is_book(path: Path) -> bool:
    """Whether a file is read as a workbook."""
    return path.suffix.lower() in SUFFIXES


def read_book(path: Path, shown: str) -> tuple[dict[str, Any], BookPlaces, list[InputProblem]]:
    """Read the scenario a workbook holds.

    Parameters
    ----------
    path
        An xlsx file; macros in it are never run, values from other workbooks are those last saved.
    shown
        Its name in messages.

    Returns
    -------
    tuple
        The scenario as a TOML file would hold it, the cell of each key, and what cannot be read.

    Raises
    ------
    BadInputError
        When the file is no workbook, has no table of a scenario, or is too large.
    """
    package, sheets = read_cells(path, shown)
    tables, problems, notices = find_tables(sheets, shown)
    if not tables:
        message = Text(
            en="the workbook has no table of a scenario", ru="в книге нет ни одной таблицы сценария"
        )
        allowed = Text(
            en="a workbook that `smena new` or `smena convert` wrote",
            ru="книга, которую записала `smena new` или `smena convert`",
        )
        raise BadInputError([InputProblem(shown, message, allowed)])
    readings = Readings(
        BookPlaces(shown, notices=notices, language=next(iter(tables.values())).language), problems
    )
    if package.has_macros:
        macros = Text(
            en="the workbook has macros; they are not run", ru="в книге есть макросы; они не выполняются"
        )
        notices.append(InputProblem(shown, macros))
    if package.has_outside_links:
        links = Text(
            en="values come from other workbooks; those last saved are taken",
            ru="часть значений берётся из других книг; взяты последние сохранённые",
        )
        notices.append(InputProblem(shown, links))
    for key, table in all_tables().items():
        if key in tables and table.is_settings:
            read_settings(readings, table, tables[key])
        elif key in tables:
            read_rows(readings, table, tables[key])
    if ANYTHING in tables:
        read_anything(readings, tables[ANYTHING])
    return readings.data, readings.places, readings.problems
