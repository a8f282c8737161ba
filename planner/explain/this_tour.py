"""Anything but certain tours, as an automaton."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import cast

from models.rule import State
from models.shift import Shift
from planner.solver.problem import Label

#: Per day what rules and people see of a shift; ``None`` for a day off.
Seen = tuple[tuple[str, int, int] | None, ...]


def seen(shifts: tuple[Shift | None, ...]) -> Seen:
    """What people see of a tour: where breaks lie is no matter."""
    return tuple(map(_look, shifts))


@dataclass(frozen=True)
class AnythingBut:
    """Any tour but some; the state holds those still matched."""

    tours: tuple[Seen, ...]

    @property
    def key(self) -> Hashable:
        """Identity of the automaton."""
        return ("anything but", self.tours)

    def start(self) -> State:
        """All of them may still come out."""
        return tuple(range(len(self.tours)))

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Drop the tours this day differs from."""
        look = _look(label)
        return tuple(one for one in cast("tuple[int, ...]", state) if self.tours[one][day] == look), 0

    def finish(self, state: State) -> int | None:
        """Forbid ending as one of them."""
        return None if state else 0


def _look(label: Label | None) -> tuple[str, int, int] | None:
    return (label.pattern, label.start_minute, label.end_minute) if isinstance(label, Shift) else None
