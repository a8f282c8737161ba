"""Write tables, lists and plain values as TOML, laid out as a person would."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

#: Tables and lists up to this length stand on the line of their key.
_LINE = 100
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def toml_text(data: Mapping[str, Any]) -> str:
    """Return a TOML document; reading it gives the same data.

    Values are texts, whole numbers, :class:`decimal.Decimal`, booleans, dates, lists and tables.
    """
    return "\n".join(_table((), data)).strip("\n") + "\n"


def toml_value(value: Any) -> str:
    """Write a value on one line."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _text(value)
        case Decimal():
            return format(value, "f")
        case int():
            return str(value)
        case dt.date() | dt.time():
            return value.isoformat()
        case list():
            return f"[{', '.join(toml_value(item) for item in value)}]"
        case dict():
            inner = ", ".join(f"{_key(key)} = {toml_value(item)}" for key, item in value.items())
            return f"{{ {inner} }}" if inner else "{}"
    raise TypeError(f"TOML has no {type(value).__name__}")


def _table(path: tuple[str, ...], table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a table: what stands on one line first, as TOML wants it."""
    apart = {key: value for key, value in table.items() if _stands_apart(path, value)}
    for key, value in table.items():
        if key not in apart:
            yield f"{_key(key)} = {_wrapped(value)}"
    for key, value in apart.items():
        inner = (*path, key)
        name = ".".join(_key(part) for part in inner)
        if isinstance(value, list):
            for item in value:
                yield from ("", f"[[{name}]]", *_table(inner, item))
        elif all(_stands_apart(inner, entry) for entry in value.values()):
            yield from _table(inner, value)
        else:
            yield from ("", f"[{name}]", *_table(inner, value))


def _stands_apart(path: tuple[str, ...], value: Any) -> bool:
    """Whether a table, or a list of tables, has a heading of its own: at the top always, else if long."""
    if isinstance(value, dict):
        return bool(value) and (not path or len(toml_value(value)) > _LINE)
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return not path or len(toml_value(value)) > _LINE
    return False


def _wrapped(value: Any) -> str:
    line = toml_value(value)
    if not isinstance(value, list) or len(line) <= _LINE:
        return line
    return "[\n" + "".join(f"  {toml_value(item)},\n" for item in value) + "]"


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _text(key)


def _text(text: str) -> str:
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x20 or ord(letter) == 0x7F else letter
