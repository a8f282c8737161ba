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
_GROW, _SHRINK = 1.1, 0.95
#: What a window of a length is credited with: another is the likelier the more credit its
#: length got for the work spent on it.
_CREDIT: dict[Outcome, float] = {"better": 1.0, "none found": 0.1, "no better exists": 0.0, "given up": 0.0}
#: Credit of a length nothing is known of, after so many windows' work.
_PRIOR_CREDIT, _PRIOR_WINDOWS = 0.5, 8
_FORGET = 0.99


@dataclass
class _Length:
    """Line-days to free in the next window of a length, and what came of those before."""

    cells: float
    windows: float = 0.0
    work: float = 0.0
    credit: float = 0.0


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
    first_cells
        Line-days to free in the first windows of a length.
    """

    seed: int
    first_cells: float = 150.0
    _lengths: dict[int, _Length] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._random = np.random.default_rng(self.seed)

    def draw(self, lines: Lines, prices: Prices, least: dict[int, float]) -> Window:
        """Draw a window; ``least`` is the least reduced cost of each profile's tours."""
        days, heads = lines.ledger.problem.days, len(lines.lines)
        longest = max(2, _MOST_ROWS * days // max(1, int(np.count_nonzero(prices.rows))))
        lengths = [length for length in (*_LENGTHS, days) if length <= min(days, longest)] or [days]
        length = int(self._random.choice(lengths, p=self._odds(lengths)))
        size = self.cells(length) * self._random.uniform(0.5, 1.5) / length
        count = max(min(2, heads), min(heads, round(size)))
        begin = self._begin(lines, prices, length)
        weights = _line_losses(lines, prices, least)
        chosen = self._random.choice(heads, count, replace=False, p=_half_even(weights))
        return Window(tuple(sorted(chosen.tolist())), begin, begin + length)

    def learn(self, window: Window, outcome: Outcome, work: float) -> None:
        """Remember what came of a window, and what work it was."""
        for known in self._lengths.values():
            known.windows *= _FORGET
            known.work *= _FORGET
            known.credit *= _FORGET
        own = self._known(window.end - window.begin)
        own.windows += 1
        own.work += work
        own.credit += _CREDIT[outcome]
        if outcome == "no better exists":
            own.cells = min(_MOST_CELLS, own.cells * _GROW)
        elif outcome in ("none found", "given up"):
            own.cells = max(_FEWEST_CELLS, own.cells * _SHRINK)

    def cells(self, length: int) -> float:
        """Line-days to free in the next window of a length."""
        return self._known(length).cells

    def _known(self, length: int) -> _Length:
        return self._lengths.setdefault(length, _Length(self.first_cells))

    def _odds(self, lengths: list[int]) -> Floats:
        """How likely each length is to be drawn: by credit for work."""
        known = [self._known(length) for length in lengths]
        windows = sum(own.windows for own in self._lengths.values())
        usual = sum(own.work for own in self._lengths.values()) / windows if windows else 1.0
        odds = np.array([(_PRIOR_CREDIT + own.credit) / (_PRIOR_WINDOWS * usual + own.work) for own in known])
        return np.asarray(odds / odds.sum(), np.float64)

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
