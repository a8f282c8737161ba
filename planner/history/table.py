"""Delimited text as named columns of cells, each with the line it stands on."""

import csv
import io
import re
from dataclasses import dataclass

from planner.history.problems import FileProblems

_DATA = re.compile(r"[\d\s+().:/,TZ-]*\d[\d\s+().:/,TZ-]*")
_DELIMITERS = ",;\t|"


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
    missing = [f'"{name}"' for name in wanted if name not in names]
    if missing:
        noun = "is no column" if len(missing) == 1 else "are no columns"
        raise problems.error(f"there {noun} {', '.join(missing)}", columns_listed(names))
    twice = [f'"{name}"' for name in wanted if names.count(name) > 1]
    if twice:
        raise problems.error(f"more than one column is called {', '.join(twice)}", "one column of each name")
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
                message = f"{len(row)} cells under {len(names)} column names"
                hint = 'numbers such as 3,5 in quotes, or cells separated by ";"' if delimiter == "," else ""
                problems.about_line(reader.line_num, "", message, hint)
                continue
            table.lines.append(reader.line_num)
            for name, place in places.items():
                table.columns[name].append(row[place].strip())
    except csv.Error as error:
        problems.about_line(reader.line_num, "", f"the line cannot be read: {error}")
    if not table.lines:
        problems.raise_if_any()
        raise problems.error("the file has column names but no rows", "one row per interval")
    return table


def columns_listed(names: list[str]) -> str:
    """The columns there are; not where the first line holds numbers or times, so somebody's data."""
    if any(_DATA.fullmatch(name) for name in names):
        return "the names of the columns in the first line; there stand numbers or times"
    return "the columns of the file: " + ", ".join(name or "(unnamed)" for name in names)


def names_delimiter(line: str) -> bool:
    """Whether this is the line ``sep=;`` that Excel writes above the header."""
    return line.strip().strip('"').lower().startswith("sep=") or line.strip().lower() == "sep="
