"""Tiny random covering problems, and their optimum by trying everything."""

import itertools
from collections.abc import Iterator

from hypothesis import strategies as st

from planner.solver.answer import DutyTour
from planner.solver.convex import ConvexPrice, shortfall_price
from planner.solver.evaluate import Ledger
from planner.solver.network import build_networks
from planner.solver.problem import Counter, Duty, Profile, Row, SideColumn, TourProblem, Trade
from tests.solver.rota import (
    Automaton,
    Tally,
    Work,
    late_runs,
    longest_run,
    no_late_twice,
    rest,
    weekly_slots,
    work_slots,
)

AUTOMATA: tuple[Automaton, ...] = (longest_run(2), rest(48, 30), no_late_twice(), weekly_slots(40))


@st.composite
def small_problems(draw: st.DrawFn, *, with_sides: bool = False, with_counters: bool = False) -> TourProblem:
    """Up to 3 days, 2 labels a day (one with two duties), 2 profiles; two tours at most on 2 days."""
    days = draw(st.integers(1, 3))
    works = (Work(14, 16), Work(40, 20))
    duties = tuple(Duty(day, label) for day in range(days) for label in (0, 0, 1))
    row_count = draw(st.integers(1, 4))
    amounts = st.integers(1, 3)
    trades = []
    for _ in range(2):
        costs = draw(st.lists(st.integers(0, 60), min_size=len(duties), max_size=len(duties)))
        covers = tuple(
            tuple(sorted({draw(st.integers(0, row_count - 1)): draw(amounts)}.items())) for _ in duties
        )
        trades.append(Trade(tuple(costs), covers))
    rows = []
    for number in range(row_count):
        target = draw(st.integers(0, 4))
        price = shortfall_price(target, draw(st.integers(0, 90)), draw(st.integers(0, 20)))
        if draw(st.booleans()):
            price = price + ConvexPrice((target + 1,), (-draw(st.integers(0, 9)), 3))
        rows.append(Row(f"row {number}", price))
    profiles = []
    for number in range(2):
        lower = draw(st.integers(0, 1))
        upper = min(lower + draw(st.integers(0, 1)), 2 if days < 3 else 1)
        rules = tuple(draw(st.lists(st.sampled_from(AUTOMATA), unique_by=lambda a: str(a.key), max_size=3)))
        counters: tuple[Counter, ...] = ()
        if with_counters:
            most = draw(st.integers(0, 40))
            counters = (
                work_slots(draw(st.integers(0, most)), most),
                Tally(late_runs, 0, draw(st.integers(0, 2))),
            )
            lower = 0  # whoever has no legal tour may stay out
        head = draw(st.integers(0, 40))
        profiles.append(Profile(f"p{number}", number, rules, lower, upper, head, counters))
    sides: tuple[SideColumn, ...] = ()
    if with_sides:
        sides = (
            SideColumn("side", -1, 2, draw(st.integers(-5, 20)), ((0, 1), (row_count - 1, -1))[:row_count]),
        )
        if row_count == 1:
            sides = (SideColumn("side", -1, 2, draw(st.integers(-5, 20)), ((0, 1),)),)
    return TourProblem(days, (works,) * days, duties, tuple(trades), tuple(profiles), tuple(rows), sides)


def legal_tours(problem: TourProblem, profile: int) -> Iterator[DutyTour]:
    """All tours of a profile, by asking its automata one after another."""
    by_day = [
        [None, *(n for n, d in enumerate(problem.duties) if d.day == day)] for day in range(problem.days)
    ]
    for tour in itertools.product(*by_day):
        own = problem.profiles[profile]
        if all(_accepts(problem, automaton, tour) for automaton in own.automata) and all(
            counter.lower <= _total(problem, counter, tour) <= counter.upper for counter in own.counters
        ):
            yield tour


def _total(problem: TourProblem, counter: Counter, tour: DutyTour) -> int:
    memory, total = counter.start(), 0
    for day, duty in enumerate(tour):
        label = None if duty is None else problem.labels[day][problem.duties[duty].label]
        memory, amount = counter.step(memory, day, label)
        total += amount
    return total


def _accepts(problem: TourProblem, automaton: object, tour: DutyTour) -> bool:
    assert isinstance(automaton, Automaton)
    state = automaton.start()
    for day, duty in enumerate(tour):
        label = None if duty is None else problem.labels[day][problem.duties[duty].label]
        step = automaton.step(state, day, label)
        if step is None:
            return False
        state = step[0]
    return automaton.finish(state) is not None


def optimum(problem: TourProblem) -> int:
    """Lowest objective over every choice of tours and integer side columns."""
    ledger, networks = Ledger(problem), build_networks(problem)
    choices = []
    for number, profile in enumerate(problem.profiles):
        tours = sorted(
            {_signature(problem, profile.trade, t): t for t in legal_tours(problem, number)}.values(), key=str
        )
        choices.append(
            [
                group
                for size in range(profile.lower, profile.upper + 1)
                for group in itertools.combinations_with_replacement(tours, size)
            ]
        )
    sides = [range(side.lower, side.upper + 1) for side in problem.side_columns]
    return min(
        ledger.objective(networks, groups, side)
        for groups in itertools.product(*choices)
        for side in itertools.product(*sides)
    )


def _signature(problem: TourProblem, trade: int, tour: DutyTour) -> tuple[object, ...]:
    """What a tour costs and covers: tours alike in it need to be tried only once."""
    spec = problem.trades[trade]
    levels = [0] * len(problem.rows)
    for duty in tour:
        for row, amount in spec.covers[duty] if duty is not None else ():
            levels[row] += amount
    return (sum(spec.costs[duty] for duty in tour if duty is not None), *levels)
