"""The model is completed from registries of any size."""

from typing import TYPE_CHECKING, Any, Literal

import pytest
from pydantic import BaseModel, ValidationError, create_model

from models.channel import CHANNELS
from models.registry import Registry
from models.rule import RULES
from planner.scenario.schema import any_of, complete, scenario_model

if TYPE_CHECKING:
    AnyChannel = Any
    AnyRule = Any


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    lives: int


class Home(BaseModel):
    channel: "AnyChannel"
    rule: "AnyRule"


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"


def test_units_are_told_apart_by_kind() -> None:
    model = create_model("Home", pet=(any_of((Cat, Dog)), ...))
    assert model.model_validate({"pet": {"kind": "cat", "lives": 9}}).model_dump()["pet"]["lives"] == 9
    with pytest.raises(ValidationError, match="'cat', 'dog'"):
        model.model_validate({"pet": {"kind": "fish"}})


def test_a_single_unit_works() -> None:
    model = create_model("Home", pet=(any_of((Cat,)), ...))
    assert model.model_validate({"pet": {"kind": "cat", "lives": 9}})
    with pytest.raises(ValidationError):
        model.model_validate({"pet": {"kind": "dog"}})


def test_a_model_that_names_its_kinds_is_completed() -> None:
    pets: Registry[type[BaseModel]] = Registry("pet")
    pets.register(Cat)
    complete(Home, pets, pets)
    cat = {"kind": "cat", "lives": 1}
    assert Home.model_validate({"channel": cat, "rule": cat})


def test_the_scenario_knows_every_unit() -> None:
    schema = str(scenario_model().model_json_schema())
    missing = [
        unit.__name__ for unit in (*RULES.units(), *CHANNELS.units()) if f"'{unit.__name__}'" not in schema
    ]
    assert missing == []
    assert len(RULES.units()) >= 16
    assert {"phone", "deferred"} <= set(CHANNELS)
