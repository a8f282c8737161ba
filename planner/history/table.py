"""Delimited text as named columns of cells, each with the line it stands on."""

import csv
import io
import re
from dataclasses import dataclass

from models.text import Text
from planner.history.problems import FileProblems
from planner.history.words import ONE_OF_EACH, columns_twice, no_columns

_DATA = re.compile(r"[\d\s+().:/,TZ-]*\d[\d\s+().:/,TZ-]*")
_DELIMITERS = ",;\t|"
_CUT = Text(en="the file ends in the middle of this line", ru="файл обрывается посреди этой строки")
_WHOLE = Text(en="the whole file; or delete the line", ru="файл целиком; или удалите строку")
_COMMAS = Text(
    en='numbers such as 3,5 in quotes, or cells separated by ";"',
    ru='числа вида 3,5 в кавычках или ячейки, разделённые ";"',
)
_UNNAMED = Text(en="(unnamed)", ru="(без имени)")
UNREADABLE_LINE = Text(
    en="the line cannot be read: a cell is too long, or its quotes are not closed",
    ru="строку не прочитать: ячейка слишком длинная или не закрыта кавычка",
)


@dataclass(frozen=True)
class Table:
    """Wanted columns of a file.

    Parameters
    ----------
    delimiter
        What cells were separated by.
    lines
        Line of each row in the file, counted from 1.
    columns
        Stripped cells per column name, as long as ``lines``.
    """

    delimiter: str
    lines: list[int]
    columns: dict[str, list[str]]


def header_of(text: str, wanted: list[str]) -> tuple[str, list[str]]:
    """Delimiter of a text and its column names.

    The delimiter is the one that finds most of the wanted columns, then most columns.
    """
    first = next((line for line in text.splitlines() if line.strip() and not names_delimiter(line)), "")
    readings = []
    for delimiter in _DELIMITERS:
        names = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
        readings.append((len(set(names) & set(wanted)), len(names), delimiter, names))
    best = max(readings, key=lambda reading: reading[:2])
    return best[2], best[3]


def read_table(text: str, wanted: list[str], problems: FileProblems) -> Table:
    """Read the wanted columns.

    Blank lines are skipped, and cells of other columns are not looked at.  Rows with too few
    or too many cells are noted as problems and left out.

    Raises
    ------
    BadInputError
        A wanted column is not there, or stands there twice.
    """
    delimiter, names = header_of(text, wanted)
    missing = [name for name in wanted if name not in names]
    if missing:
        raise problems.error(no_columns(missing), columns_listed(names))
    twice = [name for name in wanted if names.count(name) > 1]
    if twice:
        raise problems.error(columns_twice(twice), ONE_OF_EACH)
    places = {name: names.index(name) for name in wanted}
    table = Table(delimiter, [], {name: [] for name in wanted})
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header_seen = False
    try:
        for row in reader:
            if not any(cell.strip() for cell in row) or (not header_seen and names_delimiter("".join(row))):
                continue
            if not header_seen:
                header_seen = True
                continue
            if len(row) <= max(places.values()) or any(cell.strip() for cell in row[len(names) :]):
                if _is_cut(text, reader.line_num):
                    problems.about_line(reader.line_num, "", _CUT, _WHOLE)
                    continue
                message = Text(
                    en=f"{len(row)} cells under {len(names)} column names",
                    ru=f"ячеек {len(row)}, а столбцов {len(names)}",
                )
                problems.about_line(reader.line_num, "", message, _COMMAS if delimiter == "," else "")
                continue
            table.lines.append(reader.line_num)
            for name, place in places.items():
                table.columns[name].append(row[place].strip())
    except csv.Error:
        problems.about_line(reader.line_num, "", UNREADABLE_LINE)
    if not table.lines:
        problems.raise_if_any()
        raise problems.error(
            Text(en="the file has column names but no rows", ru="в файле есть имена столбцов, но нет строк"),
            Text(en="one row per interval", ru="по строке на интервал"),
        )
    return table


def _is_cut(text: str, line: int) -> bool:
    """Whether this line is the last one and has no end."""
    return not text.endswith(("\n", "\r")) and line >= len(text.splitlines())


def columns_listed(names: list[str]) -> Text:
    """The columns there are; not where the first line holds numbers or times, so somebody's data."""
    if any(_DATA.fullmatch(name) for name in names):
        return Text(
            en="the names of the columns in the first line; there stand numbers or times",
            ru="имена столбцов в первой строке; сейчас там числа или времена",
        )
    there = Text(en="the columns of the file: ", ru="столбцы файла: ")
    return there + Text.same(", ").join(name or _UNNAMED for name in names)


def names_delimiter(line: str) -> bool:
    """Whether this is the line ``sep=;`` that Excel writes above the header."""
    return line.strip().strip('"').lower().startswith("sep=") or line.strip().lower() == "sep="
