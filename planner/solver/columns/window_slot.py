"""A slot for one tour on a few days, the rest of the tour held."""

import numpy as np

from planner.solver.columns.slot import Slot
from planner.solver.layers import Ints
from planner.solver.paths.follow_kernels import follow, follow_all
from planner.solver.paths.network import COUNTERS
from planner.solver.paths.space import ENDLESS, PathSpace
from planner.solver.paths.task import PathTask


def window_slot(space: PathSpace, number: int, profile: int, columns: Ints, begin: int, end: int) -> Slot:
    """Free the days from ``begin`` to before ``end`` of a tour.

    Parameters
    ----------
    space
        Legal tours.
    number
        Number the slot gets.
    profile
        Whose tour it is.
    columns
        Label column of each day of the tour as it is.
    begin, end
        First free day, and the day after the last.

    Notes
    -----
    Its tours' cost includes what rules charge on the held days after them, which depends on
    what is worked on the free ones.
    """
    own = space.profiles[profile]
    held = np.concatenate([columns[:begin], columns[end:]])
    outside = tuple(0 if use.has_memory else int(use.by_column[held].sum()) for use in own.counters)
    tasks: dict[tuple[int, ...], PathTask] = {}

    def ask(kept: tuple[int, ...]) -> PathTask:
        if kept not in tasks:
            tasks[kept] = _window_task(space, profile, kept, columns, begin, end)
        return tasks[kept]

    return Slot(
        number,
        profile,
        space.problem.profiles[profile].trade,
        1,
        1,
        0,
        own.counters,
        outside,
        (),
        own.always_kept,
        ask,
    )


def _window_task(
    space: PathSpace, profile: int, kept: tuple[int, ...], columns: Ints, begin: int, end: int
) -> PathTask:
    own = space.profiles[profile]
    network = space.network(profile, kept)
    groups = network.group_of_column[columns].astype(np.int64)
    arcs = (*network.arrays, network.arc_cost, network.amount, groups)
    start, _, start_total = follow(*arcs, 0, begin, own.start)
    nodes = int(network.first_node[end + 1] - network.first_node[end])
    cost, total = np.zeros(nodes), np.zeros((nodes, COUNTERS), np.int32)
    reached = follow_all(*arcs, end, network.days, cost, total)
    ends = reached - network.first_node[network.days]
    alive = reached >= 0
    end_cost = np.where(alive, cost + network.end_cost[np.where(alive, ends, 0)] + own.end_cost, np.inf)
    lowest = np.zeros((nodes, COUNTERS), np.int32)
    highest = np.zeros((nodes, COUNTERS), np.int32)
    for order, counter in enumerate(kept):
        place = COUNTERS - 1 - order
        lowest[:, place] = np.clip(own.counters[counter].lower, -1, ENDLESS)
        highest[:, place] = np.clip(own.counters[counter].upper, -1, ENDLESS)
    return PathTask(
        network,
        own.label_cost,
        space.first_column,
        begin,
        end,
        int(start),
        start_total,
        end_cost,
        lowest - total,
        highest - total,
        bool(kept),
    )
