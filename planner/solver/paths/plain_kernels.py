"""Compiled: cheapest paths over a layered network without counters.

A path visits one node per layer; arc ``a = first_arc[t] + (node - first_node[t]) * width[t] + g``
takes group ``g`` of day ``t``.  Values are sums of whole numbers held in float64, so they are
exact below 2**53.
"""

import numpy as np

from planner.solver.layers import Ints
from planner.solver.paths.compiled import compiled
from planner.solver.paths.network import Floats, Ints32


@compiled
def sweep(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    arc_cost: Floats,
    group_price: Floats,
    begin: int,
    end: int,
    value: Floats,
) -> None:
    """Cost to go of every node of layers ``begin`` to ``end - 1``; layer ``end`` is given."""
    for day in range(end - 1, begin - 1, -1):
        groups = width[day]
        prices = group_price[first_group[day] : first_group[day] + groups]
        arc = first_arc[day]
        for node in range(first_node[day], first_node[day + 1]):
            best = np.inf
            for group in range(groups):
                target = head[arc]
                if target >= 0:
                    cost = prices[group] + arc_cost[arc] + value[target]
                    best = min(best, cost)
                arc += 1
            value[node] = best


@compiled
def walk(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    arc_cost: Floats,
    group_price: Floats,
    begin: int,
    end: int,
    value: Floats,
    start: int,
    path: Ints,
) -> bool:
    """Groups of a cheapest path from ``start``; ties go to the lowest group."""
    node = start
    for day in range(begin, end):
        best, chosen, target = np.inf, -1, -1
        first = first_arc[day] + (node - first_node[day]) * width[day]
        for group in range(width[day]):
            arc = first + group
            if head[arc] >= 0:
                cost = group_price[first_group[day] + group] + arc_cost[arc] + value[head[arc]]
                if cost < best:
                    best, chosen, target = cost, group, head[arc]
        if chosen < 0:
            return False
        path[day] = first_group[day] + chosen
        node = target
    return True
