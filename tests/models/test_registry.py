"""Units are found by their kind."""

from typing import Literal

import pytest
from pydantic import BaseModel

from models.registry import Registry


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"


def test_units_are_listed_by_kind_whatever_the_order_they_came_in() -> None:
    pets: Registry[type[BaseModel]] = Registry("pet")
    assert pets.register(Dog) is Dog
    pets.register(Cat)
    assert list(pets) == ["cat", "dog"]
    assert pets.units() == (Cat, Dog)
    assert pets["dog"] is Dog


def test_registering_a_unit_again_changes_nothing() -> None:
    pets: Registry[type[BaseModel]] = Registry("pet")
    pets.register(Cat)
    pets.register(Cat)
    assert list(pets) == ["cat"]


def test_two_units_of_one_kind_are_an_error() -> None:
    class OtherCat(BaseModel):
        kind: Literal["cat"] = "cat"

    pets: Registry[type[BaseModel]] = Registry("pet")
    pets.register(Cat)
    with pytest.raises(TypeError, match="two pets call themselves 'cat'"):
        pets.register(OtherCat)


def test_a_kind_that_may_be_anything_is_an_error() -> None:
    class Vague(BaseModel):
        kind: str = "vague"

    pets: Registry[type[BaseModel]] = Registry("pet")
    with pytest.raises(TypeError, match="Literal"):
        pets.register(Vague)
