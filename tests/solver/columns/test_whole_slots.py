from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.columns.whole_slots import whole_slots
from planner.solver.paths.network import COUNTERS
from planner.solver.paths.space import PathSpace
from planner.solver.problem import Counter, Label, State, TourProblem
from tests.solver.enumerated import counting_problems, known_tours
from tests.solver.paths.random_profiles import problem_of
from tests.solver.rota import Tally, late_runs, work_slots


@given(counting_problems(), st.integers(0, 3000))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_profile_that_has_tours_gets_one_slot(problem: TourProblem, cells: int) -> None:
    slots = whole_slots(PathSpace(problem), cells)
    able = [n for n, p in enumerate(problem.profiles) if p.upper and known_tours(problem, n)]
    assert [slot.profile for slot in slots] == able
    assert [slot.number for slot in slots] == list(range(len(slots)))
    for slot in slots:
        profile = problem.profiles[slot.profile]
        assert (slot.lower, slot.upper, slot.head_cost) == (profile.lower, profile.upper, profile.head_cost)
        assert slot.outside == (0,) * len(profile.counters)
        for number, use in enumerate(slot.counters):
            if use.has_memory or use.lower > 0:
                assert number in slot.kept
            else:
                assert number not in slot.kept
                assert (number in slot.priced) or cells >= use.upper + 1


def counted(*counters: Counter) -> TourProblem:
    problem = problem_of(2, [()], [counters])
    return replace(problem, profiles=(replace(problem.profiles[0], lower=1),))


def test_a_counter_is_priced_when_the_states_grow_too_many() -> None:
    space = PathSpace(counted(work_slots(0, 99)))
    nodes = space.task(0, ()).cells
    assert whole_slots(space, 100 * nodes)[0].priced == ()
    assert whole_slots(space, 100 * nodes - 1)[0].priced == (0,)


def test_counters_multiply_what_is_kept_already() -> None:
    space = PathSpace(counted(work_slots(0, 9), work_slots(0, 9), work_slots(0, 9)))
    nodes = space.task(0, ()).cells
    assert whole_slots(space, 100 * nodes)[0].priced == (2,)
    assert whole_slots(space, 1000 * nodes)[0].priced == ()


def test_counters_that_remember_or_have_a_minimum_are_never_priced() -> None:
    space = PathSpace(counted(work_slots(1, 99), Tally(late_runs, 0, 1), work_slots(0, 99)))
    (slot,) = whole_slots(space, 0)
    assert slot.kept == (0, 1)
    assert slot.priced == (2,)


def test_no_more_counters_are_kept_than_a_state_holds() -> None:
    def tally(number: int) -> Tally:
        def count(state: State, label: Label | None) -> tuple[State, int]:
            return state, int(label is not None)

        count.__name__ = f"tally {number}"
        return Tally(count, 0, 1)

    space = PathSpace(counted(*(tally(number) for number in range(COUNTERS + 2))))
    assert whole_slots(space, 10**9)[0].priced == (COUNTERS, COUNTERS + 1)


def test_who_may_not_be_taken_or_has_no_tour_has_no_slot() -> None:
    problem = problem_of(2, [(), (), ()], [(), (work_slots(999, 999),), ()])
    first, second, third = problem.profiles
    nobody = replace(problem, profiles=(replace(first, upper=0), second, third))
    assert [slot.profile for slot in whole_slots(PathSpace(nobody))] == [2]
