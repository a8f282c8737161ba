"""The network of legal tours of each profile, sharing whatever profiles have in common."""

from collections import defaultdict
from collections.abc import Hashable

from planner.solver.layers import FORBIDDEN, Layers, mask, multiply, tabulate
from planner.solver.problem import DayAutomaton, Label, NoLegalTourError, Profile, State, TourProblem


def build_networks(problem: TourProblem) -> tuple[Layers, ...]:
    """Build one network per profile: rules multiplied one at a time, minimised after each.

    Automata without memory (leave, wishes, allowed patterns) only mask and price arcs, so
    profiles that differ in nothing else share all the rest of the work.

    Raises
    ------
    NoLegalTourError
        When profiles that must be taken have no legal tour; names them all.
    """
    tables = _tabulate_all(problem)
    groups: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for number, profile in enumerate(problem.profiles):
        groups[tuple(a.key for a in _with_memory(profile, tables))].append(number)
    networks: dict[int, Layers] = {}
    for members in groups.values():
        networks.update(_build_group(problem, members, tables))
    stuck = tuple(
        problem.profiles[number].name
        for number, network in networks.items()
        if FORBIDDEN in network.starts.values() and problem.profiles[number].lower > 0
    )
    if stuck:
        raise NoLegalTourError(stuck)
    return tuple(networks[number] for number in range(len(problem.profiles)))


def states_by_automaton(problem: TourProblem) -> dict[Hashable, int]:
    """Return how many states each automaton with memory has by itself, by its key."""
    tables = _tabulate_all(problem)
    return {key: table.states for key, table in tables.items() if not table.is_stateless}


def _tabulate_all(problem: TourProblem) -> dict[Hashable, Layers]:
    """Tabulate each distinct automaton once, from every start any profile needs."""
    starts: dict[Hashable, list[State]] = defaultdict(list)
    samples: dict[Hashable, DayAutomaton] = {}
    for profile in problem.profiles:
        for automaton in profile.automata:
            samples.setdefault(automaton.key, automaton)
            starts[automaton.key].append(automaton.start())
    return {key: tabulate(one, starts[key], problem.labels) for key, one in samples.items()}


def _with_memory(profile: Profile, tables: dict[Hashable, Layers]) -> list[DayAutomaton]:
    """Automata that remember something, smallest first, so that products stay small longest."""
    remembering = [a for a in profile.automata if not tables[a.key].is_stateless]
    return sorted(remembering, key=lambda a: (tables[a.key].states, repr(a.key)))


def _build_group(
    problem: TourProblem, members: list[int], tables: dict[Hashable, Layers]
) -> dict[int, Layers]:
    chains = {number: _with_memory(problem.profiles[number], tables) for number in members}
    starts: dict[int, State] = dict.fromkeys(members, ())
    network = _free(problem.labels)
    length = len(chains[members[0]])
    for place in range(length):
        pairs = {number: (starts[number], chain[place].start()) for number, chain in chains.items()}
        network = multiply(network, tables[chains[members[0]][place].key], pairs.values())
        starts.update(pairs)
    return {
        number: mask(network, starts[number], _memoryless(problem.profiles[number], tables))
        for number in members
    }


def _memoryless(profile: Profile, tables: dict[Hashable, Layers]) -> list[tuple[Layers, State]]:
    return [(tables[a.key], a.start()) for a in profile.automata if tables[a.key].is_stateless]


class _Anything:
    """The automaton that allows every tour."""

    key = "anything"

    def start(self) -> State:
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        return state, 0

    def finish(self, state: State) -> int | None:
        return 0


def _free(labels: tuple[tuple[Label, ...], ...]) -> Layers:
    return tabulate(_Anything(), [()], labels)
