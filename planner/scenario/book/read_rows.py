"""Read tables with a row for each item, or with more about items of another table."""

from dataclasses import dataclass
from typing import Any

from models.text import Text
from planner.scenario.book.cell_values import CellValue, value_in
from planner.scenario.book.found_tables import FoundTable
from planner.scenario.book.headings import Heading, headings_of
from planner.scenario.book.key_paths import put
from planner.scenario.book.read_more import read_more
from planner.scenario.book.readings import ONCE, Readings, name_in
from planner.scenario.book.tables import Table
from planner.scenario.book.wording import same, title_of
from planner.scenario.origins import KeyPath, child_of
from planner.scenario.suggest import did_you_mean, listed


@dataclass(frozen=True)
class Row:
    """A row of a table: its filled cells by column of the sheet."""

    table: Table
    found: FoundTable
    columns: dict[int, Heading]
    number: int
    cells: dict[int, CellValue]

    def column(self, role: str) -> int | None:
        """Column of a role."""
        return next((column for column, heading in self.columns.items() if heading.role == role), None)

    def column_at(self, path: KeyPath) -> int | None:
        """Column of a field."""
        found = (c for c, heading in self.columns.items() if heading.leaf and heading.leaf.path == path)
        return next(found, None)


def read_rows(readings: Readings, table: Table, found: FoundTable) -> None:
    """Read every row that has anything but a number."""
    columns = _columns(readings, found)
    if not table.main:
        readings.items.setdefault(table.key, {})
        if not table.parent:
            title = found.place(
                found.head[0] - 1, found.head[1], title_of(table.key).in_language(found.language)
            )
            readings.places.cells.setdefault(table.at, title)
    for number in found.rows:
        filled = {c: found.sheet.cells[number, c] for c in columns if (number, c) in found.sheet.cells}
        if any(columns[column].role != "number" for column in filled):
            _read_row(readings, Row(table, found, columns, number, filled))


def _columns(readings: Readings, found: FoundTable) -> dict[int, Heading]:
    """Columns of a table; those nobody knows, or that are there twice, are problems."""
    known = headings_of(found.key)
    columns: dict[int, Heading] = {}
    for column, text in found.columns.items():
        heading = known.get(same(text))
        if heading is None:
            words = list(dict.fromkeys(other.text.in_language(found.language) for other in known.values()))
            said = Text(en=f'no column is called "{text[:60]}"', ru=f'столбца "{text[:60]}" нет')
            said += did_you_mean(text, words)
            allowed = listed(words) + Text(
                en="; leave a column blank before notes of your own",
                ru="; перед своими заметками оставьте пустой столбец",
            )
            readings.problem(found.place(found.head[0], column), said, allowed)
        elif any((other.role, other.leaf) == (heading.role, heading.leaf) for other in columns.values()):
            said = Text(
                en=f'the column "{text[:60]}" is there twice', ru=f'столбец "{text[:60]}" указан дважды'
            )
            readings.problem(found.place(found.head[0], column), said, ONCE)
        else:
            columns[column] = heading
    return columns


def _read_row(readings: Readings, row: Row) -> None:
    path = _item(readings, row)
    if path is None:
        return
    unit = _unit(readings, row, path)
    hours: dict[KeyPath, dict[int, Any]] = {}
    for column, heading in row.columns.items():
        leaf = heading.leaf
        if leaf is None:
            continue
        inner = (*path, *leaf.path)
        place = readings.places.cells[inner] = row.found.place(row.number, column)
        if column not in row.cells:
            continue
        if isinstance(leaf.part, int):
            value = value_in(leaf.kind, row.cells[column], leaf.name)
            hours.setdefault(inner[:-1], {})[leaf.part] = value
        else:
            readings.take(place, row.found.language, leaf, unit, inner, row.cells[column])
    for inner, weights in hours.items():
        put(readings.data, inner, [weights.get(hour, 0) for hour in range(24)])
    more = row.column("more")
    if more in row.cells and more is not None:
        read_more(readings, row.table, row.found, row.number, more, unit, path, str(row.cells[more]))


def _item(readings: Readings, row: Row) -> KeyPath | None:
    """Key path of the item a row is, or says more about; ``None``, and a problem, where nobody can tell whose it is."""
    table = row.table
    parent: KeyPath = ()
    if table.main or table.parent:
        owner = _owner(readings, row, table.main or table.parent)
        if owner is None or table.main:
            return owner
        parent = owner
    path = (*parent, *table.at, _count(readings.data, (*parent, *table.at)))
    put(readings.data, path, {})
    naming = row.column_at(table.naming)
    readings.places.cells[path] = row.found.place(row.number, naming or row.found.head[1])
    names = readings.items[table.key]
    name = str(len(names) + 1)
    number = row.column("number")
    named_by = number if table.numbered else naming
    if named_by in row.cells and named_by is not None:
        name = name_in(row.cells[named_by])
        if table.numbered and name in names:
            said = Text(en=f"the number {name} is there twice", ru=f"номер {name} указан дважды")
            readings.problem(row.found.place(row.number, named_by), said, ONCE)
    elif not table.numbered:
        return path
    names.setdefault(name, path)
    return path


def _count(data: Any, path: KeyPath) -> int:
    """How many items a list has so far."""
    for key in path:
        data = child_of(data, key)
    return len(data) if isinstance(data, list) else 0


def _owner(readings: Readings, row: Row, key: str) -> KeyPath | None:
    """Key path of the item a row names in its first column."""
    names = readings.items.get(key, {})
    column = row.column("owner")
    title = title_of(key).in_language(row.found.language)
    if column is None or column not in row.cells:
        said = Text(
            en=f'the row does not say whose it is in the table "{title}"',
            ru=f'в строке не сказано, к чему из таблицы "{title}" она относится',
        )
        readings.problem(row.found.place(row.number, column or row.found.head[1]), said, listed(names))
        return None
    name = name_in(row.cells[column])
    if name not in names:
        said = Text(
            en=f'the table "{title}" has no "{name[:60]}"', ru=f'в таблице "{title}" нет "{name[:60]}"'
        )
        said += did_you_mean(name, names)
        readings.problem(row.found.place(row.number, column), said, listed(names))
        return None
    return names[name]


def _unit(readings: Readings, row: Row, path: KeyPath) -> str:
    """Kind of unit a row is about: that of its own column, or that of the item read before."""
    column = row.column_at(("kind",))
    heading = row.columns.get(column) if column is not None else None
    if heading is not None and heading.leaf is not None and column in row.cells and column is not None:
        return str(value_in(heading.leaf.kind, row.cells[column], "kind"))
    item: Any = readings.data
    for key in path:
        item = item[key]
    return str(item.get("kind", ""))
