"""Every rule explains itself in both languages, with its numbers."""

import datetime as dt
import re
from decimal import Decimal
from typing import Literal, get_origin

import pytest
from pydantic import ValidationError

from models.example import Example
from models.rule import Rule
from planner.rules.wording import date_text, duration
from tests.rules.known import ALL, kind_of, labelled


def said(value: object, name: str) -> tuple[str, str]:
    """How a field's value reads in English and in Russian."""
    if isinstance(value, dt.date):
        text = date_text(value)
        return text.en, text.ru
    if isinstance(value, int) and name.endswith("minutes"):
        text = duration(value)
        return text.en, text.ru
    return str(value), str(value)


#: Fields whose parts an explanation puts in words of its own.
IN_OTHER_WORDS = ("start_at", "spans", "published", "sequence")


def is_choice(unit: type[Rule], name: str) -> bool:
    """Whether a field is one of some words, which an explanation puts in its own."""
    return get_origin(unit.model_fields[name].annotation) is Literal


@pytest.mark.parametrize(("unit", "example"), labelled(ALL))
def test_the_explanation_holds_every_number_and_name(unit: type[Rule], example: Example) -> None:
    rule = unit.model_validate(example.rule)
    text = rule.explain()
    for name in example.rule:
        value = getattr(rule, name)
        parts = value if isinstance(value, tuple) else (value,)
        for part in parts:
            if isinstance(part, bool) or is_choice(unit, name) or name in IN_OTHER_WORDS:
                continue
            if not isinstance(part, int | Decimal | dt.date) and name == "weekdays":
                continue
            en, ru = said(part, name)
            assert re.search(rf"(?<!\d){re.escape(en)}(?!\d)", text.en), name
            if name != "days" or isinstance(part, int):
                assert re.search(rf"(?<!\d){re.escape(ru)}(?!\d)", text.ru), name


@pytest.mark.parametrize("unit", ALL, ids=kind_of)
def test_the_languages_are_themselves(unit: type[Rule]) -> None:
    for example in unit.examples():
        text = unit.model_validate(example.rule).explain()
        assert not re.search("[а-яё]", text.en, re.IGNORECASE)
        assert re.search("[а-яё]{3}", text.ru, re.IGNORECASE)
        assert text.en.endswith(".")
        assert text.ru.endswith(".")


@pytest.mark.parametrize("unit", ALL, ids=kind_of)
def test_different_parameters_are_explained_differently(unit: type[Rule]) -> None:
    rules = {unit.model_validate(example.rule) for example in unit.examples()}
    texts = {rule.explain().en for rule in rules}
    assert len(texts) == len(rules)


@pytest.mark.parametrize("unit", ALL, ids=kind_of)
def test_a_rule_survives_its_file_form(unit: type[Rule]) -> None:
    for example in unit.examples():
        rule = unit.model_validate(example.rule)
        assert unit.model_validate_json(rule.model_dump_json()) == rule
        with pytest.raises(ValidationError):
            unit.model_validate({**example.rule, "no_such_field": 1})
