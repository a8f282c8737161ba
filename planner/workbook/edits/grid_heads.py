"""Where the roster grid stands in a workbook: its sheet, the row of dates, a column for each."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.utils.datetime import from_excel

from models.errors import BadInputError, InputProblem
from models.horizon import Horizon
from models.text import Language, Text
from planner.workbook.edits.entries import entry_text
from planner.workbook.edits.opened import OpenedBook
from planner.workbook.page import address
from planner.workbook.texts import TEXTS

#: The heads of the grid are looked for in so many rows.
_HEAD_ROWS = 30
#: Day numbers of spreadsheets that lie in this century, in either way of counting.
_SERIALS = range(35_000, 80_000)
_WRITTEN = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]00:00(?::00)?)?"),
    re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})"),
)


@dataclass(frozen=True)
class GridHeads:
    """The heads of a grid.

    Parameters
    ----------
    sheet
        Its name.
    row
        Row of the dates.
    columns
        Column of each day of the period.
    id_column
        Column of people's identifiers.
    names
        What stands in the row of the dates, by column.
    """

    sheet: str
    row: int
    columns: tuple[int, ...]
    id_column: int
    names: dict[int, str]


def find_heads(opened: OpenedBook, horizon: Horizon, language: Language) -> GridHeads:
    """Find the grid by what it says, not by where it stood.

    Sheets may be renamed, columns inserted, dates written as text or left as bare numbers.

    Raises
    ------
    BadInputError
        If no sheet has a grid, several have one, or a date or the identifiers are missing.
    """
    id_head = TEXTS[language]["agent"]
    found = list(_rows_of_dates(opened, horizon))
    name = opened.path.name
    if not found:
        first, last = horizon.first_date, horizon.date_of(horizon.days - 1)
        message = Text(
            en=f"no sheet has a row with all dates from {first} to {last} and people beside them",
            ru=f"ни на одном листе нет строки со всеми датами с {first:%d.%m.%Y} по {last:%d.%m.%Y} и людьми рядом",
        )
        allowed = Text(
            en="the roster sheet as smena wrote it", ru="лист с графиком, каким его записала smena"
        )
        raise BadInputError([InputProblem(name, message, allowed)])
    if len(found) > 1:
        sheets = ", ".join(f'"{sheet}"' for sheet, *_ in found)
        message = Text(
            en=f"several sheets have a grid: {sheets}", ru=f"сетка есть на нескольких листах: {sheets}"
        )
        raise BadInputError([InputProblem(name, message, Text(en="one of them", ru="один из них"))])
    ((sheet, row, cells, places),) = found
    problems = list(_date_problems(f"{name}: {sheet}", row, places, horizon))
    names = {column: entry_text(value) for column, value in enumerate(cells, start=1)}
    id_column = next((column for column, text in names.items() if text == id_head), 0)
    if not id_column:
        message = Text(
            en=f'the column "{id_head}" with people\'s identifiers is missing',
            ru=f"нет столбца «{id_head}» с кодами людей",
        )
        problems.append(InputProblem(f"{name}: {sheet}!{row}", message))
    if problems:
        raise BadInputError(problems)
    columns = tuple(places[horizon.date_of(day)][0] for day in range(horizon.days))
    return GridHeads(sheet, row, columns, id_column, names)


def _rows_of_dates(
    opened: OpenedBook, horizon: Horizon
) -> Iterator[tuple[str, int, tuple[object, ...], dict[dt.date, list[int]]]]:
    """The row of each sheet that has most of the period's dates, at least half of them."""
    for sheet in opened.sheets:
        best: tuple[int, int, tuple[object, ...], dict[dt.date, list[int]]] | None = None
        for row, cells in opened.rows(sheet, 1, _HEAD_ROWS):
            places: dict[dt.date, list[int]] = {}
            for column, value in enumerate(cells, start=1):
                # most cells of a wide sheet are empty
                if value is not None and (date := _date(value, opened.book.epoch)) is not None:
                    places.setdefault(date, []).append(column)
            known = sum(0 <= horizon.day_of(date) < horizon.days for date in places)
            if 2 * known >= horizon.days and (best is None or known > best[0]):
                best = (known, row, cells, places)
        if best is not None:
            yield sheet, *best[1:]


def _date(value: object, epoch: dt.datetime) -> dt.date | None:
    """A date: as such, as text, or as the bare number of a cell that lost its format."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value in _SERIALS and isinstance(moment := from_excel(value, epoch), dt.datetime):
            return moment.date()
        return None
    if isinstance(value, str):
        for form in _WRITTEN:
            if found := form.fullmatch(value.strip()):
                try:
                    return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
                except ValueError:
                    return None
    return None


def _date_problems(
    place: str, row: int, places: dict[dt.date, list[int]], horizon: Horizon
) -> Iterator[InputProblem]:
    for day in range(horizon.days):
        date = horizon.date_of(day)
        columns = places.get(date, [])
        if not columns:
            message = Text(en=f"the column of {date} is missing", ru=f"нет столбца {date:%d.%m.%Y}")
            yield InputProblem(f"{place}!{row}", message, _as_written())
        for column in columns[1:]:
            message = Text(en=f"{date} stands here again", ru=f"{date:%d.%m.%Y} стоит здесь ещё раз")
            yield InputProblem(f"{place}!{address(row, column)}", message, _as_written())
    for date, columns in places.items():
        if not 0 <= horizon.day_of(date) < horizon.days:
            message = Text(en=f"{date} is not in the period", ru=f"{date:%d.%m.%Y} вне периода плана")
            yield InputProblem(f"{place}!{address(row, columns[0])}", message, _as_written())


def _as_written() -> Text:
    return Text(en="one column for each date of the period", ru="по столбцу на каждую дату периода")
