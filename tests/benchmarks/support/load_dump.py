"""Read a problem that :mod:`tests.benchmarks.support.dump` wrote."""

import json
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from planner.solver.convex import ConvexPrice
from planner.solver.problem import Duty, Label, Profile, Row, SideColumn, State, TourProblem, Trade
from tests.benchmarks.support.tables import FORBIDDEN

FORMAT = "tour-problem 1"
Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class DumpedLabel:
    """A shift as the document names it; ``number`` is its place among the day's."""

    day: int
    number: int
    name: str
    start_minute: int
    end_minute: int


@dataclass(frozen=True, eq=False)
class TableAutomaton:
    """An automaton read from its table."""

    number: int
    table: dict[str, Any]
    start_state: int

    @property
    def key(self) -> Hashable:
        """Its number in the document."""
        return ("table", self.number)

    def start(self) -> State:
        """State before day 0; -1 where no tour is legal."""
        return self.start_state

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int] | None:
        """Look the transition up."""
        row = cast("int", state)
        column = 0 if label is None else cast("DumpedLabel", label).number + 1
        following = FORBIDDEN if row == FORBIDDEN else self.table["successors"][day][row][column]
        if following == FORBIDDEN:
            return None
        costs = self.table["costs"][day]
        return following, 0 if costs is None else costs[row][column]

    def finish(self, state: State) -> int | None:
        """Look the end up."""
        return None if state == FORBIDDEN else int(self.table["end_costs"][cast("int", state)])


@dataclass(frozen=True, eq=False)
class TableCounter:
    """A counter read from its table."""

    steps: TableAutomaton
    lower: int
    upper: int

    @property
    def key(self) -> Hashable:
        """Its number in the document."""
        return ("counter", self.steps.number)

    def start(self) -> State:
        """What is remembered before day 0."""
        return self.steps.start()

    def step(self, state: State, day: int, label: Label | None) -> tuple[State, int]:
        """Look the amount up."""
        found = self.steps.step(state, day, label)
        if found is None:
            raise ValueError(f"a counter forbids nothing, but {self.key} has no step on day {day}")
        return found


def load_dump(path: Path) -> TourProblem:
    """Read a problem from a file.

    Raises
    ------
    ValueError
        The file is no dump.
    """
    document = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f'{path}: not a "{FORMAT}" file')
    return TourProblem(
        days=document["days"],
        labels=tuple(
            tuple(DumpedLabel(day, number, **label) for number, label in enumerate(labels))
            for day, labels in enumerate(document["labels"])
        ),
        duties=tuple(Duty(day, label) for day, label in document["duties"]),
        trades=tuple(
            Trade(tuple(trade["costs"]), tuple(_pairs(covers) for covers in trade["covers"]))
            for trade in document["trades"]
        ),
        profiles=tuple(_profile(profile, document) for profile in document["profiles"]),
        rows=tuple(
            Row(row["name"], ConvexPrice(tuple(row["breaks"]), tuple(row["slopes"]), row["base"]))
            for row in document["rows"]
        ),
        side_columns=tuple(
            SideColumn(**{**side, "covers": _pairs(side["covers"])}) for side in document["side_columns"]
        ),
    )


def _profile(profile: dict[str, Any], document: dict[str, Any]) -> Profile:
    automata = tuple(
        TableAutomaton(number, document["automata"][number], start) for number, start in profile["automata"]
    )
    counters = tuple(
        TableCounter(TableAutomaton(number, document["counters"][number], start), lower, upper)
        for number, start, lower, upper in profile["counters"]
    )
    return Profile(**{**profile, "automata": automata, "counters": counters})


def _pairs(pairs: list[list[int]]) -> Pairs:
    return tuple((row, amount) for row, amount in pairs)
