"""Exact integer arithmetic on a problem: levels of rows, and the objective of a solution."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from planner.solver.answer import DutyTour, Solution
from planner.solver.cover_index import CoverIndex
from planner.solver.layers import FORBIDDEN, Ints, Layers
from planner.solver.price_table import PriceTable
from planner.solver.problem import TourProblem


class Ledger:
    """Arrays of a problem for quick exact sums.

    Parameters
    ----------
    problem
        The problem; costs and amounts are integers.
    """

    def __init__(self, problem: TourProblem) -> None:
        self.problem = problem
        self.duty_day = np.array([duty.day for duty in problem.duties], np.int64)
        self.duty_column = np.array([duty.label + 1 for duty in problem.duties], np.int64)
        self.trade_costs = [np.array(trade.costs, np.int64) for trade in problem.trades]
        self.prices = PriceTable([row.price for row in problem.rows])
        self.cover_start, self.cover_row, self.cover_amount = [], [], []
        for trade in problem.trades:
            lengths = np.array([len(covers) for covers in trade.covers], np.int64)
            flat = [pair for covers in trade.covers for pair in covers]
            pairs = np.array(flat, np.int64).reshape(-1, 2)
            self.cover_start.append(np.concatenate([[0], np.cumsum(lengths)]))
            self.cover_row.append(pairs[:, 0])
            self.cover_amount.append(pairs[:, 1])

    @cached_property
    def cover_index(self) -> CoverIndex:
        """Rows that duties cover, by class of trades."""
        return CoverIndex(self.cover_start, self.cover_row, self.cover_amount, len(self.problem.rows))

    def add_tour(self, levels: Ints, trade: int, tour: DutyTour, times: int = 1) -> None:
        """Add a tour's amounts to the levels of the rows, in place."""
        start, rows, amounts = self.cover_start[trade], self.cover_row[trade], self.cover_amount[trade]
        for duty in tour:
            if duty is not None:
                part = slice(start[duty], start[duty + 1])
                levels[rows[part]] += times * amounts[part]

    def side_levels(self, sides: Sequence[int]) -> Ints:
        """Amounts the side columns add to the rows."""
        levels = np.zeros(len(self.problem.rows), np.int64)
        for column, value in zip(self.problem.side_columns, sides, strict=True):
            for row, amount in column.covers:
                levels[row] += amount * value
        return levels

    def levels(self, tours: Iterable[Iterable[DutyTour]], sides: Sequence[int]) -> Ints:
        """Level of every row under tours per profile and side columns."""
        levels = self.side_levels(sides)
        for profile, its_tours in zip(self.problem.profiles, tours, strict=True):
            for tour in its_tours:
                self.add_tour(levels, profile.trade, tour)
        return levels

    def tour_cost(self, profile: int, network: Layers, tour: DutyTour) -> int:
        """Cost of one tour: head, duties, and whatever its network charges along the way."""
        spec = self.problem.profiles[profile]
        state = next(iter(network.starts.values()))
        total = spec.head_cost
        for day, duty in enumerate(tour):
            column = 0 if duty is None else int(self.duty_column[duty])
            if duty is not None:
                total += int(self.trade_costs[spec.trade][duty])
            total += int(network.costs[day][state, column])
            state = int(network.successors[day][state, column])
            if state == FORBIDDEN:
                raise ValueError(f"profile {spec.name}: not a legal tour, first broken on day {day}")
        return total + int(network.end_costs[state])

    def objective(
        self,
        networks: Sequence[Layers],
        tours: Sequence[Sequence[DutyTour]],
        sides: Sequence[int],
    ) -> int:
        """Exact objective of tours and side columns."""
        levels = self.levels(tours, sides)
        total = int(self.prices.at(np.arange(len(levels)), levels).sum())
        total += sum(c.cost * v for c, v in zip(self.problem.side_columns, sides, strict=True))
        for number, its_tours in enumerate(tours):
            total += sum(self.tour_cost(number, networks[number], tour) for tour in its_tours)
        return total

    def solution(
        self,
        networks: Sequence[Layers],
        tours: Sequence[Sequence[DutyTour]],
        sides: Sequence[int],
    ) -> Solution:
        """Bundle tours with their exact objective."""
        return Solution(tuple(tuple(t) for t in tours), tuple(sides), self.objective(networks, tours, sides))
