"""An automaton that works out each step once, over numbered labels."""

from collections.abc import Hashable

from models.rule import State
from planner.roster.reasons.condition import Labels
from planner.solver.problem import DayAutomaton, Label

_Step = tuple[State, int] | None


class Remembered:
    """Another automaton's answers, kept: conflicts are found by asking the same steps many times.

    Parameters
    ----------
    asked
        The automaton; it reads shifts.
    labels
        Shifts of each day; the labels here are their numbers.
    """

    def __init__(self, asked: DayAutomaton, labels: Labels) -> None:
        self._asked, self._labels = asked, labels
        self._steps: dict[tuple[State, int, Label | None], _Step] = {}
        self.key: Hashable = asked.key

    def start(self) -> State:
        """State before the period."""
        return self._asked.start()

    def step(self, state: State, day: int, label: Label | None) -> _Step:
        """Next state and cost; ``None`` where the step is forbidden."""
        question = state, day, label
        if question not in self._steps:
            shift = self._labels[day][label] if isinstance(label, int) else None
            self._steps[question] = self._asked.step(state, day, shift)
        return self._steps[question]

    def finish(self, state: State) -> int | None:
        """Cost of ending in a state."""
        return self._asked.finish(state)


class DayByDay:
    """Parts that look at each day by itself, as one automaton: leave, settled days, offered shifts.

    Parameters
    ----------
    parts
        Automata without memory.
    """

    def __init__(self, parts: tuple[Remembered, ...]) -> None:
        self._parts = parts
        self.key: Hashable = ("day by day", frozenset(part.key for part in parts))

    def start(self) -> State:
        """The only state."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> _Step:
        """Ask every part."""
        for part in self._parts:
            asked = part.step(part.start(), day, label)
            if asked is None:
                return None
            if asked[0] != part.start():
                raise TypeError(f"{part.key} has a memory")
        return state, 0

    def finish(self, state: State) -> int | None:
        """End anywhere."""
        return 0
