"""What long work says while it runs."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from models.text import Text


@dataclass(frozen=True)
class Progress:
    """One line of progress; ``None`` where nothing is known yet.

    ``objective`` and ``bound`` are minor units of money, ``gap`` a share of the objective;
    ``done`` of ``wanted`` says how far work has come that can be counted; ``search`` which of
    several searches it is.
    """

    stage: str
    seconds: float
    objective: int | None = None
    bound: int | None = None
    done: int | None = None
    wanted: int | None = None
    search: Text | None = None

    @property
    def gap(self) -> float | None:
        """(objective - bound) / objective; ``None`` until both are known."""
        if self.objective is None or self.bound is None:
            return None
        return max(0.0, (self.objective - self.bound) / max(1, abs(self.objective)))


Listener = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """Listen to nothing."""


def named_search(search: Text, listen: Listener) -> Listener:
    """Pass on with the name of the search."""
    return lambda news: listen(replace(news, search=search))


def counting(stage: str, listen: Listener) -> Callable[[int, int], None]:
    """Pass on how many of how many are done, with the seconds since now."""
    begun = time.monotonic()
    return lambda done, wanted: listen(Progress(stage, time.monotonic() - begun, done=done, wanted=wanted))
