"""Nearest match for a mistyped name."""

from collections.abc import Iterable
from difflib import get_close_matches

from models.text import Text

NOTHING = Text.same("")
#: Cyrillic letters, and the Latin ones they look like.
_LOOK_ALIKES = str.maketrans("авекмнорстухіѕјАВЕКМНОРСТУХІЅЈ", "abekmhopctyxisjABEKMHOPCTYXISJ")


def did_you_mean(written: object, known: Iterable[str]) -> Text:
    """Return ``'; did you mean "phone"?'`` for the nearest known name, or nothing.

    A name that only looks the same, with letters of another alphabet, is told as such.
    """
    known = list(known)
    looks = str(written).translate(_LOOK_ALIKES)
    twin = next((name for name in known if name.translate(_LOOK_ALIKES) == looks and name != written), None)
    if twin is not None:
        return Text(
            en=f'; it only looks like "{twin}": some letters are Cyrillic in one and Latin in the other',
            ru=f'; это лишь похоже на "{twin}": часть букв русские в одном и латинские в другом',
        )
    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(str(written).lower(), by_lower, n=1, cutoff=0.6)
    if not near:
        return NOTHING
    meant = by_lower[near[0]]
    return Text(en=f'; did you mean "{meant}"?', ru=f'; может быть, "{meant}"?')


def listed(names: Iterable[str], limit: int = 30) -> Text:
    """Write names as a list for the ``allowed`` part of a message."""
    names = list(names)
    shown, left = Text.same(", ".join(names[:limit])), len(names) - limit
    return shown + Text(en=f" and {left} more", ru=f" и ещё {left}") if left > 0 else shown
