"""Compiled: which totals of the kept counters are possible at each node of a network.

At every node they are held as a box: per counter, the range that contains every total which
is reached from the start and still able to end within bounds.
"""

import numpy as np

from planner.solver.layers import Ints
from planner.solver.paths.compiled import compiled
from planner.solver.paths.network import COUNTERS, Floats, Ints32

#: Farther than any total.
_FAR = 2**30


@compiled
def bound_totals(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    amount: Ints32,
    group_price: Floats,
    begin: int,
    end: int,
    start: int,
    start_total: Ints32,
    end_lowest: Ints32,
    end_highest: Ints32,
    low: Ints32,
    size: Ints32,
    offset: Ints,
) -> int:
    """Box of every node of layers ``begin`` to ``end``; return the number of cells.

    ``low``, ``size`` (nodes, counters) and ``offset`` are written for those nodes, numbered
    from the first of them.  Groups of infinite price are barred.
    """
    nodes = first_node[end + 1] - first_node[begin]
    least = np.full((nodes, COUNTERS), _FAR, np.int32)
    most = np.full((nodes, COUNTERS), -1, np.int32)
    here = start - first_node[begin]
    least[here] = start_total
    most[here] = start_total
    _count_from_start(
        first_node, width, first_group, first_arc, head, amount, group_price, begin, end, least, most
    )
    lowest = np.full((nodes, COUNTERS), _FAR, np.int32)
    highest = np.full((nodes, COUNTERS), -_FAR, np.int32)
    last = first_node[end] - first_node[begin]
    lowest[last:] = end_lowest
    highest[last:] = end_highest
    _count_to_end(
        first_node,
        width,
        first_group,
        first_arc,
        head,
        amount,
        group_price,
        begin,
        end,
        most,
        lowest,
        highest,
    )
    cells = 0
    for node in range(nodes):
        box = 1
        for counter in range(COUNTERS):
            low[node, counter] = max(least[node, counter], lowest[node, counter])
            until = min(most[node, counter], highest[node, counter]) + 1
            size[node, counter] = max(0, until - low[node, counter])
            box *= size[node, counter]
        if box == 0:
            size[node, :] = 0
        offset[node] = cells
        cells += box
    return cells


@compiled
def _count_from_start(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    amount: Ints32,
    group_price: Floats,
    begin: int,
    end: int,
    least: Ints32,
    most: Ints32,
) -> None:
    """Spread the least and most of each counter from the start; where nothing comes, least > most."""
    origin = first_node[begin]
    for day in range(begin, end):
        for node in range(first_node[day], first_node[day + 1]):
            here = node - origin
            if most[here, 0] < 0:
                continue
            first = first_arc[day] + (node - first_node[day]) * width[day]
            for group in range(width[day]):
                arc = first + group
                if head[arc] < 0 or group_price[first_group[day] + group] == np.inf:
                    continue
                there = head[arc] - origin
                for counter in range(COUNTERS):
                    count = amount[arc, counter]
                    least[there, counter] = min(least[there, counter], least[here, counter] + count)
                    most[there, counter] = max(most[there, counter], most[here, counter] + count)


@compiled
def _count_to_end(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    amount: Ints32,
    group_price: Floats,
    begin: int,
    end: int,
    most: Ints32,
    lowest: Ints32,
    highest: Ints32,
) -> None:
    """Spread back the totals from which the end is kept; where none, lowest > highest."""
    origin = first_node[begin]
    for day in range(end - 1, begin - 1, -1):
        for node in range(first_node[day], first_node[day + 1]):
            here = node - origin
            if most[here, 0] < 0:
                continue
            first = first_arc[day] + (node - first_node[day]) * width[day]
            for group in range(width[day]):
                arc = first + group
                if head[arc] < 0 or group_price[first_group[day] + group] == np.inf:
                    continue
                there = head[arc] - origin
                if not _ends_somewhere(there, lowest, highest):
                    continue
                for counter in range(COUNTERS):
                    count = amount[arc, counter]
                    lowest[here, counter] = min(lowest[here, counter], lowest[there, counter] - count)
                    highest[here, counter] = max(highest[here, counter], highest[there, counter] - count)


@compiled
def _ends_somewhere(node: int, lowest: Ints32, highest: Ints32) -> bool:
    empty = 0
    for counter in range(COUNTERS):
        empty += lowest[node, counter] > highest[node, counter]
    return empty == 0
