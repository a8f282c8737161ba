"""Small random problems whose profiles count things, with prices for them, and their optimum."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from planner.solver.answer import Certificate, DutyTour
from planner.solver.problem import DayAutomaton, Label, State, TourProblem
from tests.solver.rota import Automaton, Work
from tests.solver.small import optimum, small_problems


@dataclass(frozen=True)
class Slots:
    """Slots worked; with ``memory`` only those worked right after another day's work."""

    lower: int
    upper: int
    memory: bool = False
    first: bool = False

    @property
    def key(self) -> Hashable:
        return ("slots", self.memory)

    def start(self) -> State:
        return self.first

    def step(self, memory: State, day: int, label: Label | None) -> tuple[State, int]:
        if not isinstance(label, Work):
            return False, 0
        counts = memory or not self.memory
        return self.memory, label.length if counts else 0


def as_automaton(counter: Slots) -> Automaton:
    """The rule a counter stands for."""

    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        assert isinstance(state, tuple)
        memory, amount = counter.step(state[0], day, label)
        total = state[1] + amount
        return None if total > counter.upper else ((memory, total), 0)

    def finish(state: State) -> int | None:
        assert isinstance(state, tuple)
        return 0 if state[1] >= counter.lower else None

    return Automaton(("rule", counter), (counter.start(), 0), step, finish)


counters = st.builds(
    lambda lower, more, memory, first: Slots(lower, lower + more, memory, memory and first),
    st.integers(0, 20),
    st.integers(0, 30),
    st.booleans(),
    st.booleans(),
)


@st.composite
def counted_problems(draw: st.DrawFn) -> TourProblem:
    """Problems with up to two counters per profile."""
    problem = draw(small_problems(with_sides=True))
    return replace(
        problem,
        profiles=tuple(
            replace(profile, counters=tuple(draw(st.lists(counters, max_size=2))))
            for profile in problem.profiles
        ),
    )


def with_rules(problem: TourProblem) -> TourProblem:
    """The same problem, counters turned into rules."""

    def rules(profile_counters: tuple[object, ...]) -> tuple[DayAutomaton, ...]:
        return tuple(as_automaton(one) for one in profile_counters if isinstance(one, Slots))

    return replace(
        problem,
        profiles=tuple(
            replace(profile, automata=(*profile.automata, *rules(profile.counters)), counters=())
            for profile in problem.profiles
        ),
    )


def cheapest(problem: TourProblem) -> int | None:
    """Lowest objective over every solution; ``None`` where there is none."""
    try:
        return optimum(with_rules(problem))
    except ValueError:  # no combination is legal
        return None


def singles(problem: TourProblem, prices: list[int], scale: int) -> Certificate:
    """Prices on rows, none joined; counters kept; nothing claimed of them."""
    kept = tuple((None,) * len(profile.counters) for profile in problem.profiles)
    return Certificate(scale, tuple(((row,), price) for row, price in enumerate(prices)), kept, 0)


def no_tours(problem: TourProblem) -> tuple[tuple[DutyTour, ...], ...]:
    """Nobody works."""
    return tuple(((None,) * problem.days,) * profile.lower for profile in problem.profiles)
