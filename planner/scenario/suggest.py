"""Nearest match for a mistyped name."""

from collections.abc import Iterable
from difflib import get_close_matches

#: Cyrillic letters, and the Latin ones they look like.
_LOOK_ALIKES = str.maketrans("авекмнорстухіѕјАВЕКМНОРСТУХІЅЈ", "abekmhopctyxisjABEKMHOPCTYXISJ")


def did_you_mean(written: object, known: Iterable[str]) -> str:
    """Return ``'; did you mean "phone"?'`` for the nearest known name, or nothing.

    A name that only looks the same, with letters of another alphabet, is told as such.
    """
    known = list(known)
    looks = str(written).translate(_LOOK_ALIKES)
    twin = next((name for name in known if name.translate(_LOOK_ALIKES) == looks and name != written), None)
    if twin is not None:
        return f'; it only looks like "{twin}": some letters are Cyrillic in one and Latin in the other'
    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(str(written).lower(), by_lower, n=1, cutoff=0.6)
    return f'; did you mean "{by_lower[near[0]]}"?' if near else ""


def listed(names: Iterable[str], limit: int = 30) -> str:
    """Write names as a list for the ``allowed`` part of a message."""
    names = list(names)
    more = f" and {len(names) - limit} more" if len(names) > limit else ""
    return ", ".join(names[:limit]) + more
