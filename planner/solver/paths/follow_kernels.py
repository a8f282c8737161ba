"""Compiled: where given groups lead, what they cost, what the kept counters hold then."""

import numpy as np

from planner.solver.layers import Ints
from planner.solver.paths.compiled import compiled
from planner.solver.paths.network import COUNTERS, Floats, Ints32


@compiled
def follow(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    arc_cost: Floats,
    amount: Ints32,
    group_at: Ints,
    begin: int,
    end: int,
    start: int,
) -> tuple[int, float, Ints32]:
    """Node, cost and totals after following given groups from ``start``; node -1 if barred."""
    node = start
    cost = 0.0
    total = np.zeros(COUNTERS, np.int32)
    for day in range(begin, end):
        group = group_at[day] - first_group[day]
        arc = first_arc[day] + (node - first_node[day]) * width[day] + group
        if head[arc] < 0:
            return -1, cost, total
        cost += arc_cost[arc]
        for counter in range(COUNTERS):
            total[counter] += amount[arc, counter]
        node = head[arc]
    return node, cost, total


@compiled
def follow_all(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    arc_cost: Floats,
    amount: Ints32,
    group_at: Ints,
    begin: int,
    end: int,
    cost: Floats,
    total: Ints32,
) -> Ints:
    """For every node of layer ``begin``: the node reached by given groups, cost and totals."""
    first = first_node[begin]
    reached = np.empty(first_node[begin + 1] - first, np.int64)
    for place in range(len(reached)):
        node = first + place
        for day in range(begin, end):
            group = group_at[day] - first_group[day]
            arc = first_arc[day] + (node - first_node[day]) * width[day] + group
            node = head[arc]
            if node < 0:
                break
            cost[place] += arc_cost[arc]
            for counter in range(COUNTERS):
                total[place, counter] += amount[arc, counter]
        reached[place] = node
    return reached
