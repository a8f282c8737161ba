"""Intervals at the start of the period that only a shift begun the day before can cover."""

from dataclasses import replace

from models.requirement import Requirement
from models.scenario import Scenario
from planner.roster.candidate_shifts import shifts_of_day, worked_intervals


def required_intervals(scenario: Scenario, open_intervals: tuple[bool, ...]) -> tuple[bool, ...]:
    """Open intervals this plan answers for.

    The small hours of the first day belong to the night shift of the plan before: no shift
    of this period can cover them, one begun the day before would.  They ask for nobody
    here.  An hour that no pattern ever covers stays required, and is reported as short.
    """
    horizon = scenario.horizon

    def covered(day: int) -> set[int]:
        return {
            i for shift in shifts_of_day(scenario, horizon, day) for i in worked_intervals(horizon, shift)
        }

    before, first = covered(-1), covered(0)
    return tuple(is_open and not (i in before and i not in first) for i, is_open in enumerate(open_intervals))


def asked_of_this_plan(requirement: Requirement, required: tuple[bool, ...]) -> Requirement:
    """Leave out of a requirement the intervals this plan does not answer for."""

    def only_required(values: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(value if keep else 0 for value, keep in zip(values, required, strict=True))

    return Requirement(
        required,
        tuple(replace(need, agents=only_required(need.agents)) for need in requirement.live),
        tuple(
            replace(
                need,
                minutes_per_agent=only_required(need.minutes_per_agent),
                taken_minutes=only_required(need.taken_minutes),
            )
            for need in requirement.backlog
        ),
    )
