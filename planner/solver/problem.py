"""What the engine is asked: duties, rows to cover, profiles of legal tours, side columns."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Protocol

from planner.solver.convex import ConvexPrice

State = Hashable
Label = Hashable


class DayAutomaton(Protocol):
    """A deterministic automaton over days that says which tours are legal and what they cost.

    Two automata with equal ``key`` have equal ``step`` and ``finish``; only their start
    may differ, so profiles share what is built from them.
    """

    @property
    def key(self) -> Hashable:
        """Identity of ``step`` and ``finish``."""

    def start(self) -> State:
        """State before day 0."""

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Next state and cost of taking a label (``None``: a day off); ``None`` forbids it."""

    def finish(self, state: State) -> int | None:
        """Cost of ending in a state; ``None`` forbids it."""


class Counter(Protocol):
    """Counts something along a tour (minutes, weekends, nights); the total is bounded.

    A counter forbids nothing on the way and costs nothing, so the engine may keep its total
    in the state of a path, or price it in the master program: whichever is faster.
    """

    @property
    def key(self) -> Hashable:
        """Identity of ``step``; counters with equal keys may differ in start and bounds."""

    @property
    def lower(self) -> int:
        """Least total of a legal tour."""

    @property
    def upper(self) -> int:
        """Largest total of a legal tour."""

    def start(self) -> State:
        """What is remembered before day 0 (a total worked before is taken off the bounds)."""

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int]:
        """What is remembered after taking a label, and the amount (never negative) it counts."""


@dataclass(frozen=True)
class Duty:
    """One thing that can be done on one day.

    Automata read ``labels[day][label]`` of the problem; duties that share a label differ
    only in cost and in what they cover.
    """

    day: int
    label: int


@dataclass(frozen=True)
class Trade:
    """Costs and covers that some profiles share.

    Parameters
    ----------
    costs
        Cost of each duty of the problem.
    covers
        For each duty the ``(row, amount)`` pairs it adds to.
    """

    costs: tuple[int, ...]
    covers: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True)
class Profile:
    """Tours that nothing distinguishes: one network, taken between ``lower`` and ``upper`` times.

    ``head_cost`` is paid for each tour taken.  Every tour is accepted by all ``automata`` and
    keeps the bounds of all ``counters``.
    """

    name: str
    trade: int
    automata: tuple[DayAutomaton, ...]
    lower: int
    upper: int
    head_cost: int = 0
    counters: tuple[Counter, ...] = ()


@dataclass(frozen=True)
class Row:
    """A row to cover: the price of its level (sum of amounts of duties and side columns)."""

    name: str
    price: ConvexPrice


@dataclass(frozen=True)
class SideColumn:
    """A continuous decision beside the tours, with integer bounds, cost and coefficients."""

    name: str
    lower: int
    upper: int
    cost: int
    covers: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class TourProblem:
    """Choose tours that cover the rows at the lowest total cost; every number is an integer."""

    days: int
    labels: tuple[tuple[Label, ...], ...]
    duties: tuple[Duty, ...]
    trades: tuple[Trade, ...]
    profiles: tuple[Profile, ...]
    rows: tuple[Row, ...]
    side_columns: tuple[SideColumn, ...] = field(default=())


class NoLegalTourError(Exception):
    """A profile that must be taken has no legal tour; ``profiles`` names all such."""

    def __init__(self, profiles: tuple[str, ...]) -> None:
        super().__init__(", ".join(profiles))
        self.profiles = profiles
