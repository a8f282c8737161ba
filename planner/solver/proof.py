"""The best bound that prices have proven, and the certificate of it."""

import numpy as np

from planner.solver.answer import Certificate
from planner.solver.columns.pricing import Priced, Prices
from planner.solver.columns.program import Program
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.search import Search


class Proof:
    """Keeps the best prices seen, and tells the search what they prove.

    Parameters
    ----------
    search
        Told every better bound, with its certificate.
    program
        The whole problem.
    groups
        Rows of the asked problem that each row of the joined one stands for.

    Attributes
    ----------
    best
        Prices of the best bound so far.
    """

    def __init__(self, search: Search, program: Program, groups: tuple[tuple[int, ...], ...]) -> None:
        self._search, self._program, self._groups = search, program, groups
        self.best: Priced | None = None

    def keep(self, priced: Priced | None) -> None:
        """Keep the bound, and the prices that prove it, where they are the best so far."""
        if priced is None or not np.isfinite(priced.value):
            return
        if self.best is None or priced.value > self.best.value:
            self.best = priced
        bound = -int(-priced.value // PRICE_SCALE)
        if self._search.bound is None or bound > self._search.bound:
            self._search.raise_bound(bound, "relaxation")
            self._search.certificate = self._certificate(priced.prices, bound)

    def _certificate(self, prices: Prices, bound: int) -> Certificate:
        program = self._program
        counters: list[tuple[int | None, ...]] = [
            (None,) * len(profile.counters) for profile in program.ledger.problem.profiles
        ]
        for slot, own in zip(program.slots, prices.counters, strict=True):
            counters[slot.profile] = tuple(
                own.get(number) if number in slot.priced else None for number in range(len(slot.counters))
            )
        rows = tuple(zip(self._groups, prices.rows.tolist(), strict=True))
        return Certificate(PRICE_SCALE, rows, tuple(counters), bound)
