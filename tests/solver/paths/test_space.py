from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.solver.network import build_networks
from planner.solver.paths.network import COUNTERS
from planner.solver.paths.space import PathSpace
from planner.solver.problem import NoLegalTourError, TourProblem
from tests.solver.paths.random_profiles import (
    WORKS,
    Drawn,
    DrawnCounter,
    columns_of,
    counters,
    legal_tours,
    problem_of,
    problems,
)
from tests.solver.rota import Automaton, longest_run, rest

#: Works every day.
BUSY = Automaton("busy", (), lambda state, day, label: None if label is None else (state, 0))


def every_day(key: str, upper: int, lower: int = 0) -> DrawnCounter:
    """Counts days worked, from a state that never changes."""
    drawn: Drawn = {(0, day): ((0, 0), (0, 1), (0, 1), (0, 1)) for day in range(4)}
    return DrawnCounter(key, lower, upper, 0, drawn)


def must_be_taken(problem: TourProblem) -> TourProblem:
    return replace(problem, profiles=tuple(replace(profile, lower=1) for profile in problem.profiles))


@settings(deadline=None)  # the first call compiles
@given(problems())
def test_profiles_that_differ_in_starts_and_bounds_share_product_and_networks(problem: TourProblem) -> None:
    space = PathSpace(problem)
    kept = space.profiles[0].always_kept
    assert space.profiles[0].product == space.profiles[1].product
    assert space.layers_of(0) is space.layers_of(1)
    assert space.network(0, kept) is space.network(1, kept)


def test_profiles_of_other_rules_do_not_share() -> None:
    space = PathSpace(problem_of(3, [(longest_run(2),), (rest(48, 30),)], [(), ()]))
    assert space.layers_of(0) is not space.layers_of(1)


def test_profiles_share_the_product_though_their_days_off_differ() -> None:
    def off_on(day_off: int) -> Automaton:
        return Automaton(
            ("off", day_off),
            (),
            lambda state, day, label: None if label is not None and day == day_off else (state, 0),
        )

    space = PathSpace(problem_of(3, [(longest_run(2), off_on(0)), (longest_run(2), off_on(1))], [(), ()]))
    assert space.layers_of(0) is space.layers_of(1)
    assert np.isinf(space.profiles[0].label_cost).tolist() == [False, True, True, True, *[False] * 8]


@settings(deadline=None)  # the first call compiles
@given(problems())
def test_profiles_without_a_legal_tour_are_named_as_the_networks_name_them(problem: TourProblem) -> None:
    problem = must_be_taken(problem)
    stuck = tuple(
        profile.name
        for profile in problem.profiles
        if not legal_tours(profile, problem, tuple(range(len(profile.counters))))
    )
    for build in (PathSpace, build_networks):
        if not stuck:
            build(problem)
            continue
        with pytest.raises(NoLegalTourError) as caught:
            build(problem)
        assert caught.value.profiles == stuck


def test_a_maximum_alone_can_leave_no_tour() -> None:
    with pytest.raises(NoLegalTourError):
        PathSpace(must_be_taken(problem_of(3, [(BUSY,)], [(every_day("days", 2),)])))
    PathSpace(must_be_taken(problem_of(3, [(BUSY,)], [(every_day("days", 3),)])))


def test_no_path_from_nowhere() -> None:
    never = Automaton("never", 0, lambda state, day, label: None)
    space = PathSpace(problem_of(2, [(never,)], [(every_day("days", 1, 1),)]))
    for kept in ((), (0,)):
        task = space.task(0, kept)
        assert task.cheapest(np.zeros(space.columns)) is None
        assert task.cost_of(columns_of((0, 0))) == np.inf
        assert task.cells == 0


def test_bounds_may_be_wider_than_32_bits() -> None:
    endless, history = every_day("days", 10**15), every_day("more", 2, -(10**15))
    space = PathSpace(problem_of(3, [(BUSY,)], [(endless, history)]))
    found = space.task(0, (0,)).cheapest(np.zeros(space.columns))
    assert found is not None
    assert space.task(0, (0, 1)).cheapest(np.zeros(space.columns)) is None


@settings(deadline=None)  # the first call compiles
@given(st.data(), st.integers(COUNTERS - 1, COUNTERS + 2))
def test_counters_beyond_what_a_state_holds_are_kept_all_the_same(data: st.DataObject, count: int) -> None:
    own = [replace(data.draw(counters(3, key))[0], lower=1, upper=8) for key in range(count)]
    problem = problem_of(3, [()], [tuple(own)])
    space = PathSpace(problem)
    always = space.profiles[0].always_kept
    assert len(always) == min(count, COUNTERS)
    assert len(space.profiles[0].counters) == count
    prices = np.array(data.draw(st.lists(st.integers(-9, 9).map(float), min_size=12, max_size=12)))
    found = space.task(0, always).cheapest(prices)
    must = tuple(
        number
        for number, use in enumerate(space.profiles[0].counters)
        if number in always or (use.lower, use.upper) == (0, 0)
    )
    legal = legal_tours(problem.profiles[0], problem, must)
    best = min((prices[columns_of(tour)].sum() for tour in legal), default=np.inf)
    assert (np.inf if found is None else found.cost) == best


def test_columns_are_numbered_day_by_day() -> None:
    space = PathSpace(problem_of(2, [()], [()]))
    assert space.first_column.tolist() == [0, 1 + len(WORKS), 2 * (1 + len(WORKS))]
