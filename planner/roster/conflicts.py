"""Why a person has no legal tour: a smallest set of rules that cannot be kept together."""

from models.rule import Frame, TourRule
from models.scenario import Scenario
from models.text import Language
from models.tour import RosterAgent
from planner.roster.always_kept import always_kept
from planner.roster.automata import rule_automaton
from planner.rules.bound import tour_rules
from planner.solver.network import build_networks
from planner.solver.problem import DayAutomaton, NoLegalTourError, Profile, TourProblem, Trade


def conflicting_rules(
    scenario: Scenario, frame: Frame, agent: RosterAgent, problem: TourProblem
) -> tuple[TourRule, ...]:
    """Rules of which none can be left out without a legal tour appearing.

    Each rule is dropped in turn and stays dropped while the rest still conflict, so what
    remains is minimal; it has been checked to conflict by building the network.
    """
    spec = next((one for one in scenario.agents if one.id == agent.agent), None)
    fixed = always_kept(scenario, frame.horizon, agent)
    kept = list(tour_rules(scenario, agent, spec))
    for rule in tuple(kept):
        rest = [one for one in kept if one is not rule]
        if not _has_tour(problem, (*fixed, *(rule_automaton(r, frame, agent.history) for r in rest))):
            kept = rest
    return tuple(kept)


def explain_conflict(agent: RosterAgent, rules: tuple[TourRule, ...], language: Language) -> str:
    """Say which rules conflict for whom."""
    listed = "; ".join(rule.explain().in_language(language).rstrip(".") for rule in rules)
    if language == "ru":
        return (
            f"{agent.name}: ни один график не допустим. Вместе невыполнимы: {listed}. "
            "Достаточно ослабить одно из этих условий."
        )
    return (
        f"{agent.name}: no legal tour exists. These cannot all be kept together: {listed}. "
        "Relaxing any one of them is enough."
    )


def _has_tour(problem: TourProblem, automata: tuple[DayAutomaton, ...]) -> bool:
    nothing = Trade((0,) * len(problem.duties), ((),) * len(problem.duties))
    alone = TourProblem(
        problem.days, problem.labels, problem.duties, (nothing,), (Profile("one", 0, automata, 1, 1),), ()
    )
    try:
        build_networks(alone)
    except NoLegalTourError:
        return False
    return True
