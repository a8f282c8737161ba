import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.convex import shortfall_price
from planner.solver.problem import Duty, Profile, Row, TourProblem, Trade
from planner.solver.windows.first_lines import no_lines
from planner.solver.windows.one_by_one import one_by_one
from tests.solver.columns.programs import CELLS, as_priced, whole_program
from tests.solver.enumerated import counting_problems, known_tours
from tests.solver.rota import Work, longest_run
from tests.solver.windows.drawn_lines import assert_exact, drawn_lines, snapshot

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(counting_problems(), CELLS, st.data())
@RELAXED
def test_what_is_gained_is_gained_exactly(problem: TourProblem, cells: int, data: st.DataObject) -> None:
    program = whole_program(problem, cells)
    lines = data.draw(drawn_lines(program))
    before, profiles, sides = lines.objective, [line.profile for line in lines.lines], lines.sides.tolist()
    gained = one_by_one(program, lines, data.draw(st.integers(0, 5)), lambda: True)
    assert gained >= 0
    assert lines.objective == before - gained
    assert_exact(program, lines)
    assert [line.profile for line in lines.lines] == profiles
    assert lines.sides.tolist() == sides


@given(counting_problems(), CELLS, st.data())
@settings(parent=RELAXED, max_examples=20)
def test_nothing_is_touched_when_time_is_up_or_nothing_can_be_gained(
    problem: TourProblem, cells: int, data: st.DataObject
) -> None:
    program = whole_program(problem, cells)
    lines = data.draw(drawn_lines(program))
    before = snapshot(lines)
    assert one_by_one(program, lines, 1, lambda: False) == 0
    assert snapshot(lines) == before
    while one_by_one(program, lines, 1, lambda: True):
        pass
    settled = snapshot(lines)
    assert one_by_one(program, lines, 1, lambda: True) == 0
    assert snapshot(lines) == settled


def test_two_who_do_the_same_part_to_cover_two_rows() -> None:
    """Each row wants one; the second of two tours alike is worth more on the other day."""
    problem = TourProblem(
        2,
        ((Work(14, 16),),) * 2,
        (Duty(0, 0), Duty(1, 0)),
        (Trade((10, 10), (((0, 1),), ((1, 1),))),),
        tuple(Profile(name, 0, (longest_run(1),), 1, 1) for name in ("ana", "bob")),
        tuple(Row(name, shortfall_price(1, 100)) for name in ("mon", "tue")),
    )
    program = whole_program(problem)
    lines = no_lines(program, np.zeros(0, np.int64))
    for slot in program.slots:
        (both,) = [one for one in known_tours(problem, slot.profile) if one.tour == (0, None)]
        lines.add(slot.profile, as_priced(program, slot, both))
    assert lines.objective == 120
    assert one_by_one(program, lines, 1, lambda: True) == 100
    assert lines.objective == 20
