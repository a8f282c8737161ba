"""File names made of identifiers."""

import re
import unicodedata
from collections.abc import Sequence

_UNSAFE = re.compile(r"[^\w.-]+")


def safe_names(prefix: str, identifiers: Sequence[str], suffix: str) -> list[str]:
    """Return one file name per identifier, all different even where case does not count.

    Letters, digits, ``_``, ``.`` and ``-`` stay; anything else becomes ``-``.  The prefix
    keeps dots harmless: no name is hidden, a parent folder or a reserved device.

    Parameters
    ----------
    prefix, suffix
        Put around every identifier, e.g. ``"agent-"`` and ``".ics"``.
    identifiers
        In the order in which the first of two alike keeps its plain name.
    """
    taken: set[str] = set()
    names = []
    for identifier in identifiers:
        plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", identifier))
        name, number = f"{prefix}{plain}{suffix}", 1
        while name.casefold() in taken:
            number += 1
            name = f"{prefix}{plain}-{number}{suffix}"
        taken.add(name.casefold())
        names.append(name)
    return names
