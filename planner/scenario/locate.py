"""Where in the model, and where in the user's file, a pydantic error points to."""

import types
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from planner.scenario.origins import KeyPath, child_of


@dataclass(frozen=True)
class Location:
    """An error's place.

    Parameters
    ----------
    path
        Keys as the user writes them: without union tags, and cut where the user's own
        value ends (a span written ``"9-18"`` has no ``start`` key).
    owner
        Innermost model that has, or should have, the last key.
    field
        The field concerned, where the model has it.
    """

    path: KeyPath
    owner: type[BaseModel] | None
    field: FieldInfo | None


def locate(model: Any, loc: tuple[str | int, ...], data: Any) -> Location:
    """Follow an error's ``loc`` through the model (or any annotation) and the data at once."""
    annotation: Any = model
    path: list[str | int] = []
    owner: type[BaseModel] | None = None
    field: FieldInfo | None = None
    value, written = data, True
    for position, key in enumerate(loc):
        annotation = _bare(annotation)
        if key == "[key]":
            break
        if _is_union(annotation):
            annotation = _tagged(annotation, key)
            continue
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            owner, field = annotation, user_fields(annotation).get(str(key))
            annotation = field.annotation if field else None
        elif get_origin(annotation) is tuple:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) is dict:
            annotation = get_args(annotation)[1]
        else:
            annotation = None
        container = isinstance(value, dict | list)
        written = written and container
        if written:
            path.append(key)
            value = child_of(value, key)
            if value is None and position + 1 < len(loc):
                written = False
    return Location(tuple(path), owner, field)


def user_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Fields of a model by the name a user writes."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def literal_values(annotation: Any) -> tuple[str, ...]:
    """Values of a ``Literal`` (or of one inside a tuple or a union), as text."""
    if get_origin(annotation) is Literal:
        return tuple(str(value) for value in get_args(annotation))
    found = (literal_values(part) for part in get_args(annotation))
    return next((values for values in found if values), ())


def kinds_of(annotation: Any) -> list[str]:
    """Kinds of the models an annotation allows."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        kind = annotation.model_fields.get("kind")
        return list(literal_values(kind.annotation)) if kind else []
    return [kind for part in get_args(annotation) for kind in kinds_of(part)]


def _bare(annotation: Any) -> Any:
    """Strip ``Annotated`` and ``| None``."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
            continue
        if _is_union(annotation):
            parts = [part for part in get_args(annotation) if part is not type(None)]
            if len(parts) == 1:
                annotation = parts[0]
                continue
        return annotation


def _is_union(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, types.UnionType)


def _tagged(union: Any, tag: str | int) -> Any:
    for part in get_args(union):
        if tag in kinds_of(part):
            return part
    return None
