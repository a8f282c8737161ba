"""What one agent more would cost where the simulated promise still fails.

The worst intervals are planned again with an agent more demanded there, by a ``min_staff`` rule
of that one interval, all prices as they are.  With z the objective of the plan before, s what it
counts for an agent missing there (0 where nobody is missing), and the new plan's objective z' and
bound b', an agent more costs between b' + s - z and z' + s - z: in pay, wishes and hours short
elsewhere, the hour closed not set against it.  Where the new plan is proven optimal, exactly that.

For the others two figures from either side: at most the cheapest legal shift that could be added
to the roster as it is; at least s - (z - b), b the plan's own bound: no roster whatever has an
objective below it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from models.clock import ClockSpan
from models.plan import Plan
from models.progress import Listener, silent
from models.scenario import Scenario
from planner.pipeline import plan_for
from planner.refine.added_shifts import AddedShifts
from planner.refine.rounds import Refinement
from planner.roster.candidate_shifts import worked_intervals
from planner.roster.row_prices import row_prices
from planner.roster.solve import SearchLimits
from planner.rules.min_staff import MinStaff
from planner.simulate.plan_simulation import PlanSimulation, in_time

#: Intervals told of.
MOST_TOLD = 20


@dataclass(frozen=True)
class OneMore:
    """One agent more in an interval below the promise; money in minor units.

    Parameters
    ----------
    channel, interval
        Where.
    is_of_day
        Whether it is the day that is below; the interval is then the one, of those where more cover
        helps, in which most contacts are late.
    share
        Share in time there, or on the day.
    short_minor
        What the plan counts for one agent missing during the interval.
    at_least_minor, at_most_minor
        Cost of one agent more; ``None`` where nothing tells.
    extra_pay_minor
        Pay in the upper figure; the rest is hours short elsewhere, surplus and wishes.
    is_planned_again
        Whether the figures come of planning again, not of a shift added to the roster as it is.
    pays_from_minor
        Price of an hour short from which the cheapest shift added to the roster as it is pays for
        itself, so that no plan would leave things as they are; ``None`` where none may be added.
    """

    channel: str
    interval: int
    is_of_day: bool
    share: float
    short_minor: int
    at_least_minor: int | None
    at_most_minor: int | None
    extra_pay_minor: int | None
    is_planned_again: bool
    pays_from_minor: int | None


def one_more_agents(
    found: Refinement, most: int, limits: SearchLimits, listen: Listener = silent
) -> tuple[OneMore, ...]:
    """Say for intervals and days of live channels still below the promise what one agent more costs there.

    A promise kept over a day is broken in no interval of its own: named is the interval where most
    contacts are late.  Of one kept over the period there is none to name.

    Parameters
    ----------
    found
        The rounds; without a new plan there is nothing to compare with, and no answer.
    most
        Intervals or days to plan again, the worst first.
    limits
        Of each search.
    listen
        Hears of progress.

    Returns
    -------
    tuple of OneMore
        The worst first, at most :data:`MOST_TOLD`.
    """
    chosen = found.chosen
    base = chosen if chosen.plan is not None else found.attempts[-1]
    if base.plan is None:
        return ()
    places = sorted(_places(chosen.simulated), key=lambda place: place.above_promise)
    shifts, told = AddedShifts(base.plan, base.expected), []
    for rank, place in enumerate(places[:MOST_TOLD]):
        is_stopped = limits.stop is not None and limits.stop.is_set()
        search = limits if rank < most and not is_stopped else None
        told.append(_one_more(base.plan, shifts, place, search, listen))
    return tuple(told)


@dataclass(frozen=True)
class _Place:
    """Number of a channel, an interval, and what is reached there or on its day."""

    number: int
    interval: int
    is_of_day: bool
    share: float
    above_promise: float


def _places(simulated: PlanSimulation) -> Iterator[_Place]:
    """Intervals below the promise; of days below it, the one where most contacts are late."""
    level, contacts = in_time(simulated.result.by_interval), simulated.result.by_interval.contacts
    for number, (target, cover) in enumerate(zip(simulated.targets, simulated.lacking, strict=True)):
        helped = np.flatnonzero(cover.agents)
        if target.scope == "interval":
            for interval in helped.tolist():
                share, high = (float(each[number, interval]) for each in (level.value, level.high))
                yield _Place(number, interval, False, share, high - target.share)
        elif target.scope == "day":
            spans = simulated.spans[number]
            late = contacts[number] * (1.0 - level.value[number])
            for day in np.flatnonzero(spans.is_below).tolist():
                own = helped[spans.of_interval[helped] == day]
                if own.size:
                    share = float(spans.reached[day])
                    worst = int(own[np.argmax(late[own])])
                    yield _Place(number, worst, True, share, share - target.share)


def _one_more(
    plan: Plan, shifts: AddedShifts, place: _Place, limits: SearchLimits | None, listen: Listener
) -> OneMore:
    number, interval = place.number, place.interval
    proof, channel = plan.proof, plan.scenario.channels[number]
    price = row_prices(plan.scenario).short_interval
    short = price if plan.coverage.required[interval] > plan.coverage.counted[interval] else 0
    least = short - (proof.objective_minor - proof.bound_minor)
    added = shifts.cheapest(interval, channel.skill)
    most = pay = None
    if added is not None:
        most, pay = added.extra_minor + short, added.extra_pay_minor
    if limits is not None:
        scenario = _with_one_more(plan, number, interval)
        again = plan_for(scenario, plan.demands, limits, listen, plan.added_cover)
        least = max(least, again.proof.bound_minor + short - proof.objective_minor)
        cost = again.proof.objective_minor + short - proof.objective_minor
        if again.proof.status != "infeasible" and (most is None or cost <= most):
            most, pay = cost, again.cost.total_minor - plan.cost.total_minor
    return OneMore(
        channel=channel.name,
        interval=interval,
        is_of_day=place.is_of_day,
        share=place.share,
        short_minor=price,
        at_least_minor=least if least > 0 and proof.status != "infeasible" else None,
        at_most_minor=most,
        extra_pay_minor=pay,
        is_planned_again=limits is not None,
        pays_from_minor=None if added is None else added.pays_from_minor,
    )


def _with_one_more(plan: Plan, number: int, interval: int) -> Scenario:
    """The plan's scenario, and a rule that asks for one agent more than are there in one interval."""
    scenario, horizon = plan.scenario, plan.scenario.horizon
    skill = scenario.channels[number].skill
    there = sum(
        interval in worked_intervals(horizon, shift)
        for tour in plan.roster.tours
        if skill is None or skill in tour.agent.skills
        for shift in (*tour.agent.history, *tour.worked)
    )
    start = horizon.local(horizon.interval_starts[interval])
    end = horizon.local(horizon.interval_starts[interval] + horizon.interval_minutes)
    rule = MinStaff(
        minimum=there + 1,
        skill=skill,
        hours=ClockSpan(start=60 * start.hour + start.minute, end=60 * end.hour + end.minute),
        dates=(start.date(),),
    )
    return scenario.model_copy(update={"rules": (*scenario.rules, rule)})
