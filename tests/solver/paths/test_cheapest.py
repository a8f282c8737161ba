import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.solver.paths.network import Floats
from planner.solver.paths.space import PathSpace
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from tests.solver.paths.random_profiles import (
    WORKS,
    columns_of,
    cost_by_rules,
    legal_tours,
    problems,
    tours,
)


def drawn_prices(data: st.DataObject, problem: TourProblem) -> Floats:
    """A price per label column, some of them barred."""
    price = st.integers(-20_000, 20_000).map(float) | st.sampled_from((0.0, np.inf))
    count = problem.days * (1 + len(WORKS))
    return np.array(data.draw(st.lists(price, min_size=count, max_size=count)))


def assert_cheapest(
    problem: TourProblem, space: PathSpace, number: int, kept: tuple[int, ...], prices: Floats
) -> None:
    legal = legal_tours(problem.profiles[number], problem, kept)
    charged = {tour: PRICE_SCALE * cost + prices[columns_of(tour)].sum() for tour, cost in legal.items()}
    found = space.task(number, kept).cheapest(prices)
    best = min(charged.values(), default=np.inf)
    if found is None:
        assert best == np.inf
        return
    assert found.cost == best
    taken = tuple((found.columns - columns_of((0,) * problem.days)).tolist())
    assert charged[taken] == best


@settings(deadline=None)  # the first call compiles
@given(problems(), st.data())
def test_the_cheapest_tour_is_what_trying_everything_finds(problem: TourProblem, data: st.DataObject) -> None:
    space = PathSpace(problem)
    numbers = range(len(problem.profiles[0].counters))
    for number in range(2):
        kept = tuple(data.draw(st.permutations(numbers)))[: data.draw(st.integers(0, len(numbers)))]
        for _ in range(2):
            assert_cheapest(problem, space, number, kept, drawn_prices(data, problem))


@settings(deadline=None)  # the first call compiles
@given(problems(costs=st.integers(2**39 - 4, 2**39)), st.data())
def test_tours_that_cost_trillions_stay_exact(problem: TourProblem, data: st.DataObject) -> None:
    space = PathSpace(problem)
    kept = tuple(range(len(problem.profiles[0].counters)))
    prices = drawn_prices(data, problem)
    for number in range(2):
        assert_cheapest(problem, space, number, kept, prices)
        for tour, cost in legal_tours(problem.profiles[number], problem, kept).items():
            assert space.task(number, kept).cost_of(columns_of(tour)) == PRICE_SCALE * cost


@settings(deadline=None)  # the first call compiles
@given(problems(most_counters=2))
def test_a_tour_costs_what_its_rules_charge(problem: TourProblem) -> None:
    space = PathSpace(problem)
    for number, profile in enumerate(problem.profiles):
        for kept in ((), tuple(range(len(profile.counters)))):
            task = space.task(number, kept)
            for tour in tours(problem):
                cost = cost_by_rules(profile, tour)
                expected = np.inf if cost is None else PRICE_SCALE * cost
                assert task.cost_of(columns_of(tour)) == expected
