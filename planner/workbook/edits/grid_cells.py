"""The roster grid of a workbook: what every cell says, and where it stands."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.text import Language
from planner.workbook.page import address
from planner.workbook.texts import TEXTS

#: The heads of the grid are looked for in so many rows; people in so many more than there are.
_HEAD_ROWS, _SPARE_ROWS = 30, 200
_MOST_COLUMNS = 500


@dataclass(frozen=True)
class GridCells:
    """A grid as it stands in a file.

    Parameters
    ----------
    file, sheet
        Names, for places.
    language
        Of the workbook: that of its codes.
    first_column
        Column of day 0.
    rows
        Row of each person.
    values
        What was entered, by (agent, day).
    head_row
        Row of the dates.
    """

    file: str
    sheet: str
    language: Language
    first_column: int
    rows: dict[str, int]
    values: dict[tuple[str, int], object]
    head_row: int

    def cell(self, agent: str | None, day: int) -> str:
        """Address of a cell; of the column's date where it is about nobody in particular."""
        row = self.head_row if agent is None else self.rows.get(agent, self.head_row)
        return f"{self.sheet}!{address(row, self.first_column + day)}"

    def place(self, agent: str | None, day: int) -> str:
        """File, sheet and cell."""
        return f"{self.file}: {self.cell(agent, day)}"


def read_grid(
    book: Workbook, path: Path, horizon: Horizon, people: Sequence[str], language: Language
) -> GridCells:
    """Find the grid and read it.

    It is found by what it says, not by where it stood: the row with the dates of the period, and
    people by their identifiers, so that rows may have been sorted and sheets renamed.

    Raises
    ------
    BadInputError
        With everything that is missing, twice there or strange.
    """
    found = _find_heads(book, horizon, TEXTS[language]["agent"])
    if found is None:
        first, last = horizon.first_date, horizon.date_of(horizon.days - 1)
        message = f"no sheet has a row with all dates from {first} to {last} and people beside them"
        raise BadInputError([InputProblem(path.name, message, "the roster sheet as smena wrote it")])
    sheet, head_row, first_column, id_column = found
    grid = GridCells(path.name, sheet, language, first_column, {}, {}, head_row)
    known, problems = set(people), list[InputProblem]()
    wanted = head_row + len(people) + _SPARE_ROWS
    for row, cells in sheet_rows(book, sheet, head_row + 1, wanted):
        if len(cells) < id_column or (ident := cells[id_column - 1]) is None:
            continue
        agent = str(ident)
        place = f"{path.name}: {sheet}!{address(row, id_column)}"
        if agent not in known:
            problems.append(
                InputProblem(place, f'there is nobody called "{agent}" in the plan', "leave as it was")
            )
        elif agent in grid.rows:
            problems.append(InputProblem(place, f'"{agent}" stands here twice', "one row per person"))
        else:
            grid.rows[agent] = row
            for day in range(horizon.days):
                column = first_column + day
                grid.values[agent, day] = cells[column - 1] if column <= len(cells) else None
    for agent in people:
        if agent not in grid.rows:
            message = f'the row of "{agent}" is missing'
            problems.append(InputProblem(f"{path.name}: {sheet}", message, "one row per person"))
    if problems:
        raise BadInputError(problems)
    return grid


def _find_heads(book: Workbook, horizon: Horizon, id_head: str) -> tuple[str, int, int, int] | None:
    """Sheet, row of the dates, column of the first date, and column of the identifiers."""
    dates = [horizon.date_of(day) for day in range(horizon.days)]
    for sheet in book.sheetnames:
        for row, cells in sheet_rows(book, sheet, 1, _HEAD_ROWS):
            plain = [value.date() if isinstance(value, dt.datetime) else value for value in cells]
            if dates[0] not in plain or id_head not in plain:
                continue
            first = plain.index(dates[0])
            if plain[first : first + len(dates)] == dates:
                return sheet, row, first + 1, plain.index(id_head) + 1
    return None


def sheet_rows(book: Workbook, sheet: str, first: int, last: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Rows of a sheet with their numbers, bounded whatever the file says of its size."""
    found = book[sheet]
    if not hasattr(found, "iter_rows"):  # a sheet that is only a chart
        return
    rows = found.iter_rows(min_row=first, max_row=last, max_col=_MOST_COLUMNS, values_only=True)
    yield from enumerate(islice(rows, last - first + 1), start=first)
