"""A scenario file, laid over the one it extends.

``extends = "base.toml"`` (a path relative to the file) starts from another file.  One
level only: a base that extends a third file is a mistake.  The file then says only what
differs:

* **Tables** (``[desk]``, ``[pay]``, ``[period]`` …) are merged key by key; the file wins.
* **Lists of named items** are matched by ``id`` (agents) or ``name`` (channels, shift
  patterns, contracts, vacancies).  A matched item is merged key by key, an item with a new
  name is added, and ``remove = true`` beside the name takes the item out.  A channel that
  changes its ``kind`` is replaced as a whole.
* **Rules** have no names.  ``[[rules]]`` replaces all rules of the base; ``[[extra_rules]]``
  adds to them; ``without_rules = ["max_nights"]`` first drops the base's rules of those
  kinds.  So a rule is changed by dropping its kind and writing it anew.
* **All other lists** (skills, leave, opening exceptions …) are replaced as a whole.
* Of fields that exclude each other (``days``/``weeks``/``last_date``, ``volume``/``history``,
  ``volume``/``forecast.outside``, ``starts``/``start_window``, ``hourly_rate``/``monthly_salary``)
  the one written replaces the base's.
* Histories, forecasts and files of earlier plans named in the base are looked up beside the base.

The base may be a workbook; a workbook itself extends nothing.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.errors import BadInputError, InputProblem
from models.text import Text
from planner.scenario.carried_over import CARRIED
from planner.scenario.merge import IDENTITY, Spots, has_name, is_removal, lay_items_over, lay_over, take
from planner.scenario.merge_rules import RULE_KEYS, merge_rules
from planner.scenario.origins import Book, Origins, Spot, child_of
from planner.scenario.suggest import did_you_mean, listed
from planner.scenario.written_file import WrittenFile, read_written

#: Keys that steer the merging and are no part of the scenario.
CONTROL_KEYS = ("extends", *RULE_KEYS)


def read_extended(path: Path) -> tuple[dict[str, Any], Origins, list[InputProblem]]:
    """Read a scenario file and its base, merged.

    Returns
    -------
    tuple
        The merged table, where each part of it was written, and the mistakes in how the
        file refers to its base.

    Raises
    ------
    BadInputError
        When the file or its base cannot be read at all.
    """
    file = path.name
    written = read_written(path, file)
    child = written.data
    if "extends" in child:
        base_file, base = _read_base(path, child["extends"])
        merged, origins, found = _merged(file, child, base_file, base.data)
        origins = replace(origins, books=_books({file: written, base_file: base}))
        return merged, origins, [*base.problems, *written.problems, *found]
    problems = written.problems + [
        InputProblem(
            f"{file}: {key}",
            Text(
                en="this changes the rules of a base file, but nothing is extended",
                ru="это меняет правила исходного файла, но исходный файл (extends) не назван",
            ),
            Text.same("rules"),
        )
        for key in RULE_KEYS
        if key in child
    ]
    spots: Spots = {}
    alone = take({k: v for k, v in child.items() if k not in CONTROL_KEYS}, (), Spot(file, ()), spots)
    return alone, Origins(file, alone, spots, _books({file: written})), problems


def _books(files: Mapping[str, WrittenFile]) -> dict[str, Book]:
    """Those of the files that are workbooks."""
    return {name: file.places for name, file in files.items() if file.places is not None}


def _read_base(path: Path, extends: Any) -> tuple[str, WrittenFile]:
    if not isinstance(extends, str) or not extends:
        raise _bad(
            f"{path.name}: extends",
            Text(en="the base is not named", ru="исходный файл не назван"),
            Text(en='a file name, e.g. "base.toml"', ru='имя файла, например "base.toml"'),
        )
    base_path = path.parent / extends
    if not base_path.exists():
        raise _bad(
            f"{path.name}: extends",
            Text(
                en=f'there is no file "{extends}" in "{path.parent}"',
                ru=f'в папке "{path.parent}" нет файла "{extends}"',
            ),
        )
    if base_path.resolve() == path.resolve():
        raise _bad(
            f"{path.name}: extends",
            Text(en="the file extends itself", ru="файл ссылается сам на себя"),
            Text(en="another file", ru="другой файл"),
        )
    written = read_written(base_path, extends)
    base = written.data
    if "extends" in base:
        message = Text(
            en=f'"{path.name}" extends this file, which extends another one ({base["extends"]!r}) in turn',
            ru=f'"{path.name}" построен на этом файле, а этот, в свою очередь, на другом ({base["extends"]!r})',
        )
        allowed = Text(
            en="one level: a base extends nothing", ru="один уровень: исходный файл ни на чём не строится"
        )
        raise _bad(f"{extends}: extends", message, allowed)
    rebase_files(base, base_path.parent, path.parent)
    return extends, written


def _bad(place: str, message: Text, allowed: Text | str = "") -> BadInputError:
    return BadInputError([InputProblem(place, message, allowed)])


def rebase_files(base: dict[str, Any], base_folder: Path, folder: Path) -> None:
    """Name histories, forecasts and files of earlier plans relative to another folder, in place."""
    channels = base.get("channels")
    naming = [base.get(section) for section in CARRIED]
    for channel in channels if isinstance(channels, list) else []:
        naming += [child_of(channel, "history"), child_of(child_of(channel, "forecast"), "outside")]
    for named, key in (*((named, "file") for named in naming), (base.get("holidays"), "overrides_file")):
        if isinstance(named, dict) and has_name(named, key) and named[key]:
            beside_base = base_folder / named[key]
            try:
                named[key] = Path(os.path.relpath(beside_base, folder)).as_posix()
            except ValueError:  # another drive
                named[key] = beside_base.resolve().as_posix()


def _merged(
    file: str, child: dict[str, Any], base_file: str, base: dict[str, Any]
) -> tuple[dict[str, Any], Origins, list[InputProblem]]:
    spots: Spots = {}
    problems: list[InputProblem] = []
    lists: dict[str, Any] = {}
    for section in IDENTITY:
        old, new = base.get(section, []), child.get(section, [])
        if (section in base or section in child) and isinstance(old, list) and isinstance(new, list):
            problems += _removal_problems(file, section, old, new)
            spots[section,] = Spot(file if section in child else base_file, (section,))
            lists[section] = lay_items_over(
                section, old, new, base_file=base_file, child_file=file, spots=spots
            )
    rules, rule_problems = merge_rules(file, child, base_file, base, spots)
    apart = {*lists, "rules", *CONTROL_KEYS}
    tables = lay_over(
        {key: value for key, value in base.items() if key not in apart},
        {key: value for key, value in child.items() if key not in apart},
        (),
        base_spot=Spot(base_file, ()),
        child_spot=Spot(file, ()),
        spots=spots,
    )
    merged: dict[str, Any] = tables | lists | ({} if rules is None else {"rules": rules})
    return merged, Origins(file, merged, spots), problems + rule_problems


def _removal_problems(file: str, section: str, base: list[Any], child: list[Any]) -> list[InputProblem]:
    key = IDENTITY[section]
    names = [item[key] for item in base if has_name(item, key)]
    problems = []
    for i, item in enumerate(child):
        if not is_removal(item):
            continue
        place, written = f"{file}: {section}[{i + 1}]", item.get(key)
        others = sorted(set(item) - {key, "remove"})
        if written not in names:
            message = Text(
                en=f'remove = true, but the base has no "{written}"',
                ru=f'remove = true, но в исходном файле нет "{written}"',
            ) + did_you_mean(written, names)
            problems.append(InputProblem(place, message, listed(names)))
        elif others:
            message = Text(
                en="remove = true stands beside other fields: ",
                ru="рядом с remove = true стоят другие поля: ",
            ) + listed(others)
            allowed = Text(en=f"{key} and remove alone", ru=f"только {key} и remove")
            problems.append(InputProblem(place, message, allowed))
    return problems
