"""The rows of a master program: levels that tours reach, priced, few and sparse."""

from collections import defaultdict

import numpy as np
import numpy.typing as npt

from planner.solver.columns.curve import Curve, curve_of, total
from planner.solver.columns.program import Program
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats

#: Where duties cover more rows than this each, rows say how levels change from one to the next.
_ROWS_PER_DUTY = 4
#: A level this near to a break is at it: blurred targets are moved by less.
_NEAR = 1e-5


class LevelRows:
    """Levels to price, joined and put in order.

    - A row that one free side column touches, and no duty, is part of that column's cost.
    - A side column that touches one other row only is part of that row's price.
    - Rows that duties cover alike, and no other side column touches, are one level.
    - Where duties cover many rows, those of neighbouring intervals differ in few duties:
      each level is then told by what it has more than the one before.

    Parameters
    ----------
    program
        Rows, side columns, base.
    watched
        Rows to take in.
    """

    def __init__(self, program: Program, watched: Ints) -> None:
        self._program, self._index = program, program.ledger.cover_index
        self.is_chained = self._index.entries > _ROWS_PER_DUTY * self._index.places
        #: Slope of each row that is part of a side column's cost, and what it adds when that is 0.
        self.folded: dict[int, int] = {}
        self.constant = 0.0
        taken_in = np.zeros(len(program.base), np.bool_)
        taken_in[watched] = True
        self._curves: dict[int, Curve] = {}
        #: Place and cost of each side column that stays, with the rows and amounts it covers.
        self.sides: list[tuple[int, float, list[tuple[int, int]]]] = []
        #: Side columns that became part of a row's price: their place, the row, the amount, the
        #: level from which they idle, and their upper bound.
        eased: list[tuple[int, int, int, float, int]] = []
        self._place_sides(taken_in, eased)
        self._eased_columns = np.array(eased, np.float64).reshape(-1, 5).T
        for row in np.flatnonzero(taken_in).tolist():
            if row not in self._curves and row not in self.folded:
                self._curves[row] = self._curve(row)
        self._join()
        self.rows = np.flatnonzero(taken_in)

    def _curve(self, row: int) -> Curve:
        return curve_of(self._program.ledger.problem.rows[row].price, int(self._program.base[row]))

    def _place_sides(
        self, taken_in: npt.NDArray[np.bool_], eased: list[tuple[int, int, int, float, int]]
    ) -> None:
        problem, free = self._program.ledger.problem, self._program.free_sides
        touching: dict[int, int] = defaultdict(int)
        for number in free.tolist():
            for row, _ in problem.side_columns[number].covers:
                touching[row] += 1
        counted = np.zeros(len(self._program.base), np.bool_)
        counted[self._program.rows] = True
        for order, number in enumerate(free.tolist()):
            side = problem.side_columns[number]
            cost, covers = float(side.cost), []
            for row, amount in side.covers:
                if not counted[row]:
                    continue
                alone = touching[row] == 1 and not self._index.is_hit[row]
                slope = self._only_slope(row, amount, side.lower, side.upper) if alone else None
                if slope is not None:
                    taken_in[row] = False
                    self.folded[row] = slope
                    cost += slope * amount
                    start = int(self._program.base[row]) + amount * side.lower
                    price = problem.rows[row].price
                    self.constant += price.at(start) - slope * amount * side.lower
                    self.constant -= price.at(price.breaks[price.pivot])
                elif taken_in[row]:
                    covers.append((row, amount))
            one = self._ease(order, cost, covers, touching)
            if one is None:
                self.sides.append((order, cost, covers))
            else:
                eased.append(one)

    def _only_slope(self, row: int, amount: int, lower: int, upper: int) -> int | None:
        """Slope of a row's price where a side column alone can bring it, if it has but one there."""
        price, base = self._program.ledger.problem.rows[row].price, int(self._program.base[row])
        low, high = sorted((base + amount * lower, base + amount * upper))
        slope = price.slope_above(low)
        return slope if high <= low or price.slope_above(high - 1) == slope else None

    def _ease(
        self, order: int, cost: float, covers: list[tuple[int, int]], touching: dict[int, int]
    ) -> tuple[int, int, int, float, int] | None:
        """Make a side column that touches one row part of its price."""
        side = self._program.ledger.problem.side_columns[int(self._program.free_sides[order])]
        if len(covers) != 1 or side.lower != 0:
            return None
        (row, amount) = covers[0]
        if touching[row] != 1 or amount <= 0:
            return None
        plain = self._curve(row)
        curve = plain.eased(-cost / amount, float(amount * side.upper))
        if curve is None:
            return None
        place = sum(slope < -cost / amount for slope in plain.slopes)
        self._curves[row] = curve
        return order, row, amount, plain.breaks[place - 1], side.upper

    def _join(self) -> None:
        """Join rows into levels, and put levels in chains of neighbours."""
        apart = {row for _, _, covers in self.sides for row, _ in covers}
        members: dict[tuple[int, int], list[int]] = defaultdict(list)
        for row in sorted(self._curves):
            members[int(self._index.hit_marks[row]), row if row in apart else -1].append(row)
        groups = list(members.values())
        if self.is_chained:
            groups.sort(key=lambda group: (int(self._index.class_marks[group[0]]), group[0]))
        self.groups = groups
        self.level_of_row = {row: level for level, group in enumerate(groups) for row in group}
        self.curves = [total([self._curves[row] for row in group]) for group in groups]
        for curve, group in zip(self.curves, groups, strict=True):
            self.constant += curve.lowest - sum(self._curves[row].lowest for row in group)
        marks = [int(self._index.class_marks[group[0]]) for group in groups]
        #: Whether a level is told by its difference to the one before.
        self.follows = np.array(
            [
                self.is_chained and level > 0 and marks[level] == marks[level - 1]
                for level in range(len(groups))
            ],
            np.bool_,
        )
        self._level = np.full(len(self._program.base), -1, np.int64)
        for level, group in enumerate(groups):
            self._level[group[0]] = level

    def entries(self, trade: int, duties: Ints) -> tuple[Ints, Floats]:
        """Rows of the master that a tour enters, with coefficients."""
        ledger = self._program.ledger
        start, rows, amounts = ledger.cover_start[trade], ledger.cover_row[trade], ledger.cover_amount[trade]
        levels = np.zeros(len(self.groups) + 1)
        for duty in duties.tolist():
            part = slice(start[duty], start[duty + 1])
            # rows without a level of their own count for the last one, which is left out
            np.add.at(levels, self._level[rows[part]], amounts[part])
        own = levels[:-1]
        told = own.copy()
        told[1:][self.follows[1:]] -= own[:-1][self.follows[1:]]
        there = np.flatnonzero(told)
        return there, told[there]

    def row_prices(self, slopes: Floats, levels: Floats) -> Floats:
        """Share the slope of each level out among its rows.

        Parameters
        ----------
        slopes
            Slope of the price of each level (levels,).
        levels
            Level of every row of the problem, eased side columns left out.
        """
        prices = np.zeros(len(self._program.base))
        for row, slope in self.folded.items():
            prices[row] = slope
        for group, slope in zip(self.groups, slopes.tolist(), strict=True):
            if len(group) == 1:
                prices[group[0]] = slope
                continue
            own = levels[group] - self._program.base[group]
            ends = [
                self._curves[row].slopes_at(level, _NEAR)
                for row, level in zip(group, own.tolist(), strict=True)
            ]
            low, high = sum(end[0] for end in ends), sum(end[1] for end in ends)
            part = 0.0 if high <= low else min(1.0, max(0.0, (slope - low) / (high - low)))
            for row, end in zip(group, ends, strict=True):
                prices[row] = end[0] + part * (end[1] - end[0])
        return prices

    def side_values(self, levels: Floats, held: Floats) -> Floats:
        """Values of all free side columns, those that became part of a price included.

        Parameters
        ----------
        levels
            Level of every row of the problem, eased side columns left out.
        held
            Values of the side columns that stayed.
        """
        values = np.zeros(len(self._program.free_sides))
        values[[order for order, _, _ in self.sides]] = held
        order, row, amount, edge, upper = self._eased_columns
        missing = (edge + self._program.base[row.astype(np.int64)] - levels[row.astype(np.int64)]) / amount
        values[order.astype(np.int64)] = np.clip(missing, 0.0, upper)
        return values
