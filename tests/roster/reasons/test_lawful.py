"""Which ways out break the law, and which only what a scenario asks beyond it."""

import pytest

from models.rule import Rule
from models.scenario import Scenario
from planner.packs.russia import Russia
from planner.roster.reasons.lawful import law_kept
from planner.rules.weekly_rest import WeeklyRest
from planner.scenario.law import under_law
from tests.roster.desks import ANA, BOB, desk

HOUR = 60


def lawful(*rules: Rule) -> Scenario:
    scenario, _ = under_law(desk(agents=(ANA, BOB), rules=rules, law_packs=(Russia(),), days=14))
    return scenario


def with_rest_of(scenario: Scenario, hours: int, *, ana_only: bool = False) -> Scenario:
    """The scenario with another weekly rest, for Ana alone or for everybody."""
    rest = [rule for rule in scenario.rules if isinstance(rule, WeeklyRest)]
    own = rest[0].model_copy(update={"minutes": hours * HOUR})
    others = tuple(rule for rule in scenario.rules if rule not in rest)
    if ana_only:
        bobs = rest[0].model_copy(update={"agents": ("bob",)})
        return scenario.model_copy(
            update={"rules": (*others, bobs, own.model_copy(update={"agents": ("ana",)}))}
        )
    return scenario.model_copy(update={"rules": (*others, own)})


@pytest.mark.parametrize("ana_only", [False, True])
def test_a_rule_of_law_may_not_be_eased(ana_only: bool) -> None:
    scenario = lawful()
    law = law_kept(scenario)
    assert law.broken_in(scenario) == ()
    (article,) = law.broken_in(with_rest_of(scenario, 41, ana_only=ana_only))
    assert article.en == "TK RF art. 110"


@pytest.mark.parametrize("ana_only", [False, True])
def test_a_stricter_rule_of_ones_own_may_be_eased_as_far_as_the_law(ana_only: bool) -> None:
    scenario = lawful(WeeklyRest(minutes=60 * HOUR))
    law = law_kept(scenario)
    assert law.broken_in(with_rest_of(scenario, 42, ana_only=ana_only)) == ()
    assert law.broken_in(with_rest_of(scenario, 41, ana_only=ana_only))


def test_what_no_pack_asks_breaks_no_law() -> None:
    scenario = desk(agents=(ANA, BOB), rules=(WeeklyRest(minutes=42 * HOUR),), law_packs=())
    assert law_kept(scenario).broken_in(with_rest_of(scenario, 1)) == ()
