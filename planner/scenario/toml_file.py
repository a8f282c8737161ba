"""One TOML file becomes a table, or one clear mistake."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.errors import BadInputError, InputProblem

#: A scenario is written by hand; anything larger is another kind of file.
MAX_BYTES = 5_000_000
_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|(end of document))\)$")
_BARE_CLOCK = re.compile(r"=\s*\[?\s*\d{1,2}:\d{2}\s*[],#]*")


def read_toml(path: Path, shown: str) -> dict[str, Any]:
    """Read a TOML file; fractions are :class:`decimal.Decimal`.

    Parameters
    ----------
    path
        The file.
    shown
        Its name in messages.

    Raises
    ------
    BadInputError
        When it is missing, not a plain file, unreadable, over 5 MB, not UTF-8 or not TOML.
    """
    text = _text(path, shown)
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(shown, text, str(error)) from error
    except RecursionError as error:
        raise _bad(shown, "tables or lists are nested too deeply to be read") from error
    except ValueError as error:  # a whole number of thousands of digits
        raise _bad(shown, f"a value cannot be read: {error}") from error


def _bad(place: str, message: str, allowed: str = "") -> BadInputError:
    return BadInputError([InputProblem(place, message, allowed)])


def _text(path: Path, shown: str) -> str:
    try:
        if not path.exists():
            raise _bad(shown, f'there is no such file: "{path}"')
        if not path.is_file():
            raise _bad(shown, f'"{path}" is a folder or a device, not a file', "a TOML file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _bad(shown, f"the file has {size / 1e6:.1f} MB", "a scenario file of at most 5 MB")
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _bad(
            shown, f"the file is not UTF-8 text (byte {error.start + 1})", "TOML saved as UTF-8"
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _bad(shown, f"the file cannot be read: {reason}") from error


def _not_toml(shown: str, text: str, said: str) -> BadInputError:
    at = _AT.search(said)
    reason = _AT.sub("", said)
    lines = text.split("\n")
    if at is None or at[3]:
        return _bad(f"{shown}: line {len(lines)}", f"the file ends too early to be TOML: {reason}")
    number, column = int(at[1]), int(at[2])
    line = lines[number - 1] if number <= len(lines) else ""
    hint = 'clock times stand in quotes, e.g. start = "09:30"' if _BARE_CLOCK.search(line) else ""
    return _bad(f"{shown}: line {number}, column {column}", f"not valid TOML: {reason}", hint)
