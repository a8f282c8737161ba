"""Must be there in an interval, as an automaton."""

from collections.abc import Hashable
from dataclasses import dataclass

from models.horizon import Horizon
from models.rule import State
from models.shift import Shift
from planner.solver.problem import Label


@dataclass(frozen=True)
class Covering:
    """Some shift spans an interval, on whichever day it begins.

    Parameters
    ----------
    horizon, interval
        The interval.
    """

    horizon: Horizon
    interval: int

    @property
    def key(self) -> Hashable:
        """Identity of the automaton."""
        return ("covering", self.interval)

    def start(self) -> State:
        """Nobody is there yet."""
        return False

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Remember a shift that spans the interval."""
        del day
        there = bool(state) or (isinstance(label, Shift) and spans(self.horizon, label, self.interval))
        return there, 0

    def finish(self, state: State) -> int | None:
        """Forbid never having been there."""
        return 0 if state else None


def spans(horizon: Horizon, shift: Shift, interval: int) -> bool:
    """Whether an interval lies within a shift, its break included."""
    step = horizon.interval_minutes
    return shift.spans(interval * step, (interval + 1) * step)


def works_in(horizon: Horizon, shift: Shift, interval: int) -> bool:
    """Whether somebody on a shift is at work during the whole of an interval."""
    step = horizon.interval_minutes
    return shift.works_throughout(interval * step, (interval + 1) * step)
