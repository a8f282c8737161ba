"""Cheapest legal tour of a network under given duty prices, in exact integers."""

from dataclasses import dataclass

import numpy as np

from planner.solver.answer import DutyTour
from planner.solver.evaluate import Ledger
from planner.solver.layers import FORBIDDEN, Ints, Layers

#: Larger than any cost of a tour, small enough that sums stay in 64 bits.
UNREACHABLE = np.int64(2**60)


@dataclass(frozen=True)
class CheapestTour:
    """A cheapest tour and its cost under the prices asked for (head cost not included)."""

    cost: int
    tour: DutyTour


def label_prices(ledger: Ledger, duty_prices: Ints) -> tuple[list[Ints], list[Ints]]:
    """Per day, the cheapest duty of each label column and its price; column 0 is the day off."""
    problem = ledger.problem
    widths = [len(labels) + 1 for labels in problem.labels]
    offsets = np.concatenate([[0], np.cumsum(widths)])
    place = offsets[ledger.duty_day] + ledger.duty_column
    order = np.lexsort((np.arange(len(place)), duty_prices, place))
    first = np.ones(len(order), np.bool_)
    first[1:] = place[order][1:] != place[order][:-1]
    prices = np.full(offsets[-1], UNREACHABLE, np.int64)
    duties = np.full(offsets[-1], -1, np.int64)
    prices[offsets[:-1]] = 0
    chosen = order[first]
    prices[place[chosen]] = duty_prices[chosen]
    duties[place[chosen]] = chosen
    return np.split(prices, offsets[1:-1]), np.split(duties, offsets[1:-1])


def cheapest_tour(network: Layers, prices: list[Ints], duties: list[Ints]) -> CheapestTour:
    """Cheapest tour by backward recursion over the layers; ties go to the lowest column."""
    values = network.end_costs
    choices = []
    for table, cost, price in zip(
        reversed(network.successors), reversed(network.costs), reversed(prices), strict=True
    ):
        ahead = np.where(table == FORBIDDEN, UNREACHABLE, values[table])
        total = np.minimum(ahead + cost + price, UNREACHABLE)
        choice = total.argmin(axis=1)
        values = total[np.arange(len(total)), choice]
        choices.append(choice)
    state = next(iter(network.starts.values()))
    cost_of_tour = int(values[state])
    tour: list[int | None] = []
    for day, choice in enumerate(reversed(choices)):
        column = int(choice[state])
        tour.append(int(duties[day][column]) if column else None)
        state = int(network.successors[day][state, column])
    return CheapestTour(cost_of_tour, tuple(tour))
