import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.problem import TourProblem
from tests.solver.columns.programs import as_priced, columns_of, whole_program
from tests.solver.enumerated import counting_problems, known_tours
from tests.solver.windows.drawn_lines import (
    alike_outside,
    assert_exact,
    drawn_lines,
    known_line,
    sides_of,
    snapshot,
)

RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(counting_problems(), st.data())
@RELAXED
def test_any_changes_keep_costs_levels_and_objective_exact(problem: TourProblem, data: st.DataObject) -> None:
    program = whole_program(problem)
    lines = data.draw(drawn_lines(program))
    hidden: set[int] = set()
    for action in data.draw(st.lists(st.sampled_from(("add", "put", "hide", "show", "settle")), max_size=8)):
        shown = [number for number in range(len(lines.lines)) if number not in hidden]
        if action == "add" and program.slots:
            slot = data.draw(st.sampled_from(program.slots))
            one = data.draw(st.sampled_from(known_tours(problem, slot.profile)))
            lines.add(slot.profile, as_priced(program, slot, one))
        elif action == "put" and shown:
            number = data.draw(st.sampled_from(shown))
            begin = data.draw(st.integers(0, problem.days - 1))
            end = data.draw(st.integers(begin + 1, problem.days))
            new = data.draw(st.sampled_from(alike_outside(program, lines, number, begin, end)))
            part = np.array([duty for duty in new.tour[begin:end] if duty is not None], np.int64)
            lines.put(number, begin, columns_of(program, new)[begin:end], part)
        elif action == "hide" and shown:
            number = data.draw(st.sampled_from(shown))
            before, own = lines.levels.copy(), known_line(program, lines, number)
            lines.hide(number)
            assert lines.levels.tolist() == (before - own.levels).tolist()
            hidden.add(number)
        elif action == "show" and hidden:
            lines.show(hidden.pop())
        elif action == "settle":
            lines.settle(np.array(data.draw(sides_of(problem)), np.int64))
    for number in hidden:
        lines.show(number)
    assert_exact(program, lines)


@given(counting_problems(), st.data())
@RELAXED
def test_what_is_put_back_restores_everything(problem: TourProblem, data: st.DataObject) -> None:
    program = whole_program(problem)
    lines = data.draw(drawn_lines(program))
    before = snapshot(lines)
    sides = lines.sides
    lines.settle(np.array(data.draw(sides_of(problem)), np.int64))
    for number, line in enumerate(lines.lines):
        begin = data.draw(st.integers(0, problem.days - 1))
        end = data.draw(st.integers(begin + 1, problem.days))
        old, duties = line.columns[begin:end], lines.duties_on(number, begin, end)
        new = data.draw(st.sampled_from(alike_outside(program, lines, number, begin, end)))
        part = np.array([duty for duty in new.tour[begin:end] if duty is not None], np.int64)
        lines.put(number, begin, columns_of(program, new)[begin:end], part)
        assert lines.duties_on(number, begin, end).tolist() == part.tolist()
        lines.put(number, begin, old, duties)
    lines.settle(sides)
    assert snapshot(lines) == before


@given(counting_problems(), st.data())
@settings(parent=RELAXED, max_examples=20)
def test_equal_rosters_read_alike_whatever_the_order_of_lines(
    problem: TourProblem, data: st.DataObject
) -> None:
    program = whole_program(problem)
    lines = data.draw(drawn_lines(program))
    before = lines.solution()
    lines.lines.reverse()
    assert lines.solution() == before
