"""Several improvers at one roster, side by side."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field

from planner.solver.windows.improve import Improver
from planner.solver.windows.lines import Line, Lines
from planner.solver.windows.window import Filling


@dataclass
class Team:
    """Improvers that each work on a copy of the roster and hand in what they find.

    What one hands in is kept if the roster, as the others have left it by then, gains by it.

    Parameters
    ----------
    lines
        The roster; changed only with the lock held.
    improvers
        They start from copies of the roster.
    """

    lines: Lines
    improvers: list[Improver]
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _version: int = 0

    def run(
        self, pool: Executor | None, keep_going: Callable[[], bool], found: Callable[[bool], None]
    ) -> None:
        """Improve while wanted; ``found`` is told after each window whether the roster gained."""
        if pool is None or len(self.improvers) == 1:
            self._work(self.improvers[0], keep_going, found)
            return
        others = [pool.submit(self._work, one, keep_going, found) for one in self.improvers[1:]]
        try:
            self._work(self.improvers[0], keep_going, found)
        finally:
            for other in others:
                other.result()

    def _work(
        self, improver: Improver, keep_going: Callable[[], bool], found: Callable[[bool], None]
    ) -> None:
        seen = -1
        while keep_going():
            with self._lock:
                if seen != self._version:
                    improver.lines, seen = self.lines.copy(), self._version
            built_on = list(improver.lines.lines)
            filling = improver.step()
            with self._lock:
                found(filling is not None and self._hand_in(filling, built_on))

    def _hand_in(self, filling: Filling, built_on: list[Line]) -> bool:
        """Write a filling into the roster if its lines are as it knew them, and the roster gains."""
        if any(self.lines.lines[number] is not built_on[number] for number in filling.window.lines):
            return False
        before = self.lines.copy()
        filling.apply(self.lines)
        if self.lines.objective >= before.objective:
            self.lines.take(before)
            return False
        self._version += 1
        return True
