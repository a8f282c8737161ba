"""More workers change how fast slots are priced, not what is found out."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.solver.engine import solve
from planner.solver.problem import TourProblem
from tests.solver.enumerated import best_roster, counting_problems, recount


@given(counting_problems(), st.booleans())
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_two_workers_prove_what_one_proves(problem: TourProblem, blends: bool) -> None:
    """Where blending comes first, one worker opens windows while the other solves the relaxation."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planner.solver.engine.suits_flow", lambda problem: False)
        if blends:
            patch.setattr("planner.solver.relaxation._LARGE", -1)
            patch.setattr("planner.solver.relaxation._NARROW", 1_000)
        one, two = (solve(problem, seconds=20, workers=workers) for workers in (1, 2))
    assert one.stop == two.stop == "proven"
    assert one.bound == two.bound == best_roster(problem)
    for answer in (one, two):
        assert answer.solution.objective == answer.bound
        assert recount(problem, answer.solution.tours, answer.solution.sides) == answer.bound
