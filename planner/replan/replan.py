"""From a plan and its changes to the plan mended."""

import time
from dataclasses import replace
from decimal import Decimal

from models.money import to_minor
from models.plan import Plan
from models.progress import Listener
from models.replanning import Replanning, ShiftChange
from models.tour import Roster
from planner.again import asked_again, recheck
from planner.pipeline import plan_for
from planner.plan_file import ReadPlan
from planner.replan.changed_world import ChangedWorld, changed_world
from planner.replan.changes import Changes
from planner.replan.mend import Mending
from planner.replan.settle import missed_as_published
from planner.replan.settled_days import same_shift
from planner.roster.solve import SearchLimits
from planner.solver.problem import NoLegalTourError

#: Searches look at the clock now and then: what the last one takes longer stays within the limit.
_SEARCH_SHARE = 0.95


def replan(
    plan: ReadPlan,
    changes: Changes,
    limits: SearchLimits,
    listen: Listener,
    most_changes: int | None = None,
    edited: Roster | None = None,
    asked_anew: ReadPlan | None = None,
) -> tuple[Plan, Replanning]:
    """Mend a plan.

    Parameters
    ----------
    plan
        As published; its roster may have been edited by hand.
    changes
        What happened.
    limits, listen
        As for planning; ``seconds`` are for all searches together.
    most_changes
        At most so many changed shifts instead of the fewest that suffice.
    edited
        The roster with edits that are kept: changes are counted from it, and gaps against the
        plan as published, so that what an edit leaves uncovered is covered again.
    asked_anew
        The plan with its edits under a scenario that has changed since, instead of ``edited``.

    Returns
    -------
    tuple
        The new plan, complete, and what changes in it.
    """
    begun = time.monotonic()
    published = changed_world(plan, changes)
    world = published
    if asked_anew is not None:
        world = changed_world(asked_anew, changes)
    elif edited is not None:
        world = changed_world(replace(plan, roster=edited), changes)
    frame, asked, tariff = asked_again(published.unchanged, plan.demands, plan.added_cover)
    try:
        missed = missed_as_published(published, frame, asked, tariff, limits.seed)
    except NoLegalTourError:
        # an edited plan may break rules; whoever is missing then counts as a hole
        missed = {}
    if world.scenario.period != published.scenario.period:
        missed = {}  # rows are about intervals, and these are others
    end = begun + limits.seconds * _SEARCH_SHARE
    mending = Mending(world, changes, missed, end, most_changes)
    made = plan_for(world.scenario, world.demands, limits, listen, world.added_cover, mending)
    proof = replace(made.proof, wall_seconds=mending.ended - begun)
    # subscribers take a feed's events over only where their number rises
    made = replace(made, edition=int(plan.document.get("edition", 0)) + 1, proof=proof)
    stopped = limits.stop is not None and limits.stop.is_set()
    return made, Replanning(
        changes=shift_changes(world, made.roster),
        as_published_minor=_as_published(published, plan),
        objective_minor=made.proof.objective_minor,
        fewest=mending.fewest,
        frontier=mending.frontier,
        is_interrupted=stopped,
    )


def shift_changes(world: ChangedWorld, roster: Roster) -> tuple[ShiftChange, ...]:
    """Every day that is not as published, by person and day."""
    before = {tour.agent.agent: tour.shifts for tour in world.published.tours}
    return tuple(
        ShiftChange(
            agent=tour.agent.agent,
            name=tour.agent.name,
            day=day,
            before=before[tour.agent.agent][day],
            after=shift,
            is_forced=(tour.agent.agent, day) in world.away,
            in_notice=day in world.notice,
        )
        for tour in roster.tours
        for day, shift in enumerate(tour.shifts)
        if not same_shift(shift, before[tour.agent.agent][day])
    )


def _as_published(world: ChangedWorld, plan: ReadPlan) -> int:
    """What the plan came to before the changes, without what hiring cost."""
    named = {agent.id for agent in world.unchanged.agents}
    roster = Roster(tuple(tour for tour in world.published.tours if tour.agent.agent in named))
    cost = recheck(world.unchanged, roster, plan.required)[1]
    written = (plan.document["objective"], plan.document["objective_parts"]["pay"])
    objective, pay = (to_minor(Decimal(text), cost.currency) for text in written)
    return cost.total_minor + objective - pay
