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

    def add_row(self, kind: str, name: str, price: ConvexPrice) -> int:
        """Add a row; return its number."""
        self.rows.append(Row(name, price))
        self.kinds.append(kind)
        return len(self.rows) - 1

    def count(self, row: int, interval: int, weight: Weight) -> None:
        """Let agents on duty in an interval add to a row."""
        self._weights.setdefault(interval, []).append((row, weight))

    def add_side(self, name: str, lower: int, upper: int, covers: tuple[tuple[int, int], ...]) -> None:
        """Add a decision beside the tours."""
        self.sides.append(SideColumn(name, lower, upper, 0, covers))

    def gives(self, skills: frozenset[str], interval: int) -> list[tuple[int, int]]:
        """Rows and amounts an agent with these skills adds to by being available in an interval."""
        given = [(row, weight(skills)) for row, weight in self._weights.get(interval, ())]
        return [(row, amount) for row, amount in given if amount]
