"""Any scenario whose fields are valid, drawn from the schema itself: what a new field may hold comes by itself.

A model is drawn field by field: those that must be given, then others in any order, each kept
where the model stays valid with it.  Every kind of rule, channel and law pack occurs in each scenario.
"""

from random import Random
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from models.rule import Rule
from models.scenario import Scenario
from planner.scenario.schema import scenario_model
from planner.scenario.value_kinds import item_models, kind_of_field, models_of
from tests.scenario.book.random_values import random_values

#: How often a field that may be left out is tried; how often drawing a model, and a field, is.
_GIVEN, _TRIES, _DRAWS = 0.7, 6, 12


def random_scenario(seed: int) -> Scenario:
    """Draw a scenario; equal seeds draw equal ones."""
    data = _drawn(Random(seed), scenario_model())
    assert data is not None
    return scenario_model().model_validate(data)


def _drawn(random: Random, model: type[BaseModel]) -> dict[str, Any] | None:
    """Draw what a file could say of a model; ``None`` where no valid one was met."""
    data = next((found for _ in range(_TRIES) if (found := _fewest(random, model)) is not None), None)
    if data is None and issubclass(model, Rule):
        # A rule has more conditions than a draw meets by luck; its own examples meet them.
        data = dict(random.choice(model.examples()).rule)
    if data is None:
        return None
    waiting: dict[str, Any] = {}  # fields that only go with others are tried again, also two at once
    for field, info in _shuffled(random, model) * 2:
        key = info.alias or field
        if key in data or random.random() > _GIVEN:
            continue
        value = _fitting(random, model, field, info)
        tried = [data | {key: value}, *(data | {key: value, other: waiting[other]} for other in waiting)]
        data = next(
            (together for together in tried if value is not None and _is_valid(model, together)), data
        )
        waiting |= {} if value is None else {key: value}
    return data


def _fewest(random: Random, model: type[BaseModel]) -> dict[str, Any] | None:
    """Draw the fields that must be given, and as many others as make them valid."""
    data: dict[str, Any] = {}
    needed = [(field, info) for field, info in model.model_fields.items() if _is_needed(field, info)]
    others = [(field, info) for field, info in _shuffled(random, model) if not _is_needed(field, info)]
    for number, (field, info) in enumerate([*needed, *others], start=1):
        value = _fitting(random, model, field, info)
        if value is not None:
            data[info.alias or field] = value
        if number >= len(needed) and _is_valid(model, data):
            return data
    return None


def _is_needed(field: str, info: FieldInfo) -> bool:
    return info.is_required() or field == "kind"


def _fitting(random: Random, model: type[BaseModel], field: str, info: FieldInfo) -> Any:
    """Draw a value the field itself allows; ``None`` where none was met."""
    key = info.alias or field
    for _ in range(_DRAWS):
        value = _value(random, field, info)
        if value is not None and key not in _refused(model, {key: value}):
            return value
    return None


def _value(random: Random, field: str, info: FieldInfo) -> Any:
    kind, items = kind_of_field(info), item_models(info)
    if field == "kind" and not info.is_required():
        return info.default if kind is None or len(kind.choices) == 1 else random.choice(kind.choices)
    if kind is not None:
        return random_values(random, kind, field, info)
    if items:
        return _items(random, items, at_least=1 if info.is_required() else 0)
    return _drawn(random, models_of(info.annotation)[0])


def _items(random: Random, units: tuple[type[BaseModel], ...], at_least: int) -> list[dict[str, Any]]:
    """Draw a list: each kind of unit once in any order, or a few of the only kind there is."""
    chosen = list(units) if len(units) > 1 else list(units) * random.randint(at_least, 3)
    random.shuffle(chosen)
    named: dict[Any, dict[str, Any]] = {}
    for number, unit in enumerate(chosen):
        item = _drawn(random, unit)
        if item is not None:
            named.setdefault(item.get("id", item.get("name", item.get("agent", number))), item)
    return list(named.values())


def _shuffled(random: Random, model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    fields = list(model.model_fields.items())
    return random.sample(fields, len(fields))


def _is_valid(model: type[BaseModel], data: dict[str, Any]) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def _refused(model: type[BaseModel], data: dict[str, Any]) -> set[str | int]:
    """Fields that are wrong by themselves, whatever the others say."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return {problem["loc"][0] for problem in error.errors(include_url=False) if problem["loc"]}
    return set()


def fields_of(model: type[BaseModel]) -> set[tuple[type[BaseModel], str]]:
    """Every field of a model and of the models in it."""
    found: set[tuple[type[BaseModel], str]] = set()
    waiting, seen = [model], {model}
    while waiting:
        one = waiting.pop()
        for name, info in one.model_fields.items():
            found.add((one, name))
            if kind_of_field(info) is None:
                inner = {*item_models(info), *models_of(info.annotation)} - seen
                seen |= inner
                waiting += inner
    return found


def given_fields(noun: BaseModel) -> set[tuple[type[BaseModel], str]]:
    """Fields of a model, and of the models in it, that say something other than their default."""
    found: set[tuple[type[BaseModel], str]] = set()
    for name, info in type(noun).model_fields.items():
        value = getattr(noun, name)
        default = None if info.is_required() else info.get_default(call_default_factory=True)
        if name == "kind" or (value is not None and value != default):
            found.add((type(noun), name))
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, BaseModel):
                found |= given_fields(inner)
    return found
