"""The improving loop: draw a window, fill it, keep what is better."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.solver.columns.pricing import Priced, relaxed_by
from planner.solver.columns.slot import Slot
from planner.solver.windows.blurring import Blurring
from planner.solver.windows.choice import Chooser
from planner.solver.windows.lines import Lines
from planner.solver.windows.window import Filling, Opener, RowsByDay

#: A window may take a part of the work of all before it, but always so much.
_MOST_PART, _LEAST_WORK = 0.05, 25_000_000


@dataclass
class Improver:
    """Improves lines in place.

    Parameters
    ----------
    lines
        The roster.
    priced
        Prices of the best bound known, and the cheapest tours under them.
    seed
        Seed of the windows drawn.
    seconds_left
        Time left.
    """

    lines: Lines
    priced: Priced
    slots: tuple[Slot, ...]
    seed: int
    seconds_left: Callable[[], float]

    def __post_init__(self) -> None:
        self._rows = RowsByDay(self.lines)
        self._chooser = Chooser(self.seed)
        self._draw = np.random.default_rng((self.seed, 1))
        self._blurring = Blurring(self.seed)
        self._work = 0
        self.guide(self.priced)

    def guide(self, priced: Priced) -> None:
        """Look where other prices say the gap is."""
        self.priced = priced
        self._least = {
            slot.profile: tour.reduced - relaxed_by(slot, priced.prices)
            for slot, tour in zip(self.slots, priced.tours, strict=True)
            if tour is not None
        }

    def step(self) -> Filling | None:
        """Open one window; return what was better, already written into the lines."""
        window = self._chooser.draw(self.lines, self.priced.prices, self._least)
        rows = np.asarray(self.priced.prices.rows)
        blurred = self._blurring.draw()
        most = max(_LEAST_WORK, _MOST_PART * self._work)
        opener = Opener(self.lines, self._rows, rows, self.seconds_left, self._draw, blurred, most)
        filled = opener.fill(window)
        line_days = len(window.lines) * (window.end - window.begin)
        self._blurring.learn(blurred, line_days, filled.effort.steps)
        self._work += filled.effort.work
        self._chooser.learn(window, filled.outcome, filled.effort.work)
        if filled.filling is not None:
            filled.filling.apply(self.lines)
        return filled.filling
