"""Rows of a table as numbers: when an interval begins, contacts, handle time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pandas as pd

from models.channel import HistoryFile
from models.text import Text
from planner.history.cells import (
    DATES,
    MOMENTS,
    NOT_A_DATE,
    NOT_A_MOMENT,
    NOT_A_NUMBER,
    NOT_A_TIME,
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
from planner.history.words import EMPTY_CELL, STANDING_VALUES, no_row_where

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
        raise problems.error(no_row_where(stated), STANDING_VALUES)
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
    days = _each(table, date_column, read_date, problems, NOT_A_DATE, DATES)
    clock = _each(table, time_column, read_minute, problems, NOT_A_TIME, TIMES)
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
            Text(
                en=f'the column "{column}" has dates without a clock time, and there is no column of clock times',
                ru=f'в столбце "{column}" даты без времени, и столбца со временем нет',
            ),
            Text(
                en="time_column names the column with the interval's start; of counts per day make volume",
                ru="time_column называет столбец с началом интервала; числа за день задают в volume",
            ),
        )
    moments = _each(table, column, read_moment, problems, NOT_A_MOMENT, MOMENTS)
    stated = [moment is not None and moment.offset_minutes is not None for moment in moments]
    if any(stated):
        for line, moment, has_offset in zip(table.lines, moments, stated, strict=True):
            if moment is not None and not has_offset:
                message = Text(
                    en="has no offset from UTC, though other lines have one",
                    ru="нет смещения от UTC, хотя в других строках оно есть",
                )
                allowed = Text(
                    en="an offset such as +03:00 in every line, or in none",
                    ru="смещение вида +03:00 во всех строках или ни в одной",
                )
                problems.about_line(line, column, message, allowed)
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

    found = _each(table, column, number, problems, NOT_A_NUMBER, NUMBERS)
    return [np.nan if value is None else value for value in found]


def _each(
    table: Table,
    column: str,
    read: Callable[[str], Value | None],
    problems: FileProblems,
    wrong: Text,
    allowed: Text,
) -> list[Value | None]:
    """Read every cell of a column, the same text only once."""
    cells = table.columns[column]
    known = {cell: read(cell) for cell in set(cells)}
    for line, cell in zip(table.lines, cells, strict=True):
        if known[cell] is None:
            said = f'"{cell[:60]}" ' + wrong if cell else EMPTY_CELL
            problems.about_line(line, column, said, allowed)
    return [known[cell] for cell in cells]
