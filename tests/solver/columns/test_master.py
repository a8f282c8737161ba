from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.columns import level_rows as module
from planner.solver.columns.level_columns import blurring, told
from planner.solver.columns.master import Master
from planner.solver.columns.pricing import TourPricer
from planner.solver.columns.program import Program
from planner.solver.convex import ConvexPrice, shortfall_price
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import Duty, Profile, Row, TourProblem, Trade
from tests.solver.columns.programs import CELLS, as_known, as_priced, let_go, whole_program
from tests.solver.enumerated import counting_problems, known_tours, relaxation
from tests.solver.rota import Work, big_rota, longest_run

RELAXED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
#: Duals are rounded to the grid of prices; an objective may be off by this much for it.
TOLERANCE = 0.05


def full_master(program: Program, *, blurred: bool = False) -> Master:
    """A master that has every tour."""
    master = Master(program, blurred=blurred)
    for slot in program.slots:
        for one in known_tours(program.ledger.problem, slot.profile, slot.priced):
            assert master.add(as_priced(program, slot, one))
    return master


# entries per duty above which duties get rows of their own: always, and never
@pytest.mark.parametrize("entries", [-1, 10**9])
@given(problem=counting_problems(), cells=CELLS, blurred=st.booleans())
@RELAXED
def test_with_all_tours_it_is_the_relaxation_and_its_prices_prove_it(
    monkeypatch: pytest.MonkeyPatch, entries: int, problem: TourProblem, cells: int, blurred: bool
) -> None:
    monkeypatch.setattr(module, "_ROWS_PER_DUTY", entries)
    program = whole_program(problem, cells)
    answer = full_master(program, blurred=blurred).solve(30.0)
    assert answer is not None
    assert answer.objective == pytest.approx(relaxation(problem, let_go(program)), abs=1e-4)
    priced = TourPricer(program).price(answer.prices)
    assert priced.value / PRICE_SCALE == pytest.approx(answer.objective, abs=TOLERANCE)


@given(counting_problems(), CELLS)
@RELAXED
def test_its_values_are_what_its_objective_costs(problem: TourProblem, cells: int) -> None:
    program = whole_program(problem, cells)
    master = full_master(program)
    answer = master.solve(30.0)
    assert answer is not None
    heads = np.zeros(len(program.slots))
    level = np.zeros(len(problem.rows))
    cost = 0.0
    for tour, value in zip(master.tours, answer.values, strict=True):
        one = as_known(program, tour)
        heads[tour.slot] += value
        level += value * one.levels
        cost += value * one.cost
    for side, value in zip(problem.side_columns, answer.sides, strict=True):
        assert side.lower - 1e-6 <= value <= side.upper + 1e-6
        cost += side.cost * value
        for row, amount in side.covers:
            level[row] += amount * value
    for slot, count in zip(program.slots, heads, strict=True):
        assert slot.lower - 1e-6 <= count <= slot.upper + 1e-6
    rows = program.ledger.prices.between(level).sum()
    assert cost + rows == pytest.approx(answer.objective, abs=1e-4)


@given(counting_problems(), st.data())
@RELAXED
def test_levels_there_already_move_the_rows(problem: TourProblem, data: st.DataObject) -> None:
    """With so much there already, and so much more wanted, nothing changes."""
    there = [data.draw(st.integers(-3, 5)) for _ in problem.rows]
    rows = tuple(
        Row(
            row.name, ConvexPrice(tuple(b + more for b in row.price.breaks), row.price.slopes, row.price.base)
        )
        for row, more in zip(problem.rows, there, strict=True)
    )
    moved = whole_program(replace(problem, rows=rows))
    first = full_master(whole_program(problem)).solve(30.0)
    second = full_master(replace(moved, base=moved.base + there)).solve(30.0)
    assert first is not None
    assert second is not None
    assert second.objective == pytest.approx(first.objective, abs=1e-4)


@given(counting_problems())
@settings(parent=RELAXED, max_examples=20)
def test_a_tour_is_added_once_and_added_tours_lower_the_objective(problem: TourProblem) -> None:
    program = whole_program(problem)
    master = Master(program)
    for slot in program.slots:
        least = min(known_tours(problem, slot.profile), key=lambda one: one.cost)
        assert master.add(as_priced(program, slot, least))
        assert not master.add(as_priced(program, slot, least))
    first = master.solve(30.0)
    assert first is not None
    for slot in program.slots:
        for one in known_tours(problem, slot.profile):
            master.add(as_priced(program, slot, one))
    second = master.solve(30.0)
    assert second is not None
    assert len(second.values) == len(master.tours) > 0 or not program.slots
    assert second.objective <= first.objective + 1e-6


def test_blurred_targets_do_not_hide_that_rows_are_at_a_break() -> None:
    """Two rows hit alike share one price; a break missed by a millionth let both cost nothing."""
    problem = TourProblem(
        1,
        ((Work(14, 16),),),
        (Duty(0, 0),),
        (Trade((20,), (((0, 1), (1, 1)),)),),
        (Profile("ana", 0, (longest_run(1),), 0, 2),),
        (Row("calls", shortfall_price(1, 50)), Row("chats", shortfall_price(1, 30))),
    )
    program = whole_program(problem)
    answer = full_master(program, blurred=True).solve(30.0)
    assert answer is not None
    assert answer.objective == pytest.approx(20, abs=1e-4)
    assert TourPricer(program).price(answer.prices).value / PRICE_SCALE == pytest.approx(20, abs=TOLERANCE)


@pytest.mark.parametrize("entries", [-1, 10**9])
def test_every_level_is_blurred_by_millionths_also_where_rows_tell_differences(
    monkeypatch: pytest.MonkeyPatch, entries: int
) -> None:
    """Moves of rows that tell differences added up along the day."""
    monkeypatch.setattr(module, "_ROWS_PER_DUTY", entries)
    program = whole_program(big_rota(6, days=7))
    levels = module.LevelRows(program, program.rows)
    assert levels.follows.any() == (entries < 0)
    rows = told(levels, blurring(len(levels.groups)))
    reached = 0.0
    for row, follows in zip(rows.tolist(), levels.follows.tolist(), strict=True):
        reached = reached + row if follows else row
        assert 1e-6 <= reached <= 2e-6
