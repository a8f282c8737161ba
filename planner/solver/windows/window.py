"""One window: some lines freed on some days, and filled again as well as can be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np

from planner.solver.columns.dive import Dive
from planner.solver.columns.effort import Effort
from planner.solver.columns.generation import Generation
from planner.solver.columns.master import Master
from planner.solver.columns.pricing import Prices
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.columns.window_slot import window_slot
from planner.solver.layers import Ints
from planner.solver.windows.lines import Lines

Outcome = Literal["better", "no better exists", "none found", "given up"]
#: Objectives are whole, so better means by one; the rest is for the solver's rounding.
_BETTER = 1 - 1e-4
_ALMOST = 0.05
#: Part of what a dive may still lose that a step's relaxation may be off by.
_SETTLED = 0.1
#: A window may come up again on the very same lines: its dives should then differ.
_NOISE = 0.3


@dataclass(frozen=True)
class Window:
    """Days from ``begin`` to before ``end`` of some lines."""

    lines: tuple[int, ...]
    begin: int
    end: int


@dataclass(frozen=True)
class Filling:
    """New days of the lines of a window, and all side columns."""

    window: Window
    tours: tuple[PricedTour, ...]
    sides: Ints

    def apply(self, lines: Lines) -> None:
        """Write it into the lines."""
        for number, tour in zip(self.window.lines, self.tours, strict=True):
            lines.put(number, self.window.begin, tour.columns, tour.duties)
        lines.settle(self.sides)


@dataclass(frozen=True)
class Filled:
    """What came of a window, what work it was, and what was better.

    Parameters
    ----------
    outcome
        What came of it.
    effort
        Work it was.
    filling
        Better days, if any were found.
    """

    outcome: Outcome
    effort: Effort
    filling: Filling | None = None


class RowsByDay:
    """Which rows the duties of a day hit, and which side columns hang on them."""

    def __init__(self, lines: Lines) -> None:
        ledger = lines.ledger
        self._sides = ledger.problem.side_columns
        days = ledger.problem.days
        hit: list[list[Ints]] = [[np.zeros(0, np.int64)] for _ in range(days)]
        for trade in {slot.trade for slot in lines.slots.values()}:
            counts = np.diff(ledger.cover_start[trade])
            day_of_entry = np.repeat(ledger.duty_day, counts)
            for day in range(days):
                hit[day].append(np.unique(ledger.cover_row[trade][day_of_entry == day]))
        self._hit = [np.unique(np.concatenate(parts)) for parts in hit]

    def of(self, begin: int, end: int) -> tuple[Ints, Ints]:
        """Rows of some days, and the side columns that touch no other row."""
        rows = np.unique(np.concatenate(self._hit[begin:end]))
        if not self._sides:
            return rows, np.zeros(0, np.int64)
        near = np.zeros(self._row_count, np.bool_)
        near[rows] = True
        side, row = self._side_entries
        touched = np.unique(side[near[row]])
        near[row[np.isin(side, touched)]] = True
        outside = np.unique(side[~near[row]])
        free = np.setdiff1d(touched, outside, assume_unique=True)
        return np.flatnonzero(near), free

    @cached_property
    def _side_entries(self) -> tuple[Ints, Ints]:
        pairs = [(n, row) for n, side in enumerate(self._sides) for row, _ in side.covers]
        entries = np.array(pairs, np.int64).reshape(-1, 2)
        return entries[:, 0], entries[:, 1]

    @cached_property
    def _row_count(self) -> int:
        most = max(int(rows.max(initial=-1)) for rows in self._hit)
        return max(most, int(self._side_entries[1].max(initial=-1))) + 1


@dataclass(frozen=True)
class Opener:
    """Opens windows on lines.

    Parameters
    ----------
    lines
        The roster as it is.
    rows
        Its rows by day.
    prices
        Row prices of the best bound: where the search for new days begins.
    seconds_left
        Time left.
    draw
        Draws what makes one dive differ from the next.
    blurred
        Whether the linear programs blur their targets.
    most_work
        Work after which a window is given up.
    """

    lines: Lines
    rows: RowsByDay
    prices: Ints
    seconds_left: Callable[[], float]
    draw: np.random.Generator
    blurred: bool
    most_work: float = np.inf

    def fill(self, window: Window) -> Filled:
        """Find better days for the lines of a window, or see that there are none."""
        program, present = self._free(window)
        effort = Effort(self.most_work)
        start = self._start(program)
        generation = Generation(program, self.seconds_left, None, start, blurred=self.blurred, effort=effort)
        generation.add(present)
        generation.price(start)
        now = self._cost(program, present)
        beat = now - _BETTER

        def enough(found: object, bound: float) -> bool:
            objective = getattr(found, "objective", now)
            return bound > beat or objective - bound < _ALMOST

        answer = generation.run(enough)
        if generation.bound > beat:
            return Filled("no better exists", effort)
        if answer is None or effort.is_spent:
            return Filled(_without(effort), effort)

        def go_on() -> bool:
            return self.seconds_left() > 0 and not effort.is_spent

        dived = Dive(0.0, _SETTLED, go_on, noise=_NOISE, draw=self.draw).run(generation, answer, beat)
        if not dived.finished:
            return Filled(_without(effort), effort)
        ordered = tuple(sorted(dived.tours, key=lambda tour: tour.slot))
        filling = Filling(window, ordered, self._settled(program, ordered))
        return Filled("none found", effort) if self._gain(filling) <= 0 else Filled("better", effort, filling)

    def _free(self, window: Window) -> tuple[Program, list[PricedTour]]:
        lines = self.lines
        rows, free_sides = self.rows.of(window.begin, window.end)
        base = lines.levels - lines.ledger.side_levels(_only(lines.sides, free_sides).tolist())
        slots, present = [], []
        for order, number in enumerate(window.lines):
            line = lines.lines[number]
            slot = window_slot(lines.space, order, line.profile, line.columns, window.begin, window.end)
            duties = lines.duties_on(number, window.begin, window.end)
            columns = line.columns[window.begin : window.end]
            lines.ledger.add_tour(base, slot.trade, tuple(duties.tolist()), -1)
            present.append(slot.as_it_is(columns, duties, lines.ledger.trade_costs[slot.trade]))
            slots.append(slot)
        days = (window.begin, window.end)
        watched = self._watched(rows)
        program = Program(lines.ledger, lines.space, tuple(slots), base, free_sides, rows, days, watched)
        return program, present

    def _watched(self, rows: Ints) -> Ints:
        """Of some rows, those with a price, and those that cost something now."""
        table, levels = self.lines.ledger.prices, self.lines.levels
        costly = table.at(rows, levels[rows]) > table.lowest(rows)
        watched: Ints = rows[costly | (self.prices[rows] != 0)]
        return watched

    def _start(self, program: Program) -> Prices:
        rows = np.zeros_like(self.prices)
        rows[program.rows] = self.prices[program.rows]
        return Prices(rows, tuple({} for _ in program.slots))

    def _cost(self, program: Program, present: Sequence[PricedTour]) -> int:
        """What the window costs now: its lines' days, its rows, its free side columns."""
        lines, rows = self.lines, program.rows
        total = int(lines.ledger.prices.at(rows, lines.levels[rows]).sum())
        sides = lines.ledger.problem.side_columns
        for number in program.free_sides.tolist():
            total += sides[number].cost * int(lines.sides[number])
        return total + sum(tour.cost for tour in present)

    def _settled(self, program: Program, tours: Sequence[PricedTour]) -> Ints:
        """Best whole side columns beside the new days."""
        sides = self.lines.sides.copy()
        if len(program.free_sides):
            base = program.base.copy()
            for tour in tours:
                trade = program.slots[tour.slot].trade
                self.lines.ledger.add_tour(base, trade, tuple(tour.duties.tolist()))
            alone = replace(program, slots=(), base=base, watched=costly_rows(program, base))
            answer = Master(alone).solve(self.seconds_left())
            if answer is not None:
                sides[program.free_sides] = np.rint(answer.sides).astype(np.int64)
        return sides

    def _gain(self, filling: Filling) -> int:
        """What a filling saves, exactly; the lines are left as they were."""
        lines = self.lines
        before, kept = lines.objective, lines.copy()
        filling.apply(lines)
        after = lines.objective
        # the same lines, not equal ones: a team tells by them what has changed
        lines.take(kept)
        return before - after


def _without(effort: Effort) -> Outcome:
    return "given up" if effort.is_spent else "none found"


def costly_rows(program: Program, levels: Ints) -> Ints:
    """Rows of a program that cost something at some levels."""
    table, rows = program.ledger.prices, program.rows
    costly: Ints = rows[table.at(rows, levels[rows]) > table.lowest(rows)]
    return costly


def _only(values: Ints, places: Ints) -> Ints:
    kept = np.zeros_like(values)
    kept[places] = values[places]
    return kept
