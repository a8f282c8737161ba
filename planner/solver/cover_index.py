"""What duties cover: trades that cover alike are one class."""

import numpy as np

from planner.solver.layers import Ints


class CoverIndex:
    """Covers of a problem by class.

    Parameters
    ----------
    cover_start, cover_row, cover_amount
        Per trade: first entry of each duty, and row and amount of each entry.
    """

    def __init__(self, cover_start: list[Ints], cover_row: list[Ints], cover_amount: list[Ints]) -> None:
        keys = [
            (start.tobytes(), hit.tobytes(), amounts.tobytes())
            for start, hit, amounts in zip(cover_start, cover_row, cover_amount, strict=True)
        ]
        distinct = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        self.class_of_trade = [distinct[key] for key in keys]
        self._duties = len(cover_start[0]) - 1 if cover_start else 0
        parts: list[tuple[Ints, Ints, Ints]] = []
        for number in range(len(distinct)):
            trade = self.class_of_trade.index(number)
            duties = np.repeat(np.arange(self._duties), np.diff(cover_start[trade]))
            keyed = number * self._duties + duties
            parts.append((cover_row[trade], keyed, cover_amount[trade]))
        hit, keyed, amounts = (np.concatenate(part) for part in zip(*parts, strict=True))
        self._first = np.searchsorted(keyed, np.arange(len(distinct) * self._duties + 1))
        self._by_place = hit, amounts

    def place(self, trade: int, duty: int) -> int:
        """Number of a duty within its class."""
        return self.class_of_trade[trade] * self._duties + duty

    def of_place(self, place: int) -> list[tuple[int, int]]:
        """Rows a place covers, with amounts."""
        part = slice(int(self._first[place]), int(self._first[place + 1]))
        rows, amounts = self._by_place
        return list(zip(rows[part].tolist(), amounts[part].tolist(), strict=True))
