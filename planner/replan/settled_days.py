"""Days of one person that stay as published, as an automaton."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from models.rule import State
from models.shift import Shift
from planner.solver.problem import Label


def same_shift(one: Shift | None, other: Shift | None) -> bool:
    """Whether two days read the same to whoever works them; where the break lies is no matter."""
    if one is None or other is None:
        return one is other
    return (one.pattern, one.start_minute, one.end_minute) == (
        other.pattern,
        other.start_minute,
        other.end_minute,
    )


@dataclass(frozen=True)
class SettledDays:
    """Only the published shift, or day off, on some days; and shifts that only their owner may keep.

    Parameters
    ----------
    person
        Whose days they are.
    days
        Settled days and what stands on them.
    not_offered
        Shifts no pattern offers any more; barred but where they are settled.
    """

    person: str
    days: Mapping[int, Shift | None]
    not_offered: tuple[Shift, ...] = ()

    @property
    def key(self) -> Hashable:
        """Identity of the automaton."""
        return ("settled", self.person)

    def start(self) -> State:
        """The only state."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Forbid anything else on a settled day."""
        shift = label if isinstance(label, Shift) else None
        if day in self.days:
            return (state, 0) if same_shift(shift, self.days[day]) else None
        barred = shift is not None and any(same_shift(shift, one) for one in self.not_offered)
        return None if barred else (state, 0)

    def finish(self, state: State) -> int | None:
        """End anywhere."""
        del state
        return 0
