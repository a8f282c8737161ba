"""A roster that has much to gain."""

import numpy as np

from planner.solver.columns.pricing import Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.windows.first_lines import no_lines
from planner.solver.windows.lines import Lines
from tests.solver.columns.programs import whole_program
from tests.solver.rota import big_rota


def idle_roster() -> tuple[Program, Lines, Prices]:
    """Four people who never work, and prices that say they should."""
    program = whole_program(big_rota(4, days=7))
    lines = no_lines(program, np.zeros(0, np.int64))
    half = np.array([PRICE_SCALE * row.price.slopes[0] // 2 for row in program.ledger.problem.rows], np.int64)
    idle = TourPricer(program).price(Prices(-half, ({},))).tours[0]
    assert idle is not None
    assert not len(idle.duties)
    for _ in range(4):
        lines.add(0, idle)
    return program, lines, Prices(half, ({},))
