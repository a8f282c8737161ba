"""A value as text, and text as a value: what lists, settings of rules and text cells are made of.

Values are those a TOML file would hold: texts, whole numbers, decimals, ``"12h"``, ``"09:30"``.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from models.text import Language
from planner.scenario.book.list_text import QUOTED, plain_or_quoted, split_items, unquoted
from planner.scenario.book.wording import choice_among, choice_word, same
from planner.scenario.value_kinds import ValueKind

_WORDS = ("yes", "no", "none", "closed")
#: What ends an item of a list, or a name in front of a value.
_SEPARATORS = ",;=\n"
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г\.?)?")
_DURATION = re.compile(r"(?:(\d{1,4})\s*(?:h|ч|hours?|час\w*)\.?)?\s*(?:(\d{1,4})\s*(?:m|м|min|мин)\.?)?")
#: A thousand and something, or one and a fraction: nobody can tell.
_EITHER_WAY = re.compile(r"\d{1,3},\d{3}")
#: Thousands set apart where the fraction, or a second separator, leaves no doubt: 12,000.50, 12.000,50, 1'200.
_GROUPED = tuple(
    re.compile(pattern)
    for pattern in (
        r"([+-]?\d{1,3}(?:,\d{3})+)\.(\d+)",
        r"([+-]?\d{1,3}(?:\.\d{3})+),(\d+)",
        r"([+-]?\d{1,3}(?:['’]\d{3})+)(?:[.,](\d+))?",
        r"([+-]?\d{1,3}(?:,\d{3}){2,}|[+-]?\d{1,3}(?:\.\d{3}){2,})()",
    )
)
_HOURS = re.compile(r"(\d{1,4}):(\d{2})")
#: Hours as people write them: 09:00-18:00, 9.00-18.00, 9-18.
_SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?-(\d{1,2})(?:[:.](\d{2}))?")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_DASHES = str.maketrans(dict.fromkeys("–—−‑", "-"))


def text_of(kind: ValueKind, value: Any, field: str, language: Language, comma: str = ";") -> str:
    """Write a value, or a list of them, as text of a cell.

    Parameters
    ----------
    kind
        What it is.
    value
        The value as a TOML file would hold it.
    field
        Its field, for the words of choices.
    language
        Language of words.
    comma
        What separates the items of a list.
    """
    if kind.keys == "name":
        single = ValueKind(kind.base, kind.many, choices=kind.choices)
        entries = (
            f"{plain_or_quoted(key, _SEPARATORS)} = {text_of(single, item, field, language, ',')}"
            for key, item in value.items()
        )
        return "; ".join(entries)
    if not kind.many:
        return _one_text(kind, value, field, language, _SEPARATORS if comma == "," else "")
    if not value:
        return choice_word("", "closed" if kind.base == "span" else "none").in_language(language)
    return f"{comma} ".join(_one_text(kind, item, field, language, _SEPARATORS) for item in value)


def value_of(kind: ValueKind, text: str, field: str, commas: str = ";,\n") -> Any:
    """Read a text as a value of a kind; text that is none is returned as it is, for others to refuse."""
    if kind.keys == "name":
        single = ValueKind(kind.base, kind.many, choices=kind.choices)
        entries = {}
        for piece in split_items(text, ";\n"):
            key, equals, item = _named(piece)
            if not equals:
                return text
            entries[unquoted(key)] = value_of(single, item, field, ",")
        return entries
    if not kind.many:
        return _ONE[kind.base](kind, text, field)
    if same(text) in _NOTHING:
        return []
    separators = ";\n" if kind.base in ("number", "money") and commas != "," else commas
    return [_ONE[kind.base](kind, piece, field) for piece in split_items(text, separators)]


def _named(piece: str) -> tuple[str, str, str]:
    quoted = QUOTED.match(piece)
    if quoted is None:
        return piece.partition("=")
    equals, item = piece[quoted.end() :].lstrip()[:1], piece[quoted.end() :].lstrip()[1:]
    return quoted[0], "=" if equals == "=" else "", item


def _one_text(kind: ValueKind, value: Any, field: str, language: Language, avoid: str) -> str:
    match value:
        case bool():
            return choice_word("", "yes" if value else "no").in_language(language)
        case dt.date():
            return f"{value:%d.%m}.{value.year:04d}" if language == "ru" else value.isoformat()
        case Decimal():
            return format(value, "f")
        case str() if kind.base == "choice":
            word = choice_word(field, value).in_language(language)
            return value if any(letter in word for letter in avoid) else word
        case str() if kind.base == "text":
            return plain_or_quoted(value, avoid, _NOTHING if avoid else ())
    return str(value)


def _number(_: ValueKind, text: str, __: str) -> Any:
    plain = unquoted(text).replace(" ", "").replace("−", "-")
    percent = plain.endswith("%")
    plain = plain.removesuffix("%")
    if _EITHER_WAY.fullmatch(plain):
        return text
    grouped = next((match for pattern in _GROUPED if (match := pattern.fullmatch(plain))), None)
    if grouped:
        plain = re.sub(r"[.,'’]", "", grouped[1]) + (f".{grouped[2]}" if grouped[2] else "")
    elif plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return text
    if not number.is_finite():
        return text
    number = number / 100 if percent else number
    return int(number) if re.fullmatch(r"[+-]?\d{1,18}", plain) and not percent else number


def _yes_no(_: ValueKind, text: str, __: str) -> Any:
    written = same(text)
    if written in {*_said("yes"), "true", "истина"}:
        return True
    return False if written in {*_said("no"), "false", "ложь"} else text


def _date(_: ValueKind, text: str, __: str) -> Any:
    match = _DATE.fullmatch(text.strip())
    try:
        if match:
            return dt.date(int(match[3]), int(match[2]), int(match[1]))
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return text


def _duration(_: ValueKind, text: str, __: str) -> Any:
    written = same(text)
    match = _HOURS.fullmatch(written)
    if match and int(match[2]) < 60:
        return int(match[1]) * 60 + int(match[2])
    match = _DURATION.fullmatch(written)
    if match and written:
        return int(match[1] or 0) * 60 + int(match[2] or 0)
    return int(written) if re.fullmatch(r"\d{1,15}", written) else text


def _span(_: ValueKind, text: str, __: str) -> str:
    tidy = text.translate(_DASHES).replace(" ", "")
    match = _SPAN.fullmatch(tidy)
    return f"{match[1]}:{match[2] or '00'}-{match[3]}:{match[4] or '00'}" if match else text


def _choice(kind: ValueKind, text: str, field: str) -> str:
    return choice_among(field, kind.choices, text) or unquoted(text)


def _text(_: ValueKind, text: str, __: str) -> str:
    return unquoted(text)


def _clock(_: ValueKind, text: str, __: str) -> str:
    match = _CLOCK.fullmatch(text.strip())
    return f"{match[1]}:{match[2]}" if match else text.strip()


def _said(word: str) -> set[str]:
    text = choice_word("", word)
    return {same(text.en), same(text.ru)}


_NOTHING = frozenset({*_said("none"), *_said("closed"), "-", "–", "—"})
_ONE: dict[str, Callable[[ValueKind, str, str], Any]] = {
    "text": _text,
    "whole": _number,
    "number": _number,
    "money": _number,
    "yes_no": _yes_no,
    "date": _date,
    "clock": _clock,
    "duration": _duration,
    "span": _span,
    "choice": _choice,
}
