"""Several values in one cell: separated by semicolons or commas, in quotes where they contain them."""

import re
import tomllib
from collections.abc import Iterable

from planner.scenario.book.wording import clean_lines, is_odd_space
from planner.scenario.toml_text import toml_value

#: What Excel writes where a formula went wrong.
FORMULA_ERRORS = frozenset(
    {
        *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"),
        *("#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!"),
    }
)
#: Letters a workbook cannot hold, and what Excel would take for an escape.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
#: A text in quotes, with the escapes of TOML.
QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def plain_or_quoted(text: str, avoid: str = "", words: Iterable[str] = ()) -> str:
    """Write a text so that reading it gives the same text.

    Parameters
    ----------
    text
        Any text.
    avoid
        Letters that would end it early.
    words
        Words that mean something else.
    """
    plain = clean_lines(text) == text and text and text[0] != '"'
    fits = (
        not any(letter in text for letter in avoid)
        and text.casefold() not in words
        and text not in FORMULA_ERRORS
    )
    if plain and fits and not _UNWRITABLE.search(text):
        return text
    escaped = _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", toml_value(text))
    return "".join(f"\\u{ord(letter):04x}" if is_odd_space(letter) else letter for letter in escaped)


def unquoted(written: str) -> str:
    """Read what :func:`plain_or_quoted` wrote, or a person did."""
    text = clean_lines(written)
    if QUOTED.fullmatch(text):
        try:
            return str(tomllib.loads(f"text = {text}")["text"])
        except tomllib.TOMLDecodeError:
            return text
    return text


def split_items(text: str, separators: str) -> list[str]:
    """Split a text at separators outside quotes; empty pieces are nothing."""
    pieces: list[str] = []
    start = position = 0
    while position < len(text):
        before = text[start:position].rstrip()
        quoted = QUOTED.match(text, position) if not before or before[-1] in "=," else None
        if quoted:
            position = quoted.end()
        elif text[position] in separators:
            pieces.append(text[start:position])
            position = start = position + 1
        else:
            position += 1
    pieces.append(text[start:])
    return [piece.strip() for piece in pieces if piece.strip()]
