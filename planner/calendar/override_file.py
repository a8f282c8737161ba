"""Days that differ from a country's calendar, read from a file: decrees that move days off."""

import csv
import datetime as dt
from pathlib import Path
from typing import get_args

from models.calendar import CalendarOverride, DayKind
from models.errors import BadInputError, InputProblem
from models.file_trouble import UNREADABLE, reason_of
from models.text import Text

_COLUMNS = ("date", "kind", "name")
_KINDS = get_args(DayKind)
_COLUMN = Text(en=", column ", ru=", столбец ")


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
        raise _bad(path.name, UNREADABLE.format(reason=reason_of(error))) from error
    except UnicodeDecodeError as error:
        raise _bad(
            path.name,
            Text(en="the file is not UTF-8 text", ru="это не текст в кодировке UTF-8"),
            Text(en="a CSV file saved as UTF-8", ru="файл CSV, сохранённый в UTF-8"),
        ) from error
    first_line = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if ";" in first_line else ",")
    heads = [(head or "").strip().lower() for head in reader.fieldnames or ()]
    reader.fieldnames = heads
    missing = [name for name in _COLUMNS[:2] if name not in heads]
    if missing:
        absent = Text(en=" and ", ru=" и ").join(missing)
        message = Text(en="no column {names}", ru="нет столбца {names}").format(names=absent)
        raise _bad(_line(path, 1), message, Text.same(", ".join(_COLUMNS)))
    overrides: dict[dt.date, CalendarOverride] = {}
    problems: list[InputProblem] = []
    for row in reader:
        place = _line(path, reader.line_num)
        if not any((cell or "").strip() for cell in row.values() if not isinstance(cell, list)):
            continue
        date = _date((row["date"] or "").strip())
        kind = next((known for known in _KINDS if known == (row["kind"] or "").strip().lower()), None)
        if date is None:
            written = row["date"] or ""
            found = Text(en=f'"{written}" is no date', ru=f'"{written}" не дата')
            allowed = Text(en="2026-01-09 or 09.01.2026", ru="2026-01-09 или 09.01.2026")
            problems.append(InputProblem(place + _COLUMN + "date", found, allowed))
        elif date in overrides:
            found = Text(en=f"{date} stands twice", ru=f"{date} указано дважды")
            once = Text(en="each date once", ru="каждая дата один раз")
            problems.append(InputProblem(place + _COLUMN + "date", found, once))
        if kind is None:
            written = row["kind"] or ""
            found = Text(en=f'"{written}" is no kind of day', ru=f'"{written}" не вид дня')
            problems.append(InputProblem(place + _COLUMN + "kind", found, Text.same(", ".join(_KINDS))))
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


def _line(path: Path, number: int) -> Text:
    return f"{path.name}: " + Text(en=f"line {number}", ru=f"строка {number}")


def _bad(place: Text | str, message: Text, allowed: Text | str = "") -> BadInputError:
    return BadInputError([InputProblem(place, message, allowed)])
