"""Which rows of an export are a channel's: columns and the values they may have."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.history.exports.reading_report import ReadingReport

_LISTED_VALUES = 12
_KEPT_VALUES = 200
_LONGEST_VALUE = 40


class Selection:
    """Chooses rows by ``where``; capitals do not matter.

    Parameters
    ----------
    where
        Values a column may have, by its name; a row must do for every column.
    tell_column
        Column whose values may be told, to help choose: one of queues, groups or channels,
        never of people.
    """

    def __init__(self, where: Mapping[str, Sequence[str]], tell_column: str) -> None:
        self.columns = tuple(where)
        self.tell_column = tell_column
        self._where = {
            name: frozenset(value.strip().casefold() for value in words) for name, words in where.items()
        }
        self._values: Counter[str] = Counter()

    def words(self, name: str) -> frozenset[str]:
        """Values a column may have, in small letters."""
        return self._where[name]

    def chosen(
        self, columns: Mapping[str, Sequence[Sequence[str]]], rows: int, report: ReadingReport
    ) -> NDArray[np.bool_]:
        """Whether each row is the channel's; of columns of the same name one is enough.

        Parameters
        ----------
        columns
            Cells by the name of their column, which may have several; all those of ``where``.
        rows
            How many rows there are.
        report
            Told how many rows belong to others.
        """
        chosen = np.ones(rows, dtype=bool)
        for name, words in self._where.items():
            found = np.zeros(rows, dtype=bool)
            for cells in columns[name]:
                codes, values = pd.factorize(np.array(cells, dtype=object))
                fits = np.array([value.casefold() in words for value in values.tolist()], dtype=bool)
                found |= fits[codes]
            chosen &= found
        for cells in columns.get(self.tell_column, ()):
            if len(self._values) < _KEPT_VALUES:
                self._values.update(cells)
        report.left_out["where"] += rows - int(chosen.sum())
        return chosen

    def told(self) -> str:
        """Common values of the column that may be told; what few rows have may be a mistake of theirs."""
        known = self._common()
        listed = ", ".join(value[:_LONGEST_VALUE] for value in known[:_LISTED_VALUES])
        return listed + (", …" if len(known) > _LISTED_VALUES else "")

    def tell(self, report: ReadingReport) -> None:
        """Say that everything counts, where nothing was chosen and there is a choice."""
        if not self._where and len(self._common()) > 1:
            report.tell("everything_counted", column=self.tell_column, listed=self.told())

    def _common(self) -> list[str]:
        enough = max(1, self._values.total() // 100)
        return [value for value, count in self._values.most_common() if value and count >= enough]

    def stated(self) -> str:
        """The choice as the user may have written it."""
        return ", ".join(f"{name} = {' or '.join(sorted(words))}" for name, words in self._where.items())
