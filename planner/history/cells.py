"""What single cells say: dates, clock times, numbers.  ``None`` means it cannot be read."""

import datetime as dt
import math
import re
from dataclasses import dataclass

from models.text import Text

DATES = Text(en="dates such as 2024-03-31 or 31.03.2024", ru="даты вида 2024-03-31 или 31.03.2024")
TIMES = Text(en="clock times such as 09:30, in whole minutes", ru="время вида 09:30, в целых минутах")
MOMENTS = DATES + Text(en=", with a clock time: 2024-03-31 09:30", ru=" и время: 2024-03-31 09:30")
NUMBERS = Text(en="numbers of 0 or more, such as 12 or 3.5", ru="числа не меньше 0, например 12 или 3,5")
NOT_A_DATE = Text(en="is not a date", ru="не дата")
NOT_A_TIME = Text(en="is not a clock time", ru="не время")
NOT_A_MOMENT = Text(en="is not a date and time", ru="не дата и время")
NOT_A_NUMBER = Text(en="is not a number of 0 or more", ru="не число от 0 и больше")

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_RUSSIAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::00(?:\.0+)?)?")
_OFFSET = re.compile(r"(.*?)\s*(Z|[+-]\d{2}:?\d{2})")
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+")


@dataclass(frozen=True)
class Moment:
    """A date and minute by the clock; ``offset_minutes`` from UTC where the cell says it."""

    date: dt.date
    minute: int
    offset_minutes: int | None = None


def read_date(cell: str) -> dt.date | None:
    """Read a date, year first or Russian; a midnight behind it is dropped."""
    day = re.sub(r"[ T]0{1,2}:00(:00(\.0+)?)?$", "", cell)
    if match := _ISO.fullmatch(day):
        year, month, number = match.groups()
    elif match := _RUSSIAN.fullmatch(day):
        number, month, year = match.groups()
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(number))
    except ValueError:
        return None


def read_minute(cell: str) -> int | None:
    """Read a clock time as minutes after midnight; of a span such as 09:00-09:30, its start."""
    match = _TIME.fullmatch(re.split(r"\s*[-–]\s*", cell)[0])
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return 60 * int(match[1]) + int(match[2])


def read_moment(cell: str) -> Moment | None:
    """Read a date and a clock time in one cell, with or without an offset from UTC."""
    offset = None
    match = _OFFSET.fullmatch(cell)
    if match is not None and ":" in match[1]:
        cell, zone = match[1], match[2]
        digits = zone.replace(":", "")
        offset = 0 if zone == "Z" else int(digits[:3]) * 60 + int(digits[0] + digits[3:])
    day, _, time = cell.replace("T", " ").partition(" ")
    date, minute = read_date(day), read_minute(time.strip())
    if date is None or minute is None:
        return None
    return Moment(date, minute, offset)


def read_number(cell: str, comma_is_decimal: bool) -> float | None:
    """Read a finite number.

    Where commas separate the cells, "1,234" in quotes may mean two things and is refused.
    """
    text = cell.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    if "," in text:
        if "." in text or text.count(",") > 1 or (not comma_is_decimal and _THOUSANDS.fullmatch(text)):
            return None
        text = text.replace(",", ".")
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in text else None
