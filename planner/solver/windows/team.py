"""Several improvers at one roster, side by side, while whoever asked for them does something else."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, wait
from dataclasses import dataclass, field

from planner.solver.columns.pricing import Priced
from planner.solver.windows.improve import Improver
from planner.solver.windows.lines import Line, Lines
from planner.solver.windows.window import Filling


@dataclass
class Team:
    """Improvers that each work on a copy of the roster and hand in what they find.

    What one hands in is kept if the roster, as the others have left it by then, gains by it.
    The first works in the thread that calls ``run``, the others from ``start`` on.

    Parameters
    ----------
    lines
        The roster; changed only with the lock held.
    improvers
        They start from copies of the roster.
    priced
        Prices of the best bound known; asked before every window.
    found
        Told after each window whether the roster gained, one at a time.
    """

    lines: Lines
    improvers: list[Improver]
    priced: Callable[[], Priced]
    found: Callable[[bool], None]
    _others: list[Future[None]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _version: int = 0

    def start(self, pool: Executor, keep_going: Callable[[], bool]) -> None:
        """Let all but the first improve while wanted."""
        self._others = [pool.submit(self._work, one, keep_going) for one in self.improvers[1:]]

    def run(self, keep_going: Callable[[], bool]) -> None:
        """Improve while wanted; what went wrong with another meanwhile comes up here."""
        for other in self._others:
            if other.done():
                other.result()
        self._work(self.improvers[0], keep_going)

    def offer(self, lines: Lines) -> None:
        """Take over another roster where that is better."""
        with self._lock:
            if lines.objective < self.lines.objective:
                self.lines.take(lines)
                self._version += 1

    def end(self) -> None:
        """Wait for all, who must have been told not to go on; then what went wrong comes up."""
        wait(self._others)
        for other in self._others:
            other.result()

    def _work(self, improver: Improver, keep_going: Callable[[], bool]) -> None:
        seen = -1
        while keep_going():
            with self._lock:
                if seen != self._version:
                    improver.lines, seen = self.lines.copy(), self._version
            priced = self.priced()
            if priced is not improver.priced:
                improver.guide(priced)
            built_on = list(improver.lines.lines)
            filling = improver.step()
            with self._lock:
                self.found(filling is not None and self._hand_in(filling, built_on))

    def _hand_in(self, filling: Filling, built_on: list[Line]) -> bool:
        """Write a filling into the roster if its lines are as it knew them, and the roster gains."""
        now = self.lines.lines
        if any(number >= len(now) or now[number] is not built_on[number] for number in filling.window.lines):
            return False
        before = self.lines.copy()
        filling.apply(self.lines)
        if self.lines.objective >= before.objective:
            self.lines.take(before)
            return False
        self._version += 1
        return True
