"""Which window to open next: where the gap to the bound is, in sizes that have paid."""

from dataclasses import dataclass, field

import numpy as np

from planner.solver.columns.pricing import Prices
from planner.solver.evaluate import Ledger
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats
from planner.solver.price_scale import PRICE_SCALE
from planner.solver.windows.lines import Lines
from planner.solver.windows.window import Outcome, Window

_LENGTHS = (2, 3, 4, 7, 10, 14, 21, 28, 42, 56)
#: Days are freed together only as far as they have no more rows with a price, but always two.
_MOST_ROWS = 1500
_FEWEST_CELLS, _MOST_CELLS = 40.0, 1500.0
_GROW, _SHRINK = 1.04, 0.98


@dataclass
class Chooser:
    """Draws windows.

    A roster's distance from a Lagrangian bound is the sum of what each row and each tour
    loses against the best answer to the bound's prices; days and lines are drawn half by
    that loss and half evenly.

    Parameters
    ----------
    seed
        Seed of the draws.
    cells
        Line-days to free, to begin with.
    """

    seed: int
    cells: float = 150.0
    _tried: dict[int, float] = field(default_factory=dict)
    _better: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._random = np.random.default_rng(self.seed)

    def draw(self, lines: Lines, prices: Prices, least: dict[int, float]) -> Window:
        """Draw a window; ``least`` is the least reduced cost of each profile's tours."""
        days, heads = lines.ledger.problem.days, len(lines.lines)
        longest = max(2, _MOST_ROWS * days // max(1, int(np.count_nonzero(prices.rows))))
        lengths = [length for length in (*_LENGTHS, days) if length <= min(days, longest)] or [days]
        odds = np.array(
            [(1 + self._better.get(length, 0.0)) / (8 + self._tried.get(length, 0.0)) for length in lengths]
        )
        length = int(self._random.choice(lengths, p=odds / odds.sum()))
        size = self.cells * self._random.uniform(0.5, 1.5) / length
        count = max(min(2, heads), min(heads, round(size)))
        begin = self._begin(lines, prices, length)
        weights = _line_losses(lines, prices, least)
        chosen = self._random.choice(heads, count, replace=False, p=_half_even(weights))
        return Window(tuple(sorted(chosen.tolist())), begin, begin + length)

    def learn(self, window: Window, outcome: Outcome) -> None:
        """Remember what came of a window."""
        length = window.end - window.begin
        for memory in (self._tried, self._better):
            for key in memory:
                memory[key] *= 0.99
        self._tried[length] = self._tried.get(length, 0.0) + 1
        if outcome == "better":
            self._better[length] = self._better.get(length, 0.0) + 1
        elif outcome == "no better exists":
            self.cells = min(_MOST_CELLS, self.cells * _GROW)
        else:
            self.cells = max(_FEWEST_CELLS, self.cells * _SHRINK)

    def _begin(self, lines: Lines, prices: Prices, length: int) -> int:
        days = lines.ledger.problem.days
        losses = day_losses(lines, prices.rows)
        sums = np.convolve(losses, np.ones(length), "valid")
        return int(self._random.choice(days - length + 1, p=_half_even(sums)))


def day_losses(lines: Lines, row_prices: Ints) -> Floats:
    """What the rows of each day lose against their best levels under prices."""
    ledger = lines.ledger
    rows = np.arange(len(lines.levels))
    best = ledger.prices.lowest_tilted(rows, row_prices, PRICE_SCALE)
    now = PRICE_SCALE * ledger.prices.at(rows, lines.levels) - row_prices * lines.levels
    losses = np.zeros(ledger.problem.days)
    np.add.at(losses, day_of_rows(ledger), now - best)
    return losses


def day_of_rows(ledger: Ledger) -> Ints:
    """First day on which a duty hits each row; day 0 for rows nothing hits."""
    first = np.full(len(ledger.problem.rows), ledger.problem.days, np.int64)
    for trade in range(len(ledger.problem.trades)):
        days = np.repeat(ledger.duty_day, np.diff(ledger.cover_start[trade]))
        np.minimum.at(first, ledger.cover_row[trade], days)
    return np.where(first == ledger.problem.days, 0, first)


def _line_losses(lines: Lines, prices: Prices, least: dict[int, float]) -> Floats:
    """What each line's tour loses against the profile's best under prices."""
    ledger = lines.ledger
    losses = np.zeros(len(lines.lines))
    earned: dict[int, Ints] = {}
    for number, line in enumerate(lines.lines):
        trade = lines.slots[line.profile].trade
        if trade not in earned:
            gains = prices.rows[ledger.cover_row[trade]] * ledger.cover_amount[trade]
            sums = np.concatenate([[0], np.cumsum(gains)])
            start = ledger.cover_start[trade]
            earned[trade] = sums[start[1:]] - sums[start[:-1]]
        own = line.duties[line.duties >= 0]
        reduced = PRICE_SCALE * line.cost + float(earned[trade][own].sum())
        losses[number] = reduced - least.get(line.profile, reduced)
    return losses


def _half_even(weights: Floats) -> Floats:
    positive = np.maximum(weights, 0.0)
    even = np.full(len(positive), 1 / len(positive))
    total = positive.sum()
    return even if total <= 0 else 0.5 * even + 0.5 * positive / total
