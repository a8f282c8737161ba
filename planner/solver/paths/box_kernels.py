"""Compiled: cheapest paths over a layered network, the totals of kept counters in the state.

A node is a box of cells, one per combination of totals possible there, the last counter
innermost so that it is worked on as a vector.
"""

import numpy as np

from planner.solver.layers import Ints
from planner.solver.paths.compiled import compiled
from planner.solver.paths.network import COUNTERS, Floats, Ints32


@compiled
def sweep_boxes(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    arc_cost: Floats,
    amount: Ints32,
    group_price: Floats,
    begin: int,
    end: int,
    end_cost: Floats,
    low: Ints32,
    size: Ints32,
    offset: Ints,
    value: Floats,
) -> None:
    """Cost to go of every cell of layers ``begin`` to ``end``."""
    origin = first_node[begin]
    for node in range(first_node[end], first_node[end + 1]):
        here = node - origin
        value[offset[here] : offset[here] + _cells(size, here)] = end_cost[node - first_node[end]]
    for day in range(end - 1, begin - 1, -1):
        for node in range(first_node[day], first_node[day + 1]):
            here = node - origin
            if size[here, 0] == 0:
                continue
            value[offset[here] : offset[here] + _cells(size, here)] = np.inf
            first = first_arc[day] + (node - first_node[day]) * width[day]
            for group in range(width[day]):
                arc = first + group
                price = group_price[first_group[day] + group] + arc_cost[arc]
                if head[arc] >= 0 and price < np.inf and size[head[arc] - origin, 0] > 0:
                    _relax(arc, price, here, head[arc] - origin, amount, low, size, offset, value)


@compiled
def _cells(size: Ints32, node: int) -> int:
    cells = 1
    for counter in range(COUNTERS):
        cells *= size[node, counter]
    return cells


@compiled
def _relax(
    arc: int,
    price: float,
    here: int,
    there: int,
    amount: Ints32,
    low: Ints32,
    size: Ints32,
    offset: Ints,
    value: Floats,
) -> None:
    """Offer an arc to every cell it leads from into a cell of its head."""
    mine, theirs = offset[here], offset[there]
    my_stride, their_stride = 1, 1
    boxes, rows, run = 1, 0, 0
    for counter in range(COUNTERS - 1, -1, -1):
        shifted = low[there, counter] - amount[arc, counter]
        since = max(low[here, counter], shifted)
        until = min(low[here, counter] + size[here, counter], shifted + size[there, counter])
        if until <= since:
            return
        mine += (since - low[here, counter]) * my_stride
        theirs += (since - shifted) * their_stride
        my_stride *= size[here, counter]
        their_stride *= size[there, counter]
        if counter == COUNTERS - 1:
            run = until - since
        elif counter == COUNTERS - 2:
            rows = until - since
        else:
            boxes *= until - since
    for box in range(boxes):
        my_cell, their_cell = mine, theirs
        if box > 0:
            my_step, their_step = _steps(box, arc, here, there, amount, low, size)
            my_cell += my_step
            their_cell += their_step
        for _ in range(rows):
            for cell in range(run):
                cost = price + value[their_cell + cell]
                value[my_cell + cell] = min(value[my_cell + cell], cost)
            my_cell += size[here, COUNTERS - 1]
            their_cell += size[there, COUNTERS - 1]


@compiled
def _steps(
    box: int, arc: int, here: int, there: int, amount: Ints32, low: Ints32, size: Ints32
) -> tuple[int, int]:
    """How far a combination of the outer counters' totals is from the first, at both ends of an arc."""
    mine, theirs = 0, 0
    my_stride = size[here, COUNTERS - 1] * size[here, COUNTERS - 2]
    their_stride = size[there, COUNTERS - 1] * size[there, COUNTERS - 2]
    rest = box
    for counter in range(COUNTERS - 3, -1, -1):
        shifted = low[there, counter] - amount[arc, counter]
        since = max(low[here, counter], shifted)
        until = min(low[here, counter] + size[here, counter], shifted + size[there, counter])
        place = rest % (until - since)
        rest //= until - since
        mine += place * my_stride
        theirs += place * their_stride
        my_stride *= size[here, counter]
        their_stride *= size[there, counter]
    return mine, theirs


@compiled
def walk_boxes(
    first_node: Ints,
    width: Ints,
    first_group: Ints,
    first_arc: Ints,
    head: Ints32,
    arc_cost: Floats,
    amount: Ints32,
    group_price: Floats,
    begin: int,
    end: int,
    start: int,
    start_total: Ints32,
    low: Ints32,
    size: Ints32,
    offset: Ints,
    value: Floats,
    path: Ints,
) -> bool:
    """Groups of a cheapest path from the start's cell; ties go to the lowest group."""
    origin = first_node[begin]
    node = start
    total = start_total.copy()
    for day in range(begin, end):
        best, chosen = np.inf, -1
        first = first_arc[day] + (node - first_node[day]) * width[day]
        for group in range(width[day]):
            arc = first + group
            if head[arc] < 0:
                continue
            cell = _cell(head[arc] - origin, total, amount[arc], low, size)
            if cell < 0:
                continue
            to_go = value[offset[head[arc] - origin] + cell]
            cost = group_price[first_group[day] + group] + arc_cost[arc] + to_go
            if cost < best:
                best, chosen = cost, group
        if chosen < 0:
            return False
        for counter in range(COUNTERS):
            total[counter] += amount[first + chosen, counter]
        path[day] = first_group[day] + chosen
        node = head[first + chosen]
    return True


@compiled
def _cell(node: int, total: Ints32, more: Ints32, low: Ints32, size: Ints32) -> int:
    """Cell of a node's box for totals that have grown; -1 if outside."""
    cell = 0
    for counter in range(COUNTERS):
        place = total[counter] + more[counter] - low[node, counter]
        if place < 0 or place >= size[node, counter]:
            return -1
        cell = cell * size[node, counter] + place
    return cell
