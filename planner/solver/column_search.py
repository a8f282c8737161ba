"""The search for problems of many different people: bound and rosters by column generation."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace

import numpy as np

from planner.solver.background import LeftBehindError
from planner.solver.closing import Closing
from planner.solver.columns.blend_root import BlendRoot
from planner.solver.columns.master import Master
from planner.solver.columns.pricing import Priced, Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.columns.whole_slots import whole_slots
from planner.solver.dives import blended_dive, linear_dive, solved_dive, takes_one_each
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints
from planner.solver.paths.space import PathSpace
from planner.solver.proof import Proof
from planner.solver.relaxation import Relaxation, Relaxed
from planner.solver.search import Search
from planner.solver.windows.first_lines import fill_up, no_lines
from planner.solver.windows.improve import Improver
from planner.solver.windows.lines import Lines
from planner.solver.windows.one_by_one import one_by_one
from planner.solver.windows.team import Team
from planner.solver.windows.window import costly_rows

#: Most times all lines are gone through one by one.
_TURNS = 6
#: Part of the time left that this may take.
_TURNS_SHARE = 0.05
#: Part of the time left that each attempt to close may take.
_CLOSING_SHARE = 0.3
#: Windows without gain before the bound is seen to, and the first attempt to close.
_PATIENCE = 40
#: Cells of all networks up to which attempts are made.
_MOST_CELLS = 150_000


class ColumnSearch:
    """One search over a problem.

    Parameters
    ----------
    search
        Clock, best answer, listener.
    ledger
        The joined problem.
    groups
        Rows of the asked problem that each row of the joined one stands for.
    seed
        Seed of every draw.
    workers
        Windows to open side by side.
    pool
        Threads for them, and for pricing slots side by side; none for one worker.
    row_prices
        Prices of the rows, times ``PRICE_SCALE``, where good ones are known already.
    """

    def __init__(
        self,
        search: Search,
        ledger: Ledger,
        groups: tuple[tuple[int, ...], ...],
        seed: int,
        workers: int,
        pool: Executor | None,
        row_prices: tuple[int, ...] | None = None,
    ) -> None:
        self._search, self._ledger = search, ledger
        self._seed, self._workers, self._pool, self._row_prices = seed, workers, pool, row_prices
        search.say("networks")
        self._space = PathSpace(ledger.problem)
        problem = ledger.problem
        self._program = Program(
            ledger,
            self._space,
            tuple(whole_slots(self._space)),
            np.zeros(len(problem.rows), np.int64),
            np.arange(len(problem.side_columns)),
            np.arange(len(problem.rows)),
            (0, problem.days),
        )
        self._proof = Proof(search, self._program, groups)

    def run(self) -> None:
        """Search until time is up or the best is proven."""
        search = self._search
        self._proof.keep(TourPricer(self._program, self._pool).price(self._first_prices))
        search.say("first tours")
        lines = no_lines(self._program, self._idle_sides())
        self._complete(lines, "first tours")
        if not self._go_on():
            return
        known = None if self._row_prices is None else self._first_prices
        relaxation = Relaxation(search, self._proof, self._program, self._seed, self._pool, known)
        blended = relaxation.blend()
        if blended is not None and self._go_on():
            lines = self._blended_dive(lines, blended)
        relaxed = relaxation.generate() if self._go_on() else None

        def tighten() -> None:
            if relaxed is not None and self._go_on():
                relaxation.tighten(relaxed)

        if relaxed is None and blended is not None and relaxation.blend_on(blended):
            lines = self._blended_dive(lines, blended)
        if relaxed is not None:
            if self._go_on():
                lines = self._dive(lines, relaxed, blended)
            tighten()
        if self._proof.best is not None:
            try:
                self._improve_and_close(lines, self._proof.best, tighten)
            except LeftBehindError:
                search.say("interrupted" if search.stop.is_set() else "time is up")

    def _blended_dive(self, lines: Lines, blended: BlendRoot) -> Lines:
        self._search.say("dive")
        tours = blended_dive(self._program, blended, self._pool, self._search.left, self._go_on)
        return self._better(lines, tours)

    def _dive(self, lines: Lines, relaxed: Relaxed, blended: BlendRoot | None) -> Lines:
        """Dive from the relaxation's optimum: by days where that takes long, else by whole tours."""
        search, program = self._search, self._program
        search.say("dive")
        dived: list[PricedTour] | None
        if blended is not None and takes_one_each(program):
            each = blended.seconds_per_round
            dived = solved_dive(program, relaxed, each, self._pool, search.left, self._go_on, self._seed)
        else:
            dived = linear_dive(relaxed, search.left, self._go_on, at_any_rate=blended is None)
        return lines if dived is None else self._better(lines, dived)

    def _better(self, lines: Lines, tours: list[PricedTour]) -> Lines:
        """Complete tours of a dive, unless time is up; return the better lines."""
        if self._search.best is not None and not self._search.keep_going():
            return lines
        dived = no_lines(self._program, self._idle_sides())
        for tour in tours:
            dived.add(self._program.slots[tour.slot].profile, tour)
        self._complete(dived, "dive")
        return min(lines, dived, key=lambda one: one.objective)

    def _complete(self, lines: Lines, stage: str) -> None:
        """Fill lines up, improve them one by one for part of the time left, and offer them."""
        fill_up(self._program, lines, self._seed, self._search.keep_going)
        self._settle(lines)
        self._offer(lines, stage)
        until = self._search.elapsed + _TURNS_SHARE * self._search.left

        def go_on() -> bool:
            return self._go_on() and self._search.elapsed < until

        for turn in range(_TURNS):
            if not (go_on() and one_by_one(self._program, lines, self._seed + turn, go_on)):
                break
            self._settle(lines)
            self._offer(lines, stage)

    def _improve_and_close(self, lines: Lines, priced: Priced, tighten: Callable[[], None]) -> None:
        """Improve in turns with what raises the bound, and with attempts to search the rest whole."""
        search = self._search
        closing = self._closing()
        patience = _PATIENCE
        team = self._team(lines, priced) if lines.lines else None
        while self._go_on() and (team is not None or closing is not None):
            if team is not None:
                self._improve(team, patience)
            tighten()
            if closing is not None and self._go_on():
                search.say("closing")
                if closing.run(priced.prices.rows, max(2.0, _CLOSING_SHARE * search.left)):
                    break
            patience *= 4

    def _team(self, lines: Lines, priced: Priced) -> Team:
        def seconds_left() -> float:
            return self._search.left if self._go_on() else 0.0

        improvers = [
            Improver(lines.copy(), priced, self._program.slots, self._seed + number, seconds_left)
            for number in range(self._workers)
        ]
        return Team(lines, improvers)

    def _improve(self, team: Team, patience: int) -> None:
        """Improve until so many windows in a row gained nothing."""
        idle = 0

        def found(gained: bool) -> None:
            nonlocal idle
            idle = 0 if gained else idle + 1
            if gained:
                self._offer(team.lines, "windows")

        team.run(self._pool, lambda: self._go_on() and idle < patience, found)

    def _closing(self) -> Closing | None:
        """Attempts to close are for networks small enough to be written out."""
        cells = sum(slot.ask(slot.kept).size for slot in self._program.slots)
        return Closing(self._search, self._ledger, self._seed) if cells <= _MOST_CELLS else None

    def _go_on(self) -> bool:
        return self._search.keep_going() and not self._search.proven

    def _offer(self, lines: Lines, stage: str) -> None:
        if self._search.offer(lines.solution()):
            self._search.say(stage)

    @property
    def _first_prices(self) -> Prices:
        """Prices known from the beginning, or none at all."""
        rows = np.zeros(len(self._ledger.problem.rows), np.int64)
        if self._row_prices is not None:
            rows[:] = self._row_prices
        return Prices(rows, tuple(dict.fromkeys(slot.priced, 0) for slot in self._program.slots))

    def _idle_sides(self) -> Ints:
        sides = self._ledger.problem.side_columns
        return np.array([min(max(0, side.lower), side.upper) for side in sides], np.int64)

    def _settle(self, lines: Lines) -> None:
        """Best side columns beside the lines."""
        if not len(lines.sides):
            return
        base = lines.levels - self._ledger.side_levels(lines.sides.tolist())
        program = self._program
        alone = replace(program, slots=(), base=base, watched=costly_rows(program, base))
        answer = Master(alone).solve(max(1.0, self._search.left))
        if answer is not None:
            lines.settle(np.rint(answer.sides).astype(np.int64))
