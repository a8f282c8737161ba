"""A model as its user would write it in a file: only what was given, times and spans as text."""

from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from models.clock import format_clock
from planner.scenario.value_kinds import ValueKind, kind_of_field

#: Longer lengths of time are written in minutes.
_MOST_TEXT_MINUTES = 9999 * 60


def as_written(noun: BaseModel) -> dict[str, Any]:
    """Return a model as tables, lists and plain values; validating them gives an equal model.

    What nobody gave is left out, so that defaults stay defaults.
    """
    written: dict[str, Any] = {}
    for name, field in type(noun).model_fields.items():
        value = getattr(noun, name)
        given = name in noun.model_fields_set or field.is_required() or name == "kind"
        if not given or value is None:
            continue
        default = None if field.is_required() else field.get_default(call_default_factory=True)
        if value in ((), {}, "") and value == default:
            continue
        kind = kind_of_field(field)
        if kind is not None:
            written[field.alias or name] = _by_keys(kind, value)
        elif isinstance(value, BaseModel):
            inner = as_written(value)
            if inner or value != default:
                written[field.alias or name] = inner
        elif value:
            written[field.alias or name] = [as_written(item) for item in value]
    return written


def duration_text(minutes: int) -> str | int:
    """Write minutes as ``"12h"``, ``"7h30m"`` or ``"45m"``; what is absurdly long as a plain number."""
    if minutes > _MOST_TEXT_MINUTES:
        return minutes
    hours, rest = divmod(minutes, 60)
    if not rest and hours:
        return f"{hours}h"
    return f"{hours}h{rest}m" if hours else f"{rest}m"


def _by_keys(kind: ValueKind, value: Any) -> Any:
    if kind.keys in ("weekday", "name"):
        return {key: _many(kind, item) for key, item in value.items()}
    if kind.keys == "hour":
        return [_one(kind, item) for item in value]
    return _many(kind, value)


def _many(kind: ValueKind, value: Any) -> Any:
    return [_one(kind, item) for item in value] if kind.many else _one(kind, value)


def _one(kind: ValueKind, value: Any) -> Any:
    if kind.base == "clock":
        return format_clock(value)
    if kind.base == "duration":
        return duration_text(value)
    if kind.base == "span":
        return str(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 10**15 else Decimal(repr(value))
    return value
