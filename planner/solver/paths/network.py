"""A product network as flat arrays for the compiled sweeps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from planner.solver.layers import Ints, Layers, distinct_rows
from planner.solver.price_scale import PRICE_SCALE

Ints32 = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

#: Counters a state can hold.
COUNTERS = 6


@dataclass(frozen=True)
class PathNetwork:
    """Nodes and arcs of all layers; labels no rule or kept counter tells apart form a group.

    Parameters
    ----------
    first_node
        First node of each layer, one more layer than days, and the number of nodes.
    width, first_group, first_arc
        Per day: number of groups, number of the first, first arc.
    head
        Node an arc leads to, or -1.
    arc_cost
        What the network charges on each arc, times ``PRICE_SCALE``.
    amount
        Per arc, what each kept counter counts there.
    group_of_column
        Group of each label column of the horizon.
    end_cost
        Cost of ending in each node of the last layer, times ``PRICE_SCALE``.
    """

    first_node: Ints
    width: Ints
    first_group: Ints
    first_arc: Ints
    head: Ints32
    arc_cost: Floats
    amount: Ints32
    group_of_column: Ints32
    end_cost: Floats

    @property
    def days(self) -> int:
        """Days of the horizon."""
        return len(self.width)

    @property
    def groups(self) -> int:
        """Groups of all days."""
        return int(self.first_group[-1])

    @property
    def arrays(self) -> tuple[Ints, Ints, Ints, Ints, Ints32]:
        """What every sweep takes first."""
        return self.first_node, self.width, self.first_group, self.first_arc, self.head


def path_network(layers: Layers, kept: Sequence[int | Ints]) -> PathNetwork:
    """Flatten a product.

    Parameters
    ----------
    layers
        The product.
    kept
        Counters to keep in the state: a place in ``layers.amounts``, or the amount of each
        label column of the horizon.  They fill the dimensions from the last.
    """
    first_node, first_group, first_arc, widths = [0], [0], [0], []
    heads, costs, amounts, group_of_column = [], [], [], []
    begin = 0
    for day, (table, price) in enumerate(zip(layers.successors, layers.costs, strict=True)):
        states, columns = table.shape
        counted = np.zeros((states, columns, COUNTERS), np.int64)
        for number, source in enumerate(kept):
            place = COUNTERS - 1 - number
            if isinstance(source, int):
                counted[:, :, place] = layers.amounts[day][:, :, source]
            else:
                counted[:, :, place] = source[begin : begin + columns]
        dead = table < 0
        counted[dead] = 0
        own = counted[:, :, COUNTERS - len(kept) :]
        flat = own.transpose(1, 0, 2).reshape(columns, states * len(kept))
        signature = np.concatenate([table.T, np.where(dead, 0, price).T, flat], axis=1)
        kept_columns, group = distinct_rows(signature)
        order = np.argsort(kept_columns)
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        chosen = kept_columns[order]
        following = first_node[-1] + states
        heads.append(np.where(dead, -1, table + following)[:, chosen].ravel())
        costs.append(price[:, chosen].ravel())
        amounts.append(counted[:, chosen].reshape(-1, COUNTERS))
        group_of_column.append(first_group[-1] + rank[group.reshape(-1)])
        widths.append(len(chosen))
        first_node.append(following)
        first_group.append(first_group[-1] + len(chosen))
        first_arc.append(first_arc[-1] + states * len(chosen))
        begin += columns
    first_node.append(first_node[-1] + len(layers.end_costs))
    return PathNetwork(
        np.array(first_node, np.int64),
        np.array(widths, np.int64),
        np.array(first_group, np.int64),
        np.array(first_arc, np.int64),
        np.concatenate(heads).astype(np.int32),
        np.concatenate(costs).astype(np.float64) * PRICE_SCALE,
        np.concatenate(amounts).astype(np.int32),
        np.concatenate(group_of_column).astype(np.int32),
        layers.end_costs.astype(np.float64) * PRICE_SCALE,
    )
