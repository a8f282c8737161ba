"""What duties cover: trades that cover alike are one class, rows that are covered alike one group."""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from planner.solver.layers import Ints
from planner.solver.paths.network import Floats

Marks = npt.NDArray[np.uint64]


class CoverIndex:
    """Covers of a problem by class; a duty within a class is a place.

    Parameters
    ----------
    cover_start, cover_row, cover_amount
        Per trade: first entry of each duty, and row and amount of each entry.
    rows
        Number of rows.
    """

    def __init__(
        self, cover_start: list[Ints], cover_row: list[Ints], cover_amount: list[Ints], rows: int
    ) -> None:
        keys = [
            (start.tobytes(), hit.tobytes(), amounts.tobytes())
            for start, hit, amounts in zip(cover_start, cover_row, cover_amount, strict=True)
        ]
        distinct = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        self.class_of_trade = [distinct[key] for key in keys]
        self._duties = len(cover_start[0]) - 1 if cover_start else 0
        self._rows = rows
        parts: list[tuple[Ints, Ints, Ints]] = []
        for number in range(len(distinct)):
            trade = self.class_of_trade.index(number)
            duties = np.repeat(np.arange(self._duties), np.diff(cover_start[trade]))
            parts.append((cover_row[trade], number * self._duties + duties, cover_amount[trade]))
        self._row, self._place, self._amount = (np.concatenate(part) for part in zip(*parts, strict=True))

    @property
    def places(self) -> int:
        """Number of places."""
        return self._duties * (1 + max(self.class_of_trade, default=-1))

    @property
    def entries(self) -> int:
        """Pairs of a place and a row it covers."""
        return len(self._row)

    def place(self, trade: int, duty: int) -> int:
        """Number of a duty within its class."""
        return self.class_of_trade[trade] * self._duties + duty

    def levels(self, counts: Floats) -> Floats:
        """Levels of the rows when each place is worked so often."""
        entries: Floats = self._amount * counts[self._place]
        return np.bincount(self._row, weights=entries, minlength=self._rows).astype(np.float64)

    @cached_property
    def by_place(self) -> tuple[Ints, Ints, Ints]:
        """First entry of each place, and the rows it covers with the amounts."""
        first = np.searchsorted(self._place, np.arange(self.places + 1)).astype(np.int64)
        return first, self._row, self._amount

    @cached_property
    def is_hit(self) -> npt.NDArray[np.bool_]:
        """Whether any duty covers each row."""
        return np.bincount(self._row, minlength=self._rows) > 0

    @cached_property
    def hit_marks(self) -> Marks:
        """A number per row, the same where all duties cover rows alike."""
        drawn = _drawn(self.places)[self._place] * self._amount.astype(np.uint64)
        return self._summed(drawn, self._row)

    @cached_property
    def class_marks(self) -> Marks:
        """A number per row, the same where the same classes cover rows, in any duty."""
        classes = 1 + max(self.class_of_trade, default=-1)
        pairs = np.unique(self._row * classes + self._place // max(1, self._duties))
        return self._summed(_drawn(classes)[pairs % max(1, classes)], pairs // max(1, classes))

    def _summed(self, drawn: Marks, rows: Ints) -> Marks:
        marks = np.zeros(self._rows, np.uint64)
        np.add.at(marks, rows, drawn)
        return marks


def _drawn(count: int) -> Marks:
    """Numbers whose sums tell apart what they were drawn for, but for a chance of one in 10^19."""
    drawn: Marks = np.random.default_rng(0).integers(1, 2**63, count).astype(np.uint64)
    return drawn
