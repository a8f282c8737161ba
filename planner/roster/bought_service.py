"""Targets over a day or the period, which the roster keeps where agents are cheapest."""

from dataclasses import replace

from models.requirement import LiveNeed, Requirement
from models.scenario import Scenario
from planner.roster.rows_live import can_serve

Skills = frozenset[str]


def skills_of_everyone(scenario: Scenario) -> tuple[Skills, ...]:
    """Distinct skills of the people a roster may hold."""
    skills = [*(one.skills for one in scenario.agents), *(one.skills for one in scenario.vacancies)]
    return tuple(dict.fromkeys(frozenset(own) for own in skills))


def with_bought_service(requirement: Requirement, skill_sets: tuple[Skills, ...]) -> Requirement:
    """Let the roster choose how to keep targets over a day or the period.

    What an agent is worth to one queue depends on what other queues take from it.  Of queues
    with such targets that share people, the one with the most work is therefore left to the
    roster; the targets of the others stay spread out over their intervals.

    Parameters
    ----------
    requirement
        What the demand asks; ``agents`` keep every target.
    skill_sets
        Distinct skills of the people who may be on the roster.

    Returns
    -------
    Requirement
        ``agents`` of the queues left to the roster are the least of their goals; other queues
        have no goals.
    """
    chosen: list[LiveNeed] = []
    for need in sorted(requirement.live, key=lambda one: -sum(one.load_erlangs)):
        if need.goals and not any(_share_people(need, other, skill_sets) for other in chosen):
            chosen.append(need)
    live = (_least(need) if need in chosen else replace(need, goals=()) for need in requirement.live)
    return replace(requirement, live=tuple(live))


def _share_people(one: LiveNeed, other: LiveNeed, skill_sets: tuple[Skills, ...]) -> bool:
    return any(can_serve(skills, one) and can_serve(skills, other) for skills in skill_sets)


def _least(need: LiveNeed) -> LiveNeed:
    agents = list(need.agents)
    for goal in need.goals:
        for interval, one in zip(goal.intervals, goal.gains, strict=True):
            agents[interval] = one.agents
    return replace(need, agents=tuple(agents))
