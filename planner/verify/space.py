"""States of several tables together, day by day: every way like profiles may spend their days.

A state is one integer that holds the number of each table's state and each total kept, in
mixed radix.  A day's layer is the sorted array of the states that can be reached; the steps
between two layers are worked out when they are asked for, never stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.text import Text
from planner.verify.refusal import CertificateError
from planner.verify.table import FORBIDDEN, Exact, Table

_TOO_MANY = Text(
    en="day {day} of the legal tours has too many steps to count",
    ru="в день {day} у допустимых графиков слишком много вариантов, их не пересчитать",
)
_SAFE = 1 << 62
#: Steps of one day that fit into memory, at eight bytes each.
_MOST_STEPS = 1 << 28


@dataclass(frozen=True)
class KeptTotal:
    """A counter whose total is kept to the end, with the bounds of every profile of the space.

    Parameters
    ----------
    table
        What it remembers and counts.
    bounds
        Least and largest total of each profile.
    """

    table: Table
    bounds: tuple[tuple[int, int], ...]

    @cached_property
    def left(self) -> tuple[Exact, ...]:
        """Per day and state: the most that can still be counted; one entry more than days."""
        reach = sum(self.table.largest(day) for day in range(len(self.table.steps)))
        most: Exact = np.zeros(len(self.table.ends), np.int64 if reach < _SAFE // 2 else object)
        after = [most]
        for steps, amounts in zip(reversed(self.table.steps), reversed(self.table.amounts), strict=True):
            most = (amounts + most[steps]).max(axis=1)
            after.append(most)
        return tuple(reversed(after))

    @cached_property
    def ceiling(self) -> int:
        """No state needs a larger total."""
        reachable = int(self.left[0].max())
        return max(0, min(reachable, max(upper for _, upper in self.bounds)))

    def settled(self, totals: Exact, left: Exact) -> tuple[NDArray[np.bool_], Exact]:
        """Say which totals can still end within someone's bounds; join those sure to, in everyone's."""
        least = min(lower for lower, _ in self.bounds)
        safe_from, safe_to = max(lower for lower, _ in self.bounds), min(upper for _, upper in self.bounds)
        possible = (totals <= self.ceiling) & (totals + left >= least)
        safe = (totals >= safe_from) & (totals + left <= safe_to)
        return possible.astype(bool), np.where(safe, min(max(0, safe_from), self.ceiling), totals)


class Space:
    """The product of tables and kept totals from given starts.

    Parameters
    ----------
    tables
        Automata and counters with a memory, those of the kept totals left out; with them,
        at least one.
    kept
        Counters whose totals are part of the state.
    starts
        Per profile the state number in each table, then in each kept total's table.

    Raises
    ------
    CertificateError
        There are more steps between two days than memory can hold.
    """

    def __init__(
        self, tables: Sequence[Table], kept: Sequence[KeptTotal], starts: Sequence[tuple[int, ...]]
    ) -> None:
        self.kept = tuple(kept)
        self.tables = (*tables, *(total.table for total in kept))
        self.days = len(self.tables[0].steps)
        self._sizes = [self._radices(day) for day in range(self.days + 1)]
        fits = all(_product(sizes) < _SAFE for sizes in self._sizes)
        self._dtype = np.dtype(np.int64) if fits else np.dtype(object)
        self.label_groups = [self._labels_alike(day) for day in range(self.days)]
        columns = [np.array(column, np.int64) for column in zip(*starts, strict=True)]
        columns += [np.zeros(len(starts), np.int64) for _ in self.kept]
        self.start_codes = self._encoded(0, columns)
        self.layers = [np.unique(self.start_codes)]
        for day in range(self.days):
            own = self.columns(day)
            onward: list[Exact] = [np.zeros(0, self._dtype)]
            for labels in self.label_groups[day]:
                onward.append(self.after(day, own, labels[0])[1])
                if sum(len(codes) for codes in onward) > _MOST_STEPS:
                    raise CertificateError(_TOO_MANY.format(day=day + 1))
            self.layers.append(np.unique(np.concatenate(onward)))

    def columns(self, day: int) -> list[Exact]:
        """State number in each table, then each total, of the states before a day."""
        codes, columns = self.layers[day], []
        for size in reversed(self._sizes[day]):
            columns.append(codes % size)
            codes = codes // size
        columns.reverse()
        tables = len(self.tables)
        return [*(column.astype(np.int64) for column in columns[:tables]), *columns[tables:]]

    def after(self, day: int, columns: Sequence[Exact], label: int) -> tuple[NDArray[np.bool_], Exact]:
        """Which states of a layer may take a label, and the states after it, of those that may."""
        may = np.ones(len(columns[0]), bool)
        onward: list[Exact] = []
        for table, own in zip(self.tables, columns, strict=False):
            target = table.steps[day][:, label][own]
            may &= target != FORBIDDEN
            onward.append(target)
        first = len(self.tables) - len(self.kept)
        for number, total in enumerate(self.kept):
            memory, before = columns[first + number], columns[len(self.tables) + number]
            counted = before + total.table.amounts[day][:, label][memory]
            possible, joined = total.settled(counted, total.left[day + 1][onward[first + number]])
            may &= possible
            onward.append(joined)
        return may, self._encoded(day + 1, [column[may] for column in onward])

    def _encoded(self, day: int, columns: Sequence[Exact]) -> Exact:
        codes: Exact = np.zeros(len(columns[0]), self._dtype)
        for size, column in zip(self._sizes[day], columns, strict=True):
            codes = codes * size + column
        return codes

    def _radices(self, day: int) -> list[int]:
        ends = day == self.days
        sizes = [len(table.ends) if ends else len(table.steps[day]) for table in self.tables]
        return [*(max(1, size) for size in sizes), *(total.ceiling + 1 for total in self.kept)]

    def _labels_alike(self, day: int) -> list[list[int]]:
        """Columns of the day that no table tells apart; those nobody may take are left out."""
        groups: dict[tuple[bytes | tuple[int, ...], ...], list[int]] = {}
        for label in range(self.tables[0].steps[day].shape[1]):
            targets = [table.steps[day][:, label] for table in self.tables]
            if all((to != FORBIDDEN).any() for to in targets):
                paid = [tuple(table.amounts[day][:, label].tolist()) for table in self.tables]
                groups.setdefault((*(to.tobytes() for to in targets), *paid), []).append(label)
        return list(groups.values())


def _product(sizes: Sequence[int]) -> int:
    total = 1
    for size in sizes:
        total *= size
    return total
