"""A tighter step allows only tours the rule allows, and its first looser step is the rule."""

import datetime as dt

import pytest

from models.rule import Rule, TourRule
from planner.roster.reasons.tighter import tightened
from planner.rules.max_consecutive_days import MaxConsecutiveDays
from planner.rules.min_rest import MinRest
from tests.rules.known import TOUR_RULES, kind_of, variants
from tests.rules.test_loosened import SCENES, legal_tours, world


@pytest.mark.parametrize("unit", TOUR_RULES, ids=kind_of)
def test_a_tighter_rule_allows_nothing_new(unit: type[Rule]) -> None:
    scene = SCENES[1]
    frame, _, _ = world(scene)
    for rule in variants(unit, scene[0]):
        assert isinstance(rule, TourRule)
        tighter = tightened(rule, frame)
        if tighter is None:
            continue
        assert next(tighter.loosened(frame)) == rule
        assert legal_tours(tighter, scene) <= legal_tours(rule, scene)


def test_steps_are_the_smallest_there_are() -> None:
    frame, _, _ = world((dt.date(2026, 1, 5), ".D", 3, ""))
    assert tightened(MaxConsecutiveDays(days=5), frame) == MaxConsecutiveDays(days=4)
    assert tightened(MinRest(minutes=720), frame) == MinRest(minutes=780)
