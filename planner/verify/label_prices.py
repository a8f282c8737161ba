"""What a day's work costs at given prices of rows: duties first, then the labels rules see."""

from collections.abc import Mapping, Sequence

from planner.solver.problem import TourProblem
from planner.verify.table import FORBIDDEN, Table

#: Per day, per label (the day off first): a price, or ``None`` where it cannot be taken.
LabelPrices = list[list[int | None]]


def trade_prices(problem: TourProblem, row_prices: Mapping[int, int], scale: int) -> list[LabelPrices]:
    """Price of each label for each trade: that of its cheapest duty, what it covers charged.

    Parameters
    ----------
    row_prices
        What one more unit of a row's level is charged, times ``scale``; rows left out are
        charged nothing.
    scale
        Common denominator of all prices.
    """
    return [_one_trade(problem, number, row_prices, scale) for number in range(len(problem.trades))]


def _one_trade(problem: TourProblem, number: int, row_prices: Mapping[int, int], scale: int) -> LabelPrices:
    trade = problem.trades[number]
    prices: LabelPrices = [[0, *(None for _ in labels)] for labels in problem.labels]
    for duty, cost, covers in zip(problem.duties, trade.costs, trade.covers, strict=True):
        price = scale * cost + sum(amount * row_prices.get(row, 0) for row, amount in covers)
        own, column = prices[duty.day], duty.label + 1
        known = own[column]
        own[column] = price if known is None else min(known, price)
    return prices


def with_memoryless(prices: LabelPrices, charged: Sequence[tuple[Table, int]]) -> LabelPrices:
    """Add what tables without a memory charge or forbid, each amount times its weight."""
    total = [list(own) for own in prices]
    for table, weight in charged:
        for own, steps, amounts in zip(total, table.steps, table.amounts, strict=True):
            if len(steps) == 0:  # whatever is done on this day, no tour ends legally
                own[:] = [None] * len(own)
                continue
            for column, (target, amount) in enumerate(
                zip(steps[0].tolist(), amounts[0].tolist(), strict=True)
            ):
                known = own[column]
                own[column] = None if known is None or target == FORBIDDEN else known + weight * amount
    return total
