"""The lines of a roster while it is being improved: one line per tour taken."""

from dataclasses import dataclass, field, replace

import numpy as np

from planner.solver.answer import DutyTour, Solution
from planner.solver.columns.slot import PricedTour, Slot
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints
from planner.solver.paths.space import PathSpace


@dataclass(frozen=True)
class Line:
    """One tour: whose it is, its label column and duty (or -1) of each day, its exact cost."""

    profile: int
    columns: Ints
    duties: Ints
    cost: int


@dataclass
class Lines:
    """Lines with the levels they reach; every change keeps costs and levels exact.

    Parameters
    ----------
    ledger, space
        The problem and its legal tours.
    slots
        A whole-horizon slot per profile that has tours, by profile.
    sides
        Values of the side columns.
    """

    ledger: Ledger
    space: PathSpace
    slots: dict[int, Slot]
    sides: Ints
    lines: list[Line] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.levels = self.ledger.side_levels(self.sides.tolist())
        self._side_cost = np.array([side.cost for side in self.ledger.problem.side_columns], np.int64)

    @property
    def objective(self) -> int:
        """Exact objective."""
        rows = np.arange(len(self.levels))
        total = int(self.ledger.prices.at(rows, self.levels).sum())
        return total + int((self._side_cost * self.sides).sum()) + sum(line.cost for line in self.lines)

    def add(self, profile: int, tour: PricedTour) -> None:
        """Add a whole tour."""
        duties = self._by_day(tour.duties)
        line = self._priced(profile, tour.columns.copy(), duties)
        self.lines.append(line)
        self._count(line, 0, len(duties), 1)

    def hide(self, number: int) -> None:
        """Take a line's duties off the levels until it is shown again."""
        self._count(self.lines[number], 0, self.ledger.problem.days, -1)

    def show(self, number: int) -> None:
        """Count a hidden line again."""
        self._count(self.lines[number], 0, self.ledger.problem.days, 1)

    def put(self, number: int, begin: int, columns: Ints, duties: Ints) -> None:
        """Replace the days of a line from ``begin`` on by others; ``duties`` are without days off."""
        line = self.lines[number]
        end = begin + len(columns)
        self._count(line, begin, end, -1)
        all_columns = np.concatenate([line.columns[:begin], columns, line.columns[end:]])
        own = line.duties.copy()
        own[begin:end] = -1
        own[self.ledger.duty_day[duties]] = duties
        self.lines[number] = self._priced(line.profile, all_columns, own)
        self._count(self.lines[number], begin, end, 1)

    def settle(self, sides: Ints) -> None:
        """Change the side columns."""
        changed = self.ledger.side_levels((sides - self.sides).tolist())
        self.levels += changed
        self.sides = sides.copy()

    def duties_on(self, number: int, begin: int, end: int) -> Ints:
        """Duties of a line on some days, days off left out."""
        own = self.lines[number].duties[begin:end]
        worked: Ints = own[own >= 0]
        return worked

    def copy(self) -> "Lines":
        """Return lines that can be changed apart from these."""
        other = replace(self, sides=self.sides.copy(), lines=list(self.lines))
        other.levels = self.levels.copy()
        return other

    def take(self, other: "Lines") -> None:
        """Become what a copy is."""
        self.lines, self.levels, self.sides = list(other.lines), other.levels.copy(), other.sides.copy()

    def _priced(self, profile: int, columns: Ints, duties: Ints) -> Line:
        slot = self.slots[profile]
        worked = duties[duties >= 0]
        cost = slot.as_it_is(columns, worked, self.ledger.trade_costs[slot.trade]).cost
        return Line(profile, columns, duties, cost)

    def solution(self) -> Solution:
        """Bundle the lines with their objective."""
        tours: list[list[DutyTour]] = [[] for _ in self.ledger.problem.profiles]
        for line in self.lines:
            tours[line.profile].append(tuple(None if duty < 0 else duty for duty in line.duties.tolist()))
        ordered = tuple(tuple(sorted(own, key=_reading_order)) for own in tours)
        return Solution(ordered, tuple(self.sides.tolist()), self.objective)

    def _by_day(self, duties: Ints) -> Ints:
        own = np.full(self.ledger.problem.days, -1, np.int64)
        own[self.ledger.duty_day[duties]] = duties
        return own

    def _count(self, line: Line, begin: int, end: int, times: int) -> None:
        own = line.duties[begin:end]
        trade = self.slots[line.profile].trade
        self.ledger.add_tour(self.levels, trade, tuple(own[own >= 0].tolist()), times)


def _reading_order(tour: DutyTour) -> tuple[int, ...]:
    return tuple(-1 if duty is None else duty for duty in tour)
