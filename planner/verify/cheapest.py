"""Shortest paths through a space of states, for all its profiles at once, back from the last day."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planner.verify.label_prices import LabelPrices
from planner.verify.space import Space
from planner.verify.table import Exact, largest

#: Sums of finite prices stay below the first; the second stands for "no legal tour".
_LARGEST_SUM, _NOWHERE = 1 << 60, 1 << 61
#: Numbers in the largest table of values: profiles are taken in parts beyond it.
_MOST_VALUES = 1 << 25


@dataclass(frozen=True)
class Priced:
    """What a profile of a space pays.

    Parameters
    ----------
    labels
        Per day and label.
    weights
        What one unit of the amounts of each table of the space is charged.
    at_end
        Paid by every tour.
    """

    labels: LabelPrices
    weights: tuple[int, ...]
    at_end: int


def cheapest_tours(space: Space, profiles: Sequence[Priced]) -> list[int | None]:
    """Price of the cheapest way through the space from each profile's start; ``None``: there is none.

    Sums that could leave 64 bits are done in Python's integers.
    """
    at_once = max(1, _MOST_VALUES // max(1, *(len(layer) for layer in space.layers)))
    found: list[int | None] = []
    for first in range(0, len(profiles), at_once):
        found += _some(space, profiles, range(first, min(first + at_once, len(profiles))))
    return found


def _some(space: Space, profiles: Sequence[Priced], part: range) -> list[int | None]:
    own = [profiles[number] for number in part]
    most = max(_largest_sum(space, one) for one in own)
    small = most < _LARGEST_SUM
    nowhere = _NOWHERE if small else 4 * most
    kind = np.dtype(np.int64) if small else np.dtype(object)
    weights = np.array([one.weights for one in own], kind).T
    values = _at_end(space, own, part, weights, nowhere)
    for day in reversed(range(space.days)):
        prices = np.array(
            [[nowhere if price is None else price for price in one.labels[day]] for one in own], kind
        )
        values = _one_day(space, day, prices, weights, values, nowhere)
    places = np.searchsorted(space.layers[0], space.start_codes[part.start : part.stop])
    ends = [int(values[place, column]) for column, place in enumerate(places)]
    return [None if price >= nowhere // 2 else price for price in ends]


def _at_end(space: Space, own: Sequence[Priced], part: range, weights: Exact, nowhere: int) -> Exact:
    columns = space.columns(space.days)
    values = np.empty((len(columns[0]), len(own)), weights.dtype)
    values[:] = [one.at_end for one in own]
    for table, column, weight in zip(space.tables, columns, weights, strict=False):
        if largest(table.ends):
            values += table.ends[column][:, None] * weight
    for total, counted in zip(space.kept, columns[len(space.tables) :], strict=True):
        for place, number in enumerate(part):
            lower, upper = total.bounds[number]
            values[((counted < lower) | (counted > upper)).astype(bool), place] = nowhere
    return values


def _one_day(space: Space, day: int, prices: Exact, weights: Exact, after: Exact, nowhere: int) -> Exact:
    """Values before a day from those after it."""
    columns = space.columns(day)
    best = np.full((len(columns[0]), prices.shape[0]), nowhere, after.dtype)
    for labels in space.label_groups[day]:
        price = prices[:, labels].min(axis=1)
        if (price >= nowhere).all():
            continue
        may, onward = space.after(day, columns, labels[0])
        reached = after[np.searchsorted(space.layers[day + 1], onward)] + price
        for table, column, weight in zip(space.tables, columns, weights, strict=False):
            amounts = table.amounts[day][:, labels[0]]
            if largest(amounts) and weight.any():
                reached += amounts[column[may].astype(np.int64)][:, None] * weight
        best[may] = np.minimum(best[may], reached)
    best[best >= nowhere // 2] = nowhere
    return best


def _largest_sum(space: Space, one: Priced) -> int:
    """No sum of a profile's prices along any path is larger, either sign."""
    total = abs(one.at_end)
    for table, weight in zip(space.tables, one.weights, strict=False):
        charged = sum(table.largest(day) for day in range(space.days)) + largest(table.ends)
        total += abs(weight) * charged
    return total + sum(max((abs(p) for p in own if p is not None), default=0) for own in one.labels)
