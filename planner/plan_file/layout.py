"""The text of a plan file: two-space indents, one row a line."""

import json
from collections.abc import Iterator
from typing import Any

_ONE_LINE = 240


def json_text(document: dict[str, Any]) -> str:
    """Write plain JSON values as text that people can read and compare line by line.

    What fits on a line stands on one, and so does every list of plain values: a roster row
    is a line, and so is a channel's demand.

    Raises
    ------
    ValueError
        If a number is not finite: such a file could not be read by others.
    """
    return "".join(_pieces(document, "", top=True)) + "\n"


def _pieces(value: Any, indent: str, *, top: bool = False) -> Iterator[str]:
    line = _line(value)
    if not isinstance(value, dict | list) or not (top or len(line) > _ONE_LINE):
        yield line
        return
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        yield line
        return
    inner = indent + "  "
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    entries = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    yield opening
    for number, (key, item) in enumerate(entries):
        label = "" if key is None else f"{_line(key)}: "
        yield f"{',' if number else ''}\n{inner}{label}"
        yield from _pieces(item, inner)
    yield f"\n{indent}{closing}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
