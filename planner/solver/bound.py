"""The Lagrangian bound of given row prices, in exact integer arithmetic.

With a price on every row, the rows fall apart from the tours: each row takes its best
level, each side column its better end, each profile its cheapest tour as often as that
pays.  Their sum is a lower bound on every solution, whatever the prices are (Geoffrion 1974).
"""

from collections.abc import Sequence

import numpy as np

from planner.solver.evaluate import Ledger
from planner.solver.layers import Layers
from planner.solver.shortest import cheapest_tour, label_prices


def integer_prices(ledger: Ledger, duals: Sequence[float], scale: int) -> tuple[int, ...]:
    """Round float duals to multiples of ``1 / scale`` within the slopes of each row's price."""
    prices = []
    for row, dual in zip(ledger.problem.rows, duals, strict=True):
        low, high = scale * row.price.slopes[0], scale * row.price.slopes[-1]
        prices.append(min(max(round(dual * scale), low), high))
    return tuple(prices)


def lagrangian_bound(
    ledger: Ledger, networks: Sequence[Layers], row_prices: Sequence[int], scale: int
) -> int:
    """Lower bound on the objective, rounded up to an integer.

    Parameters
    ----------
    ledger
        The problem.
    networks
        One network per profile.
    row_prices
        What one more unit of each row's level costs, times ``scale``; falling short makes
        it negative.
    scale
        Common denominator of the prices.
    """
    problem = ledger.problem
    prices = np.array(row_prices, np.int64)
    total = 0
    lowest, highest = _level_range(ledger)
    for number, row in enumerate(problem.rows):
        total += row.price.lowest_tilted(
            int(prices[number]), scale, int(lowest[number]), int(highest[number])
        )
    for column in problem.side_columns:
        slope = scale * column.cost + sum(amount * int(prices[row]) for row, amount in column.covers)
        total += min(slope * column.lower, slope * column.upper)
    by_trade = []
    for trade in range(len(problem.trades)):
        earned = prices[ledger.cover_row[trade]] * ledger.cover_amount[trade]
        sums = np.concatenate([[0], np.cumsum(earned)])
        start = ledger.cover_start[trade]
        duty_prices = scale * ledger.trade_costs[trade] + sums[start[1:]] - sums[start[:-1]]
        by_trade.append(label_prices(ledger, duty_prices))
    for profile, network in zip(problem.profiles, networks, strict=True):
        if network.successors:
            scaled = Layers(
                network.successors,
                tuple(cost * scale for cost in network.costs),
                network.allowed_ends,
                network.end_costs * scale,
                network.starts,
            )
            each = scale * profile.head_cost + cheapest_tour(scaled, *by_trade[profile.trade]).cost
            total += min(each * profile.lower, each * profile.upper)
    return -((-total) // scale)


def _level_range(ledger: Ledger) -> tuple[np.ndarray, np.ndarray]:
    """Levels no solution can leave: every tour counted once a day at its largest amount."""
    problem = ledger.problem
    lowest = np.zeros(len(problem.rows), np.int64)
    highest = np.zeros(len(problem.rows), np.int64)
    for trade in range(len(problem.trades)):
        heads = sum(profile.upper for profile in problem.profiles if profile.trade == trade)
        rows, amounts = ledger.cover_row[trade], ledger.cover_amount[trade]
        most, least = np.zeros_like(highest), np.zeros_like(lowest)
        np.maximum.at(most, rows, amounts)
        np.minimum.at(least, rows, amounts)
        days = np.zeros_like(highest)
        duty_of_entry = np.repeat(np.arange(len(problem.duties)), np.diff(ledger.cover_start[trade]))
        pairs = np.unique(rows * max(1, problem.days) + ledger.duty_day[duty_of_entry])
        np.add.at(days, pairs // max(1, problem.days), 1)
        highest += heads * days * most
        lowest += heads * days * least
    for column in problem.side_columns:
        for row, amount in column.covers:
            ends = (amount * column.lower, amount * column.upper)
            lowest[row] += min(ends)
            highest[row] += max(ends)
    return lowest, highest
