"""A JSON file as plain values, or in plain words what is wrong with it."""

import json
from pathlib import Path
from typing import Any, NoReturn

from models.errors import BadInputError, InputProblem

#: A year of a thousand people is well below it.
MAX_BYTES = 200 * 1024 * 1024

_NOT_JSON = "a file written by smena plan"


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
        raise BadInputError([InputProblem(place, "the file does not hold a JSON object", _NOT_JSON)])
    return value


def _text(path: Path, max_bytes: int) -> str:
    place = path.name
    try:
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise BadInputError([InputProblem(place, f"there is no file {path}")]) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise BadInputError([InputProblem(place, f"the file cannot be read: {reason}")]) from error
    if len(raw) > max_bytes:
        limit = f"at most {max_bytes // (1024 * 1024)} MB"
        raise BadInputError([InputProblem(place, "the file is too large for a plan", limit)])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8 text"
        raise BadInputError([InputProblem(place, message, _NOT_JSON)]) from error


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text, parse_constant=_not_a_number)
    except json.JSONDecodeError as error:
        where = f"{place}: line {error.lineno}, column {error.colno}"
        raise BadInputError([InputProblem(where, f"not JSON: {error.msg}", _NOT_JSON)]) from error
    except RecursionError:
        raise BadInputError([InputProblem(place, "brackets are nested too deeply", _NOT_JSON)]) from None
    except ValueError as error:
        # Python refuses to convert whole numbers of thousands of digits.
        raise BadInputError([InputProblem(place, f"a number cannot be read: {error}", _NOT_JSON)]) from error


def _not_a_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is not a JSON number")
