"""How findings about fair shares are written."""

import re

import pytest

from models.example import Example
from planner.rules.fairness import Fairness
from tests.rules.known import ALL, example_frame, example_roster, labelled

TOLD = [example for unit, example in labelled(ALL) if unit is Fairness]


@pytest.mark.parametrize("example", TOLD)
def test_russian_shares_have_a_decimal_comma(example: Example) -> None:
    """A Russian audit said "справедливая доля 0.9"."""
    rule, frame = Fairness.model_validate(example.rule), example_frame(example)
    for found in rule.check(frame, example_roster(example, frame)):
        assert not re.search(r"\d\.\d", found.text.ru)
        assert re.search(r"доля -?\d+,\d ", found.text.ru)
        assert re.search(r"share is -?\d+\.\d ", found.text.en)
