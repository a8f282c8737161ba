"""The scenario model, completed with every kind of rule, channel and law pack.

``models.scenario.Scenario`` names the kinds only as ``AnyRule``, ``AnyChannel`` and ``AnyPack``: the
nouns do not know the units.  Here the units are imported, which fills the registries,
and the model is completed with unions that pydantic dispatches on ``kind``.
"""

import operator
from functools import cache, reduce
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

import planner.packs
import planner.rules
import planner.staffing
from models.channel import CHANNELS
from models.law_pack import LAW_PACKS, pack_by_name
from models.registry import Registry
from models.rule import RULES
from models.scenario import Scenario

#: Imported for what importing them does: each unit registers itself.
UNIT_PACKAGES = (planner.rules, planner.staffing, planner.packs)


def any_of(units: tuple[type[BaseModel], ...]) -> Any:
    """Type of a value that is one of ``units``, told apart by ``kind``.

    A single unit is its own type, because a union of one has nothing to tell apart.
    """
    if len(units) == 1:
        return units[0]
    return Annotated[reduce(operator.or_, units), Field(discriminator="kind")]


def complete(model: type[BaseModel], channels: Registry[Any], rules: Registry[Any]) -> type[BaseModel]:
    """Complete a model that refers to ``AnyChannel`` and ``AnyRule`` from two registries, and to ``AnyPack``."""
    packs: Any = any_of(LAW_PACKS.units())
    names: dict[str, Any] = {
        "AnyChannel": any_of(channels.units()),
        "AnyRule": any_of(rules.units()),
        "AnyPack": Annotated[packs, BeforeValidator(pack_by_name)],
    }
    model.model_rebuild(_types_namespace=names)
    return model


@cache
def scenario_model() -> type[Scenario]:
    """Return :class:`models.scenario.Scenario`, complete and ready to validate."""
    complete(Scenario, CHANNELS, RULES)
    return Scenario
