from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.columns import level_rows
from planner.solver.columns.effort import Effort
from planner.solver.columns.generation import Generation
from planner.solver.columns.master_answer import MasterAnswer
from planner.solver.convex import shortfall_price
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import Duty, Label, Profile, Row, State, TourProblem, Trade
from tests.solver.columns.programs import CELLS, as_known, let_go, prices_for, whole_program
from tests.solver.enumerated import best_roster, counting_problems, relaxation
from tests.solver.rota import Automaton, Work, big_rota, work_slots

RELAXED = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
#: Duals are rounded to the grid of prices; an objective may be off by this much for it.
TOLERANCE = 0.05


def never(answer: MasterAnswer, bound: float) -> bool:
    return False


@given(counting_problems(), CELLS)
@RELAXED
def test_run_to_the_end_objective_and_bound_are_the_relaxation(problem: TourProblem, cells: int) -> None:
    program = whole_program(problem, cells)
    generation = Generation(program, lambda: 30.0)
    answer = generation.run(never)
    assert answer is not None
    expected = relaxation(problem, let_go(program))
    assert answer.objective == pytest.approx(expected, abs=TOLERANCE)
    assert generation.bound == pytest.approx(expected, abs=TOLERANCE)
    assert generation.bound <= best_roster(problem)


@given(counting_problems(), CELLS, st.data())
@RELAXED
def test_where_smoothing_begins_does_not_change_where_it_ends(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    wild = data.draw(prices_for(program))
    generation = Generation(program, lambda: 30.0, centre=wild)
    answer = generation.run(never)
    assert answer is not None
    expected = relaxation(problem, let_go(program))
    assert answer.objective == pytest.approx(expected, abs=TOLERANCE)
    assert generation.bound == pytest.approx(expected, abs=TOLERANCE)


@given(counting_problems(), CELLS, st.integers(0, 3))
@RELAXED
def test_at_every_round_the_bound_is_below_and_the_objective_above(
    problem: TourProblem, cells: int, rounds: int
) -> None:
    program = whole_program(problem, cells)
    heard: list[tuple[float, float]] = []

    def listen(answer: MasterAnswer, bound: float) -> bool:
        heard.append((answer.objective, bound))
        return False

    generation = Generation(program, lambda: 30.0)
    answer = generation.run(listen, rounds)
    assert answer is not None
    assert len(heard) <= rounds
    expected = relaxation(problem, let_go(program))
    heard.append((answer.objective, generation.bound))
    assert all(bound <= expected + 1e-6 <= objective + 1e-3 for objective, bound in heard)
    assert [bound for _, bound in heard] == sorted(bound for _, bound in heard)
    for tour in generation.master.tours:
        assert as_known(program, tour).cost == tour.cost


def test_it_stops_when_told_that_it_is_enough() -> None:
    program = whole_program(big_rota(3, days=4))
    generation = Generation(program, lambda: 30.0)
    asked = []

    def enough(answer: MasterAnswer, bound: float) -> bool:
        asked.append(answer)
        return len(asked) == 2

    answer = generation.run(enough)
    assert len(asked) == 2
    assert answer is asked[-1]


def test_the_best_bound_is_kept_with_its_prices() -> None:
    program = whole_program(big_rota(3, days=4))
    generation = Generation(program, lambda: 30.0)
    assert generation.bound == -np.inf
    generation.run(never)
    best = generation.best
    assert best is not None
    assert generation.bound == best.value / PRICE_SCALE
    assert generation.centre is best.prices
    worse = type(best.prices)(np.zeros_like(best.prices.rows), best.prices.counters)
    _, risen = generation.price(worse)
    assert not risen
    assert generation.best is best
    assert generation.pricer.price(best.prices).value == best.value


def test_a_priced_counter_is_not_broken_because_rules_charge_more_than_rows() -> None:
    """A day off is charged 10,000, far above any row; of two days only one may be worked."""

    def step(state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        return state, 10_000 if label is None else 0

    problem = TourProblem(
        2,
        ((Work(14, 16),),) * 2,
        (Duty(0, 0), Duty(1, 0)),
        (Trade((0, 0), ((), ())),),
        (Profile("ana", 0, (Automaton("dear", 0, step),), 1, 1, counters=(work_slots(0, 16),)),),
        (Row("row", shortfall_price(0, 1)),),
    )
    generation = Generation(whole_program(problem, 0), lambda: 30.0)
    generation.run(never)
    assert relaxation(problem, [(0,)]) == pytest.approx(10_000)
    assert generation.bound == pytest.approx(10_000, abs=TOLERANCE)


# entries per duty above which levels are told by their differences: always, and never
@pytest.mark.parametrize("entries", [-1, 10**9])
@given(problem=counting_problems(), cells=CELLS, data=st.data())
@RELAXED
def test_rows_not_watched_come_in_once_they_cost_something(
    monkeypatch: pytest.MonkeyPatch, entries: int, problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    monkeypatch.setattr(level_rows, "_ROWS_PER_DUTY", entries)
    program = whole_program(problem, cells)
    watched = sorted(data.draw(st.sets(st.sampled_from(range(len(problem.rows)))))) if problem.rows else []
    generation = Generation(replace(program, watched=np.array(watched, np.int64)), lambda: 30.0)
    answer = generation.run(lambda answer, bound: False)
    assert answer is not None
    expected = relaxation(problem, let_go(program))
    assert answer.objective == pytest.approx(expected, abs=1e-4)
    assert generation.bound == pytest.approx(expected, abs=TOLERANCE)


def test_work_is_counted_the_same_each_time_and_ends_where_it_is_spent() -> None:
    program = whole_program(big_rota(3, days=3))
    whole = [Generation(program, lambda: 30.0) for _ in range(2)]
    answers = [one.run(never) for one in whole]
    assert whole[0].effort == whole[1].effort
    assert min(whole[0].effort.steps, whole[0].effort.questions, whole[0].effort.cells) > 0
    limited = Generation(program, lambda: 30.0, effort=Effort(whole[0].effort.work / 2))
    answer = limited.run(never)
    assert limited.effort.is_spent
    assert limited.effort.work < whole[0].effort.work
    assert answer is not None
    assert answers[0] is not None
    assert answer.objective >= answers[0].objective
    assert limited.bound <= whole[0].bound


def test_without_a_step_to_take_there_is_no_answer() -> None:
    generation = Generation(whole_program(big_rota(3, days=3)), lambda: 30.0, effort=Effort(1.0))
    assert generation.run(never) is None
    assert generation.effort.steps == 0
