from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planner.solver.columns.generation import Generation
from planner.solver.columns.program import Program
from planner.solver.convex import shortfall_price
from planner.solver.layers import Ints
from planner.solver.problem import Duty, Profile, Row, SideColumn, TourProblem, Trade
from planner.solver.windows.first_lines import fill_up, no_lines
from planner.solver.windows.lines import Lines
from planner.solver.windows.window import Filling, Opener, Outcome, RowsByDay, Window
from tests.solver.columns.programs import CELLS, prices_for, whole_program
from tests.solver.enumerated import best_objective, counting_problems, side_options
from tests.solver.rota import Work, big_rota, longest_run
from tests.solver.windows.drawn_lines import alike_outside, assert_exact, drawn_lines, known_line, snapshot

RELAXED = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def windows(draw: st.DrawFn, lines: Lines) -> Window:
    begin = draw(st.integers(0, lines.ledger.problem.days - 1))
    end = draw(st.integers(begin + 1, lines.ledger.problem.days))
    chosen = draw(st.sets(st.integers(0, len(lines.lines) - 1), min_size=1))
    return Window(tuple(sorted(chosen)), begin, end)


def free_sides(program: Program, window: Window) -> list[int]:
    """Side columns that share a row with a duty somebody may work on the window's days."""
    problem = program.ledger.problem
    near = {
        row
        for trade in (problem.trades[number] for number in {slot.trade for slot in program.slots})
        for duty, covers in zip(problem.duties, trade.covers, strict=True)
        if window.begin <= duty.day < window.end
        for row, _ in covers
    }
    return [n for n, side in enumerate(problem.side_columns) if near & {row for row, _ in side.covers}]


def best_within(program: Program, lines: Lines, window: Window) -> float:
    """Lowest objective of all rosters alike outside a window."""
    problem = program.ledger.problem
    decisions = []
    for number in range(len(lines.lines)):
        alike = [known_line(program, lines, number)]
        if number in window.lines:
            alike = alike_outside(program, lines, number, window.begin, window.end)
        decisions.append([(one.cost, one.levels) for one in alike])
    sides = side_options(problem, free_sides(program, window), lines.sides.tolist())
    return best_objective(problem, [*decisions, *sides])


def fill(
    lines: Lines, rows: Ints, window: Window, *, blurred: bool = False, seconds: float = 30.0
) -> tuple[Outcome, Filling | None]:
    opener = Opener(lines, RowsByDay(lines), rows, lambda: seconds, np.random.default_rng(1), blurred)
    filled = opener.fill(window)
    assert filled.effort.work > 0
    return filled.outcome, filled.filling


def test_a_window_that_is_too_much_work_is_given_up_and_changes_nothing() -> None:
    program = whole_program(big_rota(4, days=7))
    lines = no_lines(program, np.zeros(0, np.int64))
    fill_up(program, lines, 1, lambda: True)
    before, everything = snapshot(lines), Window(tuple(range(len(lines.lines))), 0, 7)
    rows = np.zeros(len(program.ledger.problem.rows), np.int64)

    def work(most: float) -> int:
        opener = Opener(lines, RowsByDay(lines), rows, lambda: 30.0, np.random.default_rng(1), False, most)
        filled = opener.fill(everything)
        assert filled.outcome == ("better" if most == np.inf else "given up")
        assert snapshot(lines) == before
        return filled.effort.work

    free = work(np.inf)
    # whatever is begun is ended: one round of pricing, one linear program
    assert work(1.0) < work(free / 4) < free


@given(counting_problems(), CELLS, st.data())
@settings(parent=RELAXED, max_examples=250)
def test_a_filling_is_better_by_what_it_says_or_none_exists(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    lines = data.draw(drawn_lines(program))
    assume(lines.lines)
    window = data.draw(windows(lines))
    rows = data.draw(prices_for(program)).rows
    before, now, same = snapshot(lines), lines.objective, list(lines.lines)
    best = best_within(program, lines, window)
    outside = [known_line(program, lines, number).tour for number in range(len(lines.lines))]
    held = lines.sides.tolist()

    outcome, filling = fill(lines, rows, window, blurred=data.draw(st.booleans()))

    assert snapshot(lines) == before
    # equal lines are not enough: a team that saw others in their place took no gain on them any more
    assert all(line is kept for line, kept in zip(lines.lines, same, strict=True))
    assert (outcome == "better") == (filling is not None)
    if filling is None:
        assert outcome == "none found" or best == now
        return
    filling.apply(lines)
    assert best <= lines.objective < now
    assert_exact(program, lines)
    free = free_sides(program, window)
    assert all(lines.sides[n] == value for n, value in enumerate(held) if n not in free)
    for number, tour in enumerate(outside):
        new = known_line(program, lines, number).tour
        if number not in window.lines:
            assert new == tour
        assert (new[: window.begin], new[window.end :]) == (tour[: window.begin], tour[window.end :])


@given(counting_problems(), CELLS, st.data())
@settings(parent=RELAXED, max_examples=60)
def test_where_nothing_better_exists_and_the_relaxation_is_whole_it_says_so(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    """One line alone: its relaxation is whole, so there is always an answer."""
    assume(not problem.side_columns)
    program = whole_program(problem, cells)
    lines = data.draw(drawn_lines(program))
    assume(lines.lines)
    window = replace(data.draw(windows(lines)), lines=(data.draw(st.integers(0, len(lines.lines) - 1)),))
    best, now = best_within(program, lines, window), lines.objective
    rows = data.draw(prices_for(program)).rows
    outcome, _ = fill(lines, rows, window, blurred=data.draw(st.booleans()))
    if best == now:
        assert outcome != "better"
    else:
        assert outcome != "no better exists"


# now 20 on Monday, 10 on Tuesday and 1 for putting off; a gain of 1; too much put off so far
@pytest.mark.parametrize(("monday", "put_off"), [(20, 0), (12, 0), (12, 3)])
def test_side_columns_follow_the_new_days(monday: int, put_off: int) -> None:
    """Work may be put off from one row to the next; the line is cheaper on the second day."""
    problem = TourProblem(
        2,
        ((Work(14, 16),),) * 2,
        (Duty(0, 0), Duty(1, 0)),
        (Trade((monday, 10), (((0, 1),), ((1, 1),))),),
        (Profile("ana", 0, (longest_run(1),), 1, 1),),
        (Row("mon", shortfall_price(1, 100)), Row("tue", shortfall_price(0, 100))),
        (SideColumn("put off", 0, 3, 1, ((0, 1), (1, -1))),),
    )
    program = whole_program(problem)
    lines = no_lines(program, np.zeros(1, np.int64))
    fill_up(program, lines, 1, lambda: True)
    assert lines.objective == monday
    lines.settle(np.array([put_off]))
    outcome, filling = fill(lines, np.zeros(2, np.int64), Window((0,), 0, 2))
    assert outcome == "better"
    assert filling is not None
    filling.apply(lines)
    assert (lines.objective, lines.sides.tolist()) == (11, [1])
    assert_exact(program, lines)


def test_a_window_that_cannot_gain_is_told_by_its_bound_before_any_dive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = whole_program(big_rota(2, days=3))
    lines = no_lines(program, np.zeros(0, np.int64))
    fill_up(program, lines, 1, lambda: True)
    rows = np.zeros(len(program.base), np.int64)
    while True:
        outcome, filling = fill(lines, rows, Window((0,), 0, 3))
        if filling is None:
            break
        filling.apply(lines)
    assert outcome == "no better exists"


def test_no_time_finds_nothing_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    program = whole_program(big_rota(2, days=3))
    lines = no_lines(program, np.zeros(0, np.int64))
    fill_up(program, lines, 1, lambda: True)
    before = snapshot(lines)
    monkeypatch.setattr(Generation, "run", lambda self, enough, rounds=0: None)
    rows = np.zeros(len(program.base), np.int64)
    assert fill(lines, rows, Window((0, 1), 0, 3), seconds=0.0) == ("none found", None)
    assert snapshot(lines) == before


@given(counting_problems(), st.data())
@RELAXED
def test_rows_of_some_days_are_those_hit_and_those_tied_to_them(
    problem: TourProblem, data: st.DataObject
) -> None:
    program = whole_program(problem)
    lines = data.draw(drawn_lines(program))
    begin = data.draw(st.integers(0, problem.days - 1))
    end = data.draw(st.integers(begin + 1, problem.days))
    rows, sides = RowsByDay(lines).of(begin, end)
    trades = {slot.trade for slot in program.slots}
    hit = {
        row
        for number in trades
        for duty, covers in zip(problem.duties, problem.trades[number].covers, strict=True)
        if begin <= duty.day < end
        for row, _ in covers
    }
    tied = [
        (n, {row for row, _ in side.covers})
        for n, side in enumerate(problem.side_columns)
        if hit & {row for row, _ in side.covers}
    ]
    assert set(rows.tolist()) == hit.union(*(own for _, own in tied))
    assert sides.tolist() == [n for n, _ in tied]


def test_a_side_column_that_covers_nothing_is_never_freed() -> None:
    problem = replace(big_rota(1, days=2), side_columns=(SideColumn("fee", 0, 1, 5, ()),))
    program = whole_program(problem)
    lines = no_lines(program, np.zeros(1, np.int64))
    fill_up(program, lines, 1, lambda: True)
    rows, sides = RowsByDay(lines).of(0, 2)
    assert len(rows) > 0
    assert sides.tolist() == []
