"""Read tables of settings: a row for each value, named in either language or by its key."""

import tomllib
from decimal import Decimal

from models.text import Text
from planner.scenario.book.found_tables import FoundTable
from planner.scenario.book.headings import rows_of
from planner.scenario.book.key_paths import parse_path, put
from planner.scenario.book.readings import ONCE, Readings
from planner.scenario.book.tables import Table
from planner.scenario.book.wording import same
from planner.scenario.suggest import did_you_mean, listed


def read_settings(readings: Readings, table: Table, found: FoundTable) -> None:
    """Read a table of settings; a blank value leaves the default."""
    known = rows_of(table.key)
    first = found.head[1]
    for row in found.rows:
        name, value = (found.sheet.cells.get((row, column)) for column in (first, first + 1))
        if name is None and value is None:
            continue
        heading = known.get(same(str(name))) if name is not None else None
        if heading is None or heading.leaf is None:
            words = list(dict.fromkeys(other.text.in_language(found.language) for other in known.values()))
            said = Text(en="the setting is not named", ru="у настройки нет названия")
            if name is not None:
                shown = str(name)[:60]
                said = Text(en=f'no setting is called "{shown}"', ru=f'настройки "{shown}" нет')
                said += did_you_mean(name, words)
            readings.problem(found.place(row, first), said, listed(words))
            continue
        path = heading.leaf.path
        if path in readings.places.cells:
            readings.problem(found.place(row, first), _twice(name), ONCE)
            continue
        readings.places.cells[path] = found.place(row, first + 1, str(name))
        if value is not None:
            readings.take(readings.places.cells[path], found.language, heading.leaf, "", path, value)


def read_anything(readings: Readings, found: FoundTable) -> None:
    """Read values that have no column, by their keys."""
    first = found.head[1]
    for row in found.rows:
        key, value = (str(found.sheet.cells.get((row, column), "")) for column in (first, first + 1))
        path = parse_path(key)
        try:
            content = tomllib.loads(f"value = {value}", parse_float=Decimal)["value"]
        except (ValueError, RecursionError):
            allowed = Text(
                en='as in a TOML file: 12, "text", [1, 2]', ru='как в файле TOML: 12, "текст", [1, 2]'
            )
            said = Text(en=f'"{value[:40]}" is no value', ru=f'"{value[:40]}" не значение')
            readings.problem(found.place(row, first + 1), said, allowed)
            continue
        if not path or not put(readings.data, path, content):
            said = Text(en=f'"{key[:40]}" is no key', ru=f'"{key[:40]}" не ключ')
            allowed = Text(en="such as agents[2].availability", ru="например agents[2].availability")
            readings.problem(found.place(row, first), said, allowed)
            continue
        readings.places.cells[path] = found.place(row, first + 1, key)


def _twice(name: object) -> Text:
    return Text(en=f'the setting "{name}" is there twice', ru=f'настройка "{name}" указана дважды')
