"""Networks of legal tours, sharing whatever profiles have in common."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from planner.solver.kept_counter import keep_counters
from planner.solver.layers import FORBIDDEN, Layers, mask, multiply, tabulate, tabulate_counter
from planner.solver.problem import (
    Counter,
    DayAutomaton,
    Label,
    NoLegalTourError,
    Profile,
    State,
    TourProblem,
)


@dataclass(frozen=True)
class Tables:
    """Every distinct automaton and counter of a problem as arrays, by its key."""

    automata: dict[Hashable, Layers]
    counters: dict[Hashable, Layers]

    def filters(self, profile: Profile) -> list[tuple[Layers, State]]:
        """Automata of a profile that only mask and price labels, with their starts."""
        own = [(self.automata[a.key], a.start()) for a in profile.automata]
        return [(table, start) for table, start in own if table.is_stateless]

    def with_memory(self, profile: Profile) -> list[DayAutomaton]:
        """Automata that remember something, smallest first, so that products stay small longest."""
        remembering = [a for a in profile.automata if not self.automata[a.key].is_stateless]
        return sorted(remembering, key=lambda a: (self.automata[a.key].states, repr(a.key)))

    def remembering_counters(self, profile: Profile) -> list[Counter]:
        """Counters whose amount depends on more than the day's label."""
        own = [c for c in profile.counters if not self.counters[c.key].is_stateless]
        return sorted(own, key=lambda c: (self.counters[c.key].states, repr(c.key)))

    def starts(self, profile: Profile) -> list[State]:
        """Starts of what a profile remembers, automata first, then counters."""
        automata, counters = self.with_memory(profile), self.remembering_counters(profile)
        return [*(a.start() for a in automata), *(c.start() for c in counters)]


@dataclass(frozen=True)
class Product:
    """Network that a group of profiles shares, before leave and wishes.

    Parameters
    ----------
    layers
        Product of the automata with memory, and of the counters with memory.
    members
        Numbers of the profiles, each with its start in ``layers``.
    counters
        Keys of the counters with memory, in the order of ``layers.amounts``.
    """

    layers: Layers
    members: dict[int, State]
    counters: tuple[Hashable, ...]


def build_networks(problem: TourProblem) -> tuple[Layers, ...]:
    """Build one network per profile: rules multiplied one at a time, minimised after each.

    Automata without memory (leave, wishes, allowed patterns) only mask and price arcs, so
    profiles that differ in nothing else share all the rest of the work.  Counters are kept
    in the states.

    Raises
    ------
    NoLegalTourError
        When profiles that must be taken have no legal tour; names them all.
    """
    problem = keep_counters(problem)
    tables = tabulate_all(problem)
    networks = {
        number: mask(product.layers, start, tables.filters(problem.profiles[number]))
        for product in build_products(problem, tables)
        for number, start in product.members.items()
    }
    refuse_stuck(problem, {number for number, one in networks.items() if FORBIDDEN in one.starts.values()})
    return tuple(networks[number] for number in range(len(problem.profiles)))


def refuse_stuck(problem: TourProblem, stuck: set[int]) -> None:
    """Raise if a profile without a legal tour must be taken."""
    names = tuple(p.name for number, p in enumerate(problem.profiles) if number in stuck and p.lower > 0)
    if names:
        raise NoLegalTourError(names)


def build_products(problem: TourProblem, tables: Tables) -> list[Product]:
    """Multiply what has memory, once per group of profiles that have it in common."""
    groups: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for number, profile in enumerate(problem.profiles):
        automata, counters = tables.with_memory(profile), tables.remembering_counters(profile)
        groups[(tuple(a.key for a in automata), tuple(c.key for c in counters))].append(number)
    return [_build_product(problem, members, tables) for members in groups.values()]


def tabulate_all(problem: TourProblem) -> Tables:
    """Tabulate each distinct automaton and counter once, from every start any profile needs."""
    automata: dict[Hashable, list[DayAutomaton]] = defaultdict(list)
    counters: dict[Hashable, list[Counter]] = defaultdict(list)
    for profile in problem.profiles:
        for automaton in profile.automata:
            automata[automaton.key].append(automaton)
        for counter in profile.counters:
            counters[counter.key].append(counter)
    return Tables(
        {key: tabulate(same[0], [a.start() for a in same], problem.labels) for key, same in automata.items()},
        {
            key: tabulate_counter(same[0], [c.start() for c in same], problem.labels)
            for key, same in counters.items()
        },
    )


def states_by_automaton(problem: TourProblem) -> dict[Hashable, int]:
    """Return how many states each automaton with memory has by itself, by its key."""
    tables = tabulate_all(keep_counters(problem))
    return {key: table.states for key, table in tables.automata.items() if not table.is_stateless}


def _build_product(problem: TourProblem, members: list[int], tables: Tables) -> Product:
    automata = tables.with_memory(problem.profiles[members[0]])
    counters = tables.remembering_counters(problem.profiles[members[0]])
    factors = [tables.automata[a.key] for a in automata] + [tables.counters[c.key] for c in counters]
    own_starts = {number: tables.starts(problem.profiles[number]) for number in members}
    starts: dict[int, State] = dict.fromkeys(members, ())
    layers = tabulate(_Anything(), [()], problem.labels)
    for place, factor in enumerate(factors):
        pairs = {number: (starts[number], own_starts[number][place]) for number in members}
        layers = multiply(layers, factor, pairs.values())
        starts.update(pairs)
    return Product(layers, starts, tuple(counter.key for counter in counters))


class _Anything:
    """The automaton that allows every tour."""

    key = "anything"

    def start(self) -> State:
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        return state, 0

    def finish(self, state: State) -> int | None:
        return 0
