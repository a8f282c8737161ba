"""Days that differ from a country's calendar, read from a file: decrees that move days off."""

import csv
import datetime as dt
from pathlib import Path
from typing import get_args

from models.calendar import CalendarOverride, DayKind
from models.errors import BadInputError, InputProblem

_COLUMNS = ("date", "kind", "name")
_KINDS = get_args(DayKind)


def read_overrides(path: Path) -> tuple[CalendarOverride, ...]:
    """Read a table of dates, UTF-8, with commas or semicolons.

    Columns: ``date`` (2026-01-09 or 09.01.2026), ``kind`` (``working``, ``short``, ``weekend``
    or ``holiday``) and, if wanted, ``name``.

    Raises
    ------
    BadInputError
        With every mistake: the file is not there or no text, a column is missing, a cell
        cannot be read, a date stands twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _bad(path.name, f"the file cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise _bad(path.name, "the file is not UTF-8 text", "a CSV file saved as UTF-8") from error
    first_line = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if ";" in first_line else ",")
    heads = [(head or "").strip().lower() for head in reader.fieldnames or ()]
    reader.fieldnames = heads
    missing = [name for name in _COLUMNS[:2] if name not in heads]
    if missing:
        raise _bad(f"{path.name}: line 1", f"no column {' and '.join(missing)}", ", ".join(_COLUMNS))
    overrides: dict[dt.date, CalendarOverride] = {}
    problems: list[InputProblem] = []
    for row in reader:
        place = f"{path.name}: line {reader.line_num}"
        if not any((cell or "").strip() for cell in row.values() if not isinstance(cell, list)):
            continue
        date = _date((row["date"] or "").strip())
        kind = next((known for known in _KINDS if known == (row["kind"] or "").strip().lower()), None)
        if date is None:
            found = f'"{row["date"] or ""}" is no date'
            problems.append(InputProblem(f"{place}, column date", found, "2026-01-09 or 09.01.2026"))
        elif date in overrides:
            problems.append(InputProblem(f"{place}, column date", f"{date} stands twice", "each date once"))
        if kind is None:
            found = f'"{row["kind"] or ""}" is no kind of day'
            problems.append(InputProblem(f"{place}, column kind", found, ", ".join(_KINDS)))
        if date is not None and kind is not None:
            overrides[date] = CalendarOverride(date=date, kind=kind, name=(row.get("name") or "").strip())
    if problems:
        raise BadInputError(problems)
    return tuple(overrides.values())


def _date(text: str) -> dt.date | None:
    try:
        if "." in text:
            return dt.datetime.strptime(text, "%d.%m.%Y").replace(tzinfo=dt.UTC).date()
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _bad(place: str, message: str, allowed: str = "") -> BadInputError:
    return BadInputError([InputProblem(place, message, allowed)])
