"""Ways out with their price: each planned once more, briefly, lawful ones and the cheapest first."""

from dataclasses import replace
from itertools import chain, zip_longest

from models.conflict import Relaxation
from models.plan import Proof
from models.scenario import Scenario
from models.text import Text
from planner.roster.reasons.desk_conditions import DeskCondition
from planner.roster.reasons.desk_ways import (
    DeskWay,
    looser_rules,
    more_people,
    without_conditions,
    without_rules,
)
from planner.roster.reasons.lawful import law_kept
from planner.roster.reasons.person_ways import Way, named, ways_for, without
from planner.roster.reasons.pricing import Asked, Budget, Priced, priced
from planner.roster.reasons.shortage import Shortage
from planner.roster.reasons.stuck import Stuck

#: Plans made to price ways out of one trouble.
_MOST_PLANS = 12


def person_relaxations(
    asked: Asked, scenario: Scenario, stuck: tuple[Stuck, ...], base: Proof, budget: Budget
) -> tuple[Relaxation, ...]:
    """Price the ways out for people without a legal tour, planning without them among these.

    Parameters
    ----------
    asked
        What stays as it is.
    scenario
        With everybody in it.
    stuck
        All people without a legal tour.
    base
        The proof of the plan without them, its status that of the plan among the others.
    budget
        Time there is.
    """
    own: list[tuple[Way, ...]] = []
    for one in stuck:
        others = tuple(person for other in stuck if other is not one for person in other.people)
        own.append(ways_for(without(scenario, others), one, budget.is_left))
    # one way of each person after another, so that nobody is left without a price
    ways = [way for row in zip_longest(*own) for way in row if way is not None]
    law, told = law_kept(scenario), list[Relaxation]()
    for number, way in enumerate(ways):
        plan = None
        relaxation = Relaxation(way.agents, way.text, against_law=law.broken_in(way.scenario))
        if budget.is_left() and number < _MOST_PLANS:
            plan = priced(asked, way.scenario, budget, min(_MOST_PLANS, len(ways)) - number)
            if plan is None:
                continue
            extra = plan.bound_minor - base.objective_minor, plan.objective_minor - base.bound_minor
            relaxation = replace(_with_cost(relaxation, plan), extra_minor=extra)
        told.append(relaxation)
    return in_order([*(_left_out(one, base) for one in stuck), *told])


def desk_relaxations(
    asked: Asked,
    scenario: Scenario,
    short: tuple[Shortage, ...],
    why: tuple[DeskCondition, ...],
    budget: Budget,
) -> tuple[Relaxation, ...]:
    """Price ways out of a shortage; those that leave as much missing are not told.

    Every way out gives up something of each conflict, so where one is known (``why``) no other
    rule is tried.
    """
    rules = None if not why else frozenset(one.member.kind for one in why)
    tried = chain(
        more_people(scenario, short),
        looser_rules(scenario, asked.frame, rules),
        without_conditions(scenario, asked, why),
        without_rules(scenario, short),
    )
    ways = list({way.text: way for way in tried}.values())[:_MOST_PLANS]
    law, told = law_kept(scenario), list[Relaxation]()
    for number, way in enumerate(ways):
        if not budget.is_left():
            break
        plan = priced(asked, way.scenario, budget, len(ways) - number)
        if plan is not None and _missing(plan.short) < _missing(short):
            relaxation = Relaxation((), _told(way, plan), against_law=law.broken_in(way.scenario))
            told.append(_with_cost(relaxation, plan))
    return in_order(told)


def _left_out(stuck: Stuck, base: Proof) -> Relaxation:
    who = named(stuck.people)
    text = Text(en=f"{who}: plan without", ru=f"{who}: план без участия")
    cost = base.bound_minor, base.objective_minor
    return Relaxation(tuple(one.agent for one in stuck.people), text, base.status, cost, (0, 0))


def _told(way: DeskWay, plan: Priced) -> Text:
    if way.vacancy is None:
        return way.text
    hired = plan.hires[way.vacancy]
    return Text(en=f"+{hired}: {way.text.en}", ru=f"+{hired}: {way.text.ru}")


def _with_cost(relaxation: Relaxation, plan: Priced) -> Relaxation:
    return replace(relaxation, status=plan.status, cost_minor=(plan.bound_minor, plan.objective_minor))


def _missing(short: tuple[Shortage, ...]) -> int:
    return sum(one.missing for one in short)


def in_order(told: list[Relaxation]) -> tuple[Relaxation, ...]:
    """Lawful ways first; of these by cost what helps, then what had no time for a price, then what falls short."""

    def key(one: Relaxation) -> tuple[bool, bool, bool, int]:
        cost = one.cost_minor[1] if one.cost_minor else 0
        return bool(one.against_law), one.status == "infeasible", one.cost_minor is None, cost

    return tuple(sorted(told, key=key))
