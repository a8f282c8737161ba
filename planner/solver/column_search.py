"""The search for problems of many different people: bound and rosters by column generation."""

import sys
from concurrent.futures import Executor
from dataclasses import replace

import numpy as np

from planner.solver.answer import Certificate
from planner.solver.background import LeftBehindError
from planner.solver.closing import Closing
from planner.solver.columns.blend_dive import BlendDive
from planner.solver.columns.dive import Dive
from planner.solver.columns.generation import Generation
from planner.solver.columns.master import Master, MasterAnswer
from planner.solver.columns.play import Play
from planner.solver.columns.pricing import Priced, Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.whole_slots import whole_slots
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints
from planner.solver.paths.space import PathSpace
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.search import Search
from planner.solver.windows.first_lines import fill_up, no_lines
from planner.solver.windows.improve import Improver
from planner.solver.windows.lines import Lines
from planner.solver.windows.one_by_one import one_by_one
from planner.solver.windows.team import Team
from planner.solver.windows.window import costly_rows

_PASSES = 8
#: Most times all lines are gone through one by one.
_TURNS = 6
#: Part of the time left that this may take.
_TURNS_SHARE = 0.05
#: Part of the time the first relaxation may take.
_ROOT_SHARE = 0.35
#: Part of the open tours a dive takes in one step, and part of the time it may take in all.
_DIVE_STEP, _DIVE_SHARE = 0.12, 0.45
#: Rounds of generation that a dive by linear programs needs, at the least.
_DIVE_ROUNDS = 40
#: Part of the time left that ending the relaxation, and each attempt to close, may take.
_TIGHTEN_SHARE, _CLOSING_SHARE = 0.2, 0.3
#: Part of the gap that must lie in the relaxation for it to be tightened.
_WORTH_TIGHTENING = 0.1
#: Windows without gain before the first attempt to close.
_PATIENCE = 40
#: Cells of all networks up to which attempts are made.
_MOST_CELLS = 150_000
#: Relative gap at which the relaxation is good enough to dive from.
_SETTLED = 1e-3


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
    """

    def __init__(
        self,
        search: Search,
        ledger: Ledger,
        groups: tuple[tuple[int, ...], ...],
        seed: int,
        workers: int,
        pool: Executor | None,
    ) -> None:
        self._search, self._ledger, self._groups = search, ledger, groups
        self._seed, self._workers, self._pool = seed, workers, pool
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
        self._priced: Priced | None = None

    def run(self) -> None:
        """Search until time is up or the best is proven."""
        search = self._search
        self._prove(TourPricer(self._program, self._pool).price(self._no_prices()))
        search.say("first tours")
        lines = no_lines(self._program, self._idle_sides())
        self._complete(lines, "first tours")
        if not self._go_on():
            return
        root = self._played()
        answer = self._relax(root)
        if answer is not None and self._go_on():
            dived = self._dive(root, answer)
            if dived.objective < lines.objective:
                lines = dived
        if answer is not None and self._go_on() and self._is_worth_tightening(answer):
            self._tighten(root)
        if self._priced is not None:
            try:
                self._improve_and_close(lines, self._priced)
            except LeftBehindError:
                search.say("interrupted" if search.stop.is_set() else "time is up")

    def _is_worth_tightening(self, answer: MasterAnswer) -> bool:
        """Whether the relaxation's own gap is a good part of the whole."""
        best, bound = self._search.best, self._search.bound
        if best is None or bound is None:
            return True
        return answer.objective - bound > _WORTH_TIGHTENING * (best.objective - bound)

    def _tighten(self, root: Generation) -> None:
        """End what the first relaxation left open, in part of the time left."""
        search = self._search
        until = search.elapsed + _TIGHTEN_SHARE * search.left

        def enough(answer: MasterAnswer, bound: float) -> bool:
            self._prove(root.best)
            whole = np.ceil(bound - 1e-6) >= np.ceil(answer.objective - 1e-6)
            return whole or not self._go_on() or search.elapsed > until

        search.say("tighter bound")
        root.run(enough)
        self._prove(root.best)

    def _played(self) -> Generation:
        """Begin the relaxation with what play finds: tours, prices, and rows that cost something."""
        search = self._search
        search.say("relaxation")
        pricer = TourPricer(self._program, self._pool)
        played = Play(self._program, pricer, self._seed).run(_PASSES, search.keep_going)
        program = replace(self._program, watched=played.watched)
        root = Generation(program, lambda: search.left, self._pool)
        root.add(played.tours)
        root.price(played.prices)
        self._prove(root.best)
        return root

    def _relax(self, root: Generation) -> MasterAnswer | None:
        search = self._search
        until = search.elapsed + _ROOT_SHARE * search.left

        def enough(answer: MasterAnswer, bound: float) -> bool:
            self._prove(root.best)
            search.say("relaxation")
            settled = answer.objective - bound <= max(0.05, _SETTLED * abs(answer.objective))
            whole = np.ceil(bound - 1e-6) >= np.ceil(answer.objective - 1e-6)
            return settled or whole or not self._go_on() or search.elapsed > until

        answer = root.run(enough)
        self._prove(root.best)
        return answer

    def _dive(self, root: Generation, answer: MasterAnswer) -> Lines:
        """Dive by linear programs, or by blending where those are too slow for the time there is.

        Where duties cover many rows, a blend's steps are as dear as the linear program.
        """
        self._search.say("dive")
        lines = no_lines(self._program, self._idle_sides())
        seconds = _DIVE_SHARE * self._search.left
        if not root.master.is_large and seconds < _DIVE_ROUNDS * root.seconds_per_round:
            tours = BlendDive(root, answer, self._seed, self._go_on).run(_DIVE_STEP, seconds)
        else:
            tours = list(Dive(_DIVE_STEP, 3e-3, self._go_on, seconds).run(root, answer, np.inf).tours)
            root.master.release()
        for tour in tours:
            lines.add(self._program.slots[tour.slot].profile, tour)
        self._complete(lines, "dive")
        return lines

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

    def _improve_and_close(self, lines: Lines, priced: Priced) -> None:
        """Improve in turns with attempts to search the rest whole."""
        search = self._search
        closing = self._closing()
        patience = _PATIENCE
        team = self._team(lines, priced) if lines.lines else None
        while self._go_on() and (team is not None or closing is not None):
            if team is not None:
                self._improve(team, patience if closing is not None else sys.maxsize)
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

    def _prove(self, best: Priced | None) -> None:
        """Keep the bound, and the prices that prove it, where they are the best so far."""
        if best is None or not np.isfinite(best.value):
            return
        if self._priced is None or best.value > self._priced.value:
            self._priced = best
        bound = -int(-best.value // PRICE_SCALE)
        if self._search.bound is None or bound > self._search.bound:
            self._search.raise_bound(bound, "relaxation")
            self._search.certificate = self._certificate(best.prices, bound)

    def _certificate(self, prices: Prices, bound: int) -> Certificate:
        counters: list[tuple[int | None, ...]] = [
            (None,) * len(profile.counters) for profile in self._ledger.problem.profiles
        ]
        for slot, own in zip(self._program.slots, prices.counters, strict=True):
            counters[slot.profile] = tuple(
                own.get(number) if number in slot.priced else None for number in range(len(slot.counters))
            )
        rows = tuple(zip(self._groups, prices.rows.tolist(), strict=True))
        return Certificate(PRICE_SCALE, rows, tuple(counters), bound)

    def _no_prices(self) -> Prices:
        rows = np.zeros(len(self._ledger.problem.rows), np.int64)
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
