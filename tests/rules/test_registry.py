"""The registry holds the first set of rules, each under its own name."""

from typing import Literal

import pytest

from models.rule import RULES
from planner.rules.min_rest import MinRest
from tests.rules.known import ALL, COVERAGE_RULES, TOUR_RULES

FIRST_SET = {
    "availability",
    "days_off",
    "fixed_shift",
    "forbidden_succession",
    "max_consecutive_days",
    "max_nights",
    "max_weekly_minutes",
    "min_consecutive_days_off",
    "min_rest",
    "no_back_to_back_nights",
    "period_minutes",
    "shift_request",
    "weekends_off",
    "weekly_rest",
    "min_staff",
    "skill_mix",
}


def test_the_first_set_is_there() -> None:
    assert set(RULES) >= FIRST_SET
    assert set(TOUR_RULES) | set(COVERAGE_RULES) == set(ALL)


def test_each_rule_stands_in_a_file_of_its_name() -> None:
    for kind in RULES:
        assert RULES[kind].__module__ == f"planner.rules.{kind}"


def test_a_second_rule_of_the_same_kind_is_an_error() -> None:
    class Impostor(MinRest):
        kind: Literal["min_rest"] = "min_rest"

    with pytest.raises(TypeError, match="two rules call themselves 'min_rest'"):
        RULES.register(Impostor)
    assert RULES["min_rest"] is MinRest
