"""The headings of each table, and what a column (or a setting) under each is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from models.text import Language, Text
from planner.scenario.book.leaves import Leaf
from planner.scenario.book.tables import Table, all_tables
from planner.scenario.book.wording import label_of, plain_word, same

#: The table for whatever has no column: a key and its value, as in a TOML file.
ANYTHING = "anything"

Role = Literal["value", "owner", "number", "more", "setting", "content", "remark", "key"]


@dataclass(frozen=True)
class Heading:
    """A column: its text, what it is for, and its values' field where it has one."""

    text: Text
    role: Role
    leaf: Leaf | None = None
    language: Language = "en"


@cache
def columns_of(key: str) -> tuple[Heading, ...]:
    """Columns of a table in the order they are written."""
    if key == ANYTHING:
        return (Heading(plain_word("key"), "key"), Heading(plain_word("value"), "content"))
    table = all_tables()[key]
    if table.is_settings:
        return (
            Heading(plain_word("setting"), "setting"),
            Heading(plain_word("value"), "content"),
            Heading(plain_word("meaning"), "remark"),
        )
    columns = [*_owner(table)]
    if table.numbered:
        columns.append(Heading(plain_word("number"), "number"))
    columns += [Heading(label_of(leaf, key), "value", leaf) for leaf in table.leaves]
    if table.more:
        columns.append(Heading(plain_word("more"), "more"))
    return tuple(columns)


@cache
def headings_of(key: str) -> Mapping[str, Heading]:
    """Columns of a table by their heading in either language, or by their key, as :func:`same` writes them."""
    return _by_word(columns_of(key))


@cache
def rows_of(key: str) -> Mapping[str, Heading]:
    """Settings of a table by their names, in the same way."""
    return _by_word(tuple(Heading(label_of(leaf, key), "value", leaf) for leaf in all_tables()[key].leaves))


@cache
def more_of(key: str) -> Mapping[str, Heading]:
    """Settings that share a column, by their names, in the same way."""
    return _by_word(tuple(Heading(label_of(leaf, key), "value", leaf) for leaf in all_tables()[key].more))


def key_text(leaf: Leaf) -> str:
    """Key of a field as files write it: ``break.minutes``."""
    return ".".join(str(key) for key in leaf.path)


def _owner(table: Table) -> list[Heading]:
    """The column that names the item a row is about."""
    if table.main:
        named = all_tables()[table.main]
    elif table.parent:
        named = all_tables()[table.parent]
    else:
        return []
    leaf = named.leaf_at(named.naming) if named.naming else None
    text = label_of(leaf, named.key) if leaf else plain_word("of_number")
    return [Heading(text, "owner")]


def _by_word(columns: tuple[Heading, ...]) -> dict[str, Heading]:
    found: dict[str, Heading] = {}
    languages: tuple[Language, ...] = ("en", "ru")
    for column in columns:
        if column.leaf is not None:
            found.setdefault(same(key_text(column.leaf)), column)
    for column in columns:
        for language in languages:
            word = same(column.text.in_language(language))
            found[word] = Heading(column.text, column.role, column.leaf, language)
    return found
