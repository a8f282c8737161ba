from typing import get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.columns.pricing import Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.layers import Ints
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from planner.solver.windows.choice import Chooser, _line_losses, day_losses, day_of_rows
from planner.solver.windows.first_lines import fill_up, no_lines
from planner.solver.windows.lines import Lines
from planner.solver.windows.window import Outcome, Window
from tests.solver.columns.programs import prices_for, whole_program
from tests.solver.enumerated import counting_problems
from tests.solver.rota import big_rota
from tests.solver.windows.drawn_lines import drawn_lines

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def filled(people: int, days: int) -> tuple[Program, Lines]:
    program = whole_program(big_rota(people, days))
    lines = no_lines(program, np.zeros(0, np.int64))
    fill_up(program, lines, 1, lambda: True)
    return program, lines


def no_prices(program: Program) -> Prices:
    return Prices(np.zeros(len(program.base), np.int64), tuple({} for _ in program.slots))


@pytest.mark.parametrize(("people", "days"), [(1, 1), (1, 9), (2, 1), (7, 14)])
@given(st.integers(0, 99), st.lists(st.sampled_from(OUTCOMES), max_size=8))
@settings(parent=RELAXED, max_examples=10)
def test_windows_are_in_range_and_repeat_for_one_seed_and_one_history(
    people: int, days: int, seed: int, outcomes: list[Outcome]
) -> None:
    program, lines = filled(people, days)
    courses: list[list[Window]] = []
    for _ in range(2):
        chooser, course = Chooser(seed), []
        for outcome in (*outcomes, "none found"):
            window = chooser.draw(lines, no_prices(program), {})
            chooser.learn(window, outcome, 3.0)
            course.append(window)
        courses.append(course)
    assert courses[0] == courses[1]
    for window in courses[0]:
        assert 0 <= window.begin < window.end <= days
        assert list(window.lines) == sorted(set(window.lines))
        assert set(window.lines) <= set(range(people))
        assert len(window.lines) >= min(2, people)


def test_other_seeds_draw_other_windows() -> None:
    program, lines = filled(7, 14)
    assert len({Chooser(seed).draw(lines, no_prices(program), {}) for seed in range(8)}) > 1


def test_windows_grow_where_all_is_searched_and_shrink_where_it_is_too_much() -> None:
    window = Window((0, 1), 0, 7)
    between: dict[Outcome, tuple[float, float]] = {
        "no better exists": (151.0, 1500.0),
        "none found": (40.0, 149.0),
        "given up": (40.0, 149.0),
        "better": (150.0, 150.0),
    }
    for outcome, (least, most) in between.items():
        chooser = Chooser(1)
        for _ in range(500):
            chooser.learn(window, outcome, 1.0)
            assert least <= chooser.cells(7) <= most
        assert chooser.cells(14) == 150


def sevens(sevens: Outcome, others: Outcome, work_of_sevens: float = 1.0) -> int:
    """How many of 200 windows are a week long, after forty of each of four lengths."""
    program, lines = filled(3, 14)
    chooser = Chooser(2)
    for length in [7, 2, 4, 14] * 40:
        outcome, work = (sevens, work_of_sevens) if length == 7 else (others, 1.0)
        chooser.learn(Window((0, 1), 0, length), outcome, work)
    drawn = [chooser.draw(lines, no_prices(program), {}) for _ in range(200)]
    return sum(window.end - window.begin == 7 for window in drawn)


def test_lengths_that_have_paid_are_drawn_more_often() -> None:
    assert sevens("better", "none found") > sevens("none found", "none found") + 30


def test_lengths_that_cost_more_for_the_same_gain_are_drawn_less_often() -> None:
    assert sevens("better", "better", 20.0) < sevens("better", "better") - 15


def test_lengths_that_are_given_up_are_drawn_less_often_than_those_that_came_to_an_end() -> None:
    assert sevens("given up", "none found") < sevens("none found", "none found") - 15


def test_lengths_in_which_nothing_is_left_are_drawn_less_often() -> None:
    assert sevens("no better exists", "none found") < sevens("none found", "none found") - 15


def drawn_how_often(lines: Lines, prices: Prices, least: dict[int, float]) -> tuple[Ints, Ints]:
    """How many of 200 windows have each line, and each day."""
    chooser = Chooser(3, first_cells=14.0)
    by_line = np.zeros(len(lines.lines), np.int64)
    by_day = np.zeros(lines.ledger.problem.days, np.int64)
    for _ in range(200):
        window = chooser.draw(lines, prices, least)
        by_line[list(window.lines)] += 1
        by_day[window.begin : window.end] += 1
    return by_line, by_day


def test_lines_that_lose_most_are_drawn_more_often() -> None:
    """Work pays: all do what pays most but one, who is idle."""
    program = whole_program(big_rota(7, 14))
    lines = no_lines(program, np.zeros(0, np.int64))
    (slot,) = program.slots
    pay = np.array([PRICE_SCALE * row.price.slopes[0] for row in program.ledger.problem.rows], np.int64)
    prices = Prices(pay, ({},))
    best = TourPricer(program).answer(slot, pay, {})
    idle = TourPricer(program).answer(slot, 0 * pay, {})
    assert best is not None
    assert idle is not None
    for number in range(7):
        lines.add(slot.profile, idle if number == 4 else best)
    before, _ = drawn_how_often(lines, prices, {})
    after, _ = drawn_how_often(lines, prices, {slot.profile: best.reduced})
    assert after[4] == after.max()
    assert after[4] > before[4] + 50


def test_days_that_lose_most_are_drawn_more_often() -> None:
    program, lines = filled(7, 14)
    _, before = drawn_how_often(lines, no_prices(program), {})
    lines.levels[day_of_rows(lines.ledger) == 9] -= 10**6
    _, after = drawn_how_often(lines, no_prices(program), {})
    assert after[9] == after.max()
    assert after[9] > before[9] + 20


@given(counting_problems(), st.data())
@RELAXED
def test_losses_add_up_to_the_distance_from_the_bound(problem: TourProblem, data: st.DataObject) -> None:
    """Rows, lines, side columns and lines not taken share the gap without a rest."""
    program = whole_program(problem)
    lines = data.draw(drawn_lines(program))
    prices = data.draw(prices_for(program))
    priced = TourPricer(program).price(prices)
    least, not_taken = {}, 0.0
    for slot, tour in zip(program.slots, priced.tours, strict=True):
        assert tour is not None
        least[slot.profile] = tour.reduced
        count = sum(line.profile == slot.profile for line in lines.lines)
        not_taken += count * tour.reduced - min(slot.lower * tour.reduced, slot.upper * tour.reduced)
    sides = 0.0
    for side, value in zip(problem.side_columns, lines.sides.tolist(), strict=True):
        each = PRICE_SCALE * side.cost + sum(amount * int(prices.rows[row]) for row, amount in side.covers)
        sides += each * value - min(each * side.lower, each * side.upper)
    days, own = day_losses(lines, prices.rows), _line_losses(lines, prices, least)
    assert days.sum() + own.sum() + sides + not_taken == PRICE_SCALE * lines.objective - priced.value
    assert (days >= 0).all()
    assert (own >= 0).all()


@given(counting_problems())
@settings(parent=RELAXED, max_examples=30)
def test_a_row_belongs_to_the_first_day_that_can_hit_it(problem: TourProblem) -> None:
    days = day_of_rows(whole_program(problem).ledger)
    for row, day in enumerate(days.tolist()):
        hits = [
            duty.day
            for trade in problem.trades
            for duty, covers in zip(problem.duties, trade.covers, strict=True)
            if row in {hit for hit, _ in covers}
        ]
        assert day == min(hits, default=0)
