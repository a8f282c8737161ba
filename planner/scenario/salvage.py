"""Read a value without its broken parts, cutting as small a piece as will do."""

import copy
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from planner.scenario.locate import locate
from planner.scenario.origins import KeyPath, child_of

#: Each round cuts at least one piece; what is still broken after so many is given up.
MAX_ROUNDS = 20


def salvage(annotation: Any, written: Any, stand_ins: Mapping[str, Any]) -> tuple[Any, bool]:
    """Read a value, cutting out its broken parts; ``(None, True)`` when nothing is left.

    Parameters
    ----------
    annotation
        Type of the value.
    written
        The value as it stands in the file; it is not changed.
    stand_ins
        What to put for fields that are missing or unreadable, by name.

    Returns
    -------
    tuple
        The value, and whether anything was cut or stood in for.
    """
    adapter = _adapter_of(annotation)
    rest, changed = written, False
    for _ in range(MAX_ROUNDS):
        try:
            return adapter.validate_python(rest), changed
        except ValidationError as found:
            rest, changed = copy.deepcopy(rest), True
            places = [
                (locate(annotation, error["loc"], rest).path, error["type"]) for error in found.errors()
            ]
            filled = {path[0] for path, _ in places if len(path) == 1 and path[0] in stand_ins}
            cuts = {
                path[:-1] if kind == "missing" else path
                for path, kind in places
                if not (path and path[0] in filled)
            }
            if () in cuts:
                return None, True
            for path in sorted(cuts, key=_order, reverse=True):
                _cut(rest, path)
            rest |= {field: stand_ins[str(field)] for field in filled}
    return None, True


@cache
def _adapter_of(annotation: Any) -> TypeAdapter[Any]:
    """Prepare a type for reading once, not for each item of a list: for rules it takes 10 ms."""
    return TypeAdapter(annotation)


def _order(path: KeyPath) -> tuple[tuple[int, str], ...]:
    """Sort positions of a list in order, so that cutting from the last one leaves the others in place."""
    return tuple((key, "") if isinstance(key, int) else (-1, key) for key in path)


def _cut(data: Any, path: KeyPath) -> None:
    container = data
    for key in path[:-1]:
        container = child_of(container, key)
    if isinstance(container, dict):
        container.pop(path[-1], None)
    elif isinstance(container, list) and isinstance(path[-1], int) and path[-1] < len(container):
        container.pop(path[-1])
