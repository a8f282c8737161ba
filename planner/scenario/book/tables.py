"""The tables of a workbook, made from the scenario's model: a new field finds its column by itself.

Lists of models become tables with a row per item; lists inside the items become tables whose
first column names the item.  All single values of the scenario stand in tables of settings, a
row per value.  Where a list has many fields, several tables share them: the first has a row
for each item, the others say more about items of the first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from planner.scenario.book.arrangement import FACETS, MORE, SETTINGS
from planner.scenario.book.leaves import Leaf, Listed, leaves_of, leaves_of_units
from planner.scenario.origins import KeyPath
from planner.scenario.schema import scenario_model

#: Fields an item may be named by, in the order they are looked for.
NAMING = ("id", "name", "agent")


@dataclass(frozen=True)
class Table:
    """A table of the workbook.

    Parameters
    ----------
    key
        Name of the table, whatever language its title is in.
    leaves
        Its columns; of settings, its rows.
    at
        Keys that lead to its list from the item it is part of, or from the scenario.
    parent
        Key of the table whose items have the list; empty for lists of the scenario itself.
    main
        Key of the table with a row for each item, where this one says more about them.
    naming
        Path of the column that names an item, for other tables to refer to; ``()`` where items
        are numbered.
    numbered
        Whether a column numbers the rows, because other tables refer to them.
    is_settings
        Whether each value has a row instead of a column.
    more
        Columns that share the one column "More settings".
    """

    key: str
    leaves: tuple[Leaf, ...]
    at: KeyPath = ()
    parent: str = ""
    main: str = ""
    naming: KeyPath = ()
    numbered: bool = False
    is_settings: bool = False
    more: tuple[Leaf, ...] = ()

    def leaf_at(self, path: KeyPath) -> Leaf | None:
        """Column (or row) of a path."""
        return next((leaf for leaf in (*self.leaves, *self.more) if leaf.path == path), None)


@cache
def all_tables() -> dict[str, Table]:
    """Every table by its key: settings, then lists, each before those that refer to it."""
    found = list(leaves_of(scenario_model()))
    tables = [*_settings([leaf for leaf in found if isinstance(leaf, Leaf)])]
    for listed in found:
        if isinstance(listed, Listed):
            tables += _tables_of_list(listed, "")
    return {table.key: table for table in tables}


def _settings(leaves: list[Leaf]) -> Iterator[Table]:
    rest = list(leaves)
    for key, prefixes in SETTINGS.items():
        chosen = tuple(leaf for prefix in prefixes for leaf in rest if leaf.path[: len(prefix)] == prefix)
        if key == "other_settings":
            chosen = tuple(rest)
        rest = [leaf for leaf in rest if leaf not in chosen]
        if chosen:
            yield Table(key, chosen, is_settings=True)


def _tables_of_list(listed: Listed, parent: str) -> Iterator[Table]:
    found = leaves_of_units(listed.models)
    leaves = [leaf for leaf in found if isinstance(leaf, Leaf)]
    inner = [leaf for leaf in found if isinstance(leaf, Listed)]
    name = ".".join(str(key) for key in listed.path)
    key = f"{parent}.{name}" if parent else name
    naming = next(((field,) for field in NAMING if any(leaf.path == (field,) for leaf in leaves)), ())
    facets = _shared_out(key, leaves)
    for facet, columns in facets.items():
        is_main = facet == key
        more = tuple(leaf for leaf in columns if leaf.path not in MORE[key]) if key in MORE else ()
        yield Table(
            facet,
            tuple(leaf for leaf in columns if leaf not in more),
            listed.path,
            parent,
            main="" if is_main else key,
            naming=naming,
            numbered=is_main and not naming and (bool(inner) or len(facets) > 1),
            more=more,
        )
    for listed_inside in inner:
        yield from _tables_of_list(listed_inside, key)


def _shared_out(key: str, leaves: list[Leaf]) -> dict[str, list[Leaf]]:
    """Columns of each table of a list: those named for it, in that order, and the rest in the last."""
    plan = FACETS.get(key, {key: ()})
    chosen: dict[str, list[Leaf]] = {facet: [] for facet in plan}
    taken: set[KeyPath] = set()
    for facet, prefixes in plan.items():
        for prefix in prefixes:
            for leaf in leaves:
                if leaf.path[: len(prefix)] == prefix and leaf.path not in taken:
                    chosen[facet].append(leaf)
                    taken.add(leaf.path)
    chosen[list(plan)[-1]] += [leaf for leaf in leaves if leaf.path not in taken]
    return {facet: columns for facet, columns in chosen.items() if columns}
