"""State of a running search: the best solution and bound so far, the clock, the listener."""

import threading
import time
from dataclasses import dataclass, field

from planner.solver.answer import (
    Answer,
    BoundMethod,
    Certificate,
    EngineListener,
    EngineProgress,
    Solution,
    Stop,
)


@dataclass
class Search:
    """What is known so far; better solutions and bounds replace worse ones.

    Several threads may offer and tell at a time.

    Parameters
    ----------
    seconds
        Time limit from the moment the search is made.
    stop
        Set from outside to end the search with the best solution so far.
    listen
        Receives progress.
    """

    seconds: float
    stop: threading.Event
    listen: EngineListener
    best: Solution | None = None
    bound: int | None = None
    bound_method: BoundMethod = "relaxation"
    certificate: Certificate | None = None
    started: float = field(default_factory=time.monotonic)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.started

    @property
    def left(self) -> float:
        """Seconds until the limit."""
        return self.seconds - self.elapsed

    def keep_going(self) -> bool:
        """Whether there is time and no wish to stop."""
        return self.left > 0 and not self.stop.is_set()

    @property
    def proven(self) -> bool:
        """Whether the best solution is optimal."""
        return self.best is not None and self.bound is not None and self.best.objective <= self.bound

    @property
    def ended(self) -> bool:
        """Whether there is nothing left to do: a solution is known, and proven or the last in time."""
        return self.best is not None and (self.proven or not self.keep_going())

    def offer(self, solution: Solution) -> bool:
        """Keep a solution if it is the best so far."""
        with self._lock:
            better = self.best is None or solution.objective < self.best.objective
            if better:
                self.best = solution
            return better

    def raise_bound(self, bound: int, method: BoundMethod) -> None:
        """Keep a bound if it is the highest so far."""
        with self._lock:
            if self.bound is None or bound > self.bound:
                self.bound, self.bound_method = bound, method

    def say(self, stage: str, objective: int | None = None, bound: int | None = None) -> None:
        """Tell the listener where the search stands; a solver may know better figures for now."""
        with self._lock:
            known = self.best.objective if self.best is not None else None
            objectives = [value for value in (objective, known) if value is not None]
            bounds = [value for value in (bound, self.bound) if value is not None]
            self.listen(
                EngineProgress(
                    stage,
                    self.elapsed,
                    min(objectives, default=None),
                    max(bounds, default=None),
                )
            )

    def answer(self) -> Answer:
        """Close the search; a solution must have been offered."""
        if self.best is None or self.bound is None or self.certificate is None:
            raise RuntimeError("the search ended before any solution and bound were known")
        stop: Stop = "interrupted" if self.stop.is_set() else "time_limit"
        return Answer(
            self.best,
            min(self.bound, self.best.objective),
            self.bound_method,
            "proven" if self.proven else stop,
            self.elapsed,
            self.certificate,
        )
