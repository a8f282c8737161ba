"""What a kind of rule asks and what may be written of it, as HR reads it."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from models.clock import WEEKDAYS
from models.rule import Rule
from models.text import Language, Text
from planner.rules.always_together import AlwaysTogether
from planner.rules.fairness import Fairness
from planner.rules.mentor_on_duty import MentorOnDuty
from planner.rules.never_together import NeverTogether
from planner.rules.staffed_hours import StaffedHours
from planner.rules.wording import duration

_OPTIONS = Text(en="Options: {options}", ru="Настройки: {options}")
_OR = Text(en=" or ", ru=" или ")
_GIVEN = Text(en="{name} (required)", ru="{name} (обязательно)")
_LEFT_OUT = Text(en="{name} (may be left out)", ru="{name} (можно не указывать)")
_DEFAULT = Text(en="{name} (default {value})", ru="{name} (по умолчанию {value})")
_ALL_WEEK = Text(en="every day", ru="каждый день")
_HARD = Text(en="Always hard, without a price", ru="Всегда обязательно, цены нет")
_WISH = Text(
    en="Always a wish; price (required) is what a breach costs",
    ru="Всегда пожелание; price (указывать обязательно) — цена нарушения",
)
_EITHER = Text(
    en="Hard; with price a wish, and price is what a breach costs",
    ru="Обязательно; с price это пожелание, и price — цена нарушения",
)
_WHO_COUNTS = Text(
    en="Counts everyone on duty, or only those in agents and contracts",
    ru="Считаются все, кто на смене, или только те, кто в agents и contracts",
)
_PAIR = Text(en="Binds the people in agents (two or more)", ru="Касается людей из agents (двух или больше)")
_NEWCOMERS = Text(
    en="agents, contracts and newcomer_grades say who the newcomers are",
    ru="agents, contracts и newcomer_grades называют новичков",
)
_NEVER_HARD = Text(
    en="To forbid that people are too far apart: fairness_spread without price",
    ru="Чтобы запретить слишком большой разрыв между людьми: fairness_spread без price",
)
_ANYBODY = Text(
    en="Binds everyone, or those in agents and contracts",
    ru="Касается всех или тех, кто в agents и contracts",
)
_DATES = Text(en="always, or from valid_from to valid_to", ru="всегда или с valid_from по valid_to")
#: Fields every rule has; they are told in words of their own.
_COMMON = frozenset({"kind", "source", "valid_from", "valid_to", "agents", "contracts", "price"})


def asks(unit: type[Rule], language: Language) -> str:
    """Say in one sentence what a kind of rule asks."""
    if language == "ru":
        return _russian()[str(unit.model_fields["kind"].default)]
    return (unit.__doc__ or "").strip().splitlines()[0]


def may_be_written(unit: type[Rule], language: Language) -> Iterator[str]:
    """Options with what holds where they are left out; whether hard; for whom and when."""
    options = [
        _option(name, info, language) for name, info in unit.model_fields.items() if name not in _COMMON
    ]
    if options:
        yield _OPTIONS.in_language(language).format(options="; ".join(options)) + "."
    price = unit.model_fields.get("price")
    force = _HARD if price is None else _WISH if price.is_required() else _EITHER
    whom = _whom(unit).in_language(language)
    yield f"{force.in_language(language)}. {whom[0].upper()}{whom[1:]}; {_DATES.in_language(language)}."
    if issubclass(unit, Fairness):
        yield f"{_NEVER_HARD.in_language(language)}."


def _whom(unit: type[Rule]) -> Text:
    if issubclass(unit, StaffedHours):
        return _WHO_COUNTS
    if issubclass(unit, AlwaysTogether | NeverTogether):
        return _PAIR
    return _NEWCOMERS if issubclass(unit, MentorOnDuty) else _ANYBODY


def _option(name: str, info: FieldInfo, language: Language) -> str:
    if get_origin(info.annotation) is Literal and "week" not in name:
        *others, last = get_args(info.annotation)
        name += f" = {', '.join(others)}{_OR.in_language(language)}{last}"
    if info.is_required():
        return _GIVEN.in_language(language).format(name=name)
    value = _value(name, info.default, language)
    if not value:
        return _LEFT_OUT.in_language(language).format(name=name)
    return _DEFAULT.in_language(language).format(name=name, value=value)


def _value(name: str, value: Any, language: Language) -> str:
    """Write a default as a scenario would; empty where it is nothing."""
    match value:
        case bool():
            return str(value).lower()
        case int() if name.endswith("minutes"):
            return duration(value).in_language(language)
        case int() | Decimal() | dt.date():
            return str(value)
        case tuple() if value == WEEKDAYS:
            return _ALL_WEEK.in_language(language)
        case tuple():
            return ", ".join(str(part) for part in value)
    return str(value or "")


@cache
def _russian() -> dict[str, str]:
    path = resources.files("planner.cli") / "rule_kinds.ru.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
