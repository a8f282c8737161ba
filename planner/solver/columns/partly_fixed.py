"""A slot some of whose days are fixed."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour, Slot
from planner.solver.paths.network import Floats


class PartlyFixed:
    """A slot with label columns barred, one after another, until every day is fixed.

    Counters too large for the paths are kept: what would go over is barred.

    Parameters
    ----------
    slot
        As it is while nothing is fixed.
    program
        Says which columns belong to which day.
    """

    def __init__(self, slot: Slot, program: Program) -> None:
        begin, end = program.days
        first = program.space.first_column
        self._begin, self._first = int(first[begin]), first[begin:end]
        self._end = int(first[end])
        self._day = np.repeat(np.arange(end - begin), np.diff(first[begin : end + 1]))
        self._is_fixed = np.zeros(end - begin, np.bool_)
        self._room = {
            counter: slot.counters[counter].upper - slot.outside[counter] for counter in slot.priced
        }
        self._barred: Floats = np.zeros(program.space.columns)
        #: The slot as it may be priced.
        self.slot = replace(slot, barred=self._barred)

    def copy(self) -> "PartlyFixed":
        """Another one, to go back to."""
        made = object.__new__(PartlyFixed)
        made.__dict__.update(self.__dict__)
        made._is_fixed, made._room = self._is_fixed.copy(), dict(self._room)
        made._barred = self._barred.copy()
        made.slot = replace(self.slot, barred=made._barred)
        return made

    @property
    def days_left(self) -> int:
        """Number of days not fixed."""
        return int((~self._is_fixed).sum())

    def allows(self, tour: PricedTour) -> bool:
        """Whether a tour has no barred column."""
        return not self._barred[tour.columns].any()

    def surest(self, chances: Floats) -> list[tuple[float, int, int]]:
        """Likeliest column of each open day: its chance, the slot's number, the column."""
        own = chances[self._begin : self._end]
        top = np.maximum.reduceat(own, self._first - self._begin)
        found = []
        for day in np.flatnonzero(~self._is_fixed).tolist():
            start = int(self._first[day])
            stop = int(self._first[day + 1]) if day + 1 < len(self._first) else self._end
            column = start + int(chances[start:stop].argmax())
            found.append((float(top[day]), self.slot.number, column))
        return found

    def fix(self, columns: Iterable[int]) -> None:
        """Fix columns on their days, as far as counters have room."""
        for column in columns:
            if self._barred[column]:
                continue
            counts = {counter: int(self.slot.counters[counter].by_column[column]) for counter in self._room}
            if any(self._room[counter] < count for counter, count in counts.items()):
                self._barred[column] = np.inf
                continue
            day = self._day[column - self._begin]
            self._is_fixed[day] = True
            same = self._begin + np.flatnonzero(self._day == day)
            self._barred[same[same != column]] = np.inf
            for counter, count in counts.items():
                self._room[counter] -= count
        for counter, room in self._room.items():
            use = self.slot.counters[counter]
            over = use.by_column[self._begin : self._end] > room
            over &= ~self._is_fixed[self._day]
            self._barred[self._begin : self._end][over] = np.inf
