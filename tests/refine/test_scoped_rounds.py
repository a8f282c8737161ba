"""Rounds where a promise is kept over each day, or over the period: that is what they mend."""

from dataclasses import replace

import numpy as np
import pytest

from models.plan import Plan
from models.spread import Spread
from planner.again import expect
from planner.cli.formula_gap import formula_gap_lines
from planner.cli.next_agents import next_agents_document, next_agents_lines, next_agents_table
from planner.cli.refining import refinement_document, verdict
from planner.cli.spans_below import spans_below_lines, why_still_below
from planner.refine import Refinement, one_more_agents, refine, try_out
from planner.roster.solve import SearchLimits
from planner.simulate.plan_simulation import SimulationLimits, in_time
from tests.planned_desk import planned
from tests.test_scoped_plans import desk

PLAYED, LIMITS = SimulationLimits(150, 1, 1), SearchLimits(6.0, 1, 1)


@pytest.fixture(scope="module", params=["day", "period"])
def scoped(request: pytest.FixtureRequest) -> Plan:
    """Three days that differ more than the plan's formulas were told."""
    text = desk(request.param, most=9)
    if request.param == "day":
        text = text.replace("target = {", "target = { share = 0.85,")
    plan = planned(text, seconds=6)
    demands = tuple(replace(one, spread=Spread(0.4, 0.1)) for one in plan.demands)
    return replace(plan, demands=demands)


@pytest.fixture(scope="module")
def refined(scoped: Plan) -> Refinement:
    return refine(try_out(scoped, PLAYED), LIMITS, PLAYED, rounds=4)


def test_rounds_mend_the_days_or_the_period_that_were_promised(refined: Refinement) -> None:
    first, chosen = refined.attempts[0], refined.chosen
    (spans,), (target,) = first.simulated.spans, first.simulated.targets
    assert spans.is_below.size == (3 if target.scope == "day" else 1)
    assert first.below > 0
    assert chosen.below == 0
    assert refined.extra_minor > 0
    assert chosen.simulated.is_kept == (True,)
    assert chosen.simulated.in_time.value[0] > first.simulated.in_time.value[0]
    # cover went to no day that kept its promise
    (cover,) = refined.attempts[1].made.added_cover
    mended = {int(spans.of_interval[place]) for place, agents in enumerate(cover.agents) if agents}
    assert mended == {place for place, is_below in enumerate(spans.is_below.tolist()) if is_below}
    # nothing is left of which to say what one agent more costs
    assert one_more_agents(refined, 3, LIMITS) == ()


def test_days_still_below_name_the_time_at_which_one_agent_more_helps_most(
    scoped: Plan, refined: Refinement
) -> None:
    first = refined.attempts[0]
    left = Refinement((replace(first, plan=scoped),))
    told = one_more_agents(left, 1, LIMITS)
    (target,), (spans,) = first.simulated.targets, first.simulated.spans
    if target.scope == "period":
        assert told == ()
        return
    assert [one.is_planned_again for one in told] == [True] + [False] * (first.below - 1)
    assert {int(spans.of_interval[one.interval]) for one in told} == set(np.flatnonzero(spans.is_below))
    assert [one.share for one in told] == sorted(one.share for one in told)
    (cover,) = first.simulated.lacking
    late = first.simulated.result.by_interval.contacts[0] * (
        1 - in_time(first.simulated.result.by_interval).value[0]
    )
    for one in told:
        assert one.is_of_day
        own = spans.of_interval == spans.of_interval[one.interval]
        assert late[one.interval] == late[own & (np.array(cover.agents) > 0)].max()
        assert one.at_most_minor is not None
    lines = list(next_agents_lines(scoped.scenario, told, len(told)))
    assert "one may not suffice for the day" in " ".join(lines)
    rows = next_agents_document(scoped.scenario, told)["intervals"]
    assert isinstance(rows, list)
    assert [row["kept_over"] for row in rows] == ["day"] * len(told)
    assert ", at " in str(next(iter(next_agents_table(scoped.scenario, told).columns[0].cells)))


def test_what_is_said_of_them_speaks_of_days_and_periods(scoped: Plan, refined: Refinement) -> None:
    first, scenario = refined.attempts[0], scoped.scenario
    scope = first.simulated.targets[0].scope
    assert verdict(scenario, refined).endswith(
        "the promise holds on every day." if scope == "day" else "the promise holds over the period."
    )
    document = refinement_document(scenario, refined)
    assert document["holds"] is True
    (below,) = spans_below_lines(scenario, first)
    assert below.startswith("phone: 8")
    assert ("2026-06-02 (" in below) == (scope == "day")
    assert not list(spans_below_lines(scenario, refined.chosen))
    assert not list(why_still_below(scenario, refined))
    (gap,) = formula_gap_lines(scenario, first)
    assert 'busy_days = "forecast"' in gap


def test_hours_missing_from_a_day_count_as_short_whoever_reads_the_plan() -> None:
    plan = planned(desk("day", most=1, calls=400, price=300), seconds=6)
    assert any(not one.is_kept for one in plan.outcomes)
    expected = expect(plan)
    assert expected.coverage == plan.coverage
    assert expected.coverage.understaffed_hours > sum(one.short_hours for one in plan.outcomes) / 2 > 0


def test_one_round_too_few_says_so(scoped: Plan, refined: Refinement) -> None:
    stopped = Refinement((refined.attempts[0], refined.attempts[0]))
    (said,) = why_still_below(scoped.scenario, stopped)
    assert "--rounds" in said
    in_russian = scoped.scenario.model_copy(
        update={"desk": scoped.scenario.desk.model_copy(update={"language": "ru"})}
    )
    (below,) = spans_below_lines(in_russian, refined.attempts[0])
    assert "обещано 8" in below
    assert verdict(in_russian, refined).startswith("За ")
