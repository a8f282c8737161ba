"""What tables, columns and values are called, in both languages, and how a word is recognised."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from models.text import Language, Text
from planner.scenario.book.leaves import Leaf

#: Letters that look like spaces, or like nothing.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u2009\u3000\t\n\r"), " ")
_NOTHING = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def title_of(key: str) -> Text:
    """Title of a table; its key where nobody has written one."""
    return _either("titles", "tables", key) or Text(en=key, ru=key)


def sheet_name(key: str) -> Text:
    """Name of a sheet."""
    return _either("titles", "sheets", key) or Text(en=key, ru=key)


def plain_word(key: str) -> Text:
    """Return a word that stands in every workbook, such as "Setting" or "Value"."""
    return _either("titles", "words", key) or Text(en=key, ru=key)


def label_of(leaf: Leaf, table: str) -> Text:
    """Heading of a column, or name of a setting."""
    written = _field(leaf, table)
    if leaf.part is None:
        return Text(en=written["en"][0], ru=written["ru"][0])
    part = part_word(leaf.part)
    if table == "rules":
        return Text(
            **{language: f"{written[language][0]}: {part.in_language(language)}" for language in ("en", "ru")}
        )
    return part


def note_of(leaf: Leaf, table: str) -> Text:
    """What a column means; empty where its heading says it all."""
    written = _field(leaf, table)
    return Text(en=written["en"][1], ru=written["ru"][1])


def part_word(part: str | int) -> Text:
    """A weekday, or a clock hour."""
    return Text(en=f"{part:02d}:00", ru=f"{part:02d}:00") if isinstance(part, int) else choice_word("", part)


def choice_word(field: str, value: str) -> Text:
    """Word of a drop-down for a value; the value itself where nobody has written one."""
    found = _either("choices", None, f"{field}.{value}") or _either("choices", None, value)
    return found or Text(en=value, ru=value)


def choice_among(field: str, values: Iterable[str], written: str) -> str | None:
    """Value meant by a word in either language, or by itself; ``None`` where none is."""
    wanted = same(written)
    for value in values:
        word = choice_word(field, value)
        if wanted in (same(word.en), same(word.ru), same(value)):
            return value
    return None


def has_words(leaf: Leaf, table: str) -> bool:
    """Whether somebody has written a heading for a column."""
    return any(key in _words("fields", "en") for key in _keys(leaf, table))


def same(text: str) -> str:
    """Return a text without what readers do not see: capitals, kinds and numbers of spaces, ё and е."""
    plain = clean(text).casefold().replace("ё", "е").rstrip("*:").strip()
    return " ".join(plain.split())


def clean(text: str) -> str:
    """Return a text with ordinary spaces, none of them at its ends, and nothing invisible."""
    return text.translate(_SPACES | _NOTHING).strip()


def is_odd_space(letter: str) -> bool:
    """Whether :func:`clean` takes a letter for an ordinary space, or for nothing."""
    return ord(letter) in _SPACES or ord(letter) in _NOTHING


def clean_lines(text: str) -> str:
    """Return the same with its line ends left."""
    return "\n".join(clean(line) for line in text.replace("\r\n", "\n").split("\n")).strip()


def _field(leaf: Leaf, table: str) -> Mapping[str, list[str]]:
    plain = leaf.name.replace("_", " ")
    other = [plain[:1].upper() + plain[1:], ""]
    found: dict[str, list[str]] = {}
    for language in ("en", "ru"):
        words = _words("fields", language)
        found[language] = next((words[key] for key in _keys(leaf, table) if key in words), other)
    return found


def _keys(leaf: Leaf, table: str) -> tuple[str, ...]:
    return (f"{table}.{leaf.name}", f"{leaf.owner}.{leaf.name}", leaf.name)


def _either(file: str, section: str | None, key: str) -> Text | None:
    languages: tuple[Language, ...] = ("en", "ru")
    found = {}
    for language in languages:
        words = _words(file, language)
        found[language] = (words[section] if section else words).get(key)
    return Text(**found) if all(found.values()) else None


@cache
def _words(file: str, language: str) -> dict[str, Any]:
    path = resources.files("planner.scenario.book") / "words" / f"{file}.{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
