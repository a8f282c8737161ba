"""Key paths as text, and values put where they lead."""

import re
from typing import Any

from planner.scenario.origins import KeyPath

_PART = re.compile(r"([A-Za-z_]\w*)((?:\[\d{1,6}\])*)")


def path_text(path: KeyPath) -> str:
    """Write a path as ``agents[2].leave``; positions count from 1."""
    text = ""
    for key in path:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def parse_path(text: str) -> KeyPath | None:
    """Read what :func:`path_text` wrote; ``None`` where it is no path."""
    path: list[str | int] = []
    for part in text.strip().split("."):
        match = _PART.fullmatch(part.strip())
        if match is None:
            return None
        path.append(match[1])
        path += [int(number) - 1 for number in re.findall(r"\d+", match[2])]
    return None if any(isinstance(key, int) and key < 0 for key in path) else tuple(path)


def put(data: Any, path: KeyPath, value: Any, *, new: bool = False) -> bool:
    """Put a value where a path leads, making tables and lists on the way.

    Parameters
    ----------
    data
        Table to put it into.
    path
        Keys; a position of a list must exist or be its next one.
    value
        The value.
    new
        Only where nothing is yet.

    Returns
    -------
    bool
        Whether it could be put there.
    """
    for key, following in zip(path, (*path[1:], None), strict=True):
        last = following is None
        empty: Any = value if last else ([] if isinstance(following, int) else {})
        if isinstance(key, int):
            if not isinstance(data, list) or key > len(data):
                return False
            if key == len(data):
                data.append(empty)
            elif last:
                if new:
                    return False
                data[key] = value
            data = data[key]
        else:
            if not isinstance(data, dict):
                return False
            if last:
                if new and key in data:
                    return False
                data[key] = value
            data = data.setdefault(key, empty)
    return True
