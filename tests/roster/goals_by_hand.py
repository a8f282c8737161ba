"""Targets over a day or the period, priced by looking at who is there, and drawn at random."""

from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations
from math import ceil

from hypothesis import strategies as st

from models.requirement import LiveNeed, Requirement
from models.service_goal import ServiceGain, ServiceGoal
from planner.roster.carried_in import asked_of_this_plan, required_intervals
from tests.roster.desks import Case
from tests.roster.tiny_desks import cases


def useful(need: LiveNeed, interval: int) -> int:
    """Agents of whom the last still adds to a goal, or whom the pool asks for."""
    further = (
        one.agents + len(one.gains)
        for goal in need.goals
        for place, one in zip(goal.intervals, goal.gains, strict=True)
        if place == interval
    )
    return max((need.agents[interval], *further))


def left_for(
    need: LiveNeed, requirement: Requirement, there: list[frozenset[str]], interval: int, does: list[Fraction]
) -> Fraction:
    """Agents whom every set of other pools leaves to one, when it gets what it asks for."""
    others = [one for one in requirement.live if one is not need]
    sets = chain.from_iterable(combinations(others, size) for size in range(len(others) + 1))
    return min(
        sum(
            (
                speed
                for skills, speed in zip(there, does, strict=True)
                if any(one.skill in (None, *skills) for one in (need, *chosen))
            ),
            Fraction(0),
        )
        - sum(one.agents[interval] for one in chosen)
        for chosen in sets
    )


def goals_minor(
    requirement: Requirement,
    there: list[list[frozenset[str]]],
    unit_minor: int,
    does: list[list[int]],
    unit: int,
) -> int:
    """Price of what goals lack.

    ``unit_minor`` is that of a unit missing during an interval, ``unit`` of which are an agent; ``does``
    says how many those there count as.
    """
    total = 0
    for need in requirement.live:
        for goal in need.goals:
            reachable = sum(one.served + sum(one.gains) for one in goal.gains)
            wanted = min(ceil(Fraction(str(goal.share)) * 1000 * round(sum(goal.contacts))), reachable)
            lacking = wanted - sum(one.served for one in goal.gains)
            best = sorted((gain for one in goal.gains for gain in one.gains), reverse=True)
            fewest = next(n for n in range(len(best) + 1) if sum(best[:n]) >= lacking)
            if not fewest:
                continue
            served = Fraction(0)
            for interval, one in zip(goal.intervals, goal.gains, strict=True):
                speeds = [Fraction(units, unit) for units in does[interval]]
                agents = left_for(need, requirement, there[interval], interval, speeds)
                served += one.served
                if agents < one.agents and one.gains:
                    served -= (one.agents - agents) * one.gains[0]
                for number, gain in enumerate(one.gains):
                    # the last of them may be there in part
                    served += gain * min(Fraction(1), max(Fraction(0), agents - one.agents - number))
            lacking_units = max(Fraction(0), (wanted - served) * unit)
            total += int(lacking_units) * ceil(Fraction(unit_minor * fewest, sum(best[:fewest])))
    return total


@st.composite
def gains(draw: st.DrawFn) -> ServiceGain:
    least, served = draw(st.integers(0, 1)), draw(st.integers(0, 400))
    steps = sorted(draw(st.lists(st.integers(1, 900), max_size=3)), reverse=True)
    return ServiceGain(least, served, tuple(steps), (least,))


@st.composite
def cases_with_goals(draw: st.DrawFn, *, with_newcomers: bool = False) -> Case:
    """A tiny desk with a live pool whose target is kept over a day, or over the period."""
    desks = cases(with_newcomers=with_newcomers)
    case = draw(desks.filter(lambda one: any(True for _ in one.requirement.live)))
    scenario, requirement = case.scenario, case.requirement
    first, *others = requirement.live
    horizon = scenario.horizon
    is_daily = draw(st.booleans())
    groups: dict[int, list[int]] = {}
    for interval, is_open in enumerate(requirement.open_intervals):
        if is_open:
            day = horizon.day_of(horizon.local(horizon.interval_starts[interval]).date())
            groups.setdefault(day if is_daily else 0, []).append(interval)
    some = draw(st.lists(gains(), min_size=1, max_size=5))
    goals = tuple(
        ServiceGoal(
            share=draw(st.sampled_from((0.5, 0.8, 0.9))),
            intervals=tuple(own),
            contacts=(1.0,) * len(own),
            gains=tuple(some[interval // 3 % len(some)] for interval in own),
        )
        for own in groups.values()
    )
    least = list(first.agents)
    for goal in goals:
        for interval, one in zip(goal.intervals, goal.gains, strict=True):
            least[interval] = one.agents
    free = replace(first, agents=tuple(least), goals=goals)
    whole = replace(requirement, live=(free, *others))
    return Case(scenario, asked_of_this_plan(whole, required_intervals(scenario, requirement.open_intervals)))
