"""Codes as they may be typed: in either case, with stray spaces, in letters that only look right."""

import unicodedata

#: Cyrillic letters and the Latin ones nobody can tell them from.
_LATIN_OF = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")


def typed_form(text: str) -> str:
    """A code without what cannot be seen: case, width, spaces, invisible marks.

    Wide letters of eastern keyboards are read as plain ones (Unicode NFKC).
    """
    plain = unicodedata.normalize("NFKC", text)
    visible = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    return "".join(visible.split()).casefold()


def seen_form(text: str) -> str:
    """The same with Cyrillic letters that look Latin as the Latin ones: ``Н`` and ``H`` are one."""
    return typed_form(text).upper().translate(_LATIN_OF)
