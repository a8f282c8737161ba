"""Every distinct automaton and counter of a problem as one table."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from planner.solver.problem import State, TourProblem
from tests.benchmarks.support.tables import CounterSteps, Steps, Table, tabulate


@dataclass(frozen=True)
class ProblemTables:
    """Tables by the key of the automaton, or of the counter; in the order they first appear."""

    automata: dict[Hashable, Table]
    counters: dict[Hashable, Table]


def tables_of(problem: TourProblem) -> ProblemTables:
    """Tabulate each distinct automaton and counter once, from every start a profile needs."""
    automata: dict[Hashable, Steps] = {}
    counters: dict[Hashable, Steps] = {}
    starts: dict[tuple[str, Hashable], list[State]] = defaultdict(list)
    for profile in problem.profiles:
        for automaton in profile.automata:
            automata.setdefault(automaton.key, automaton)
            starts["automaton", automaton.key].append(automaton.start())
        for counter in profile.counters:
            counters.setdefault(counter.key, CounterSteps(counter))
            starts["counter", counter.key].append(counter.start())
    return ProblemTables(
        {key: tabulate(one, starts["automaton", key], problem.labels) for key, one in automata.items()},
        {key: tabulate(one, starts["counter", key], problem.labels) for key, one in counters.items()},
    )
