"""Every legal tour of a small problem with its exact cost, and what is best of all combinations."""

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from scipy.optimize import linprog

from planner.solver.answer import DutyTour
from planner.solver.convex import ConvexPrice
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.problem import Counter, DayAutomaton, Label, Profile, State, TourProblem
from tests.solver.rota import Automaton, Tally, Work, late_runs, work_slots
from tests.solver.small import small_problems

#: Cost and row levels of one way to decide something.
Option = tuple[int, Ints]


@dataclass(frozen=True)
class Known:
    """A tour with what everyone should find out about it: cost with head, row levels, totals."""

    tour: DutyTour
    cost: int
    levels: Ints
    totals: tuple[int, ...]

    @property
    def duties(self) -> tuple[int, ...]:
        return tuple(duty for duty in self.tour if duty is not None)


def lates(state: State, label: Label | None) -> tuple[State, int]:
    return state, int(isinstance(label, Work) and label.is_late)


def weary() -> Automaton:
    """Charges what depends on two days, may also pay, and has a dear end."""

    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        late = isinstance(label, Work) and label.is_late
        return late, (7 + day if label is None else -4) if state else 0

    return Automaton("weary", False, step, lambda state: 11 if state else 0)


@st.composite
def counting_problems(draw: st.DrawFn) -> TourProblem:
    """Small problems with side columns, rules that charge, and up to three counters a profile."""
    problem = draw(small_problems(with_sides=draw(st.booleans())))
    profiles = []
    for profile in problem.profiles:
        least = 0 if profile.lower else draw(st.sampled_from((0, 0, 14)))
        counters: list[Counter] = [
            work_slots(least, least + draw(st.integers(0, 40))),
            Tally(lates, 0, draw(st.integers(0, 2))),
            Tally(late_runs, 0, draw(st.integers(0, 1))),
        ]
        chosen = tuple(one for one in counters if draw(st.booleans()))
        rules: tuple[DayAutomaton, ...] = (weary(),) if draw(st.booleans()) else ()
        profiles.append(_with(profile, rules, chosen))
    return _with_profiles(problem, tuple(profiles))


def _with(profile: Profile, rules: tuple[DayAutomaton, ...], counters: tuple[Counter, ...]) -> Profile:
    own = (*profile.automata, *rules)
    return Profile(
        profile.name, profile.trade, own, profile.lower, profile.upper, profile.head_cost, counters
    )


def _with_profiles(problem: TourProblem, profiles: tuple[Profile, ...]) -> TourProblem:
    return TourProblem(
        problem.days,
        problem.labels,
        problem.duties,
        problem.trades,
        profiles,
        problem.rows,
        problem.side_columns,
    )


def known_tours(problem: TourProblem, number: int, let_go: Collection[int] = ()) -> list[Known]:
    """All legal tours of a profile; the counters let go may be broken."""
    by_day = [
        [None, *(n for n, duty in enumerate(problem.duties) if duty.day == day)]
        for day in range(problem.days)
    ]
    found = (known(problem, number, tour) for tour in itertools.product(*by_day))
    return [one for one in found if one is not None and keeps(problem.profiles[number], one, let_go)]


def keeps(profile: Profile, one: Known, let_go: Collection[int] = ()) -> bool:
    return all(
        counter.lower <= one.totals[place] <= counter.upper
        for place, counter in enumerate(profile.counters)
        if place not in let_go
    )


def known(problem: TourProblem, number: int, tour: DutyTour) -> Known | None:
    """What a tour costs and counts, by asking rules and counters; ``None`` where a rule forbids it."""
    profile = problem.profiles[number]
    trade = problem.trades[profile.trade]
    labels = [
        None if duty is None else problem.labels[day][problem.duties[duty].label]
        for day, duty in enumerate(tour)
    ]
    cost = profile.head_cost
    levels = np.zeros(len(problem.rows), np.int64)
    for duty in tour:
        if duty is not None:
            cost += trade.costs[duty]
            for row, amount in trade.covers[duty]:
                levels[row] += amount
    for automaton in profile.automata:
        charged = _charged(automaton, labels)
        if charged is None:
            return None
        cost += charged
    return Known(tour, cost, levels, tuple(_total(counter, labels) for counter in profile.counters))


def _charged(automaton: DayAutomaton, labels: Sequence[Label | None]) -> int | None:
    state, cost = automaton.start(), 0
    for day, label in enumerate(labels):
        step = automaton.step(state, day, label)
        if step is None:
            return None
        state, cost = step[0], cost + step[1]
    end = automaton.finish(state)
    return None if end is None else cost + end


def _total(counter: Counter, labels: Sequence[Label | None]) -> int:
    memory, total = counter.start(), 0
    for day, label in enumerate(labels):
        memory, amount = counter.step(memory, day, label)
        total += amount
    return total


def tour_options(tours: Iterable[Known], lower: int, upper: int, rows: int) -> list[Option]:
    """Every way to take between ``lower`` and ``upper`` of some tours."""
    alike = {(one.cost, *one.levels.tolist()): one for one in tours}
    return [
        (sum(one.cost for one in group), sum((one.levels for one in group), np.zeros(rows, np.int64)))
        for size in range(lower, upper + 1)
        for group in itertools.combinations_with_replacement(alike.values(), size)
    ]


def side_options(problem: TourProblem, free: Collection[int], held: Sequence[int]) -> list[list[Option]]:
    """Every value of the free side columns; the others are held."""
    options: list[list[Option]] = []
    for number, side in enumerate(problem.side_columns):
        values = range(side.lower, side.upper + 1) if number in free else [held[number]]
        each = np.zeros(len(problem.rows), np.int64)
        for row, amount in side.covers:
            each[row] += amount
        options.append([(side.cost * value, each * value) for value in values])
    return options


def best_objective(problem: TourProblem, decisions: Iterable[list[Option]]) -> float:
    """Lowest objective over every combination of decisions; infinite where there is none."""
    table = np.zeros((1, 1 + len(problem.rows)), np.int64)
    for options in decisions:
        if not options:
            return np.inf
        own = np.array([[cost, *levels.tolist()] for cost, levels in options], np.int64)
        joint = table[:, None, :] + np.unique(own, axis=0)[None, :, :]
        table = np.unique(joint.reshape(-1, table.shape[1]), axis=0)
    totals = table[:, 0].copy()
    for row, spec in enumerate(problem.rows):
        levels, place = np.unique(table[:, 1 + row], return_inverse=True)
        totals += np.array([spec.price.at(level) for level in levels.tolist()], np.int64)[place]
    return int(totals.min())


def best_roster(problem: TourProblem) -> float:
    """Lowest objective of all rosters with whole side columns."""
    tours = [
        tour_options(known_tours(problem, number), profile.lower, profile.upper, len(problem.rows))
        for number, profile in enumerate(problem.profiles)
    ]
    sides = range(len(problem.side_columns))
    return best_objective(problem, [*tours, *side_options(problem, sides, [0] * len(sides))])


def relaxation(problem: TourProblem, let_go: Sequence[Collection[int]]) -> float:
    """The linear program over all tours; counters let go are kept on average over a profile's tours."""
    spec, sides, rows = problem.profiles, problem.side_columns, len(problem.rows)
    tours = [known_tours(problem, number, let_go[number]) for number in range(len(spec))]
    owner = [number for number, own in enumerate(tours) for _ in own]
    flat = [one for own in tours for one in own]
    columns = len(flat) + len(sides) + rows
    hit = np.zeros((rows, columns))
    for place, one in enumerate(flat):
        hit[:, place] = one.levels
    for place, side in enumerate(sides, len(flat)):
        for row, amount in side.covers:
            hit[row, place] += amount
    left: list[Floats] = []
    right: list[float] = []
    for row, each in enumerate(problem.rows):
        for slope, height in _lines(each.price):
            line = slope * hit[row]
            line[len(flat) + len(sides) + row] = -1
            left.append(line)
            right.append(-height)
    for number, profile in enumerate(spec):
        heads = np.array([float(own == number) for own in owner] + [0.0] * (columns - len(flat)))
        left += [heads, -heads]
        right += [profile.upper, -profile.lower]
        for counter in let_go[number]:
            own = profile.counters[counter]
            totals = heads.copy()
            totals[: len(flat)] *= [
                one.totals[counter] if of == number else 0 for one, of in zip(flat, owner, strict=True)
            ]
            left += [totals - own.upper * heads, own.lower * heads - totals]
            right += [0, 0]
    found = linprog(
        [*(one.cost for one in flat), *(side.cost for side in sides), *([1] * rows)],
        A_ub=np.array(left),
        b_ub=np.array(right),
        bounds=[(0, None)] * len(flat) + [(s.lower, s.upper) for s in sides] + [(None, None)] * rows,
    )
    assert found.fun is not None
    return float(found.fun)


def _lines(price: ConvexPrice) -> list[tuple[int, int]]:
    """Slope, and height at level 0, of the lines whose maximum a convex price is."""
    touching = [price.breaks[0], *price.breaks]
    return [
        (slope, price.at(level) - slope * level) for slope, level in zip(price.slopes, touching, strict=True)
    ]


def recount(problem: TourProblem, tours: Sequence[Sequence[DutyTour]], sides: Sequence[int]) -> int:
    """Objective of a roster, its tours asked of rules and counters; fails where one is not legal."""
    levels = Ledger(problem).side_levels(sides)
    total = sum(side.cost * value for side, value in zip(problem.side_columns, sides, strict=True))
    for number, own in enumerate(tours):
        for tour in own:
            one = known(problem, number, tour)
            assert one is not None
            assert keeps(problem.profiles[number], one)
            total += one.cost
            levels += one.levels
    return total + sum(row.price.at(int(level)) for row, level in zip(problem.rows, levels, strict=True))
