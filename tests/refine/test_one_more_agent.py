"""What one agent more costs where the promise still fails."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.plan import Plan
from planner.again import expect
from planner.pipeline import plan_for
from planner.refine import OneMore, Refinement, one_more_agents, refine, try_out
from planner.refine.added_shifts import AddedShifts
from planner.simulate.plan_simulation import SimulationLimits
from tests.cli.desks import ALWAYS
from tests.refine.conftest import LIMITS, plan_of, with_price

PLAYED = SimulationLimits(10, 1, 1)


@pytest.fixture(scope="module")
def refined(cheap_shortfall: Plan) -> Refinement:
    return refine(try_out(cheap_shortfall, PLAYED), LIMITS, PLAYED, rounds=1)


@pytest.fixture(scope="module")
def told(refined: Refinement) -> tuple[OneMore, ...]:
    return one_more_agents(refined, 2, LIMITS)


def test_the_figures_are_in_order_and_the_worst_are_planned_again(told: tuple[OneMore, ...]) -> None:
    assert len(told) == 20
    assert [one.is_planned_again for one in told] == [True] * 2 + [False] * 18
    for one in told:
        assert one.at_least_minor is not None
        assert one.at_most_minor is not None
        assert one.at_least_minor <= one.at_most_minor
        # nothing was bought for what it would save
        assert one.at_most_minor >= one.short_minor
    assert all(one.at_least_minor == one.at_most_minor for one in told[:2])


def test_planning_again_says_what_a_scenario_with_that_rule_costs(
    refined: Refinement, told: tuple[OneMore, ...], tmp_path: Path
) -> None:
    """The rule written by hand into a scenario of its own, planned from the start."""
    base = refined.attempts[-1].plan
    assert base is not None
    horizon = base.scenario.horizon
    start = horizon.local(horizon.interval_starts[told[0].interval])
    there = base.coverage.on_duty[told[0].interval]
    rule = (
        f'[[rules]]\nkind = "min_staff"\nminimum = {there + 1}\ndates = [{start:%Y-%m-%d}]\n'
        f'hours = "{start:%H:%M}-{(start.hour + 1) % 24:02d}:00"\n'
    )
    text = ALWAYS.replace("= 30, ", "= 300, ").replace("= 20, sun = 20", "= 300, sun = 300")
    other = plan_of(text + rule + "[prices]\nunderstaffed_hour = 450\n", tmp_path)
    again = plan_for(other.scenario, base.demands, LIMITS, added=base.added_cover)
    assert again.coverage.on_duty[told[0].interval] > there
    assert (
        told[0].at_most_minor
        == again.proof.objective_minor + told[0].short_minor - base.proof.objective_minor
    )


def test_a_shift_more_costs_what_pay_and_shortfall_change_by(refined: Refinement) -> None:
    base = refined.attempts[-1]
    assert base.plan is not None
    shifts = AddedShifts(base.plan, base.expected)
    short = [
        i
        for i, (need, there) in enumerate(
            zip(base.expected.coverage.required, base.expected.coverage.on_duty, strict=True)
        )
        if there < need
    ]
    added = shifts.cheapest(short[0], None)
    assert added is not None
    # a night or a day of 12 hours at 400, every hour of it short, and 5,000 for who is hired
    assert added.extra_pay_minor in (480_000, 980_000)
    assert added.extra_minor == added.extra_pay_minor - 12 * 45_000
    assert added.pays_from_minor == -(-added.extra_pay_minor // 12)


def test_at_the_price_a_shift_pays_from_no_plan_leaves_things_as_they_are(
    refined: Refinement, told: tuple[OneMore, ...]
) -> None:
    base = refined.attempts[-1].plan
    assert base is not None
    sure = told[0].pays_from_minor
    assert sure is not None
    scenario = with_price(base.scenario, str((sure + 100) // 100))
    dearer = plan_for(scenario, base.demands, LIMITS, added=base.added_cover)
    assert dearer.coverage.understaffed_hours < base.coverage.understaffed_hours


def test_where_nobody_may_work_more_there_is_no_upper_figure(cheap_shortfall: Plan) -> None:
    """No vacancies, and those named work all the rules allow them."""
    scenario = with_price(cheap_shortfall.scenario, "1500").model_copy(update={"vacancies": ()})
    plan = plan_for(scenario, cheap_shortfall.demands, LIMITS)
    found = one_more_agents(refine(try_out(plan, PLAYED), LIMITS, PLAYED, rounds=1), 0, LIMITS)
    assert found
    assert all(one.at_most_minor is None and one.pays_from_minor is None for one in found)
    assert all(one.at_least_minor == one.short_minor for one in found)


def test_without_a_new_plan_there_is_nothing_to_compare_with(cheap_shortfall: Plan) -> None:
    assert (
        one_more_agents(Refinement((replace(try_out(cheap_shortfall, PLAYED), plan=None),)), 3, LIMITS) == ()
    )
    assert expect(cheap_shortfall).coverage.understaffed_hours > 0
