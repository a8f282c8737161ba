"""Values of every kind, drawn to be awkward: texts spreadsheets or TOML could take for something else, odd numbers."""

import datetime as dt
from decimal import Decimal
from random import Random
from typing import Any

from pydantic.fields import FieldInfo

from models.clock import WEEKDAYS
from planner.scenario.as_written import duration_text
from planner.scenario.value_kinds import ValueKind

ODD = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+7 495",
    "-x",
    "@here",
    '"',
    '"quoted"',
    "a;b",
    "a, b",
    "x = y",
    "none",
    "нет",
    "closed",
    "-",
    " padded ",
    "\u00a0",
    "a\u00a0b",
    "",
    "two\nlines",
    "tab\there",
    "carriage\rreturn",
    "_x0041_",
    "\x07bell",
    "1",
    "1.50",
    "1,234",
    "24:00",
    "2026-11-02",
    "TRUE",
    "да",
    "#REF!",
    "a" * 60,
    "\u200bинвиз",
    "\ufffe",
    "🙂",
    "'apostrophe",
    "back\\slash",
    "ends in \\",
    "\\n",
    "a[1].b",
    "{en}",
    "<b>&amp;</b>",
    "]]>",
    "0012",
    "1e5",
    "\x85next",
    "\u2028line",
)
#: What fields take that hold names others refer to.
_PLAIN = "abcdefzабвя019._-"
_FIXED: dict[str, tuple[Any, ...]] = {
    "zone": ("UTC", "Europe/Moscow", "America/St_Johns"),
    "currency": ("RUB", "EUR", "JPY"),
    "country": ("RU", "DE", "US"),
}
_FIRST, _NEW_YEAR, _LAST = dt.date(1850, 1, 1), dt.date(2026, 1, 1), dt.date(2200, 1, 1)


def random_values(random: Random, kind: ValueKind, field: str, info: FieldInfo) -> Any:
    """Draw what a file could say of a field; it may be invalid."""
    marks = [*info.metadata, *_inner_marks(info.annotation)]
    if field == "slowdown":
        return sorted([1, *(_decimal(random, 1, 3) for _ in range(random.randint(0, 3)))])
    if kind.keys == "hour":
        return [random.choice([random.randint(0, 9), _decimal(random, 0, 9)]) for _ in range(24)]
    if kind.keys == "weekday":
        days = random.sample(WEEKDAYS, random.randint(0, 7))
        return {day: _many(random, kind, field, marks) for day in days}
    if kind.keys == "name":
        names = {random.choice([_name, _text])(random) for _ in range(random.randint(0, 3))}
        return {name: _many(random, kind, field, marks) for name in sorted(names)}
    return _many(random, kind, field, marks)


def _many(random: Random, kind: ValueKind, field: str, marks: list[Any]) -> Any:
    if not kind.many:
        return _one(random, kind, field, marks)
    return [_one(random, kind, field, marks) for _ in range(random.randint(0, 3))]


def _one(random: Random, kind: ValueKind, field: str, marks: list[Any]) -> Any:
    if kind.choices:
        value = random.choice(kind.choices)
        return int(value) if kind.base == "whole" else value
    if field in _FIXED:
        return random.choice(_FIXED[field])
    least, most = _bounds(marks)
    match kind.base:
        case "text":
            return random.choice([_name, _text, _text])(random)
        case "whole":
            return random.randint(int(least), int(random.choice([min(most, least + 40), most])))
        case "number":
            return _decimal(random, least, most)
        case "money":
            return random.choice([random.randint(0, 10**9), _decimal(random, 0, 10**6, 4)])
        case "yes_no":
            return random.random() < 0.5
        case "date":
            first, last = (
                (_FIRST, _LAST) if random.random() < 0.1 else (_NEW_YEAR, _NEW_YEAR.replace(month=12))
            )
            return first + dt.timedelta(random.randint(0, (last - first).days))
        case "clock":
            return _clock(random)
        case "duration":
            minutes = random.choice([60, 480, 720, random.randint(max(0, int(least)), int(min(most, 20160)))])
            return random.choice([minutes, duration_text(minutes)])
        case "span":
            return f"{_clock(random)}-{_clock(random)}"
    raise AssertionError(kind)


def _decimal(random: Random, least: float, most: float, places: int = 9) -> Decimal:
    digits = random.randint(0, places)
    drawn = Decimal(repr(round(random.uniform(least, most), digits)))
    return min(max(drawn, Decimal(repr(least))), Decimal(repr(most)))


def _clock(random: Random) -> str:
    minute = random.choice([random.randint(0, 1440), 30 * random.randint(0, 48)])
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _name(random: Random) -> str:
    return "".join(random.choice(_PLAIN) for _ in range(random.randint(1, 8)))


def _text(random: Random) -> str:
    if random.random() < 0.7:
        return random.choice(ODD)
    reach = random.choice([0x7F, 0x4FF, 0xD7FF, 0x1FFFF])
    drawn = "".join(chr(random.randint(0, reach)) for _ in range(random.randint(1, 12)))
    return drawn.encode("utf-8", "ignore").decode()


def _bounds(marks: list[Any]) -> tuple[float, float]:
    least, most = -1000.0, 5000.0
    for mark in marks:
        for sign in ("ge", "gt"):
            least = max(least, float(getattr(mark, sign, least)))
        for sign in ("le", "lt"):
            most = min(most, float(getattr(mark, sign, most)))
    return least, most


def _inner_marks(annotation: Any) -> list[Any]:
    marks = list(getattr(annotation, "__metadata__", ()))
    for part in getattr(annotation, "__args__", ()):
        marks += _inner_marks(part)
    for mark in list(marks):
        marks += getattr(mark, "metadata", [])
    return marks
