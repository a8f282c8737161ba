"""The rows of a roster: what each interval asks, and what one agent on duty gives to it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from planner.solver.convex import ConvexPrice
from planner.solver.problem import Row, SideColumn

#: How much an agent with these skills adds to a row.
Weight = Callable[[frozenset[str]], int]


@dataclass
class RowBook:
    """Rows and side columns, gathered one part of the requirement after another.

    ``kinds`` names, per row, the part of the objective its price belongs to.
    """

    rows: list[Row] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    sides: list[SideColumn] = field(default_factory=list)
    _weights: dict[int, list[tuple[int, Weight]]] = field(default_factory=dict)
    _on_shift: dict[int, list[tuple[int, Weight]]] = field(default_factory=dict)

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

    def add_side(self, name: str, lower: int, upper: int, covers: tuple[tuple[int, int], ...]) -> None:
        """Add a decision beside the tours."""
        self.sides.append(SideColumn(name, lower, upper, 0, covers))

    def gives(
        self, skills: frozenset[str], interval: int, *, on_break: bool = False
    ) -> list[tuple[int, int]]:
        """Rows and amounts an agent with these skills adds to by being there in an interval.

        There is who is available during the whole of it, or on shift with a break in it.
        """
        weights = self._on_shift if on_break else self._weights
        given = [(row, weight(skills)) for row, weight in weights.get(interval, ())]
        return [(row, amount) for row, amount in given if amount]
