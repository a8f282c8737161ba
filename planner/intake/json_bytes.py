"""JSON as bytes: the same value always gives the same file, one row of a long list per line."""

import json
from collections.abc import Sequence


def json_bytes(value: object) -> bytes:
    """Write a small document, indented."""
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def rows_bytes(head: dict[str, object], key: str, rows: Sequence[object]) -> bytes:
    """Write an object whose last member ``key`` is a long list, one row per line."""
    lines = [f'  "{name}": {_line(value)},' for name, value in head.items()]
    return "\n".join(["{", *lines, f'  "{key}": {_rows(rows, "  ")}', "}", ""]).encode()


def list_bytes(rows: Sequence[object]) -> bytes:
    """Write a list, one row per line."""
    return (_rows(rows, "") + "\n").encode()


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _rows(rows: Sequence[object], indent: str) -> str:
    if not rows:
        return "[]"
    return "[\n" + ",\n".join(f"{indent}  {_line(row)}" for row in rows) + f"\n{indent}]"
