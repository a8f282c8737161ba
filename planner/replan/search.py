"""The searches: as cheap as any, as few changes as suffice, and the least cost with so many changes."""

import time
from collections.abc import Mapping
from fractions import Fraction
from math import gcd

from models.progress import Listener, Progress
from models.replanning import Fewest
from models.tariff import Tariff
from models.text import Text
from models.tour import Roster, Tour
from planner.replan.as_flow import (
    has_work_that_waits,
    suits_one_flow,
    with_priced_rows_alone,
    without_work_that_waits,
)
from planner.replan.changed_world import Cell
from planner.replan.counted import budgeted, priced_changes, with_own_trades
from planner.replan.few_changes import each_changes_few
from planner.replan.holes import dearer_holes, holes_in, interval_of, missing_of, only_holes
from planner.replan.mended import Mended, Weights
from planner.replan.one_by_one import OneByOne
from planner.replan.settle import settle
from planner.replan.which_search import AT_A_PRICE, FEWEST, at_most
from planner.roster.solve import SearchLimits, read_back
from planner.roster.unpriced import unpaid
from planner.solver.answer import Answer, EngineProgress
from planner.solver.engine import solve
from planner.solver.problem import TourProblem

#: Up to so many changes of one person are counted in the states of the networks.
_FEW = 6
#: Of the time left, for what is hardly a search.
_SETTLING_SHARE = 0.1


class ChangeSearch:
    """Searches over rosters that keep the settled days.

    Parameters
    ----------
    told
        The problem with everybody told apart, settled days settled.
    tariff
        Its prices.
    missed_before
        People missed in the plan as published, by row.
    limits
        Seed and interruption.
    end
        When all searches together should be over, by :func:`time.monotonic`.
    listen
        Receives progress.
    """

    def __init__(
        self,
        told: OneByOne,
        tariff: Tariff,
        missed_before: Mapping[str, int | Fraction],
        limits: SearchLimits,
        end: float,
        listen: Listener,
    ) -> None:
        self.told, self._tariff, self._limits, self._listen = told, tariff, limits, listen
        self._missed_before = missed_before
        self._least_weight = 0
        self._own = with_own_trades(told.translation.problem)
        self._end = end
        world = told.world
        self._notice = frozenset(cell for cell in told.open_cells if cell[1] in world.notice)

    @property
    def is_stopped(self) -> bool:
        """Whether somebody asked to stop, or time is up."""
        stop = self._limits.stop
        return (stop is not None and stop.is_set()) or time.monotonic() >= self._end

    @property
    def searches_all(self) -> bool:
        """Whether the problem is small enough to be searched whole."""
        return suits_one_flow(self._own)

    @property
    def can_be_rough(self) -> bool:
        """Whether looking away from work that may wait leaves less to search."""
        return has_work_that_waits(self.told.translation)

    def fewest(self, weights: Weights, share: float) -> Mended:
        """Cover again what the changes left uncovered, with no change that covers too little.

        A lower bound on the weight of every roster is remembered for :meth:`proven`.
        """
        told, cells = self.told, self.told.open_cells
        prices = {cell: weights.in_notice if cell in self._notice else weights.change for cell in cells}
        holes = only_holes(unpaid(self._own), told.translation, self._missed_before, weights.hole)
        lean = with_priced_rows_alone(priced_changes(holes, told, prices))
        answer = self._solve(lean, share, FEWEST)
        self._least_weight = max(self._least_weight, answer.bound)
        return self._settled(self._roster(answer))

    def proven(self, best: Mended, weights: Weights) -> Fewest:
        """Say how far it is proven that no roster weighs less."""
        noticed, number = self.in_notice(best), len(best.changed)
        missing = weights.of(best.holes, noticed, number) - self._least_weight
        # what the bound leaves for changes outside the notice period, everything else as found
        fewer = -(-missing // weights.change) if missing > 0 else 0
        return Fewest(best.holes, noticed, number, missing <= 0, max(0, number - fewer))

    def in_notice(self, one: Mended) -> int:
        """Changes of a roster within the notice period."""
        return len(one.changed & self._notice)

    def touched_days(self, least: Mended | None) -> frozenset[int]:
        """Days of shifts that cannot be kept, of holes, and all days where nothing can be kept."""
        horizon = self.told.frame.horizon
        if least is None:
            return frozenset(range(horizon.days))
        starts = horizon.interval_starts
        holes = {horizon.day_of(horizon.local(starts[i]).date()) for i in least.hole_intervals}
        return frozenset({day for _, day in self.told.world.away} | holes)

    def cheapest_like(self, best: Mended, bound: int, bound_within: int, share: float) -> Mended:
        """Find the cheapest roster with no more changes and no more holes than another.

        Parameters
        ----------
        best
            The other.
        bound, bound_within
            What every roster costs at least, and every one with no more changes.
        share
            Of the time left.
        """
        most, noticed, cost = len(best.changed), self.in_notice(best), best.objective_minor
        # even part of a person missing must count for more than it can save
        hole = (cost - bound_within + 1) * self.told.translation.team.parts_per_agent
        return self.within(most, noticed, cost - bound + 1, share, hole_price=hole)[1]

    def weights(self, hours_per_change: float, hours_in_notice: float, least: Mended | None) -> Weights:
        """Weigh holes and changes against each other, so that among equals fewer changes win.

        Parameters
        ----------
        hours_per_change, hours_in_notice
            What a change must cover to be worth it.
        least
            The roster with nothing changed, where that is legal: with more changes than would
            outweigh its holes, no roster is better.
        """
        interval = self.told.frame.horizon.interval_minutes
        minutes, in_notice = round(60 * hours_per_change), round(60 * max(hours_per_change, hours_in_notice))
        room = len(self.told.open_cells) + 1
        if least is not None and minutes:
            room = min(room, int(least.holes * interval) // minutes + 1)
        # small numbers: a solver that counts in floats keeps them exact
        unit = gcd(interval, minutes, in_notice)
        scale = self.told.translation.team.parts_per_agent * (room * room if self._notice else room)
        first = room if self._notice else 0
        hole, change, noticed = (scale * part // unit for part in (interval, minutes, in_notice))
        return Weights(hole, change + 1, noticed + 1 + first)

    def cheapest_by_price(self, prices: Mapping[Cell, int], share: float) -> Mended:
        """Find the cheapest roster where every change has a price."""
        problem = priced_changes(self._own, self.told, prices)
        return self._settled(self._roster(self._solve(problem, share, AT_A_PRICE)))

    def within(
        self,
        most: int,
        most_in_notice: int,
        price: int,
        share: float,
        *,
        hole_price: int = 0,
        roughly: bool = False,
    ) -> tuple[int, Mended]:
        """Find the cheapest roster with at most so many changes.

        Parameters
        ----------
        most, most_in_notice
            Changes in all, and within the notice period.
        price
            Of each change beyond; more than any can save.
        share
            Of the time left.
        hole_price
            What a person missing in an interval costs on top; 0 leaves it to the scenario.
        roughly
            Look away from work that may wait: quicker, and the bound holds all the same.

        Returns
        -------
        tuple
            A lower bound on the cost of every such roster, and the roster found.
        """
        problem = budgeted(self._own, self.told, self.told.open_cells, most, price)
        if most <= _FEW:
            problem = each_changes_few(problem, self.told, most)
        if self._notice:
            problem = budgeted(problem, self.told, self._notice, most_in_notice, price)
        if hole_price:
            problem = dearer_holes(problem, self.told.translation, self._missed_before, hole_price)
        if roughly:
            problem = without_work_that_waits(problem, self.told.translation)
        answer = self._solve(problem, share, at_most(most))
        return answer.bound, self._settled(self._roster(answer))

    def unchanged(self) -> Mended:
        """Keep everything that can be kept.

        Raises
        ------
        planner.solver.problem.NoLegalTourError
            When somebody has no legal tour then.
        """
        world = self.told.world
        return self._settled(world.published, self.told.open_cells | world.locked)

    def _settled(self, roster: Roster, settled: frozenset[Cell] | None = None) -> Mended:
        """Price a roster as it is, breaks and all."""
        told = self.told
        seconds = self._seconds(_SETTLING_SHARE)
        fixed, answer = settle(told, roster, self._tariff, settled, self._limits.seed, seconds)
        hard = told.world.scenario.prices.hard_coverage
        read = read_back(
            fixed.translation, told.asked, told.frame, answer, self._limits, (), hard_coverage=hard
        )
        holes = holes_in(missing_of(fixed.translation, answer), self._missed_before)
        changed = told.changed(read.roster) & told.open_cells
        return Mended(read, changed, sum(holes.values()), frozenset(map(interval_of, holes)))

    def _roster(self, answer: Answer) -> Roster:
        """The shifts of an answer; rows and side columns of its problem may be more than translated."""
        shifts = self.told.translation.shifts
        return Roster(
            tuple(
                Tour(crew.sample, tuple(None if duty is None else shifts[duty] for duty in tour))
                for crew, (tour,) in zip(self.told.translation.crews, answer.solution.tours, strict=True)
            )
        )

    def _solve(self, problem: TourProblem, share: float, search: Text) -> Answer:
        def pass_on(news: EngineProgress) -> None:
            self._listen(Progress(news.stage, news.seconds, search=search))

        seconds, seed, stop = self._seconds(share), self._limits.seed, self._limits.stop
        return solve(
            problem,
            seconds=seconds,
            seed=seed,
            workers=self._limits.workers,
            stop=stop,
            listen=pass_on,
            method="flow" if self.searches_all else "suited",
        )

    def _seconds(self, share: float) -> float:
        return max(0.0, share * (self._end - time.monotonic()))
