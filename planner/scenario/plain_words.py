"""What pydantic finds, said as a user would be told: what stands there, what may stand there."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic_core import ErrorDetails

from models.errors import BadValueError
from models.plural import Plural
from models.text import Text
from planner.scenario.locate import Location, kinds_of, literal_values, user_fields
from planner.scenario.suggest import NOTHING, did_you_mean, listed
from planner.scenario.wanted import FOUND, MISSING, WANTED

#: A message, and what is allowed.
Said = tuple[Text, Text]


_CANNOT_STAND = Text(en="found {value}, which cannot stand here", ru="здесь {value}, так быть не может")
_AND = Text(en=" and ", ru=" и ")
_SIGNS = {
    "ge": Text(en="at least", ru="не меньше"),
    "gt": Text(en="more than", ru="больше"),
    "le": Text(en="at most", ru="не больше"),
    "lt": Text(en="less than", ru="меньше"),
}
#: Nouns for what is counted, after a number alone and after "at least".
_LETTERS = (
    Plural(("character", "characters"), ("знак", "знака", "знаков")),
    Plural(("characters", "characters"), ("знака", "знаков", "знаков")),
)
_ENTRIES = (
    Plural(("entry", "entries"), ("запись", "записи", "записей")),
    Plural(("entries", "entries"), ("записи", "записей", "записей")),
)
_PATTERNS = {
    r"^[\w.-]{1,60}$": Text(
        en="1 to 60 letters, digits, dots, dashes and underscores, without spaces",
        ru="от 1 до 60 букв, цифр, точек, дефисов и подчёркиваний, без пробелов",
    ),
}


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
    wanted = WANTED.get(kind) or next((said for stem, said in WANTED.items() if kind.startswith(stem)), None)
    if wanted is not None:
        return _found(finding), wanted
    return _CANNOT_STAND.format(value=show(finding.found)), NOTHING


def show(value: Any) -> Text:
    """Write a value as it would stand in a file, shortened."""
    match value:
        case int() if not isinstance(value, bool) and abs(value) >= 10**20:
            return Text(en="a number of more than 20 digits", ru="число длиннее 20 цифр")
        case dict():
            return Text(en="a table", ru="таблица")
        case list() | tuple():
            return Text(en="a list", ru="список")
    return Text.same(_written(value))


def _written(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value[:60]}…"' if len(value) > 60 else f'"{value}"'
        case int() | Decimal() | float():
            return str(value)[:40]
        case dt.date() | dt.time():
            return value.isoformat()
    return type(value).__name__


def _found(finding: Finding) -> Text:
    return FOUND.format(value=show(finding.found))


def _missing(finding: Finding) -> Said:
    field = finding.location.field
    return MISSING, listed(f'"{value}"' for value in literal_values(field.annotation if field else None))


def _unknown_field(finding: Finding) -> Said:
    owner, path = finding.location.owner, finding.location.path
    written = path[-1] if path else ""
    known = [name for name in user_fields(owner) if name != "kind"] if owner else []
    message = Text(en=f'there is no field "{written}" here', ru=f'поля "{written}" здесь нет')
    return message + did_you_mean(written, known), listed(known)


def _choice(finding: Finding) -> Said:
    values = _split(finding.context.get("expected", "").replace(" or ", ", "))
    suggestion = did_you_mean(finding.found, values)
    if finding.error["loc"][-1:] == ("[key]",):
        said = Text(en="{value} cannot stand here as a key", ru="ключа {value} здесь быть не может")
        return said.format(value=show(finding.found)) + suggestion, listed(values)
    quoted = values if all(value.isdigit() for value in values) else [f'"{value}"' for value in values]
    return _found(finding) + suggestion, listed(quoted)


def _unknown_kind(finding: Finding) -> Said:
    kinds = _split(finding.context.get("expected_tags", ""))
    written = finding.context.get("tag", "")
    said = Text(en="there is no kind {value}", ru="вида {value} нет").format(value=show(written))
    return said + did_you_mean(written, kinds), listed(kinds)


def _no_kind(finding: Finding) -> Said:
    field = finding.location.field
    said = Text(en="this is missing: it says what the entry is", ru="этого не хватает: так сказано, что это")
    return said, listed(kinds_of(field.annotation if field else None))


def _bound(finding: Finding) -> Said:
    bounds = {sign: finding.context.get(sign) for sign in _SIGNS}
    for limit in finding.location.field.metadata if finding.location.field else ():
        for sign in _SIGNS:
            if bounds[sign] is None:
                bounds[sign] = getattr(limit, sign, None)
    for loose, strict in (("ge", "gt"), ("le", "lt")):
        if bounds[strict] is not None:
            bounds[loose] = None
    allowed = [word + f" {bounds[sign]}" for sign, word in _SIGNS.items() if bounds[sign] is not None]
    return _found(finding), _AND.join(allowed)


def _length(finding: Finding) -> Said:
    noun, of_noun = _LETTERS if isinstance(finding.found, str) else _ENTRIES
    words = {"min_length": _SIGNS["ge"], "max_length": _SIGNS["le"]}
    bounds = [
        word + f" {finding.context[key]} " + of_noun.of(finding.context[key])
        for key, word in words.items()
        if key in finding.context
    ]
    if not finding.found:
        return Text(en="this is empty", ru="здесь пусто"), _AND.join(bounds)
    number = len(finding.found)
    return FOUND.format(value=f"{number} " + noun.of(number)), _AND.join(bounds)


def _pattern(finding: Finding) -> Said:
    pattern = str(finding.context.get("pattern"))
    like = Text(en=f"text like {pattern}", ru=f"текст вида {pattern}")
    return _found(finding), _PATTERNS.get(pattern, like)


def _spoken(finding: Finding) -> Said:
    error = finding.context.get("error")
    if isinstance(error, BadValueError):
        return error.text, NOTHING
    return _CANNOT_STAND.format(value=show(finding.found)), NOTHING


def _places(finding: Finding) -> Said:
    places = finding.context["decimal_places"]
    allowed = Text(
        en=f"at most {places} digits after the point", ru=f"не больше {places} знаков после запятой"
    )
    return _found(finding), allowed


def _multiple(finding: Finding) -> Said:
    step = finding.context["multiple_of"]
    return _found(finding), Text(en=f"a multiple of {step}", ru=f"число, кратное {step}")


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
    "assertion_error": _spoken,
    "enum": _choice,
    "decimal_max_places": _places,
    "multiple_of": _multiple,
}
