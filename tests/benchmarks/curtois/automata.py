"""The rules that say day by day what an employee may work, and what the wishes cost."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from planner.solver.problem import Label, State
from tests.benchmarks.curtois.nouns import Request, Shift


class Successions:
    """Some shift types must not be worked on the day after others; before day 0 all is off."""

    def __init__(self, shifts: Sequence[Shift]) -> None:
        self._banned_after: dict[Label | None, tuple[str, ...]] = {
            shift.name: tuple(sorted(set(shift.not_followed_by))) for shift in shifts
        }
        self.key: Hashable = ("successions", *sorted(self._banned_after.items()))
        self._banned_after[None] = ()

    def start(self) -> State:
        """Nothing is banned on day 0."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Remember what is banned tomorrow: types that ban the same need no telling apart."""
        assert isinstance(state, tuple)
        return None if label in state else (self._banned_after[label], 0)

    def finish(self, state: State) -> int | None:
        """Every day may be the last."""
        return 0


class Runs:
    """Lengths of runs of working days and of days off.

    A state is ``(days worked in a row, days the run still has to last)``; runs that began
    before the horizon, or end after it, have lasted long enough.
    """

    _BEFORE = (0, -1)

    def __init__(
        self, max_consecutive_shifts: int, min_consecutive_shifts: int, min_consecutive_days_off: int
    ) -> None:
        self._most = max_consecutive_shifts
        self._least = min_consecutive_shifts
        self._least_off = min_consecutive_days_off
        self.key: Hashable = ("runs", self._most, self._least, self._least_off)

    def start(self) -> State:
        """Either kind of run may have begun before day 0, but no shift of it counts."""
        return self._BEFORE

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Prolong the run, or begin one of the other kind once it has lasted long enough."""
        assert isinstance(state, tuple)
        worked, owed = state
        before = state == self._BEFORE
        prolonged = before or (label is not None) == (worked > 0)
        if (owed > 0 and not prolonged) or (label is not None and worked >= self._most):
            return None
        if prolonged:
            owed = max(0, owed - 1)
        else:
            owed = max(0, (self._least if label is not None else self._least_off) - 1)
        return (worked + 1 if label is not None else 0, owed), 0

    def finish(self, state: State) -> int | None:
        """The last run goes on after the horizon."""
        return 0


class DaysOff:
    """No work on some days."""

    def __init__(self, days: Sequence[int]) -> None:
        self._days = frozenset(days)
        self.key: Hashable = ("days off", *sorted(self._days))

    def start(self) -> State:
        """Nothing to remember."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Forbid every label on the days."""
        return None if label is not None and day in self._days else (state, 0)

    def finish(self, state: State) -> int | None:
        """Nothing is remembered that could forbid an end."""
        return 0


class Banned:
    """Some shift types are never worked."""

    def __init__(self, shifts: Sequence[str]) -> None:
        self._shifts = frozenset(shifts)
        self.key: Hashable = ("banned", *sorted(self._shifts))

    def start(self) -> State:
        """Nothing to remember."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Forbid the types on every day."""
        return None if label in self._shifts else (state, 0)

    def finish(self, state: State) -> int | None:
        """Nothing is remembered that could forbid an end."""
        return 0


class Requests:
    """What wishes cost: a shift asked for when anything else is done, a shift declined when worked."""

    def __init__(self, on: Sequence[Request], off: Sequence[Request]) -> None:
        self.key: Hashable = ("requests", tuple(sorted(on)), tuple(sorted(off)))
        self._asked: dict[int, int] = defaultdict(int)
        self._extra: dict[tuple[int, Label | None], int] = defaultdict(int)
        for request in on:
            self._asked[request.day] += request.weight
            self._extra[request.day, request.shift] -= request.weight
        for request in off:
            self._extra[request.day, request.shift] += request.weight

    def start(self) -> State:
        """Nothing to remember."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Charge what is not granted."""
        return state, self._asked.get(day, 0) + self._extra.get((day, label), 0)

    def finish(self, state: State) -> int | None:
        """Everything was charged on its day."""
        return 0
