"""Read objective and bound from the lines HiGHS prints while it searches."""

import re

_LINE = re.compile(r"^\s*[A-Za-z]?\s+\d+\s+\d+\s+\d+\s+[\d.]+%\s+(?P<bound>\S+)\s+(?P<best>\S+)\s+(?:\S+)")


def read_log_line(line: str) -> tuple[float | None, float | None] | None:
    """Return (best solution, bound) of a progress line; ``None`` for other lines."""
    match = _LINE.match(line)
    if match is None:
        return None
    return _number(match["best"]), _number(match["bound"])


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e30 else None
