"""Mistakes in single fields: unknown, missing, of the wrong type, out of range."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from models.errors import InputProblem
from models.text import Text
from planner.scenario.locate import locate
from planner.scenario.origins import KeyPath, Origins
from planner.scenario.plain_words import say
from planner.scenario.wanted import FOUND

#: Numbers beyond this power of ten are slips, and some take minutes to convert.
MAX_POWER_OF_TEN = 15


def is_wild(value: Any) -> bool:
    """Whether a number is ``inf``, ``nan`` or of an absurd power of ten: TOML allows them, no field does."""
    return isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > MAX_POWER_OF_TEN)


def number_problems(data: Any, origins: Origins, path: KeyPath = ()) -> Iterator[InputProblem]:
    """Find wild numbers."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from number_problems(value, origins, (*path, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from number_problems(value, origins, (*path, position))
    elif is_wild(data):
        yield InputProblem(
            origins.place(path),
            FOUND.format(value=str(data)[:40]),
            Text(en="an ordinary number", ru="обычное число"),
        )


def with_wild_numbers_tamed(data: Any) -> Any:
    """Put 1 for every wild number, so that the search for other mistakes can go on."""
    if isinstance(data, dict):
        return {key: with_wild_numbers_tamed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [with_wild_numbers_tamed(value) for value in data]
    return Decimal(1) if is_wild(data) else data


def structure_problems(
    model: type[BaseModel], data: Mapping[str, Any], origins: Origins
) -> list[InputProblem]:
    """Validate everything at once and say each mistake in plain words, in the file's order."""
    try:
        model.model_validate(data)
    except ValidationError as found:
        problems: dict[InputProblem, None] = {}
        for error in found.errors(include_url=False):
            if _only_counts_readable(error):
                continue
            location = locate(model, error["loc"], data)
            message, allowed = say(error, location)
            path = location.path
            if error["type"].startswith("union_tag"):
                path = (*path, "kind")
            problems[InputProblem(origins.place(path), message, allowed)] = None
        return list(problems)
    return []


def _only_counts_readable(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items, reported by themselves, are unreadable."""
    written = error["input"]
    return error["type"] == "too_short" and len(written) >= error["ctx"]["min_length"]
