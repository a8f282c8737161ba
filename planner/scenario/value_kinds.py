"""What kind of value a field holds, as people write it: a date, a length of time, a list of names."""

import datetime as dt
import types
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from models.channel import HourlyShare
from models.clock import WEEKDAYS, ClockMinute, ClockSpan, Minutes
from models.money import Amount

Base = Literal["text", "whole", "number", "money", "yes_no", "date", "clock", "duration", "span", "choice"]
#: What several values are told apart by: weekdays, clock hours, or names the user chooses.
Keys = Literal["", "weekday", "hour", "name"]


@dataclass(frozen=True)
class ValueKind:
    """A kind of value.

    Parameters
    ----------
    base
        What a single value is.
    many
        Whether there may be several, as a list.
    keys
        Whether there is one (or one list) for each weekday, clock hour or name.
    choices
        Values that may stand there, where only certain ones may.
    """

    base: Base
    many: bool = False
    keys: Keys = ""
    choices: tuple[str, ...] = ()


_CLOCK, _MINUTES, _MONEY, _HOURLY = (
    get_args(annotated)[1] for annotated in (ClockMinute, Minutes, Amount, HourlyShare)
)
_PLAIN: dict[Any, Base] = {str: "text", int: "whole", float: "number", bool: "yes_no", dt.date: "date"}


def kind_of_field(field: FieldInfo) -> ValueKind | None:
    """Kind of value of a field; ``None`` where it holds models or lists of them."""
    return kind_of(field.annotation, field.metadata)


def kind_of(annotation: Any, metadata: Iterable[Any] = ()) -> ValueKind | None:
    """Kind of value of an annotation, with what was annotated around it."""
    annotation, marks = bare(annotation, metadata)
    origin, inner = get_origin(annotation), get_args(annotation)
    if _HOURLY in marks:
        return ValueKind("number", keys="hour")
    if origin is tuple:
        item = kind_of(inner[0])
        return None if item is None else ValueKind(item.base, many=True, choices=item.choices)
    if origin is dict:
        item = kind_of(inner[1])
        if item is None:
            return None
        by_weekday = get_args(bare(inner[0])[0]) == WEEKDAYS
        return ValueKind(item.base, item.many, "weekday" if by_weekday else "name", item.choices)
    if origin is Literal:
        base: Base = "whole" if all(type(value) is int for value in inner) else "choice"
        return ValueKind(base, choices=tuple(str(value) for value in inner))
    if annotation is ClockSpan:
        return ValueKind("span")
    if annotation is Decimal:
        return ValueKind("money" if _MONEY in marks else "number")
    if annotation is int and _CLOCK in marks:
        return ValueKind("clock")
    if annotation is int and _MINUTES in marks:
        return ValueKind("duration")
    return ValueKind(_PLAIN[annotation]) if annotation in _PLAIN else None


def item_models(field: FieldInfo) -> tuple[type[BaseModel], ...]:
    """Models a list field holds; none where it is no list of models."""
    annotation, _ = bare(field.annotation)
    return models_of(get_args(annotation)[0]) if get_origin(annotation) is tuple else ()


def models_of(annotation: Any) -> tuple[type[BaseModel], ...]:
    """Models an annotation may be: one, or those of a union; spans of hours are values, not models."""
    annotation, _ = bare(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return () if annotation is ClockSpan else (annotation,)
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(model for part in get_args(annotation) for model in models_of(part))
    return ()


def bare(annotation: Any, metadata: Iterable[Any] = ()) -> tuple[Any, list[Any]]:
    """Strip ``Annotated`` and ``| None``, collecting what was annotated."""
    marks = list(metadata)
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks += more
            continue
        if get_origin(annotation) in (Union, types.UnionType):
            parts = [part for part in get_args(annotation) if part is not type(None)]
            if len(parts) == 1:
                annotation = parts[0]
                continue
        return annotation, marks
