"""What pydantic finds, said as a user would be told: what stands there, what may stand there."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from planner.scenario.locate import Location, kinds_of, literal_values, user_fields
from planner.scenario.suggest import did_you_mean, listed

#: A message, and what is allowed.
Said = tuple[str, str]


@dataclass(frozen=True)
class Finding:
    """A pydantic error and where it stands."""

    error: ErrorDetails
    location: Location

    @property
    def found(self) -> Any:
        """What the user wrote."""
        return self.error["input"]

    @property
    def context(self) -> Mapping[str, Any]:
        """Details pydantic gives: bounds, choices."""
        return self.error.get("ctx", {})


def say(error: ErrorDetails, location: Location) -> Said:
    """Return the message for a pydantic error and what is allowed at its place."""
    kind, finding = error["type"], Finding(error, location)
    if kind in _TELLERS:
        return _TELLERS[kind](finding)
    wanted = _WANTED.get(kind) or next((said for stem, said in _WANTED.items() if kind.startswith(stem)), "")
    if wanted:
        return f"found {show(finding.found)}", wanted
    return f"found {show(finding.found)}: {error['msg'][:1].lower()}{error['msg'][1:]}", ""


def show(value: Any) -> str:
    """Write a value as it would stand in a file, shortened."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value[:60]}…"' if len(value) > 60 else f'"{value}"'
        case int() if abs(value) >= 10**20:
            return "a number of more than 20 digits"
        case int() | Decimal() | float():
            return str(value)[:40]
        case dt.date() | dt.time():
            return value.isoformat()
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
    return f"a value of type {type(value).__name__}"


def _missing(finding: Finding) -> Said:
    field = finding.location.field
    return "this is missing", listed(
        f'"{value}"' for value in literal_values(field.annotation if field else None)
    )


def _unknown_field(finding: Finding) -> Said:
    owner, path = finding.location.owner, finding.location.path
    written = path[-1] if path else ""
    known = [name for name in user_fields(owner) if name != "kind"] if owner else []
    return f'there is no field "{written}" here{did_you_mean(written, known)}', listed(known)


def _choice(finding: Finding) -> Said:
    values = _split(finding.context.get("expected", "").replace(" or ", ", "))
    suggestion = did_you_mean(finding.found, values)
    if finding.error["loc"][-1:] == ("[key]",):
        return f"{show(finding.found)} cannot stand here as a key{suggestion}", listed(values)
    quoted = values if all(value.isdigit() for value in values) else [f'"{value}"' for value in values]
    return f"found {show(finding.found)}{suggestion}", listed(quoted)


def _unknown_kind(finding: Finding) -> Said:
    kinds = _split(finding.context.get("expected_tags", ""))
    written = finding.context.get("tag", "")
    return f"there is no kind {show(written)}{did_you_mean(written, kinds)}", listed(kinds)


def _no_kind(finding: Finding) -> Said:
    field = finding.location.field
    return "this is missing: it says what the entry is", listed(kinds_of(field.annotation if field else None))


def _bound(finding: Finding) -> Said:
    signs = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    bounds = {sign: finding.context.get(sign) for sign in signs}
    for limit in finding.location.field.metadata if finding.location.field else ():
        for sign in signs:
            if bounds[sign] is None:
                bounds[sign] = getattr(limit, sign, None)
    for loose, strict in (("ge", "gt"), ("le", "lt")):
        if bounds[strict] is not None:
            bounds[loose] = None
    allowed = [f"{word} {bounds[sign]}" for sign, word in signs.items() if bounds[sign] is not None]
    return f"found {show(finding.found)}", " and ".join(allowed)


def _length(finding: Finding) -> Said:
    noun = "characters" if isinstance(finding.found, str) else "entries"
    words = {"min_length": "at least", "max_length": "at most"}
    bounds = [
        f"{word} {finding.context[key]} {noun}" for key, word in words.items() if key in finding.context
    ]
    found = f"found {len(finding.found)} {noun}" if finding.found else "this is empty"
    return found, " and ".join(bounds)


def _pattern(finding: Finding) -> Said:
    pattern = finding.context.get("pattern")
    plain_name = "1 to 60 letters, digits, dots, dashes and underscores, without spaces"
    return (
        f"found {show(finding.found)}",
        plain_name if pattern == r"^[\w.-]{1,60}$" else f"text like {pattern}",
    )


def _spoken(finding: Finding) -> Said:
    return str(finding.context.get("error", finding.error["msg"].removeprefix("Value error, "))), ""


def _table(finding: Finding) -> Said:
    return f"found {show(finding.found)}", "a table of fields"


def _places(finding: Finding) -> Said:
    places = finding.context["decimal_places"]
    return f"found {show(finding.found)}", f"at most {places} digits after the point"


def _split(text: str) -> list[str]:
    return [part.strip("' ") for part in text.split(", ")]


_TELLERS: dict[str, Callable[[Finding], Said]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "literal_error": _choice,
    "union_tag_invalid": _unknown_kind,
    "union_tag_not_found": _no_kind,
    "greater_than": _bound,
    "greater_than_equal": _bound,
    "less_than": _bound,
    "less_than_equal": _bound,
    "too_short": _length,
    "too_long": _length,
    "string_too_short": _length,
    "string_too_long": _length,
    "string_pattern_mismatch": _pattern,
    "value_error": _spoken,
    "model_type": _table,
    "model_attributes_type": _table,
    "dict_type": _table,
    "decimal_max_places": _places,
}
#: What is wanted where pydantic's type is, or begins with, the key.
_WANTED = {
    "decimal_max_digits": "at most 15 digits",
    "decimal_whole_digits": "at most 11 digits before the point",
    "finite_number": "a finite number",
    "int_": "a whole number",
    "float_": "a number",
    "decimal_": "a number",
    "bool_": "true or false",
    "string_": "text in quotes",
    "date": "a date such as 2026-11-02",
    "list_": "a list in [ ]",
    "tuple_": "a list in [ ]",
}
