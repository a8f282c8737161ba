"""The search for problems of many different people: bound and rosters by column generation."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace

import numpy as np

from planner.solver.background import LeftBehindError
from planner.solver.closing import Closing
from planner.solver.columns.blend_root import BlendRoot
from planner.solver.columns.master import Master
from planner.solver.columns.pricing import Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.columns.whole_slots import whole_slots
from planner.solver.dives import blended_dive, linear_dive, solved_dive, takes_one_each
from planner.solver.evaluate import Ledger
from planner.solver.improving import Improving
from planner.solver.layers import Ints
from planner.solver.paths.space import PathSpace
from planner.solver.proof import Proof
from planner.solver.relaxation import Relaxation, Relaxed
from planner.solver.search import Search
from planner.solver.windows.first_lines import fill_up, no_lines
from planner.solver.windows.lines import Lines
from planner.solver.windows.one_by_one import one_by_one
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
        self._proof.keep(TourPricer(self._program, self._pool).price(self._first_prices))
        self._search.say("first tours")
        lines = no_lines(self._program, self._idle_sides())
        self._complete(lines, "first tours")
        improving = Improving(self._search, self._proof, self._program, self._seed, self._workers, self._pool)
        try:
            if self._go_on():
                self._relax_and_improve(lines, improving)
        finally:
            improving.end()

    def _relax_and_improve(self, lines: Lines, improving: Improving) -> None:
        """Relaxations, dives from them, then windows; others open windows from the first dive on."""
        search = self._search
        known = None if self._row_prices is None else self._first_prices
        relaxation = Relaxation(search, self._proof, self._program, self._seed, self._pool, known)
        blended = relaxation.blend()
        if blended is not None and self._go_on():
            self._blended_dive(blended, improving)
        relaxed = relaxation.generate() if self._go_on() else None

        def tighten() -> None:
            if relaxed is not None and self._go_on():
                relaxation.tighten(relaxed)

        if relaxed is None and blended is not None and relaxation.blend_on(blended):
            self._blended_dive(blended, improving)
        if relaxed is not None and self._go_on():
            self._dive(relaxed, blended, improving)
        improving.take(lines)
        tighten()
        try:
            self._improve_and_close(improving, tighten)
        except LeftBehindError:
            if search.proven:
                return
            search.say("interrupted" if search.stop.is_set() else "time is up")

    def _blended_dive(self, blended: BlendRoot, improving: Improving) -> None:
        self._search.say("dive")
        self._finish(
            blended_dive(self._program, blended, self._pool, self._search.left, self._go_on, self._to_beat),
            improving,
        )

    def _dive(self, relaxed: Relaxed, blended: BlendRoot | None, improving: Improving) -> None:
        """Dive from the relaxation's optimum: by days where that takes long, else by whole tours."""
        search, program = self._search, self._program
        search.say("dive")
        dived: list[PricedTour] | None
        if blended is not None and takes_one_each(program):
            each = blended.seconds_per_round
            dived = solved_dive(
                program, relaxed, each, self._pool, search.left, self._go_on, self._seed, self._to_beat
            )
        else:
            dived = linear_dive(relaxed, search.left, self._go_on, at_any_rate=blended is None)
        self._finish(dived, improving)

    def _finish(self, tours: list[PricedTour] | None, improving: Improving) -> None:
        """Complete the tours of a dive, unless it gave up or time is up, and improve what comes of them."""
        if tours is None or (self._search.best is not None and not self._search.keep_going()):
            return
        dived = no_lines(self._program, self._idle_sides())
        for tour in tours:
            dived.add(self._program.slots[tour.slot].profile, tour)
        self._complete(dived, "dive")
        improving.take(dived)

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

    def _improve_and_close(self, improving: Improving, tighten: Callable[[], None]) -> None:
        """Improve in turns with what raises the bound, and with attempts to search the rest whole."""
        search = self._search
        closing = None if self._proof.best is None else self._closing()
        patience = _PATIENCE
        improves = True
        while self._go_on() and (improves or closing is not None):
            improves = improving.run(patience)
            tighten()
            priced = self._proof.best
            if closing is not None and priced is not None and self._go_on():
                search.say("closing")
                if closing.run(priced.prices.rows, max(2.0, _CLOSING_SHARE * search.left)):
                    break
            patience *= 4

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
    def _to_beat(self) -> float:
        return np.inf if self._search.best is None else float(self._search.best.objective)

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
