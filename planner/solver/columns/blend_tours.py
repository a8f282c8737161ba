"""The tours of a blend: what each covers, counts and costs, and how much weight it has."""

from collections import defaultdict
from collections.abc import Callable

import numpy as np

from planner.solver.columns.limits import Limits
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.layers import Ints
from planner.solver.paths.network import Floats

#: Sweeps a tour without weight is still looked at.
_UNUSED = 20


class BlendTours:
    """Tours by number; the first stand for the tours that slots need not take.

    Tours that had no weight for long are passed over until they are found again.

    Parameters
    ----------
    program
        Whose slots they fill.
    limits
        What they count.

    Attributes
    ----------
    weight
        Of each tour.
    slot_of
        Slot of each tour.
    idle
        Number of tours of nothing, before all others.
    """

    def __init__(self, program: Program, limits: Limits) -> None:
        self._index, self._limits = program.ledger.cover_index, limits
        self._trades = {slot.number: slot.trade for slot in program.slots}
        self._tours: list[PricedTour | None] = []
        self._seen: dict[tuple[int, bytes], int] = {}
        self._places: list[Ints] = []
        self._cost: list[float] = []
        self._counts: list[list[tuple[int, int]]] = []
        self._unused: list[int] = []
        self.slot_of: list[int] = []
        self._of_slot: dict[int, list[int]] = defaultdict(list)
        self.weight: Floats = np.zeros(0)
        may_idle = [slot for slot in program.slots if slot.lower < slot.upper]
        for slot in may_idle:
            self._append(slot.number, None, np.zeros(0, np.int64))
        self.idle = len(may_idle)
        self._most_idle = [slot.upper - slot.lower for slot in may_idle]

    def __len__(self) -> int:
        return len(self._tours)

    def tour(self, number: int) -> PricedTour:
        """Return a tour that is more than idle."""
        tour = self._tours[number]
        if tour is None:
            raise ValueError(f"tour {number} stands for idleness")
        return tour

    def add(self, tour: PricedTour) -> tuple[int, bool]:
        """Add a tour unless it is there; return its number, and whether it was not looked at before."""
        key = (tour.slot, tour.duties.tobytes())
        if key in self._seen:
            known = self._seen[key]
            forgotten = self._unused[known] > _UNUSED
            self._unused[known] = 0
            return known, forgotten
        self._seen[key] = len(self)
        self._append(tour.slot, tour, self._index.place(self._trades[tour.slot], 0) + tour.duties)
        return len(self) - 1, True

    def _append(self, slot: int, tour: PricedTour | None, places: Ints) -> None:
        self._of_slot[slot].append(len(self.slot_of))
        self.slot_of.append(slot)
        self._tours.append(tour)
        self._places.append(places)
        self._cost.append(0.0 if tour is None else float(tour.cost))
        self._unused.append(0)
        self._counts.append([] if tour is None else self._limits.counted(slot, tour.totals))
        self.weight = np.append(self.weight, 0.0)

    def of_slot(self, slot: int) -> list[int]:
        """Numbers of a slot's tours."""
        return self._of_slot[slot]

    def number_of(self, tour: PricedTour) -> int:
        """Return the number of a tour that is there."""
        return self._seen[tour.slot, tour.duties.tobytes()]

    def forget(self, number: int) -> None:
        """Pass a tour over until it is found again."""
        self._unused[number] = _UNUSED + 1

    def is_looked_at(self, number: int) -> bool:
        """Whether a tour is not passed over."""
        return self._unused[number] <= _UNUSED

    def cost(self) -> float:
        """Cost of all tours by their weights."""
        return float(np.dot(self.weight, self._cost))

    def hits(self, number: int) -> tuple[Ints, list[tuple[int, int]]]:
        """Places of a tour, and the rows of limits it counts in with the amounts."""
        return self._places[number], self._counts[number]

    def in_use(self) -> Ints:
        """Tours that have weight, or had or were found not long ago; call it once a sweep."""
        for number, weight in enumerate(self.weight.tolist()):
            self._unused[number] = 0 if weight > 0.0 else self._unused[number] + 1
        recent = np.array(self._unused) <= _UNUSED
        recent[: self.idle] = True
        return np.flatnonzero(recent).astype(np.int64)

    def listed(self, there: Ints) -> tuple[Ints, Ints, Floats]:
        """First place of each of some tours, all their places, their costs; the last is its own."""
        own = self._index.places + np.arange(len(there))
        parts = [np.append(self._places[tour], own[at]) for at, tour in enumerate(there.tolist())]
        starts = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
        return starts, np.concatenate(parts).astype(np.int64), np.array(self._cost)[there]

    def covers(self, there: Ints) -> tuple[Ints, Ints, Ints]:
        """What places cover: those of duties, and then one of each tour for what it counts."""
        first, rows, amounts = self._index.by_place
        counts = [self._counts[tour] for tour in there.tolist()]
        counted = np.array([pair for own in counts for pair in own], np.int64).reshape(-1, 2)
        ends = len(rows) + np.cumsum([len(own) for own in counts])
        return (
            np.concatenate([first, ends]).astype(np.int64),
            np.concatenate([rows, counted[:, 0]]),
            np.concatenate([amounts, counted[:, 1]]),
        )

    def most(self, there: Ints) -> Floats:
        """Most weight that each of some tours may have."""
        most = np.full(len(self), np.inf)
        most[: self.idle] = self._most_idle
        return most[there]

    def weighted(self) -> list[tuple[PricedTour, float]]:
        """Tours that have weight, with it."""
        pairs = zip(self._tours, self.weight.tolist(), strict=True)
        return [(tour, weight) for tour, weight in pairs if tour is not None and weight > 0.0]

    def any_tour(self, slot: int, wanted: Callable[[PricedTour], bool]) -> bool:
        """Whether a slot has a tour, not passed over, that is wanted."""
        return any(
            number >= self.idle and self.is_looked_at(number) and wanted(self.tour(number))
            for number in self._of_slot[slot]
        )

    def heaviest(self) -> dict[int, PricedTour]:
        """Tour of most weight of each slot, not passed over."""
        best: dict[int, int] = {}
        for number in range(self.idle, len(self)):
            held = best.get(self.slot_of[number])
            if self.is_looked_at(number) and (held is None or self.weight[number] > self.weight[held]):
                best[self.slot_of[number]] = number
        return {slot: self.tour(number) for slot, number in best.items()}
