"""How long a contact took, as other systems write it."""

import re

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.text import Text

ALLOWED = Text(
    en="seconds such as 750, or 00:12 (hours and minutes), 00:12:30, 12m, 1h 5m",
    ru="секунды, например 750, или 00:12 (часы и минуты), 00:12:30, 12m, 1h 5m",
)
_LONGEST_SECONDS = 30 * 86_400
_CLOCK = re.compile(r"(\d{1,4}):([0-5]?\d)(?::([0-5]?\d))?")
_BARE = re.compile(r"\d{1,12}(\.\d{0,9})?", re.ASCII)
_SPOKEN = re.compile(r"(?:(\d{1,4})\s*h)?\s*(?:(\d{1,5})\s*m)?\s*(?:(\d{1,7})\s*s)?", re.IGNORECASE)


def read_durations(
    cells: list[str], *, plain_seconds: bool = True
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Read a column of durations; equal cells are read once.

    Parameters
    ----------
    cells
        What stands there.
    plain_seconds
        Whether a bare number is so many seconds; else it may be hours, and only 0 is clear.

    Returns
    -------
    numpy.ndarray, numpy.ndarray
        Seconds, NaN for empty and unreadable cells; and whether a cell is unreadable.
    """
    codes, found = pd.factorize(np.array(cells, dtype=object))
    read = [read_duration(text) if text else np.nan for text in found.tolist()]
    if not plain_seconds:
        bare = [bool(_BARE.fullmatch(text)) for text in found.tolist()]
        read = [None if value and is_bare else value for value, is_bare in zip(read, bare, strict=True)]
    seconds = np.array([np.nan if value is None else value for value in read], dtype=np.float64)
    wrong = np.array([value is None for value in read], dtype=bool)
    return seconds[codes], wrong[codes]


def read_duration(cell: str) -> float | None:
    """Seconds of one cell, up to 30 days; ``None`` where it is no duration.

    Days and weeks are refused: how many hours they have is a setting of the system.
    """
    if (match := _CLOCK.fullmatch(cell)) or (cell and (match := _SPOKEN.fullmatch(cell))):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        value = float(3600 * hours + 60 * minutes + seconds)
    elif _BARE.fullmatch(cell):
        value = float(cell)
    else:
        return None
    return value if value <= _LONGEST_SECONDS else None
