"""Intervals at the start of the period that only a shift begun the day before can cover."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from models.past_shifts import past_shifts
from models.requirement import Requirement
from models.scenario import Scenario
from models.service_goal import ServiceGoal
from planner.roster.candidate_shifts import shifts_of_day, worked_intervals


def required_intervals(scenario: Scenario, open_intervals: tuple[bool, ...]) -> tuple[bool, ...]:
    """Open intervals this plan answers for.

    The small hours of the first day belong to the night shift of the plan before: no shift
    of this period can cover them, one begun the day before would.  They ask for nobody
    here, unless somebody's ``worked_before`` reaches into them: then the scenario says who
    was there, and that is what counts.  An hour that no pattern ever covers stays
    required, and is reported as short.
    """
    horizon = scenario.horizon
    known = {
        interval
        for agent in scenario.agents
        for shift in past_shifts(horizon, scenario.night, agent.worked_before)
        for interval in worked_intervals(horizon, shift)
    }

    def covered(day: int) -> set[int]:
        return {
            i for shift in shifts_of_day(scenario, horizon, day) for i in worked_intervals(horizon, shift)
        }

    before, first = covered(-1), covered(0)
    return tuple(
        is_open and (i in known or i not in before or i in first) for i, is_open in enumerate(open_intervals)
    )


def asked_of_this_plan(requirement: Requirement, required: tuple[bool, ...]) -> Requirement:
    """Leave out of a requirement the intervals this plan does not answer for."""

    def only_required(values: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(value if keep else 0 for value, keep in zip(values, required, strict=True))

    return Requirement(
        required,
        tuple(
            replace(need, agents=only_required(need.agents), goals=_within(need.goals, required))
            for need in requirement.live
        ),
        tuple(
            replace(
                need,
                minutes_per_agent=only_required(need.minutes_per_agent),
                taken_minutes=tuple((pool, only_required(taken)) for pool, taken in need.taken_minutes),
            )
            for need in requirement.backlog
        ),
    )


def _within(goals: tuple[ServiceGoal, ...], required: tuple[bool, ...]) -> tuple[ServiceGoal, ...]:
    mine = (goal.within(required) for goal in goals)
    return tuple(goal for goal in mine if goal is not None)


def with_plan_before(
    supply: Mapping[str, tuple[int | Fraction, ...]], requirement: Requirement, required: tuple[bool, ...]
) -> dict[str, tuple[int | Fraction, ...]]:
    """Count on the plan before for the hours only its last shifts can cover.

    Parameters
    ----------
    supply
        What this plan gives each need, per interval.
    requirement
        What was asked, those hours included.
    required
        Intervals this plan answers for.
    """
    needed = {need.pool: need.agents for need in requirement.live}
    return {
        name: tuple(
            there if mine else max(there, need)
            for there, need, mine in zip(own, needed.get(name, own), required, strict=True)
        )
        for name, own in supply.items()
    }
