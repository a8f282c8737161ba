import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.solver.paths.follow_kernels import follow
from planner.solver.paths.network import COUNTERS
from planner.solver.paths.space import PathSpace
from planner.solver.problem import TourProblem
from tests.solver.paths.random_profiles import columns_of, legal_tours, problems


@settings(deadline=None)  # the first call compiles
@given(problems(), st.data())
def test_every_legal_tour_stays_inside_the_boxes(problem: TourProblem, data: st.DataObject) -> None:
    space = PathSpace(problem)
    kept = tuple(data.draw(st.permutations(range(len(problem.profiles[0].counters)))))
    for number, profile in enumerate(problem.profiles):
        task = space.task(number, kept)
        network = task.network
        arcs = (*network.arrays, network.arc_cost, network.amount)
        for tour in legal_tours(profile, problem, kept):
            low, size, _, cells = task._boxes
            assert cells == task.cells >= problem.days + 1
            groups = network.group_of_column[columns_of(tour)].astype(np.int64)
            for layer in range(problem.days + 1):
                node, _, total = follow(*arcs, groups, 0, layer, task.start)
                assert (low[node] <= total).all()
                assert (total < low[node] + size[node]).all()


@settings(deadline=None)  # the first call compiles
@given(problems(), st.data())
def test_boxes_do_not_overlap(problem: TourProblem, data: st.DataObject) -> None:
    space = PathSpace(problem)
    kept = tuple(data.draw(st.permutations(range(len(problem.profiles[0].counters)))))
    task = space.task(0, kept)
    if task.start < 0:
        assert task.cells == 0
        return
    low, size, offset, cells = task._boxes
    assert low.shape == size.shape == (len(offset), COUNTERS)
    sizes = size.astype(np.int64).prod(axis=1)
    assert offset.tolist() == [0, *np.cumsum(sizes)[:-1].tolist()]
    assert cells == sizes.sum()
