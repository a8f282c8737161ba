"""Who spends how many minutes on what: deferred work priced by a linear program over persons.

It knows no kinds, supplies or running totals kept as columns, unlike the rows it judges.
"""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import lil_matrix

from models.requirement import BacklogNeed, Requirement
from models.scenario import Scenario

Skills = frozenset[str]


def able(skills: Skills, skill: str | None) -> bool:
    """Whether somebody with these skills may serve what asks for a skill."""
    return skill is None or skill in skills


def late_and_live_minutes(
    scenario: Scenario,
    requirement: Requirement,
    there: Sequence[Sequence[Skills]],
    does: Sequence[Sequence[int]] | None = None,
    unit: int = 1,
) -> int:
    """Deferred minutes not done in time, and live minutes nobody is there for.

    ``there`` lists the skills of those at work in each interval.  Where they differ in speed, an agent's
    minute is ``unit`` units, and ``does`` says how many of them each person does in a minute.
    """
    does = [[unit] * len(people) for people in there] if does is None else does
    needs = [need for need in requirement.backlog if any(need.available_minutes)]
    working = [i for i, minutes in enumerate(needs[0].minutes_per_agent) if minutes] if needs else []
    if not working:
        return 0
    program = _Program()
    done: dict[str, list[list[int]]] = {need.channel: [] for need in needs}
    pools = _reckoned_pools(scenario, requirement, needs)
    for i in working:
        own: list[list[int]] = [[] for _ in there[i]]
        for skill, minutes in pools:
            program.at_least(program.spread(there[i], skill, own), minutes[i] * unit)
        for need in needs:
            done[need.channel].append(program.spread(there[i], need.skill, own))
        for spent, units in zip(own, does[i], strict=True):
            program.at_most(spent, needs[0].minutes_per_agent[i] * units)
    for need in needs:
        so_far: list[int] = []
        for place, i in enumerate(working):
            so_far = so_far + done[need.channel][place]
            until = working[place + 1] if place + 1 < len(working) else len(need.due_minutes)
            program.at_most(so_far, need.available_minutes[i] * unit)
            due = min(need.due_minutes[until - 1], need.available_minutes[i])
            program.at_least(so_far, due * unit)
    return program.lowest()


class _Program:
    """Minutes per person and thing; a minute nobody has costs one."""

    def __init__(self) -> None:
        self._costs: list[float] = []
        self._rows: list[tuple[list[int], float, float]] = []

    def _column(self, cost: float) -> int:
        self._costs.append(cost)
        return len(self._costs) - 1

    def spread(self, people: Sequence[Skills], skill: str | None, own: list[list[int]]) -> list[int]:
        """Columns of minutes spent on one thing: bought ones, and each able person's."""
        columns = [self._column(1)]
        for person, skills in enumerate(people):
            if able(skills, skill):
                columns.append(self._column(0))
                own[person].append(columns[-1])
        return columns

    def at_most(self, columns: list[int], limit: float) -> None:
        self._rows.append((list(columns), 1.0, limit))

    def at_least(self, columns: list[int], limit: float) -> None:
        self._rows.append((list(columns), -1.0, -limit))

    def lowest(self) -> int:
        matrix = lil_matrix((len(self._rows), len(self._costs)))
        for number, (columns, sign, _) in enumerate(self._rows):
            matrix[number, columns] = sign
        limits = np.array([limit for _, _, limit in self._rows])
        answer = linprog(np.array(self._costs), A_ub=matrix.toarray(), b_ub=limits, method="highs")
        assert answer.fun is not None
        return round(float(answer.fun))


def _reckoned_pools(
    scenario: Scenario, requirement: Requirement, needs: list[BacklogNeed]
) -> list[tuple[str | None, tuple[int, ...]]]:
    """Live work that takes time from other work: whoever serves it does that, or could swap with them."""
    skill_of = {live.pool: live.skill for live in requirement.live}
    taken = {pool: minutes for need in needs for pool, minutes in need.taken_minutes}
    possible = {frozenset(agent.skills) for agent in scenario.agents}
    possible |= {frozenset(vacancy.skills) for vacancy in scenario.vacancies}
    reckoned = []
    for pool, minutes in taken.items():
        kinds = {
            (
                frozenset(one for one in taken if able(skills, skill_of.get(one))),
                frozenset(need.channel for need in needs if able(skills, need.skill)),
            )
            for skills in possible
            if able(skills, skill_of.get(pool))
        }
        if len(kinds) > 1 or any(channels for _, channels in kinds):
            reckoned.append((skill_of.get(pool), minutes))
    return reckoned
