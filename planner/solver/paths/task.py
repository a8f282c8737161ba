"""One shortest-path question asked again and again under changing prices."""

import threading
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.solver.layers import Ints
from planner.solver.paths.box_kernels import sweep_boxes, walk_boxes
from planner.solver.paths.follow_kernels import follow
from planner.solver.paths.network import COUNTERS, Floats, Ints32, PathNetwork
from planner.solver.paths.plain_kernels import sweep, walk
from planner.solver.paths.price_kernels import price_groups
from planner.solver.paths.total_kernels import bound_totals


@dataclass(frozen=True)
class CheapestPath:
    """A cheapest path: its cost under the prices asked for, and its label column of each day."""

    cost: float
    columns: Ints


class _Scratch(threading.local):
    """One growing buffer per thread, so that sweeps do not ask the system for memory."""

    def __init__(self) -> None:
        self.value = np.empty(1 << 16)

    def cells(self, count: int) -> Floats:
        if len(self.value) < count:
            self.value = np.empty(max(count, 2 * len(self.value)))
        return self.value


_SCRATCH = _Scratch()


@dataclass(frozen=True)
class PathTask:
    """Cheapest path from a start node to the nodes of a later layer.

    Parameters
    ----------
    network
        The arcs.
    label_cost
        What the profile is charged per label column of the horizon; infinite where barred.
    first_column
        First label column of each day, and the number of columns.
    begin, end
        Layers the path starts and ends in.
    start, start_total
        Node it starts from, and what each kept counter holds there.
    end_cost, end_lowest, end_highest
        Per node of the last layer: cost of ending there (infinite: barred), and the totals
        (nodes, counters) a path may end with.
    counts
        Whether any counter is kept; without, the plain sweep is enough.
    """

    network: PathNetwork
    label_cost: Floats
    first_column: Ints
    begin: int
    end: int
    start: int
    start_total: Ints32
    end_cost: Floats
    end_lowest: Ints32
    end_highest: Ints32
    counts: bool

    @cached_property
    def _boxes(self) -> tuple[Ints32, Ints32, Ints, int]:
        nodes = int(self.network.first_node[self.end + 1] - self.network.first_node[self.begin])
        low = np.zeros((nodes, COUNTERS), np.int32)
        size = np.zeros((nodes, COUNTERS), np.int32)
        offset = np.zeros(nodes, np.int64)
        prices, _ = self._group_prices(np.zeros(len(self.label_cost)))
        barred = self.end_cost == np.inf
        lowest = np.where(barred[:, None], 2**30, self.end_lowest).astype(np.int32)
        highest = np.where(barred[:, None], -(2**30), self.end_highest).astype(np.int32)
        cells = bound_totals(
            *self.network.arrays,
            self.network.amount,
            prices,
            self.begin,
            self.end,
            self.start,
            self.start_total,
            lowest,
            highest,
            low,
            size,
            offset,
        )
        return low, size, offset, int(cells)

    @property
    def size(self) -> int:
        """Cells, or nodes where nothing is counted."""
        first = self.network.first_node
        return self.cells if self.counts else int(first[self.end + 1] - first[self.begin])

    @property
    def cells(self) -> int:
        """Cells a sweep works on."""
        return self._boxes[3] if self.start >= 0 else 0

    def cheapest(self, column_price: Floats) -> CheapestPath | None:
        """Find a cheapest path under a price per label column; ``None`` where there is none."""
        if self.start < 0:
            return None
        prices, chosen = self._group_prices(column_price)
        path = np.full(self.network.days, -1, np.int64)
        cost = self._sweep_boxes(prices, path) if self.counts else self._sweep(prices, path)
        if cost == np.inf:
            return None
        return CheapestPath(cost, chosen[path[self.begin : self.end]])

    def cost_of(self, columns: Ints) -> float:
        """Cost of a path given by its label columns, duties and prices not included."""
        network = self.network
        if self.start < 0:
            return np.inf
        groups = np.zeros(network.days, np.int64)
        groups[self.begin : self.end] = network.group_of_column[columns]
        arcs = (*network.arrays, network.arc_cost, network.amount, groups)
        node, cost, _ = follow(*arcs, self.begin, self.end, self.start)
        if node < 0:
            return np.inf
        ending = self.end_cost[node - network.first_node[self.end]]
        return float(cost + ending + self.label_cost[columns].sum())

    def _group_prices(self, column_price: Floats) -> tuple[Floats, Ints]:
        network = self.network
        prices = np.empty(network.groups)
        chosen = np.empty(network.groups, np.int64)
        first, last = int(self.first_column[self.begin]), int(self.first_column[self.end])
        arrays = (column_price, self.label_cost, network.group_of_column)
        price_groups(*arrays, first, last, prices, chosen)
        return prices, chosen

    def _sweep(self, prices: Floats, path: Ints) -> float:
        network = self.network
        value = _SCRATCH.cells(int(network.first_node[-1]))
        first = network.first_node[self.end]
        value[first : first + len(self.end_cost)] = self.end_cost
        arcs = (*network.arrays, network.arc_cost, prices, self.begin, self.end, value)
        sweep(*arcs)
        walk(*arcs, self.start, path)
        return float(value[self.start])

    def _sweep_boxes(self, prices: Floats, path: Ints) -> float:
        network = self.network
        low, size, offset, cells = self._boxes
        here = self.start - int(network.first_node[self.begin])
        if size[here, 0] == 0:
            return np.inf
        value = _SCRATCH.cells(cells)
        arcs = (*network.arrays, network.arc_cost, network.amount, prices, self.begin, self.end)
        sweep_boxes(*arcs, self.end_cost, low, size, offset, value)
        place = np.ravel_multi_index(tuple(self.start_total - low[here]), tuple(size[here]))
        cost = float(value[offset[here] + place])
        if cost < np.inf:
            walk_boxes(*arcs, self.start, self.start_total, low, size, offset, value, path)
        return cost
