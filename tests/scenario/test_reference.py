"""The field reference in scenarios/README.md says every field and its default, and no other."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from models.channel import Channel
from models.clock import WEEKDAYS, ClockSpan
from models.rule import RULES, Rule
from planner.replan import Changes
from planner.scenario import load_scenario
from planner.scenario.locate import user_fields
from planner.scenario.schema import scenario_model

SCENARIOS = Path(__file__).parents[2] / "scenarios"
README = (SCENARIOS / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([\w.]+)` \| (.+?) \|", re.MULTILINE)


def nouns() -> list[type[BaseModel]]:
    found: list[type[BaseModel]] = []

    def walk(annotation: Any) -> None:
        is_noun = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        if is_noun and annotation not in found and not issubclass(annotation, Rule):
            found.append(annotation)
            for field in annotation.model_fields.values():
                walk(field.annotation)
        for part in get_args(annotation):
            walk(part)

    walk(scenario_model())
    walk(Changes)
    return found


NOUNS = nouns()


def rows_under(heading: str) -> dict[str, str]:
    start = README.index(f"\n{heading}")
    end = README.find("\n#", start + 1)
    return dict(ROW.findall(README[start:end]))


def default_of(noun: type[BaseModel], name: str, field: FieldInfo) -> str:
    if field.is_required() or (name == "kind" and issubclass(noun, Channel)):
        return "required"
    value = field.get_default(call_default_factory=True)
    if value == WEEKDAYS:
        return "every day"
    if value == (1.0,) * 24:
        return "flat"
    if isinstance(value, ClockSpan):
        return str(value)
    if isinstance(value, BaseModel):
        return "see below"
    if isinstance(value, bool):
        return str(value).lower()
    if not value and not isinstance(value, int | float | Decimal):
        return "–"
    if name == "weekly_minutes":
        return f"{value // 60}h"
    return f"{value:g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_field_and_default_is_in_the_reference(noun: type[BaseModel]) -> None:
    fields = {name: default_of(noun, name, field) for name, field in user_fields(noun).items()}
    assert rows_under(f"### {noun.__name__}:") == fields


def test_no_section_is_about_nothing() -> None:
    assert set(re.findall(r"^### (\w+):", README, re.MULTILINE)) == {noun.__name__ for noun in NOUNS}


def test_every_rule_and_its_fields_are_in_the_reference() -> None:
    rows = dict(
        re.findall(r"^\| `(\w+)` \| (.+) \|$", README[README.index("\n| kind | fields") :], re.MULTILINE)
    )
    common = set(Rule.model_fields)
    own = {kind: set(RULES[kind].model_fields) - common for kind in RULES}
    assert rows.keys() == own.keys()
    for kind, fields in own.items():
        missing = [field for field in fields if f"`{field}`" not in rows[kind]]
        assert missing == [], kind
    assert rows_under("## Rules").keys() >= common


def test_every_rule_is_used_in_a_scenario() -> None:
    used = {rule.kind for rule in load_scenario(SCENARIOS / "every_rule.toml").scenario.rules}
    assert used == set(RULES)


def test_every_example_is_listed() -> None:
    assert set(re.findall(r"^\| `([\w-]+\.toml)` \|", README, re.MULTILINE)) == {
        path.name for path in SCENARIOS.glob("*.toml")
    }
