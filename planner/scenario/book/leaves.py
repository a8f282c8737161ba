"""The values of a model, one by one: what may stand in a cell, and what needs a table of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from models.clock import WEEKDAYS
from planner.scenario.origins import KeyPath
from planner.scenario.value_kinds import ValueKind, item_models, kind_of_field, models_of

#: What files may say in another way than the model's own field.
OTHER_WAYS: dict[str, dict[str, ValueKind]] = {
    "Period": {"weeks": ValueKind("whole"), "last_date": ValueKind("date")},
}


@dataclass(frozen=True)
class Leaf:
    """A value that has a cell of its own.

    Parameters
    ----------
    path
        Keys that lead to it from the model it was looked for in; the last is a weekday or a
        clock hour where each of them has its own cell.
    owner, name
        Innermost model that has the field, and the field's name in files.
    kinds
        What it may hold, by the ``kind`` of the unit it belongs to; by ``""`` where there is one.
    required
        Whether it must be given wherever its model is.
    default
        What holds where it is left out.
    limits
        What pydantic knows of its bounds.
    """

    path: KeyPath
    owner: str
    name: str
    kinds: Mapping[str, ValueKind]
    required: bool = False
    default: Any = None
    limits: tuple[Any, ...] = field(default=(), compare=False)

    @property
    def part(self) -> str | int | None:
        """The weekday or clock hour it is about."""
        return self.path[-1] if self.path[-1] != self.name else None

    @property
    def kind(self) -> ValueKind:
        """What it holds under the first kind of unit that has it."""
        return next(iter(self.kinds.values()))

    def kind_under(self, unit: str) -> ValueKind:
        """What it holds in a unit of that kind; of an unknown unit, what it mostly does."""
        return self.kinds.get(unit) or self.kinds.get("") or self.kind


@dataclass(frozen=True)
class Listed:
    """A list of models: a table of its own."""

    path: KeyPath
    models: tuple[type[BaseModel], ...]


def leaves_of(model: type[BaseModel], path: KeyPath = ()) -> Iterator[Leaf | Listed]:
    """Yield the values of a model and of the models in it, and the lists of models."""
    for name, info in model.model_fields.items():
        key = info.alias or name
        kind, items = kind_of_field(info), item_models(info)
        if kind is not None:
            default = None if info.is_required() else info.get_default(call_default_factory=True)
            unit = {"": kind}
            limits = tuple(info.metadata)
            for inner in _parts(kind, key):
                yield Leaf((*path, *inner), model.__name__, key, unit, info.is_required(), default, limits)
        elif items:
            yield Listed((*path, key), items)
        else:
            for inner_model in models_of(info.annotation):
                yield from leaves_of(inner_model, (*path, key))
    for key, kind in OTHER_WAYS.get(model.__name__, {}).items():
        yield Leaf((*path, key), model.__name__, key, {"": kind})


def leaves_of_units(units: tuple[type[BaseModel], ...]) -> list[Leaf | Listed]:
    """Values and lists of several kinds of unit: each once, with what it holds under each kind."""
    if len(units) == 1:
        return list(leaves_of(units[0]))
    found: dict[KeyPath, Leaf | Listed] = {}
    for unit in units:
        name = unit.model_fields["kind"].default
        for leaf in leaves_of(unit):
            known = found.get(leaf.path)
            if isinstance(leaf, Listed):
                found[leaf.path] = known or leaf
            elif isinstance(known, Leaf):
                kinds = {**known.kinds, name: leaf.kind}
                required = known.required and leaf.required
                found[leaf.path] = Leaf(
                    leaf.path, known.owner, leaf.name, kinds, required, known.default, known.limits
                )
            else:
                found[leaf.path] = Leaf(
                    leaf.path,
                    leaf.owner,
                    leaf.name,
                    {name: leaf.kind},
                    leaf.required,
                    leaf.default,
                    leaf.limits,
                )
    for path, leaf in found.items():
        if isinstance(leaf, Leaf) and len(leaf.kinds) < len(units):
            found[path] = replace(leaf, required=False)
    every = tuple(unit.model_fields["kind"].default for unit in units)
    kind = ValueKind("choice", choices=every)
    found["kind",] = Leaf(("kind",), units[0].__name__, "kind", {"": kind}, required=True)
    return list(found.values())


def _parts(kind: ValueKind, key: str) -> list[KeyPath]:
    if kind.keys == "weekday":
        return [(key, day) for day in WEEKDAYS]
    if kind.keys == "hour":
        return [(key, hour) for hour in range(24)]
    return [(key,)]
