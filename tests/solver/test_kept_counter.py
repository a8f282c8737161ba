import pytest
from hypothesis import given

from planner.solver.kept_counter import KeptCounter, keep_counters
from planner.solver.layers import FORBIDDEN, Layers
from planner.solver.network import build_networks
from planner.solver.problem import TourProblem
from tests.solver.paths.random_profiles import Tour, legal_tours, problem_of, problems, tours


def cost_in(network: Layers, tour: Tour) -> int | None:
    """Cost of a tour in a network of one start; ``None`` where it is forbidden."""
    (state,) = network.starts.values()
    cost = 0
    for day, column in enumerate(tour):
        if state == FORBIDDEN:
            return None
        cost += int(network.costs[day][state, column])
        state = int(network.successors[day][state, column])
    return None if state == FORBIDDEN else cost + int(network.end_costs[state])


@given(problems(most_counters=3))
def test_networks_accept_exactly_the_tours_within_bounds(problem: TourProblem) -> None:
    for network, profile in zip(build_networks(problem), problem.profiles, strict=True):
        legal = legal_tours(profile, problem, tuple(range(len(profile.counters))))
        assert {tour: cost_in(network, tour) for tour in tours(problem)} == {
            tour: legal.get(tour) for tour in tours(problem)
        }


@given(problems(most_counters=3))
def test_some_counters_can_be_kept_and_others_left(problem: TourProblem) -> None:
    some = keep_counters(problem, [range(1), range(0)])
    first, second = problem.profiles
    assert some.profiles[0].counters == first.counters[1:]
    assert some.profiles[0].automata == (*first.automata, *map(KeptCounter, first.counters[:1]))
    assert some.profiles[1] == second
    assert all(not profile.counters for profile in keep_counters(problem).profiles)


def test_without_counters_the_problem_is_left_alone() -> None:
    problem = problem_of(2, [()], [()])
    assert keep_counters(problem) is problem


@given(problems(most_counters=1))
def test_a_state_of_something_else_is_refused(problem: TourProblem) -> None:
    for counter in problem.profiles[0].counters:
        with pytest.raises(TypeError, match="not a state"):
            KeptCounter(counter).step("elsewhere", 0, None)
