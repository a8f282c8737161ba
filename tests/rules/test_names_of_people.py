"""Sentences and findings of rules about several people say names, not identifiers."""

from dataclasses import replace

import pytest

from models.example import Example
from models.rule import CoverageRule, Rule
from tests.rules.known import ALL, example_frame, example_roster, labelled

#: Identifiers of the examples' people; none of these names stands in any sentence by itself.
NAMES = {"a": "Анна Q", "b": "Борис Q", "c": "Вера Q"}
ABOUT_SEVERAL = [
    (unit, example)
    for unit, example in labelled(ALL)
    if unit.__name__ in ("AlwaysTogether", "NeverTogether", "MentorOnDuty", "Fairness", "FairnessSpread")
]


@pytest.mark.parametrize(("unit", "example"), ABOUT_SEVERAL)
def test_findings_say_the_names(unit: type[Rule], example: Example) -> None:
    rule, frame = unit.model_validate(example.rule), example_frame(example)
    assert isinstance(rule, CoverageRule)
    roster = example_roster(example, frame)
    plain = rule.check(frame, roster)
    team = tuple(replace(one, shown=NAMES.get(one.name, one.name)) for one in frame.team)
    named = rule.check(replace(frame, team=team), roster)
    assert len(named) == len(plain)
    for before, after in zip(plain, named, strict=True):
        assert "Q" in after.text.en
        assert "Q" in after.text.ru
        assert before.text != after.text
        assert replace_text(before.text.en) == replace_text(after.text.en)


def replace_text(text: str) -> str:
    """Identifiers and names alike, so that nothing else may differ."""
    for identifier, name in NAMES.items():
        text = text.replace(name, f"<{identifier}>")
    return " ".join(
        f"<{word.rstrip(',:')}>" + word[len(word.rstrip(",:")) :] if word.rstrip(",:") in NAMES else word
        for word in text.split()
    )


@pytest.mark.parametrize(("unit", "example"), ABOUT_SEVERAL)
def test_sentences_say_the_names_of_those_they_name(unit: type[Rule], example: Example) -> None:
    rule = unit.model_validate(example.rule)
    told = rule.with_names(NAMES)
    people = {*rule.agents, *getattr(rule, "mentors", ())} & set(NAMES)
    if rule.says_whom:
        assert all(NAMES[one] in told.explain().en for one in people)
        assert all(NAMES[one] in told.explain().ru for one in people)
    assert told.with_names({name: one for one, name in NAMES.items()}) == rule
