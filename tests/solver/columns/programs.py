"""Programs over the whole of small problems, every tour they may take, and drawn prices."""

import numpy as np
from hypothesis import strategies as st

from planner.solver.columns.pricing import Prices
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour, Slot
from planner.solver.columns.whole_slots import MOST_CELLS, whole_slots
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints
from planner.solver.paths.space import PathSpace
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from tests.solver.enumerated import Known, known_tours

#: Counters are priced wherever they may be, or nowhere.
CELLS = st.sampled_from((0, MOST_CELLS))


def whole_program(problem: TourProblem, most_cells: int = MOST_CELLS) -> Program:
    """Program of a problem with all its slots, rows and side columns."""
    space = PathSpace(problem)
    return Program(
        Ledger(problem),
        space,
        tuple(whole_slots(space, most_cells)),
        np.zeros(len(problem.rows), np.int64),
        np.arange(len(problem.side_columns)),
        np.arange(len(problem.rows)),
        (0, problem.days),
    )


def let_go(program: Program) -> list[tuple[int, ...]]:
    """Per profile, the counters that are priced."""
    own: list[tuple[int, ...]] = [()] * len(program.space.problem.profiles)
    for slot in program.slots:
        own[slot.profile] = slot.priced
    return own


def columns_of(program: Program, one: Known) -> Ints:
    """Label columns of a tour."""
    problem = program.space.problem
    taken = [0 if duty is None else 1 + problem.duties[duty].label for duty in one.tour]
    return np.array(taken, np.int64) + program.space.first_column[:-1]


def as_priced(program: Program, slot: Slot, one: Known) -> PricedTour:
    """The tour as the engine writes it."""
    costs = program.ledger.trade_costs[slot.trade]
    return slot.as_it_is(columns_of(program, one), np.array(one.duties, np.int64), costs)


def as_known(program: Program, tour: PricedTour) -> Known:
    """The tour as trying everything finds it, each of its duties on a day of its own."""
    problem, slot = program.space.problem, program.slots[tour.slot]
    by_day: list[int | None] = [None] * problem.days
    for duty in tour.duties.tolist():
        assert by_day[problem.duties[duty].day] is None
        by_day[problem.duties[duty].day] = duty
    legal = {one.tour: one for one in known_tours(problem, slot.profile, slot.priced)}
    return legal[tuple(by_day)]


@st.composite
def prices_for(draw: st.DrawFn, program: Program) -> Prices:
    """Row prices within the slopes of their rows, and counter prices of either sign."""
    rows = []
    for row in program.ledger.problem.rows:
        low, high = PRICE_SCALE * row.price.slopes[0], PRICE_SCALE * row.price.slopes[-1]
        rows.append(draw(st.sampled_from((low, high)) | st.integers(low, high)))
    counters = tuple(
        {number: draw(st.integers(-4, 4) | st.integers(-4000, 4000)) for number in slot.priced}
        for slot in program.slots
    )
    return Prices(np.array(rows, np.int64), counters)
