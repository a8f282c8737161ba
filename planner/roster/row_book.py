"""The rows of a roster: what each interval asks, and what one agent on duty gives to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from models.shift import Shift
from models.tour import RosterAgent
from planner.solver.convex import ConvexPrice
from planner.solver.problem import Row, SideColumn

#: How much an agent adds to a row.
Weight = Callable[[RosterAgent], int]


@dataclass
class RowBook:
    """Rows and side columns, gathered one part of the requirement after another.

    ``kinds`` names, per row, the part of the objective its price belongs to.
    """

    rows: list[Row] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    sides: list[SideColumn] = field(default_factory=list)
    _weights: dict[int, list[tuple[int, Weight]]] = field(default_factory=dict)
    _working: dict[int, list[tuple[int, Weight]]] = field(default_factory=dict)
    _on_shift: dict[int, list[tuple[int, Weight]]] = field(default_factory=dict)
    _starting: dict[int, list[tuple[int, Weight]]] = field(default_factory=dict)
    _of_period: list[tuple[int, Callable[[Shift], bool], Weight]] = field(default_factory=list)

    def add_row(self, kind: str, name: str, price: ConvexPrice) -> int:
        """Add a row; return its number."""
        self.rows.append(Row(name, price))
        self.kinds.append(kind)
        return len(self.rows) - 1

    def count(self, row: int, interval: int, weight: Weight, *, on_break: bool = False) -> None:
        """Let agents on duty in an interval add to a row, those on a break too where that is said."""
        self._weights.setdefault(interval, []).append((row, weight))
        if on_break:
            self._on_shift.setdefault(interval, []).append((row, weight))

    def count_work(self, row: int, interval: int, weight: Weight) -> None:
        """Let agents on duty in an interval add to a row as much as they work.

        That is their weight, times the parts of an agent they count as.
        """
        self._working.setdefault(interval, []).append((row, weight))

    def count_starts(self, row: int, interval: int, weight: Weight) -> None:
        """Let agents whose shift begins in an interval add to a row."""
        self._starting.setdefault(interval, []).append((row, weight))

    def count_period(self, row: int, counts: Callable[[Shift], bool], weight: Weight) -> None:
        """Let the shifts of the period that count add to a row."""
        self._of_period.append((row, counts, weight))

    def add_side(self, name: str, lower: int, upper: int, covers: tuple[tuple[int, int], ...]) -> None:
        """Add a decision beside the tours."""
        self.sides.append(SideColumn(name, lower, upper, 0, covers))

    def gives(
        self, agent: RosterAgent, interval: int, parts: int = 1, *, on_break: bool = False
    ) -> list[tuple[int, int]]:
        """Rows and amounts an agent adds to by being there in an interval.

        There is who is available during the whole of it, or on shift with a break in it; ``parts``
        is what the agent counts as (see :class:`models.productivity.TeamProductivity`).
        """
        if on_break:
            return _told(agent, self._on_shift.get(interval, ()))
        working = _told(agent, self._working.get(interval, ()))
        return [
            *_told(agent, self._weights.get(interval, ())),
            *((row, amount * parts) for row, amount in working),
        ]

    def gives_shift(self, agent: RosterAgent, shift: Shift, begins: int | None) -> list[tuple[int, int]]:
        """Rows and amounts a shift adds to whatever its length; ``begins`` is the interval it begins in."""
        of_period = [
            (row, weight) for row, counts, weight in self._of_period if shift.day >= 0 and counts(shift)
        ]
        starting = self._starting.get(begins, ()) if begins is not None else ()
        return _told(agent, (*of_period, *starting))


def _told(agent: RosterAgent, weights: Iterable[tuple[int, Weight]]) -> list[tuple[int, int]]:
    given = [(row, weight(agent)) for row, weight in weights]
    return [(row, amount) for row, amount in given if amount]
