"""What became of targets over a day or the period under a roster."""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from models.requirement import LiveNeed, Requirement
from models.scenario import Scenario
from models.service_goal import GoalOutcome, ServiceGoal
from planner.roster.row_prices import RowPrices, row_prices
from planner.roster.rows_service import late_contact_price


def goal_outcomes(
    scenario: Scenario,
    requirement: Requirement,
    given: Mapping[str, Sequence[int | Fraction]],
    levels: Mapping[str, Sequence[float]],
) -> tuple[GoalOutcome, ...]:
    """Hold a roster against every target it was free to choose how to keep.

    Parameters
    ----------
    scenario
        Its prices, and its intervals.
    requirement
        What is asked of this plan, goals included.
    given
        Agents at work and not on a break, by pool and interval, each counted in one pool.
    levels
        Service levels by formula with those agents, by pool and interval; NaN where nothing
        arrives.

    Returns
    -------
    tuple of GoalOutcome
        In the order of the pools, then of time.
    """
    prices, hours = row_prices(scenario), scenario.horizon.interval_minutes / 60
    return tuple(
        _outcome(need, goal, given[need.pool], levels[need.pool], prices, hours)
        for need in requirement.live
        for goal in need.goals
    )


def _outcome(
    need: LiveNeed,
    goal: ServiceGoal,
    agents: Sequence[int | Fraction],
    levels: Sequence[float],
    prices: RowPrices,
    hours: float,
) -> GoalOutcome:
    expected, short = math.fsum(goal.contacts), goal.short_of(agents)
    # a whole number of parts of a thousandth of a contact
    penalty = int(short * prices.parts) * late_contact_price(goal, prices)
    # as many hours as the money would pay for, so that both agree though prices are rounded
    missing = penalty / prices.short_interval if penalty else goal.agents_for(short)
    served = math.fsum(
        count * float(levels[interval])
        for count, interval in zip(goal.contacts, goal.intervals, strict=True)
        if count > 0 and not math.isnan(levels[interval])
    )
    return GoalOutcome(
        pool=need.pool,
        intervals=(goal.intervals[0], goal.intervals[-1]),
        contacts=expected,
        promised=goal.share,
        reached=served / expected if expected > 0 else 1.0,
        short_hours=missing * hours,
        penalty_minor=penalty,
    )
