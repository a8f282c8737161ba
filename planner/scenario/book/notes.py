"""The note on a column: what it means, how it is written, what holds where it is left blank."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from pydantic import BaseModel

from models.clock import WEEKDAYS
from models.text import Language
from planner.scenario.as_written import as_written
from planner.scenario.book.cell_values import number_format
from planner.scenario.book.headings import ANYTHING, Heading, key_text
from planner.scenario.book.leaves import Leaf
from planner.scenario.book.tables import all_tables
from planner.scenario.book.value_text import text_of
from planner.scenario.book.wording import choice_word, note_of, title_of
from planner.scenario.value_kinds import ValueKind

#: Fields for which another may be filled in instead, as their notes say.
_OTHER_WAYS = {"Period": ("days",)}


@cache
def note_words(language: Language) -> dict[str, str]:
    """Words of notes and of messages that cells show."""
    path = resources.files("planner.scenario.book") / "words" / f"notes.{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def is_required(leaf: Leaf, *, is_settings: bool) -> bool:
    """Whether every row must fill a column, or the scenario a setting."""
    if leaf.name in _OTHER_WAYS.get(leaf.owner, ()):
        return False
    return leaf.required and (is_settings or len(leaf.path) == 1)


def meaning(leaf: Leaf, table: str, language: Language, *, is_settings: bool = False) -> str:
    """What a column or setting means and how it is written, in a few sentences."""
    words = note_words(language)
    kinds = {kind.base: kind for kind in leaf.kinds.values()}
    parts = [note_of(leaf, table).in_language(language)]
    parts += [
        words["share" if _is_share(kind, leaf) else base] for base, kind in kinds.items() if base != "text"
    ]
    if leaf.kind.keys == "name":
        parts.append(words["by_name"])
    elif leaf.kind.many:
        parts.append(words["many"])
    if is_required(leaf, is_settings=is_settings) and leaf.kind.keys != "weekday":
        parts.append(words["required"])
    parts.append(_only_for(leaf, table, language))
    usual = _usual(leaf, language)
    if usual:
        parts.append(words["blank"].format(default=usual))
    return " ".join(part for part in parts if part)


def note(leaf: Leaf, table: str, language: Language) -> str:
    """The note on a heading: its meaning and its key in files."""
    key = note_words(language)["key"].format(key=key_text(leaf))
    return f"{meaning(leaf, table, language)}\n{key}"


def role_note(heading: Heading, table: str, language: Language) -> str:
    """The note on a column that is no field: whose row it is, its number, or settings without a column."""
    words = note_words(language)
    about = all_tables()[table].main or all_tables()[table].parent if table != ANYTHING else ""
    match heading.role:
        case "owner":
            role = "owner" if all_tables()[about].naming else "of_number"
            return str(words[role]).format(table=title_of(about).in_language(language))
        case "number":
            return str(words["row_number"])
        case "more":
            return str(words["more"])
    return ""


def _only_for(leaf: Leaf, table: str, language: Language) -> str:
    """Name the laws that know a setting, where not all do."""
    if table != "law_packs" or "" in leaf.kinds:
        return ""
    laws = all_tables()[table].leaves[0].kind.choices
    if len(leaf.kinds) == len(laws):
        return ""
    known = "; ".join(choice_word("kind", law).in_language(language) for law in leaf.kinds)
    return str(note_words(language)["only_for"]).format(kinds=known)


def _is_share(kind: ValueKind, leaf: Leaf) -> bool:
    return number_format(kind, leaf.name, "en").endswith("%")


def _usual(leaf: Leaf, language: Language) -> str:
    """Default of a field as people write it; nothing where it has none, or one that needs no word."""
    default: Any = leaf.default
    if (
        default in (None, "", (), {})
        or default == WEEKDAYS
        or leaf.kind.keys == "hour"
        or len(leaf.kinds) > 1
    ):
        return ""
    if leaf.kind.base == "span":
        return str(default)
    if _is_share(leaf.kind, leaf):
        return f"{float(default) * 100:g} %"
    written = as_written_value(leaf.kind, default)
    return text_of(leaf.kind, written, leaf.name, language)


def as_written_value(kind: ValueKind, value: Any) -> Any:
    """A default as a file would write it."""
    if isinstance(value, BaseModel):
        return as_written(value)
    if kind.base == "duration":
        return f"{value // 60}:{value % 60:02d}"
    return list(value) if isinstance(value, tuple) else value
