"""No number and no length of time of any rule may be negative."""

from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from models.rule import Rule
from tests.rules.known import ALL, kind_of


def numbers(unit: type[Rule]) -> list[str]:
    """Fields of a kind that hold a number; lengths of time are numbers of minutes."""
    return [name for name, info in unit.model_fields.items() if _is_number(info.annotation)]


def _is_number(kind: Any) -> bool:
    inside = get_args(getattr(kind, "__value__", kind))
    return kind in (int, Decimal) or any(part is not str and _is_number(part) for part in inside[:1])


@pytest.mark.parametrize("unit", [unit for unit in ALL if numbers(unit)], ids=kind_of)
def test_it_is_refused_where_it_stands(unit: type[Rule]) -> None:
    written = unit.examples()[0].rule
    for name in numbers(unit):
        with pytest.raises(ValidationError) as refused:
            unit.model_validate({**written, name: -1})
        assert name in {place for error in refused.value.errors() for place in error["loc"]}, name


def test_every_kind_with_a_price_is_looked_at() -> None:
    priced = [unit for unit in ALL if "price" in unit.model_fields]
    assert all("price" in numbers(unit) for unit in priced)
