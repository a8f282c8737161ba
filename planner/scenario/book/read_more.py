"""Read the settings that share a cell, one a line: ``First date = 2026-11-02``."""

from models.text import Text
from planner.scenario.book.found_tables import FoundTable
from planner.scenario.book.headings import more_of
from planner.scenario.book.key_paths import put
from planner.scenario.book.list_text import split_items
from planner.scenario.book.readings import Readings
from planner.scenario.book.tables import Table
from planner.scenario.book.value_text import value_of
from planner.scenario.book.wording import same
from planner.scenario.origins import KeyPath
from planner.scenario.suggest import did_you_mean


def read_more(
    readings: Readings,
    table: Table,
    found: FoundTable,
    row: int,
    column: int,
    unit: str,
    path: KeyPath,
    text: str,
) -> None:
    """Read the settings of a unit from the text of a cell.

    Parameters
    ----------
    readings
        Where they are put.
    table, found, row, column
        The cell.
    unit
        Kind of the unit.
    path
        Key path of the unit.
    text
        What stands in the cell.
    """
    known = more_of(table.key)
    for line in split_items(text, ";\n"):
        name, equals, written = line.partition("=")
        heading = known.get(same(name))
        if not equals or heading is None or heading.leaf is None:
            words = dict.fromkeys(
                other.text.in_language(found.language)
                for other in known.values()
                if other.leaf is not None and unit in other.leaf.kinds
            )
            said = Text(en=f'"{line[:60]}" is no setting', ru=f'"{line[:60]}" не настройка')
            said += did_you_mean(name.strip(), words)
            allowed = Text.same("; ".join(f"{word} = …" for word in words))
            readings.problem(found.place(row, column), said, allowed)
            continue
        inner = (*path, *heading.leaf.path)
        value = value_of(heading.leaf.kind_under(unit), written.strip(), heading.leaf.name, ",")
        place = found.place(row, column, heading.text.in_language(found.language))
        readings.places.cells[inner] = place
        readings.check_choice(place, found.language, heading.leaf, unit, value)
        put(readings.data, inner, value)
