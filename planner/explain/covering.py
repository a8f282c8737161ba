"""Must be there in an interval, as an automaton without memory."""

from collections.abc import Hashable
from dataclasses import dataclass

from models.horizon import Horizon
from models.rule import State
from models.shift import Shift
from planner.solver.problem import Label


@dataclass(frozen=True)
class Covering:
    """On one day only shifts that span an interval.

    Parameters
    ----------
    horizon, interval
        The interval.
    day
        The day on which such a shift starts.
    """

    horizon: Horizon
    interval: int
    day: int

    @property
    def key(self) -> Hashable:
        """Identity of the automaton."""
        return ("covering", self.interval, self.day)

    def start(self) -> State:
        """The only state."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Forbid anything else on the day."""
        if day != self.day:
            return state, 0
        return (state, 0) if isinstance(label, Shift) and spans(self.horizon, label, self.interval) else None

    def finish(self, state: State) -> int | None:
        """End anywhere."""
        del state
        return 0


def spans(horizon: Horizon, shift: Shift, interval: int) -> bool:
    """Whether an interval lies within a shift, its break included."""
    step = horizon.interval_minutes
    return shift.start_minute <= interval * step and (interval + 1) * step <= shift.end_minute


def works_in(horizon: Horizon, shift: Shift, interval: int) -> bool:
    """Whether somebody on a shift is at work during the whole of an interval."""
    step = horizon.interval_minutes
    return shift.works_throughout(interval * step, (interval + 1) * step)
