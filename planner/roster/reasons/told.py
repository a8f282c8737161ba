"""A roster's answer with what stood in the way, and the ways out."""

from dataclasses import replace

from models.conflict import Conflict
from models.plan import Proof, Status
from models.roster_answer import RosterAnswer
from models.scenario import Scenario
from planner.roster.reasons.desk_conflict import desk_conflict
from planner.roster.reasons.pricing import Asked, Budget
from planner.roster.reasons.relaxations import desk_relaxations, person_relaxations
from planner.roster.reasons.shortage import Shortage, shortage_conflict
from planner.roster.reasons.stuck import Stuck, explain_conflicts

#: Shares of the time limit the search gets when somebody is stuck, or coverage may be too hard to keep.
_WHEN_STUCK, _WHEN_HARD = 0.6, 0.75


def search_seconds(limit: float, *, is_stuck: bool, is_hard: bool) -> float:
    """Seconds for the search itself; the rest prices ways out, should there be need of any."""
    if is_stuck:
        return limit * _WHEN_STUCK
    return limit * _WHEN_HARD if is_hard else limit


def sentences(scenario: Scenario, stuck: tuple[Stuck, ...]) -> tuple[str, ...]:
    """One sentence per person without a legal tour."""
    told = []
    for one in stuck:
        conflicts = one.conflicts()
        for person in one.people:
            own = [conflict for conflict in conflicts if conflict.agent == person.agent]
            told.append(explain_conflicts(person, own, scenario.desk.language))
    return tuple(told)


def with_ways_out(
    answer: RosterAnswer,
    asked: Asked,
    scenario: Scenario,
    stuck: tuple[Stuck, ...],
    short: tuple[Shortage, ...],
    budget: Budget,
) -> RosterAnswer:
    """Add conflicts and relaxations to an answer that leaves people out or falls short."""
    conflicts = tuple(conflict for one in stuck for conflict in one.conflicts())
    if short:
        conflicts = (*conflicts, shortage_conflict(scenario, short))
    if stuck:
        relaxations = person_relaxations(asked, scenario, stuck, _without_them(answer.proof, short), budget)
    elif short:
        # half of the time for why, the rest for what would help
        why = desk_conflict(asked, scenario, Budget(budget.share(2), budget.seed, budget.stop))
        if why:
            conflicts = (*conflicts, Conflict(None, tuple(one.member for one in why)))
        relaxations = desk_relaxations(asked, scenario, short, why, budget)
    else:
        return answer
    return replace(answer, conflicts=conflicts, relaxations=relaxations)


def _without_them(proof: Proof, short: tuple[Shortage, ...]) -> Proof:
    """The proof as it would be, had the scenario never named the people left out."""
    proven = proof.objective_minor <= proof.bound_minor
    status: Status = "infeasible" if short else "optimal" if proven else "feasible"
    return replace(proof, status=status)
