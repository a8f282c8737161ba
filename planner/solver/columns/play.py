"""A quick start: every slot answers in turn to what the others do on average."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.solver.columns.pricing import Prices, TourPricer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.price_scale import PRICE_SCALE

_WIDEST, _NARROWEST = 1.0, 0.3


@dataclass(frozen=True)
class Played:
    """What play found: tours, prices to go on from, and rows that cost something near its levels."""

    tours: tuple[PricedTour, ...]
    prices: Prices
    watched: Ints


@dataclass
class Play:
    """Block-coordinate Frank-Wolfe steps on the relaxation, the rows' prices smoothed.

    Each slot holds an average of its answers; the rows' slopes at the average level are the
    prices of the next answer (Lacoste-Julien et al. 2013).  The first pass is a greedy
    start, the later ones fill the master with tours that fit together.

    Parameters
    ----------
    program
        What to solve.
    pricer
        Prices its slots.
    seed
        Seed of the order of slots.
    """

    program: Program
    pricer: TourPricer
    seed: int

    def run(self, passes: int, keep_going: Callable[[], bool]) -> Played:
        """Go through all slots so many times."""
        program = self.program
        slots = program.slots
        random = np.random.default_rng(self.seed)
        level = program.base.astype(np.float64)
        held: list[Floats | None] = [None] * len(slots)
        totals = [dict.fromkeys(slot.priced, 0.0) for slot in slots]
        fines = [dict.fromkeys(slot.priced, 0) for slot in slots]
        fine = PRICE_SCALE * max(
            [1, *(max(-row.price.slopes[0], row.price.slopes[-1]) for row in program.ledger.problem.rows)]
        )
        found = []
        for turn in range(passes):
            step = 2 / (turn + 2)
            width = _WIDEST * (_NARROWEST / _WIDEST) ** (turn / max(1, passes - 1))
            for number in random.permutation(len(slots)).tolist():
                slot = slots[number]
                if not slot.upper or not keep_going():
                    continue
                answer = self.pricer.answer(slot, self._slopes(level, width, greedy=not turn), fines[number])
                if answer is None:
                    continue
                found.append(answer)
                own = slot.upper * self._levels(slot.trade, answer)
                before = held[number]
                moved = own if before is None else before + step * (own - before)
                level += moved - (0 if before is None else before)
                held[number] = moved
                for counter in slot.priced:
                    total = totals[number][counter]
                    total += (step if turn else 1.0) * (answer.totals[counter] - total)
                    totals[number][counter] = total
                    over = total - slot.counters[counter].upper + 0.5
                    fines[number][counter] = int(fine * min(1.0, max(0.0, over)))
        prices = Prices(self._slopes(level, _NARROWEST, greedy=False), tuple(fines))
        return Played(tuple(found), prices, np.flatnonzero(prices.rows))

    def _slopes(self, level: Floats, width: float, *, greedy: bool) -> Ints:
        """Price of one more unit of each row around its level, times ``PRICE_SCALE``."""
        prices = self.program.ledger.prices
        low, high = (level, level + 1) if greedy else (level - width, level + width)
        slope = (prices.between(high) - prices.between(low)) / (high - low)
        whole: Ints = np.rint(slope * PRICE_SCALE).astype(np.int64)
        return whole

    def _levels(self, trade: int, tour: PricedTour) -> Floats:
        levels = np.zeros(len(self.program.base))
        ledger = self.program.ledger
        start, rows, amounts = ledger.cover_start[trade], ledger.cover_row[trade], ledger.cover_amount[trade]
        for duty in tour.duties.tolist():
            part = slice(start[duty], start[duty + 1])
            levels[rows[part]] += amounts[part]
        return levels
