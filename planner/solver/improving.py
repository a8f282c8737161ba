"""Windows opened on the best roster, also beside other parts of the search."""

import threading
from concurrent.futures import Executor

from planner.solver.columns.program import Program
from planner.solver.proof import Proof
from planner.solver.search import Search
from planner.solver.windows.improve import Improver
from planner.solver.windows.lines import Lines
from planner.solver.windows.team import Team


class Improving:
    """Improves the best roster: with one core when it is its turn, with the others all the time.

    From the first dive on, relaxations and attempts to close take about one core, so whatever
    others there are open windows meanwhile, at the prices proven so far.

    Parameters
    ----------
    search, proof
        Clock, best roster, listener; keeper of the bound and its prices.
    program
        The whole problem.
    seed
        Seed of every draw.
    workers
        Windows to open side by side.
    pool
        Threads for them; none for one worker.
    """

    def __init__(
        self, search: Search, proof: Proof, program: Program, seed: int, workers: int, pool: Executor | None
    ) -> None:
        self._search, self._proof, self._program = search, proof, program
        self._seed, self._workers, self._pool = seed, workers, pool
        self._over = threading.Event()
        self._team: Team | None = None
        self._windows = self._last_gain = 0

    def take(self, lines: Lines) -> None:
        """Begin with a roster, or go on with it where it is better; one without lines has no windows."""
        if not lines.lines:
            return
        if self._team is not None:
            self._team.offer(lines)
        elif (priced := self._proof.best) is not None:
            improvers = [
                Improver(lines.copy(), priced, self._program.slots, self._seed + number, self._seconds_left)
                for number in range(self._workers)
            ]
            self._team = Team(lines.copy(), improvers, lambda: self._proof.best or priced, self._found)
            if self._pool is not None:
                self._team.start(self._pool, self._go_on)

    def run(self, patience: int) -> bool:
        """Improve until so many windows in a row gained nothing; say whether there was a roster."""
        if self._team is None:
            return False
        begun = self._windows
        self._team.run(lambda: self._go_on() and self._windows - max(begun, self._last_gain) < patience)
        return True

    def end(self) -> None:
        """Have everybody end the window at hand, and wait for that."""
        self._over.set()
        if self._team is not None:
            self._team.end()

    def _found(self, gained: bool) -> None:
        self._windows += 1
        if gained:
            self._last_gain = self._windows
        if gained and self._team is not None and self._search.offer(self._team.lines.solution()):
            self._search.say("windows")

    def _seconds_left(self) -> float:
        return self._search.left if self._go_on() else 0.0

    def _go_on(self) -> bool:
        return self._search.keep_going() and not self._search.proven and not self._over.is_set()
