"""What is counted over the whole horizon: shifts of a type, minutes, weekends."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import gcd

from planner.solver.problem import Label, State
from tests.benchmarks.curtois.nouns import Shift

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class ShiftsOfType:
    """How often one shift type is worked."""

    shift: str
    upper: int
    lower: int = 0

    @property
    def key(self) -> Hashable:
        """The type says it all."""
        return ("shifts of type", self.shift)

    def start(self) -> State:
        """Nothing to remember."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int]:
        """Count one where the type is worked."""
        return state, int(label == self.shift)


@dataclass(frozen=True)
class Units:
    """Working time of each shift type, in units of their greatest common divisor."""

    unit_minutes: int
    by_shift: tuple[tuple[str, int], ...]

    @cached_property
    def of(self) -> dict[Label | None, int]:
        """Units of a label; a day off has none."""
        return {None: 0, **dict(self.by_shift)}


def units_of(shifts: Sequence[Shift]) -> Units:
    """Return the working time of shift types in their coarsest common unit."""
    unit = gcd(*(shift.minutes for shift in shifts))
    return Units(unit, tuple((shift.name, shift.minutes // unit) for shift in shifts))


@dataclass(frozen=True)
class WorkingTime:
    """Minutes worked, in units; the bounds are rounded to the totals that can occur."""

    units: Units
    min_minutes: int
    max_minutes: int

    @property
    def key(self) -> Hashable:
        """Units of each type; bounds may differ."""
        return ("working time", self.units.by_shift)

    @property
    def lower(self) -> int:
        """Fewest units: rounded up."""
        return -(-self.min_minutes // self.units.unit_minutes)

    @property
    def upper(self) -> int:
        """Most units: rounded down."""
        return self.max_minutes // self.units.unit_minutes

    def start(self) -> State:
        """Nothing to remember."""
        return ()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int]:
        """Add the units of the shift."""
        return state, self.units.of[label]


@dataclass(frozen=True)
class Weekends:
    """Weekends with a shift on Saturday or Sunday; day 0 is a Monday."""

    upper: int
    lower: int = 0
    key: Hashable = "weekends"

    def start(self) -> State:
        """No Saturday has been worked yet."""
        return False

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int]:
        """Count a weekend on the first of its days worked; remember a Saturday until Sunday."""
        worked, weekday = label is not None, day % 7
        if weekday == SATURDAY:
            return worked, int(worked)
        return False, int(weekday == SUNDAY and worked and not state)
