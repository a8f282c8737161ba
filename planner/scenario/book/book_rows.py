"""A scenario laid out as rows of tables: what is written to a workbook, before it is drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from models.text import Language
from planner.scenario.book.cell_values import Content, content_of
from planner.scenario.book.headings import ANYTHING, Heading, columns_of, more_of, rows_of
from planner.scenario.book.key_paths import path_text
from planner.scenario.book.list_text import plain_or_quoted
from planner.scenario.book.tables import Table, all_tables
from planner.scenario.book.value_text import text_of
from planner.scenario.origins import KeyPath, child_of
from planner.scenario.toml_text import toml_value

#: Contents of one row, in the order of :func:`planner.scenario.book.headings.columns_of`; ``None`` is a blank cell.
Row = list[Content | None]


@dataclass
class BookRows:
    """Rows of every table by its key, and the key paths that have a cell.

    Parameters
    ----------
    data
        The scenario as a TOML file would hold it.
    language
        Language of words.
    """

    data: Mapping[str, Any]
    language: Language
    rows: dict[str, list[Row]] = field(default_factory=dict)
    placed: set[KeyPath] = field(default_factory=set)


def book_rows(data: Mapping[str, Any], language: Language) -> dict[str, list[Row]]:
    """Lay out a scenario as rows of tables; what has no column goes to the table of keys.

    Parameters
    ----------
    data
        The scenario as a TOML file would hold it, see :func:`planner.scenario.as_written.as_written`.
    language
        Language of words.
    """
    laid = BookRows(data, language)
    for table in all_tables().values():
        if table.is_settings:
            laid.rows[table.key] = [_setting(laid, heading) for heading in _settings(table.key)]
        else:
            items = list(_items(data, table))
            rows = (
                _item_row(laid, table, path, owner, number) for number, (path, owner) in enumerate(items, 1)
            )
            laid.rows[table.key] = [row for row in rows if row is not None]
    laid.rows[ANYTHING] = [
        [Content(path_text(path), "@"), Content(toml_value(value), "@")]
        for path, value in _unplaced(laid, data, ())
    ]
    return laid.rows


def _settings(key: str) -> list[Heading]:
    return list({heading.leaf.path: heading for heading in rows_of(key).values() if heading.leaf}.values())


def _setting(laid: BookRows, heading: Heading) -> Row:
    if heading.leaf is None:
        raise ValueError(f"{heading} is no setting")
    name = Content(heading.text.in_language(laid.language), "@")
    return [name, _content(laid, (), heading, "")]


def _items(data: Mapping[str, Any], table: Table) -> Iterator[tuple[KeyPath, str | int]]:
    """Yield the key path of each item of a table's list, and the name (or number) of whose it is."""
    tables = all_tables()
    if table.main:
        main = tables[table.main]
        for number, (path, _) in enumerate(_items(data, main), 1):
            yield path, _name(data, main, path, number)
        return
    parents: list[tuple[KeyPath, str | int]] = [((), "")]
    if table.parent:
        parent = tables[table.parent]
        parents = [
            (path, _name(data, parent, path, number))
            for number, (path, _) in enumerate(_items(data, parent), 1)
        ]
    for parent_path, name in parents:
        items = _at(data, (*parent_path, *table.at))
        for position in range(len(items) if isinstance(items, list) else 0):
            yield (*parent_path, *table.at, position), name


def _name(data: Mapping[str, Any], table: Table, path: KeyPath, number: int) -> str | int:
    return str(_at(data, (*path, *table.naming))) if table.naming else number


def _item_row(laid: BookRows, table: Table, path: KeyPath, owner: str | int, number: int) -> Row | None:
    unit = str(_at(laid.data, (*path, "kind")) or "")
    row: Row = []
    says_something = not table.main
    for heading in columns_of(table.key):
        if heading.role == "owner":
            row.append(
                Content(plain_or_quoted(owner), "@") if isinstance(owner, str) else Content(owner, "0")
            )
        elif heading.role == "number":
            row.append(Content(number, "0"))
        elif heading.role == "more":
            row.append(_more(laid, table, path, unit))
        else:
            content = _content(laid, path, heading, unit)
            says_something = says_something or content is not None
            row.append(content)
    return row if says_something else None


def _content(laid: BookRows, path: KeyPath, heading: Heading, unit: str) -> Content | None:
    leaf = heading.leaf
    if leaf is None or (unit and unit not in leaf.kinds and "" not in leaf.kinds):
        return None
    place = (*path, *leaf.path)
    value = _at(laid.data, place)
    if value is None or value == {}:
        return None
    laid.placed.add(place)
    kind = leaf.kind_under(unit)
    return content_of(kind, value, leaf.name, laid.language)


def _more(laid: BookRows, table: Table, path: KeyPath, unit: str) -> Content | None:
    lines = []
    for heading in _more_headings(table.key):
        leaf = heading.leaf
        value = _at(laid.data, (*path, *leaf.path)) if leaf is not None else None
        if leaf is None or unit not in leaf.kinds or value is None or value == {}:
            continue
        laid.placed.add((*path, *leaf.path))
        text = text_of(leaf.kind_under(unit), value, leaf.name, laid.language, ",")
        lines.append(f"{heading.text.in_language(laid.language)} = {text}")
    return Content("\n".join(lines), "@") if lines else None


def _more_headings(key: str) -> list[Heading]:
    return list({heading.leaf.path: heading for heading in more_of(key).values() if heading.leaf}.values())


def _at(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = child_of(data, key)
    return data


def _unplaced(laid: BookRows, value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Yield what has no cell: single values, and tables and lists that are empty."""
    if path in laid.placed:
        return
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _unplaced(laid, inner, (*path, key))
    elif (
        isinstance(value, list)
        and value
        and any(isinstance(item, dict) or (*path, 0) in laid.placed for item in value)
    ):
        for position, inner in enumerate(value):
            yield from _unplaced(laid, inner, (*path, position))
    elif not (isinstance(value, dict) and _is_item(path)):
        yield path, value


def _is_item(path: KeyPath) -> bool:
    """Whether a path leads to an item of a list, which has a row even where the row is all blank."""
    return bool(path) and isinstance(path[-1], int)
