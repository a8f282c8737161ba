"""One TOML file becomes a table, or one clear mistake."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.errors import BadInputError, InputProblem
from models.file_trouble import UNREADABLE, reason_of
from models.text import Text
from planner.scenario.missing_file import refuse_no_file
from planner.scenario.toml_complaints import toml_complaint

#: A scenario is written by hand; anything larger is another kind of file.
MAX_BYTES = 5_000_000
_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|(end of document))\)$")
_QUOTED_CLOCK = Text(
    en='clock times stand in quotes, e.g. start = "09:30"', ru='время в кавычках, например start = "09:30"'
)
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
        raise _bad(
            shown,
            Text(
                en="tables or lists are nested too deeply to be read",
                ru="таблицы или списки вложены слишком глубоко",
            ),
        ) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise _bad(
            shown, Text(en="a number is too long to be read", ru="одно из чисел слишком длинное")
        ) from error


def _bad(place: Text | str, message: Text, allowed: Text | str = "") -> BadInputError:
    return BadInputError([InputProblem(place, message, allowed)])


def _text(path: Path, shown: str) -> str:
    try:
        refuse_no_file(path, shown, Text(en="a TOML file", ru="файл TOML"))
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _bad(
                shown,
                Text(
                    en=f"the file has {size / 1e6:.1f} MB",
                    ru=f"в файле {size / 1e6:.1f} МБ".replace(".", ","),
                ),
                Text(en="a scenario file of at most 5 MB", ru="файл сценария не больше 5 МБ"),
            )
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _bad(
            shown,
            Text(
                en=f"the file is not UTF-8 text (byte {error.start + 1})",
                ru=f"это не текст в кодировке UTF-8 (байт {error.start + 1})",
            ),
            Text(en="TOML saved as UTF-8", ru="TOML, сохранённый в UTF-8"),
        ) from error
    except (OSError, ValueError) as error:
        raise _bad(shown, UNREADABLE.format(reason=reason_of(error))) from error


def _not_toml(shown: str, text: str, said: str) -> BadInputError:
    at = _AT.search(said)
    reason = toml_complaint(_AT.sub("", said))
    lines = text.split("\n")
    if at is None or at[3]:
        return _bad(
            f"{shown}: " + Text(en=f"line {len(lines)}", ru=f"строка {len(lines)}"),
            Text(en="the file ends too early to be TOML: ", ru="файл обрывается раньше времени: ") + reason,
        )
    number, column = int(at[1]), int(at[2])
    line = lines[number - 1] if number <= len(lines) else ""
    place = Text(en=f"line {number}, column {column}", ru=f"строка {number}, позиция {column}")
    message = Text(en="not valid TOML: ", ru="ошибка в записи TOML: ") + reason
    return _bad(f"{shown}: " + place, message, _QUOTED_CLOCK if _BARE_CLOCK.search(line) else "")
