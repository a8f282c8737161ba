"""Tables of all automata and counters of a problem, each built once for all who share it."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import TypeVar

from planner.solver.problem import Counter, DayAutomaton, Label, TourProblem
from planner.verify.table import Table, build_table

_Unit = TypeVar("_Unit", DayAutomaton, Counter)


class Tables:
    """The table of every automaton and counter, whatever state its profiles start in."""

    def __init__(self, problem: TourProblem) -> None:
        self._labels: list[list[Label | None]] = [[None, *labels] for labels in problem.labels]
        self._automata = _by_key([one for profile in problem.profiles for one in profile.automata])
        self._counters = _by_key([one for profile in problem.profiles for one in profile.counters])
        self._built: dict[tuple[str, Hashable], Table] = {}

    def of_automaton(self, automaton: DayAutomaton) -> Table:
        """States and costs of an automaton."""
        alike = self._automata[automaton.key]
        return self._once(
            ("automaton", automaton.key),
            lambda: build_table(
                (one.start() for one in alike), automaton.step, automaton.finish, self._labels
            ),
        )

    def of_counter(self, counter: Counter) -> Table:
        """What a counter remembers, and what it counts."""
        alike = self._counters[counter.key]
        return self._once(
            ("counter", counter.key),
            lambda: build_table((one.start() for one in alike), counter.step, lambda _: 0, self._labels),
        )

    def of_nothing(self) -> Table:
        """One state, in which everything is allowed and free."""
        return self._once(
            ("nothing", None),
            lambda: build_table([None], lambda *_: (None, 0), lambda _: 0, self._labels),
        )

    def _once(self, key: tuple[str, Hashable], build: Callable[[], Table]) -> Table:
        if key not in self._built:
            self._built[key] = build()
        return self._built[key]


def _by_key(units: list[_Unit]) -> dict[Hashable, list[_Unit]]:
    """Units with equal keys; they differ in their start alone."""
    groups: dict[Hashable, list[_Unit]] = defaultdict(list)
    for unit in units:
        groups[unit.key].append(unit)
    return groups
