"""A value as a scenario file would hold it, for sentences about the law."""

from decimal import Decimal
from typing import Any

from models.base import Noun
from models.clock import ClockSpan


def written(value: Any) -> str:
    """Write a value: text in quotes, tables in braces, lists in brackets, numbers as they are."""
    match value:
        case bool():
            return str(value).lower()
        case int() | Decimal():
            return str(value)
        case ClockSpan():
            return f'"{value}"'
        case Noun():
            return written(value.model_dump(mode="json", exclude_defaults=True))
        case dict():
            return "{ " + ", ".join(f"{key} = {written(part)}" for key, part in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(written(part) for part in value) + "]"
        case str() if value.replace(".", "", 1).isdigit():
            return value
    return f'"{value}"'
