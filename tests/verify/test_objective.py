"""The objective of a solution, and what is not one."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.solver.convex import shortfall_price
from planner.solver.evaluate import Ledger
from planner.solver.network import build_networks
from planner.solver.problem import Duty, Profile, Row, SideColumn, TourProblem, Trade
from planner.verify.objective import recomputed_objective
from planner.verify.refusal import CertificateError
from tests.solver.rota import Automaton, Work, longest_run
from tests.solver.small import legal_tours, small_problems
from tests.verify.counted import Slots


@given(small_problems(with_sides=True), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_is_what_the_engine_says(problem: TourProblem, data: st.DataObject) -> None:
    tours = []
    for number, profile in enumerate(problem.profiles):
        own = list(legal_tours(problem, number))
        assume(own or profile.lower == 0)
        count = data.draw(st.integers(profile.lower, profile.upper)) if own else 0
        tours.append([data.draw(st.sampled_from(own)) for _ in range(count)])
    sides = [data.draw(st.integers(side.lower, side.upper)) for side in problem.side_columns]
    expected = Ledger(problem).objective(build_networks(problem), tours, sides)
    assert recomputed_objective(problem, tours, sides) == expected


def one_person() -> TourProblem:
    """Two days, work of 16 slots: at most one day in a row, a price for working at all, 10 to 20 slots."""
    costly = Automaton(
        "costly", 0, lambda state, day, label: (1 if label else state, 0), lambda state: 9 if state else 0
    )
    return TourProblem(
        2,
        ((Work(14, 16),),) * 2,
        (Duty(0, 0), Duty(1, 0)),
        (Trade((5, 6), (((0, 1),), ((0, 1),))),),
        (Profile("ana", 0, (longest_run(1), costly), 1, 1, 100, (Slots(10, 20),)),),
        (Row("row", shortfall_price(3, 1000)),),
        (SideColumn("help", 0, 2, 50, ((0, 1),)),),
    )


def test_everything_is_in_it() -> None:
    problem = one_person()
    assert recomputed_objective(problem, [[(None, 1)]], [1]) == 6 + 9 + 100 + 50 + 1000
    assert recomputed_objective(problem, [[(0, None)]], [2]) == 5 + 9 + 100 + 2 * 50


@pytest.mark.parametrize(
    ("tours", "sides", "words"),
    [
        ([[(0, 1)]], [0], "ana breaks a rule on day 2"),
        ([[(None, None)]], [0], "counts 0, allowed are 10 to 20"),
        ([[]], [0], "ana has 0 tours, allowed are 1 to 1"),
        ([[(0, None)] * 2], [0], "ana has 2 tours"),
        ([[(0, None)]], [3], "'help' is 3, allowed are 0 to 2"),
        ([[(0, None)]], [], "0 side values are given, 1 are needed"),
    ],
)
def test_what_is_no_solution_is_refused(
    tours: list[list[tuple[int | None, ...]]], sides: list[int], words: str
) -> None:
    with pytest.raises(CertificateError, match=words):
        recomputed_objective(one_person(), tours, sides)


def test_an_ending_may_be_forbidden() -> None:
    never = Automaton("never", 0, lambda state, day, label: (0, 0), lambda state: None)
    problem = one_person()
    barred = replace(problem, profiles=(replace(problem.profiles[0], automata=(never,)),))
    with pytest.raises(CertificateError, match="by the end of the period"):
        recomputed_objective(barred, [[(0, None)]], [0])
