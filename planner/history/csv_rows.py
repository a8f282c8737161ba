"""Rows of a table as numbers: when an interval begins, contacts, handle time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pandas as pd

from models.channel import HistoryFile
from planner.history.cells import (
    DATES,
    MOMENTS,
    NUMBERS,
    TIMES,
    Moment,
    read_date,
    read_minute,
    read_moment,
    read_number,
)
from planner.history.problems import FileProblems
from planner.history.table import Table, header_of, read_table

Value = TypeVar("Value")


@dataclass(frozen=True)
class Rows:
    """Readable rows of a file.

    ``frame`` has the columns ``line``, ``minute`` (since 1970-01-01 00:00 by the clock the
    file is written in; UTC where ``in_utc``), ``contacts`` and ``aht_seconds`` (NaN where the
    cell is empty or there is no such column).
    """

    frame: pd.DataFrame
    in_utc: bool


def read_rows(text: str, file: HistoryFile, problems: FileProblems) -> Rows:
    """Read every cell that is needed; note every one that cannot be read."""
    time_column = _time_column(text, file)
    wanted = [file.date_column, time_column, file.contacts_column, file.aht_seconds_column, *file.where]
    table = read_table(text, [name for name in dict.fromkeys(wanted) if name], problems)
    if file.where:
        table = _chosen(table, file, problems)
    minutes, in_utc = _minutes(table, file.date_column, time_column, problems)
    frame = pd.DataFrame({"line": table.lines, "minute": minutes})
    frame["contacts"] = _numbers(table, file.contacts_column, problems, may_be_empty=False)
    frame["aht_seconds"] = np.nan
    if file.aht_seconds_column:
        frame["aht_seconds"] = _numbers(table, file.aht_seconds_column, problems, may_be_empty=True)
    return Rows(frame, in_utc)


def _chosen(table: Table, file: HistoryFile, problems: FileProblems) -> Table:
    """Only the rows ``where`` asks for; capitals do not matter."""
    kept = list(range(len(table.lines)))
    for column, words in file.where.items():
        wanted = {word.strip().casefold() for word in words}
        kept = [place for place in kept if table.columns[column][place].casefold() in wanted]
    if not kept:
        stated = ", ".join(f"{column} = {' or '.join(words)}" for column, words in file.where.items())
        raise problems.error(f"no row has where: {stated}", "values that stand in the file")
    columns = {name: [cells[place] for place in kept] for name, cells in table.columns.items()}
    return Table(table.delimiter, [table.lines[place] for place in kept], columns)


def _time_column(text: str, file: HistoryFile) -> str | None:
    """Column with the clock time; ``None`` when it was left out and is not in the file."""
    chosen = "time_column" in file.model_fields_set
    if not chosen and file.time_column not in header_of(text, [file.date_column])[1]:
        return None
    return file.time_column or None


def _minutes(
    table: Table, date_column: str, time_column: str | None, problems: FileProblems
) -> tuple[list[float], bool]:
    if time_column is None:
        return _moments(table, date_column, problems)
    days = _each(table, date_column, read_date, problems, f"is not a date|{DATES}")
    clock = _each(table, time_column, read_minute, problems, f"is not a clock time|{TIMES}")
    moments = [
        np.nan if day is None or minute is None else day.toordinal() * 1440.0 + minute
        for day, minute in zip(days, clock, strict=True)
    ]
    return [moment - _EPOCH for moment in moments], False


_EPOCH = 719_163 * 1440.0  # ordinal of 1970-01-01


def _moments(table: Table, column: str, problems: FileProblems) -> tuple[list[float], bool]:
    cells = set(table.columns[column])
    if cells and all(read_moment(cell) is None and read_date(cell) is not None for cell in cells):
        raise problems.error(
            f'the column "{column}" has dates without a clock time, and there is no column of clock times',
            "time_column names the column with the interval's start; of counts per day make volume",
        )
    moments = _each(table, column, read_moment, problems, f"is not a date and time|{MOMENTS}")
    stated = [moment is not None and moment.offset_minutes is not None for moment in moments]
    if any(stated):
        for line, moment, has_offset in zip(table.lines, moments, stated, strict=True):
            if moment is not None and not has_offset:
                message = "has no offset from UTC, though other lines have one"
                problems.about_line(
                    line, column, message, "an offset such as +03:00 in every line, or in none"
                )
    return [_since_epoch(moment) for moment in moments], any(stated)


def _since_epoch(moment: Moment | None) -> float:
    if moment is None:
        return np.nan
    return moment.date.toordinal() * 1440.0 - _EPOCH + moment.minute - (moment.offset_minutes or 0)


def _numbers(table: Table, column: str, problems: FileProblems, may_be_empty: bool) -> list[float]:
    def number(cell: str) -> float | None:
        if may_be_empty and not cell:
            return np.nan
        found = read_number(cell, comma_is_decimal=table.delimiter != ",")
        return None if found is None or found < 0 else found

    found = _each(table, column, number, problems, f"is not a number of 0 or more|{NUMBERS}")
    return [np.nan if value is None else value for value in found]


def _each(
    table: Table,
    column: str,
    read: Callable[[str], Value | None],
    problems: FileProblems,
    message: str,
) -> list[Value | None]:
    """Read every cell of a column, the same text only once; ``message`` is "what is wrong|what is allowed"."""
    cells = table.columns[column]
    known = {cell: read(cell) for cell in set(cells)}
    wrong, allowed = message.split("|")
    for line, cell in zip(table.lines, cells, strict=True):
        if known[cell] is None:
            problems.about_line(
                line, column, f'"{cell[:60]}" {wrong}' if cell else "the cell is empty", allowed
            )
    return [known[cell] for cell in cells]
