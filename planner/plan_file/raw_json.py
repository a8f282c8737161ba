"""A JSON file as plain values, or in plain words what is wrong with it."""

import json
from pathlib import Path
from typing import Any, NoReturn

from models.errors import BadInputError, BadValueError, InputProblem
from models.file_trouble import UNREADABLE, reason_of
from models.json_complaint import json_complaint
from models.text import Text

#: A year of a thousand people is well below it.
MAX_BYTES = 200 * 1024 * 1024

_BY_PLAN = Text(en="a file written by smena plan", ru="файл, который записала smena plan")
_TOO_DEEP = Text(en="brackets are nested too deeply", ru="слишком много вложенных скобок")
_NUMBER = Text(en="a number cannot be read", ru="число не прочитать")


def read_json(path: Path, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """Read a file that should hold one JSON object.

    Raises
    ------
    BadInputError
        If it cannot be read, is too large, is not JSON, or holds something else.
    """
    place = path.name
    value = _parsed(_text(path, max_bytes), place)
    if not isinstance(value, dict):
        message = Text(en="the file does not hold a JSON object", ru="в файле не объект JSON")
        raise _bad(place, message, _BY_PLAN)
    return value


def _text(path: Path, max_bytes: int) -> str:
    place = path.name
    try:
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise _bad(place, Text(en=f"there is no file {path}", ru=f"нет файла {path}")) from None
    except OSError as error:
        raise _bad(place, UNREADABLE.format(reason=reason_of(error))) from error
    if len(raw) > max_bytes:
        most = max_bytes // (1024 * 1024)
        message = Text(en="the file is too large for a plan", ru="файл слишком велик для плана")
        raise _bad(place, message, Text(en=f"at most {most} MB", ru=f"не больше {most} МБ"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = Text(
            en=f"byte {error.start + 1} is not UTF-8 text",
            ru=f"байт {error.start + 1} не текст в кодировке UTF-8",
        )
        raise _bad(place, message, _BY_PLAN) from error


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text, parse_constant=_not_a_number)
    except json.JSONDecodeError as error:
        where = Text(
            en=f"line {error.lineno}, column {error.colno}",
            ru=f"строка {error.lineno}, позиция {error.colno}",
        )
        message = Text(en="not JSON: ", ru="это не JSON: ") + json_complaint(error.msg)
        raise _bad(f"{place}: " + where, message, _BY_PLAN) from error
    except RecursionError:
        raise _bad(place, _TOO_DEEP, _BY_PLAN) from None
    except ValueError as error:
        # Python refuses to convert whole numbers of thousands of digits.
        raise _bad(place, error.text if isinstance(error, BadValueError) else _NUMBER, _BY_PLAN) from error


def _not_a_number(text: str) -> NoReturn:
    raise BadValueError(Text(en=f"{text} is not a JSON number", ru=f"{text} в JSON не число"))


def _bad(place: Text | str, message: Text, allowed: Text | str = "") -> BadInputError:
    return BadInputError([InputProblem(place, message, allowed)])
