"""Drawn rosters of small problems as lines, and what they cost by the rules alone."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from planner.solver.columns.program import Program
from planner.solver.problem import TourProblem
from planner.solver.windows.first_lines import no_lines
from planner.solver.windows.lines import Lines
from tests.solver.columns.programs import as_priced
from tests.solver.enumerated import Known, known_tours, recount


@st.composite
def sides_of(draw: st.DrawFn, problem: TourProblem) -> Sequence[int]:
    """Values of the side columns."""
    return [draw(st.integers(side.lower, side.upper)) for side in problem.side_columns]


@st.composite
def drawn_lines(draw: st.DrawFn, program: Program) -> Lines:
    """A legal roster: tours between lower and upper of each profile, and side columns."""
    problem = program.ledger.problem
    lines = no_lines(program, np.array(draw(sides_of(problem)), np.int64))
    for slot in program.slots:
        tours = known_tours(problem, slot.profile)
        for _ in range(draw(st.integers(slot.lower, slot.upper))):
            lines.add(slot.profile, as_priced(program, slot, draw(st.sampled_from(tours))))
    return lines


def known_line(program: Program, lines: Lines, number: int) -> Known:
    """A line as trying everything finds it, legal, counters included."""
    line = lines.lines[number]
    tour = tuple(None if duty < 0 else duty for duty in line.duties.tolist())
    return {one.tour: one for one in known_tours(program.ledger.problem, line.profile)}[tour]


def assert_exact(program: Program, lines: Lines) -> None:
    """Costs, levels, columns and objective are what the rules say, and every tour is legal."""
    problem = program.ledger.problem
    levels = program.ledger.side_levels(lines.sides.tolist())
    for number, line in enumerate(lines.lines):
        one = known_line(program, lines, number)
        assert line.cost == one.cost
        taken = [0 if duty is None else 1 + problem.duties[duty].label for duty in one.tour]
        assert line.columns.tolist() == (program.space.first_column[:-1] + taken).tolist()
        levels += one.levels
    assert lines.levels.tolist() == levels.tolist()
    solution = lines.solution()
    assert solution.objective == lines.objective == recount(problem, solution.tours, solution.sides)
    assert solution.sides == tuple(lines.sides.tolist())


def snapshot(lines: Lines) -> object:
    """Everything that a change may change."""
    return (
        [(line.profile, line.columns.tolist(), line.duties.tolist(), line.cost) for line in lines.lines],
        lines.levels.tolist(),
        lines.sides.tolist(),
    )


def alike_outside(program: Program, lines: Lines, number: int, begin: int, end: int) -> list[Known]:
    """Tours that a line may have with its days before ``begin`` and from ``end`` on held."""
    now = known_line(program, lines, number).tour
    return [
        one
        for one in known_tours(program.ledger.problem, lines.lines[number].profile)
        if one.tour[:begin] == now[:begin] and one.tour[end:] == now[end:]
    ]
