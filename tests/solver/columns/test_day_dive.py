from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.solver.columns.blend import Blend
from planner.solver.columns.blend_root import BlendRoot
from planner.solver.columns.day_dive import DayDive
from planner.solver.columns.partly_fixed import PartlyFixed
from planner.solver.columns.pricing import Priced, TourPricer
from planner.solver.columns.program import Program
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.problem import TourProblem
from tests.solver.columns.programs import CELLS, as_known, as_priced, let_go, whole_program
from tests.solver.columns.test_blend import RELAXED, has_tours
from tests.solver.enumerated import best_roster, counting_problems, keeps, known_tours, relaxation


def one_each(problem: TourProblem, cells: int) -> Program:
    """A program whose every slot takes exactly one tour."""
    program = whole_program(problem, cells)
    assume(has_tours(program))
    assume(all(slot.lower == slot.upper == 1 for slot in program.slots))
    return program


@given(counting_problems(), CELLS)
@RELAXED
def test_blending_the_relaxation_proves_no_more_than_it(problem: TourProblem, cells: int) -> None:
    program = whole_program(problem, cells)
    assume(has_tours(program))
    bounds = []

    def found(priced: Priced) -> bool:
        bounds.append(priced.value / PRICE_SCALE)
        return len(bounds) < 40

    root = BlendRoot(program, TourPricer(program), (), 1)
    root.run(found, 0.0)
    assert max(bounds) <= relaxation(problem, let_go(program)) + 1e-6


@given(counting_problems(), CELLS, st.sampled_from((0.02, 0.2, 1.0)))
@RELAXED
def test_a_dive_by_days_finds_legal_tours_one_for_each_slot(
    problem: TourProblem, cells: int, share: float
) -> None:
    program = one_each(problem, cells)
    blend = Blend(program, 0.1, 1)
    counts: Counter[int] = Counter()
    tours = DayDive(program, blend, lambda: True).run(share, 0.02)
    assert tours is not None
    for tour in tours:
        one = as_known(program, tour)
        assert keeps(problem.profiles[program.slots[tour.slot].profile], one)
        assert one.cost == tour.cost
        counts[tour.slot] += 1
    assert set(counts.values()) <= {1}
    if not any(slot.priced for slot in program.slots):
        assert len(counts) == len(program.slots)


@given(counting_problems(), CELLS, st.sampled_from((0.02, 0.2, 1.0)))
@RELAXED
def test_a_dive_knows_what_its_tours_will_cost_and_gives_up_above_what_is_to_beat(
    problem: TourProblem, cells: int, share: float
) -> None:
    program = one_each(problem, cells)
    assume(program.slots)
    dive = DayDive(program, Blend(program, 0.1, 1), lambda: True)
    tours = dive.run(share, 0.02)
    assert tours is not None
    assert DayDive(program, Blend(program, 0.1, 1), lambda: True).run(share, 0.02, beat=-1e9) is None
    if problem.side_columns or any(slot.priced for slot in program.slots):
        return  # a blend's side columns are not whole; what breaks a priced counter may be left out
    levels = program.base.copy()
    for tour in tours:
        program.ledger.add_tour(levels, program.slots[tour.slot].trade, tuple(tour.duties.tolist()))
    rows = int(program.ledger.prices.at(np.arange(len(levels)), levels).sum())
    assert dive.cost == pytest.approx(rows + sum(tour.cost for tour in tours), abs=1e-3)
    assert dive.cost >= best_roster(problem) - 1e-3


@given(counting_problems(), CELLS)
@RELAXED
def test_fixing_a_tours_days_leaves_that_tour_alone(problem: TourProblem, cells: int) -> None:
    program = one_each(problem, cells)
    for slot in program.slots:
        tours = [as_priced(program, slot, one) for one in known_tours(problem, slot.profile)]
        for chosen in tours[:3]:
            part = PartlyFixed(slot, program)
            before = part.copy()
            part.fix(chosen.columns.tolist())
            assert not part.days_left
            assert part.allows(chosen)
            others = [one for one in tours if not np.array_equal(one.columns, chosen.columns)]
            assert not any(part.allows(one) for one in others)
            assert before.days_left == len(chosen.columns)
            assert all(before.allows(one) for one in tours)
