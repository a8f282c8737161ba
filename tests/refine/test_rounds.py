"""Rounds of planning again, and which of them is kept."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from models.plan import Plan
from planner.refine import Attempt, Refinement, refine, try_out
from planner.simulate.plan_simulation import SimulationLimits
from tests.refine.conftest import LIMITS, with_price

PLAYED = SimulationLimits(10, 1, 1)


def attempt(below: int, cost: int, late: float = 0.0) -> Attempt:
    simulated = SimpleNamespace(below=(below,), late_contacts=late)
    expected = SimpleNamespace(cost=SimpleNamespace(total_minor=cost))
    return Attempt(cast("Any", None), cast("Any", simulated), cast("Any", expected))


def test_fewer_below_wins_then_the_cheaper_and_no_fewer_is_no_better() -> None:
    first, cheaper, better, dearer = attempt(4, 100), attempt(4, 50), attempt(1, 130), attempt(1, 140)
    assert Refinement((first, cheaper)).chosen is first
    found = Refinement((first, cheaper, dearer, better))
    assert found.chosen is better
    assert found.extra_minor == 30
    assert Refinement((first,)).chosen is first


def test_a_period_still_below_is_better_the_fewer_contacts_are_late() -> None:
    """Over a period there is one promise to miss: by how much says whether a plan is better."""
    first, nearer, dearer = attempt(1, 100, 90.0), attempt(1, 130, 12.2), attempt(1, 140, 12.4)
    assert Refinement((first, dearer, nearer)).chosen is nearer
    assert Refinement((first, attempt(1, 90, 90.3))).chosen is first


def test_rounds_end_where_nothing_more_is_bought(cheap_shortfall: Plan) -> None:
    found = refine(try_out(cheap_shortfall, PLAYED), LIMITS, PLAYED, rounds=5)
    assert len(found.attempts) == 2
    first, last = found.attempts
    assert last.below >= first.below > 0
    # asked for more and given no more: short by what was asked on top, reckoned alike
    asked = last.expected.coverage.required_hours - first.expected.coverage.required_hours
    short = last.expected.coverage.understaffed_hours - first.expected.coverage.understaffed_hours
    assert asked > 0
    assert short == asked


def test_rounds_go_on_until_the_promise_holds_where_short_hours_are_dear(cheap_shortfall: Plan) -> None:
    scenario = with_price(cheap_shortfall.scenario, "60000")
    found = refine(try_out(replace(cheap_shortfall, scenario=scenario), PLAYED), LIMITS, PLAYED, rounds=6)
    assert found.chosen.below < found.attempts[0].below
    assert found.extra_minor > 0
    assert found.chosen.plan is not None
    assert found.chosen.plan.added_cover
