"""Small random profiles: automata and counters drawn arc by arc, and their tours by trying everything."""

import itertools
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from planner.solver.layers import Ints
from planner.solver.problem import Counter, DayAutomaton, Duty, Label, Profile, State, TourProblem, Trade
from tests.solver.rota import Automaton, Work, longest_run, no_late_twice, rest

WORKS = (Work(14, 16), Work(15, 16), Work(40, 20))
RULES = (longest_run(2), rest(48, 30), no_late_twice())

#: Successor and number of a state under each of (day off, label 0, label 1, ...), by (state, day).
Drawn = dict[tuple[int, int], tuple[tuple[int, int] | None, ...]]
Tour = tuple[int, ...]


@dataclass(frozen=True)
class DrawnCounter:
    key: Hashable
    lower: int
    upper: int
    first: int
    drawn: Drawn

    def start(self) -> State:
        return self.first

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int]:
        assert isinstance(state, int)
        step = self.drawn[state, day][_column(label)]
        assert step is not None
        return step


def _column(label: Label | None) -> int:
    if label is None:
        return 0
    assert isinstance(label, Work)
    return 1 + WORKS.index(label)


def _drawn_automaton(key: Hashable, first: int, drawn: Drawn, ends: tuple[int | None, ...]) -> Automaton:
    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        assert isinstance(state, int)
        return drawn[state, day][_column(label)]

    def finish(state: State) -> int | None:
        assert isinstance(state, int)
        return ends[state]

    return Automaton(key, first, step, finish)


def _tables(
    states: int, days: int, numbers: st.SearchStrategy[int], barred: bool
) -> st.SearchStrategy[Drawn]:
    arc = st.tuples(st.integers(0, states - 1), numbers)
    arcs = st.tuples(*[st.none() | arc | arc | arc if barred else arc] * (1 + len(WORKS)))
    return st.fixed_dictionaries({(state, day): arcs for state in range(states) for day in range(days)})


@st.composite
def automata(draw: st.DrawFn, days: int, key: int, costs: st.SearchStrategy[int]) -> list[Automaton]:
    """The same automaton from two starts."""
    states = draw(st.integers(1, 3))
    drawn = draw(_tables(states, days, costs, True))
    ends = draw(st.tuples(*[st.none() | costs | costs | costs] * states))
    return [_drawn_automaton(("drawn", key), draw(st.integers(0, states - 1)), drawn, ends) for _ in range(2)]


@st.composite
def counters(draw: st.DrawFn, days: int, key: int) -> list[DrawnCounter]:
    """The same counter with two starts and two pairs of bounds."""
    states = draw(st.integers(1, 2))
    drawn = draw(_tables(states, days, st.integers(0, 3), False))
    pair = []
    for _ in range(2):
        lower = draw(st.sampled_from((0, 0, 1, 3)))
        upper = lower + draw(st.integers(0, 6))
        pair.append(DrawnCounter(("counter", key), lower, upper, draw(st.integers(0, states - 1)), drawn))
    return pair


@st.composite
def problems(
    draw: st.DrawFn, *, most_counters: int = 4, costs: st.SearchStrategy[int] | None = None
) -> TourProblem:
    """Up to 4 days, 3 labels, 2 profiles of the same automata and counters; none need be taken."""
    days = draw(st.integers(1, 4))
    numbers = st.integers(-3, 9) if costs is None else costs
    own = [draw(automata(days, key, numbers)) for key in range(draw(st.integers(0, 2)))]
    own += [[rule, rule] for rule in draw(st.lists(st.sampled_from(RULES), unique_by=str, max_size=1))]
    counting = [draw(counters(days, key)) for key in range(draw(st.integers(0, most_counters)))]
    return problem_of(
        days,
        [tuple(pair[number] for pair in own) for number in range(2)],
        [tuple(pair[number] for pair in counting) for number in range(2)],
    )


def problem_of(
    days: int, own: list[tuple[DayAutomaton, ...]], counting: list[tuple[Counter, ...]]
) -> TourProblem:
    """A problem of optional profiles that cover nothing, with one free duty per label."""
    duties = tuple(Duty(day, label) for day in range(days) for label in range(len(WORKS)))
    trade = Trade((0,) * len(duties), ((),) * len(duties))
    profiles = tuple(
        Profile(f"p{number}", 0, rules, 0, 1, counters=bounds)
        for number, (rules, bounds) in enumerate(zip(own, counting, strict=True))
    )
    return TourProblem(days, (WORKS,) * days, duties, (trade,), profiles, ())


def tours(problem: TourProblem) -> Iterator[Tour]:
    """Every tour, legal or not: per day 0 for a day off, or one more than the label."""
    return itertools.product(range(1 + len(WORKS)), repeat=problem.days)


def columns_of(tour: Tour) -> Ints:
    """Label columns of the horizon that a tour takes."""
    return np.array([day * (1 + len(WORKS)) + column for day, column in enumerate(tour)], np.int64)


def labels_of(tour: Tour) -> list[Work | None]:
    return [WORKS[column - 1] if column else None for column in tour]


def cost_by_rules(profile: Profile, tour: Tour) -> int | None:
    """What the automata charge for a tour; ``None`` where one of them forbids it."""
    cost = 0
    for automaton in profile.automata:
        state = automaton.start()
        for day, label in enumerate(labels_of(tour)):
            step = automaton.step(state, day, label)
            if step is None:
                return None
            state, cost = step[0], cost + step[1]
        ending = automaton.finish(state)
        if ending is None:
            return None
        cost += ending
    return cost


def total(counter: Counter, tour: Tour) -> int:
    """What a counter counts along a tour."""
    state, counted = counter.start(), 0
    for day, label in enumerate(labels_of(tour)):
        state, amount = counter.step(state, day, label)
        counted += amount
    return counted


def keeps(profile: Profile, kept: tuple[int, ...], tour: Tour) -> bool:
    """Whether a tour keeps the bounds of some of the counters."""
    own = [profile.counters[number] for number in kept]
    return all(counter.lower <= total(counter, tour) <= counter.upper for counter in own)


def legal_tours(profile: Profile, problem: TourProblem, kept: tuple[int, ...]) -> dict[Tour, int]:
    """Cost of every tour that the automata accept and that keeps some of the counters."""
    costs = {tour: cost_by_rules(profile, tour) for tour in tours(problem) if keeps(profile, kept, tour)}
    return {tour: cost for tour, cost in costs.items() if cost is not None}
