"""A column's loss against the relaxation solved again with that column in use."""

import numpy as np
from hypothesis import given, settings

from planner.solver.flow_model import build_flow_model
from planner.solver.join import join_rows
from planner.solver.kept_counter import keep_counters
from planner.solver.linear import solve_linear
from planner.solver.network import build_networks
from planner.solver.path_losses import path_losses
from planner.solver.problem import TourProblem
from tests.solver.rota import big_rota
from tests.solver.small import small_problems


def check_losses(asked: TourProblem) -> int:
    """Compare every loss with the program forced to use the column; return how many there were."""
    problem = keep_counters(join_rows(asked))
    networks = build_networks(problem)
    model = build_flow_model(problem, networks)
    nothing = np.zeros(model.program.columns, np.bool_)
    relaxed = solve_linear(model.program, relaxed=True, seconds=10.0, seed=1, closed=nothing)
    if relaxed.reduced_costs is None:
        return 0
    losses = path_losses(problem, networks, model, relaxed.reduced_costs)
    assert (losses >= relaxed.reduced_costs - 1e-9).all()
    lower = model.program.floors(np.zeros(model.program.columns))
    usable = np.concatenate(model.program._upper) >= 1.0
    lossy = np.flatnonzero(model.program.rests_at_zero & usable & (losses > 1e-6))
    for column in lossy:
        floors = lower.copy()
        floors[column] = 1.0
        used = solve_linear(model.program, relaxed=True, seconds=10.0, seed=1, closed=nothing, floors=floors)
        assert used.values is None or used.objective >= relaxed.objective + losses[column] - 1e-6
    return len(lossy)


@given(small_problems(with_sides=True))
@settings(max_examples=25)
def test_no_solution_uses_a_column_for_less_than_its_loss(problem: TourProblem) -> None:
    check_losses(problem)


def test_whole_tours_lose_more_than_single_columns() -> None:
    problem = join_rows(big_rota(2, days=3))
    networks = build_networks(problem)
    model = build_flow_model(problem, networks)
    relaxed = solve_linear(model.program, relaxed=True, seconds=10.0, seed=1)
    assert relaxed.reduced_costs is not None
    losses = path_losses(problem, networks, model, relaxed.reduced_costs)
    assert (losses > relaxed.reduced_costs + 1.0).any()
    assert check_losses(problem) > 50
