"""Values of another type that could be read as one of the field's, and would mean something else."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from models.errors import InputProblem
from models.rule import RULES
from planner.scenario.draft import Draft
from planner.scenario.plain_words import show
from planner.scenario.wanted import FOUND, WANTED


def values_of_another_type(draft: Draft) -> Iterator[InputProblem]:
    """Fields of rules where ``true`` would be read as 1, 0 as a day of 1970, ``"off"`` as false."""
    for i, rule in draft.written("rules"):
        kind = rule.get("kind")
        unit = RULES[kind] if isinstance(kind, str) and kind in RULES else None
        for name, value in rule.items() if unit is not None else ():
            field = unit.model_fields.get(name) if unit is not None else None
            wanted = _wanted(value, _types(field.annotation)) if field is not None else None
            if wanted is not None:
                place = draft.place("rules", i, name)
                yield InputProblem(place, FOUND.format(value=show(value)), WANTED[wanted])


def _wanted(value: Any, types: frozenset[Any]) -> str | None:
    """What should stand there instead, where the value would be read as something it is not."""
    if isinstance(value, bool):
        return "int_" if int in types and bool not in types else None
    if dt.date in types:
        is_number = isinstance(value, int) or (isinstance(value, str) and value.strip().isdigit())
        return "date" if is_number else None
    return "bool_" if bool in types and isinstance(value, str) else None


def _types(annotation: Any) -> frozenset[Any]:
    """Types a single value may have; none for lists and tables."""
    if isinstance(annotation, type) and not get_args(annotation):
        return frozenset({annotation})
    if get_origin(annotation) is Annotated:
        return _types(get_args(annotation)[0])
    if get_origin(annotation) in (tuple, list, dict):
        return frozenset()
    return frozenset[Any]().union(*(_types(part) for part in get_args(annotation)))
