"""A counter as an automaton that keeps its total in the state."""

from collections.abc import Container, Hashable, Sequence
from dataclasses import dataclass, replace

from planner.solver.problem import Counter, Label, Profile, State, TourProblem


@dataclass(frozen=True)
class KeptCounter:
    """The automaton that accepts the tours whose total lies within the counter's bounds."""

    counter: Counter

    @property
    def key(self) -> Hashable:
        """Identity of ``step`` and ``finish``: the counter's own, and its bounds."""
        return ("kept", self.counter.key, self.counter.lower, self.counter.upper)

    def start(self) -> State:
        """Nothing counted yet."""
        return self.counter.start(), 0

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Add the amount; forbid what goes over."""
        memory, total = _parts(state)
        memory, amount = self.counter.step(memory, day, label)
        return None if total + amount > self.counter.upper else ((memory, total + amount), 0)

    def finish(self, state: State) -> int | None:
        """Ask for the least total."""
        return 0 if self.counter.lower <= _parts(state)[1] <= self.counter.upper else None


def keep_counters(problem: TourProblem, which: Sequence[Container[int]] | None = None) -> TourProblem:
    """Return the same problem with counters turned into automata.

    Parameters
    ----------
    problem
        The problem.
    which
        Per profile, numbers of the counters to turn; by default all.
    """
    if not any(profile.counters for profile in problem.profiles):
        return problem
    numbers: Sequence[Container[int]] = which or [range(len(p.counters)) for p in problem.profiles]
    profiles = tuple(_keep(*pair) for pair in zip(problem.profiles, numbers, strict=True))
    return replace(problem, profiles=profiles)


def _keep(profile: Profile, which: Container[int]) -> Profile:
    counters = list(enumerate(profile.counters))
    kept = tuple(KeptCounter(counter) for number, counter in counters if number in which)
    left = tuple(counter for number, counter in counters if number not in which)
    return replace(profile, automata=(*profile.automata, *kept), counters=left)


def _parts(state: State) -> tuple[State, int]:
    if not (isinstance(state, tuple) and isinstance(state[1], int)):
        raise TypeError(f"not a state of a kept counter: {state!r}")
    return state[0], state[1]
