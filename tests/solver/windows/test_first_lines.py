from collections import Counter

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.columns.legal_tour import legal_tour
from planner.solver.columns.pricing import TourPricer
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from planner.solver.windows.first_lines import fill_up, no_lines
from tests.solver.columns.programs import CELLS, prices_for, whole_program
from tests.solver.enumerated import counting_problems, known_tours
from tests.solver.rota import big_rota
from tests.solver.windows.drawn_lines import assert_exact, drawn_lines, snapshot

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(counting_problems(), CELLS, st.booleans(), st.booleans(), st.data())
@RELAXED
def test_everyone_is_there_and_legal_even_when_time_is_up(
    problem: TourProblem, cells: int, in_time: bool, begun: bool, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    idle = np.array([max(0, side.lower) for side in problem.side_columns], np.int64)
    lines = no_lines(program, idle)
    assert lines.lines == []
    if begun:
        lines = data.draw(drawn_lines(program))
        lines.lines = lines.lines[: len(lines.lines) // 2]
        lines.levels = program.ledger.levels(lines.solution().tours, lines.sides.tolist())
    first = len(lines.lines)
    fill_up(program, lines, 4, lambda: in_time)
    assert_exact(program, lines)
    there = Counter(line.profile for line in lines.lines)
    for slot in program.slots:
        assert slot.lower <= there[slot.profile] <= slot.upper
    if not in_time:
        assert len(lines.lines) <= max(first, first + sum(slot.lower for slot in program.slots))


@given(counting_problems(), CELLS)
@settings(parent=RELAXED, max_examples=20)
def test_one_seed_gives_one_roster(problem: TourProblem, cells: int) -> None:
    rosters = []
    for _ in range(2):
        program = whole_program(problem, cells)
        lines = no_lines(program, np.zeros(len(problem.side_columns), np.int64))
        fill_up(program, lines, 11, lambda: True)
        rosters.append(snapshot(lines))
    assert rosters[0] == rosters[1]


@given(counting_problems(), CELLS, st.data())
@RELAXED
def test_a_tour_keeps_all_counters_and_is_the_best_where_paths_keep_them(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    rows = data.draw(prices_for(program)).rows
    for slot in program.slots:
        found = legal_tour(TourPricer(program), slot, rows)
        assert found is not None
        tours = known_tours(problem, slot.profile)
        charged = {one.duties: PRICE_SCALE * one.cost + int((one.levels * rows).sum()) for one in tours}
        assert found.reduced == charged[tuple(found.duties.tolist())]
        assert found.cost in {one.cost for one in tours if one.duties == tuple(found.duties.tolist())}
        if not slot.priced:
            assert found.reduced == min(charged.values())


def test_optional_lines_are_added_while_they_pay() -> None:
    problem = big_rota(6, days=3)
    program = whole_program(problem)
    program.slots[0].lower = 0
    lines = no_lines(program, np.zeros(0, np.int64))
    before = lines.objective
    fill_up(program, lines, 1, lambda: True)
    assert 0 < len(lines.lines) <= 6
    assert lines.objective < before
