"""Every rule explains itself in both languages, with its numbers."""

import datetime as dt
import re
from decimal import Decimal
from typing import Literal, get_origin

import pytest
from pydantic import ValidationError

from models.example import Example
from models.rule import RULES, Rule
from models.text import Text
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


def is_told_as_none(text: Text) -> bool:
    """Whether both languages say none at all instead of a zero."""
    en, ru = (
        r"\b(no|none|nobody|same)\b",
        r"\b(не занято|ни одной|никого|никакой|нисколько|же|быть не должно)\b",
    )
    return all(re.search(words, said, re.IGNORECASE) for words, said in ((en, text.en), (ru, text.ru)))


#: A limit of zero, and how it reads.
NONE_AT_ALL = [
    (
        {"kind": "weekends_off", "max_worked": 0, "days": ["sun"]},
        ("No Sundays of the period worked.", "За период не занято воскресений."),
    ),
    (
        {"kind": "weekends_off", "max_worked": 0},
        ("No weekends (sat+sun) of the period worked.", "За период не занято уикендов (сб+вс)."),
    ),
    (
        {"kind": "weekends_off", "max_worked": 2, "days": ["sun"]},
        ("At most 2 Sundays of the period worked.", "За период занято не более 2 воскресений."),
    ),
    (
        {"kind": "max_nights", "nights": 0},
        ("No night shifts in the period.", "За период ни одной ночной смены."),
    ),
    ({"kind": "max_seats", "seats": 0}, ("Nobody on duty.", "Никого на смене.")),
    ({"kind": "max_split_shifts", "shifts": 0}, ("No split shifts.", "Ни одной разделённой смены.")),
    ({"kind": "max_weekly_minutes", "minutes": 0}, ("No paid work.", "Оплачиваемой работы быть не должно.")),
    (
        {"kind": "overtime_budget", "minutes": 0, "norm_minutes": "8h", "per": "day"},
        (
            "No overtime (paid work above 8 h a day).",
            "Никакой сверхурочной работы (сверх 8 ч в день).",
        ),
    ),
    (
        {"kind": "daily_overtime", "norm_minutes": "8h", "minutes": 0},
        (
            "Overtime, paid work above 8 h a day: none in a day.",
            "Сверхурочно, то есть оплачиваемой работы сверх 8 ч в день: нисколько за день.",
        ),
    ),
    (
        {"kind": "period_shifts", "max_shifts": 0},
        ("Shifts in the period: none.", "Смен за период: ни одной."),
    ),
    (
        {"kind": "same_start", "within_minutes": 0},
        (
            "Shifts of a week start at the same time.",
            "Смены одной недели начинаются в одно и то же время.",
        ),
    ),
]


@pytest.mark.parametrize(("written", "told"), NONE_AT_ALL)
def test_a_limit_of_zero_is_told_in_words(written: dict[str, object], told: tuple[str, str]) -> None:
    text = RULES[str(written["kind"])].model_validate(written).explain()
    assert (text.en, text.ru) == told


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
            if part == 0 and is_told_as_none(text):
                continue
            assert re.search(rf"(?<!\d){re.escape(en)}(?!\d)", text.en, re.IGNORECASE), name
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
