"""Fields of Zendesk tickets by their path: via.channel, tags, custom_fields.360001234567."""

from collections.abc import Collection, Sequence
from typing import Any

_NOT_THERE = object()
#: Identifiers and times are smaller; longer numbers are nobody's.
_LARGEST = 10**18


def field_texts(
    tickets: Sequence[Any], path: Sequence[str], wanted: Collection[str] = ()
) -> list[str | None]:
    """What stands in a field of each ticket, as text; empty for null, ``None`` where there is no such field.

    Parameters
    ----------
    tickets
        Tickets as JSON has them; anything, as files may hold anything.
    path
        Keys from the outside in; in lists of ``{"id": …, "value": …}`` an id stands for its value.
    wanted
        Of a list of values, such as tags, one of these (in small letters) if it is there.
    """
    values = tickets
    for key in path:
        try:
            values = [one[key] for one in values]
        except (KeyError, TypeError):  # not every ticket has the field
            values = [
                one.get(key, _NOT_THERE) if isinstance(one, dict) else _item(one, key) for one in values
            ]
    kinds = set(map(type, values))
    if kinds == {str}:
        return list(values)
    if kinds == {int} and max(map(abs, values)) < _LARGEST:
        return [str(value) for value in values]
    return [
        value
        if type(value) is str
        else str(value)
        if type(value) is int and -_LARGEST < value < _LARGEST
        else _text(value, wanted)
        for value in values
    ]


def _item(value: Any, key: str) -> Any:
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict) and str(item.get("id")) == key:
                return item.get("value")
    return _NOT_THERE


def _text(value: Any, wanted: Collection[str] = ()) -> str | None:
    match value:
        case str():
            return value
        case bool():
            return str(value).lower()
        case int() if abs(value) < _LARGEST:
            return str(value)
        case float():
            return str(value)
        case list():
            texts = [_text(item) or "" for item in value]
            return next((text for text in texts if text.casefold() in wanted), "")
    return None if value is _NOT_THERE else ""
