"""In which language the author of a file wrote it, as far as the file tells."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.text import Language
from planner.scenario.origins import Origins, child_of

#: Enough of a file that cannot be read as TOML: the desk stands near its beginning.
_LOOKED_AT_BYTES = 200_000
_STATED = re.compile(rb"""^[^#\n]*\blanguage\s*=\s*["'](en|ru)["']""", re.MULTILINE)


def language_in(data: Any) -> Language | None:
    """Language the desk of a scenario states; ``None`` where it states none."""
    stated = child_of(child_of(data, "desk"), "language")
    return stated if stated in ("en", "ru") else None


def written_language(data: Mapping[str, Any], origins: Origins) -> Language | None:
    """Language of a scenario that can be read: the desk's, else that of the workbook's sheets.

    Parameters
    ----------
    data, origins
        The merged scenario, and the files it was read from.
    """
    sheets = (book.language for book in origins.books.values())
    return language_in(data) or next((language for language in sheets if language), None)


def language_of_text(path: Path) -> Language | None:
    """Language a text file states that cannot be read as a scenario; ``None`` where it states none."""
    try:
        with path.open("rb") as stream:
            found = _STATED.search(stream.read(_LOOKED_AT_BYTES))
    except (OSError, ValueError):
        return None
    if found is None:
        return None
    return "ru" if found[1] == b"ru" else "en"
