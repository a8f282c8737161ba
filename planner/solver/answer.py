"""What the engine answers, and what it says while it works."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

#: One tour: per day the number of a duty, or ``None`` for a day off.
DutyTour = tuple[int | None, ...]
BoundMethod = Literal["relaxation", "branch_and_bound"]
Stop = Literal["proven", "time_limit", "interrupted"]


@dataclass(frozen=True)
class Solution:
    """Tours of each profile and values of the side columns, with their exact objective."""

    tours: tuple[tuple[DutyTour, ...], ...]
    sides: tuple[int, ...]
    objective: int


@dataclass(frozen=True)
class EngineProgress:
    """One line of progress."""

    stage: str
    seconds: float
    objective: int | None
    bound: int | None


EngineListener = Callable[[EngineProgress], None]


@dataclass(frozen=True)
class Certificate:
    """Prices from which anyone can recompute a lower bound, each an integer over ``scale``.

    Parameters
    ----------
    scale
        Common denominator of all prices.
    rows
        Groups of rows of the problem that always have one level, each with what one more
        unit of that level is charged (negative: earned).
    counters
        Per profile, per counter: what one more unit of its total is charged, where the bound
        lets the counter's own limits go; ``None`` where the tours of the bound keep them.
    bound
        The bound these prices prove.
    """

    scale: int
    rows: tuple[tuple[tuple[int, ...], int], ...]
    counters: tuple[tuple[int | None, ...], ...]
    bound: int


@dataclass(frozen=True)
class Answer:
    """The best solution found, and how good any solution can be.

    ``bound`` is proven: by dual prices in exact arithmetic (``relaxation``) or by the
    solver's search (``branch_and_bound``).  ``certificate`` holds the prices of the best
    relaxation bound.
    """

    solution: Solution
    bound: int
    bound_method: BoundMethod
    stop: Stop
    seconds: float
    certificate: Certificate

    @property
    def proven_optimal(self) -> bool:
        """Whether no solution can be better."""
        return self.solution.objective <= self.bound
