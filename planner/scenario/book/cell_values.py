"""A value as a cell holds it, and a cell as a value: real dates, times and numbers wherever Excel has them."""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.clock import parse_clock, parse_duration
from models.text import Language
from planner.scenario.book.value_text import text_of, value_of
from planner.scenario.value_kinds import ValueKind

#: What openpyxl reads a cell as.
CellValue = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta

#: Dates of earlier years are lengths of time shown as dates: 40:00 is 1 January 1900, 16:00.
FIRST_YEAR = 1905
#: Spreadsheets keep numbers as doubles, and lengths of time as days.
_MOST_WHOLE = 10**15
_MOST_HOURS = 9999
_SHARE = re.compile(
    r"(^|_)(share|premium|probability|confidence|deflection|occupancy_cap)($|_)|load_quantile"
)
_WEIGHTS = ("hourly_share", "weekend_hourly_share")


@dataclass(frozen=True)
class Content:
    """What is written to a cell, and how it is shown."""

    value: str | int | float | Decimal | dt.date | dt.time
    number_format: str


def content_of(kind: ValueKind, value: Any, field: str, language: Language) -> Content:
    """Write a value as a TOML file would hold it to a cell.

    What a cell cannot hold exactly is written as text.
    """
    form = number_format(kind, field, language)
    if kind.many or kind.keys == "name":
        return Content(text_of(kind, value, field, language), "@")
    match kind.base, value:
        case (("whole" | "number" | "money"), (int() | Decimal())) if _is_exact(value):
            return Content(value, form)
        case "date", dt.date() if value.year >= FIRST_YEAR:
            return Content(value, form)
        case "clock", str() if value != "24:00":
            hour, minute = divmod(parse_clock(value), 60)
            return Content(dt.time(hour, minute), form)
        case "duration", _:
            minutes = parse_duration(value)
            if minutes > _MOST_HOURS * 60:
                return Content(minutes, "0") if minutes < _MOST_WHOLE else Content(str(minutes), "@")
            return Content(minutes / 1440, form)
    return Content(text_of(kind, value, field, language), "@")


def number_format(kind: ValueKind, field: str, language: Language) -> str:
    """Excel's number format of a kind of value."""
    if kind.many or kind.keys == "name":
        return "@"
    match kind.base:
        case "whole":
            return "0"
        case "number":
            return "0.0%" if _SHARE.search(field) and field not in _WEIGHTS else "General"
        case "money":
            return "#,##0.00##"
        case "date":
            return "dd.mm.yyyy" if language == "ru" else "yyyy-mm-dd"
        case "clock":
            return "hh:mm"
        case "duration":
            return "[h]:mm"
    return "@"


def value_in(kind: ValueKind, cell: CellValue, field: str) -> Any:
    """Read a cell as a TOML file would hold it; what is no such value is left for others to refuse."""
    if isinstance(cell, str):
        return value_of(kind, cell, field)
    single = _single(kind, cell)
    return [single] if kind.many else single


def _single(kind: ValueKind, cell: CellValue) -> Any:
    if isinstance(cell, bool):
        return cell if kind.base in ("yes_no", "text") else str(cell)
    if isinstance(cell, int | float):
        return _number(kind, cell)
    if isinstance(cell, dt.datetime):
        return cell.date() if cell.time() == dt.time() else cell
    if isinstance(cell, dt.date | str):
        return cell
    minutes = _minutes(cell)
    if kind.base == "duration" and minutes is not None:
        return minutes
    if minutes is not None and minutes <= 24 * 60:
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(cell, dt.timedelta) and cell < dt.timedelta():
        below = round(-cell / dt.timedelta(minutes=1))
        return f"-{below // 60}:{below % 60:02d}"
    return str(cell)


def _number(kind: ValueKind, number: float) -> Any:
    whole = int(number) if float(number).is_integer() and abs(number) < _MOST_WHOLE else None
    match kind.base:
        case "whole" | "number" | "money":
            return Decimal(repr(number)) if whole is None else whole
        case "duration" if whole is not None:
            return whole
    # A date, a clock time or a name is never meant by a bare number, but names may look like one.
    return str(whole if whole is not None else number)


def _minutes(cell: dt.time | dt.timedelta) -> int | None:
    """Whole minutes of a time; spreadsheets keep fractions of a day, which are a little off."""
    if isinstance(cell, dt.time):
        seconds = cell.hour * 3600 + cell.minute * 60 + cell.second + cell.microsecond / 1e6
    else:
        seconds = cell.total_seconds()
    minutes = round(seconds / 60)
    return minutes if abs(seconds - 60 * minutes) < 1 and minutes >= 0 else None


def _is_exact(value: int | Decimal) -> bool:
    if isinstance(value, int):
        return abs(value) < _MOST_WHOLE
    return Decimal(repr(float(value))) == value
