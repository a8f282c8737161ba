from collections import Counter

import numpy as np
from hypothesis import assume, event, given

from planner.solver.columns.generation import Generation
from planner.solver.dives import solved_dive, takes_one_each
from planner.solver.problem import TourProblem
from planner.solver.relaxation import Relaxed
from planner.solver.windows.first_lines import no_lines
from tests.solver.columns.programs import as_known, whole_program
from tests.solver.columns.test_blend import RELAXED, has_tours
from tests.solver.enumerated import counting_problems, keeps

_ROUNDED = 1e-6


@given(counting_problems())
@RELAXED
def test_a_dive_from_the_relaxations_optimum_gives_every_slot_a_legal_tour(problem: TourProblem) -> None:
    program = whole_program(problem)
    assume(has_tours(program))
    assume(takes_one_each(program) and not any(slot.priced for slot in program.slots))
    root = Generation(program, lambda: 60.0)
    answer = root.run(lambda found, bound: found.objective - bound <= _ROUNDED)
    assert answer is not None
    tours = solved_dive(program, Relaxed(root, answer), 0.001, None, 1.0, lambda: True, 1, np.inf)
    assert tours is not None
    assert Counter(tour.slot for tour in tours) == Counter(slot.number for slot in program.slots)
    for tour in tours:
        assert keeps(problem.profiles[program.slots[tour.slot].profile], as_known(program, tour))
    lines = no_lines(program, program.free_sides * 0)
    for tour in tours:
        lines.add(program.slots[tour.slot].profile, tour)
    whole = bool((abs(answer.values - answer.values.round()) < _ROUNDED).all())
    event(f"the relaxation is whole: {whole}")
    if not len(program.free_sides):
        slack = _ROUNDED * max(1.0, abs(answer.objective))
        assert lines.objective >= answer.objective - slack
        # where the optimum is whole already, nothing is left to decide
        assert not whole or lines.objective <= answer.objective + slack
