"""From a fractional master to whole tours: the likeliest taken for good, the rest priced again."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.solver.columns.generation import Generation
from planner.solver.columns.master import MasterAnswer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour, Slot

_WHOLE, _NOTHING = 1 - 1e-6, 1e-6
#: Tours of each open slot that a step hands on to the next.
_TOURS_PER_SLOT = 20
_ROUNDS = 40


@dataclass(frozen=True)
class Dived:
    """Tours taken, with the slot numbers of the generation, and whether every slot is filled."""

    tours: tuple[PricedTour, ...]
    finished: bool


@dataclass(frozen=True)
class Dive:
    """How to dive.

    Parameters
    ----------
    share
        Part of the open tours taken in one step; at least one, and all that are whole.
    settled
        Relative gap at which a step's relaxation is good enough.
    keep_going
        Asked before every step.
    seconds
        Where given, later steps take as many tours as it needs to end within these.
    """

    share: float
    settled: float
    keep_going: Callable[[], bool]
    seconds: float = np.inf

    def run(self, generation: Generation, answer: MasterAnswer, beat: float) -> Dived:
        """Take tours until every slot has as many as it must, and more no longer pay.

        Parameters
        ----------
        generation
            Solved to its relaxation.
        answer
            That relaxation's solution.
        beat
            Objective to get below; the dive is given up once that cannot happen any more.
        """
        taken: list[PricedTour] = []
        numbers = list(range(len(generation.program.slots)))
        current: Generation | None = exact(generation, answer)
        begun = last = time.monotonic()
        share = self.share
        while current is not None:
            found: MasterAnswer | None = answer
            if current is not generation:
                found = current.run(self._enough(beat), _ROUNDS)
            if found is None or current.bound > beat or not self.keep_going():
                return Dived(tuple(taken), finished=False)
            chosen = _choose(current, found, share)
            taken += [replace(tour, slot=numbers[tour.slot]) for tour in chosen]
            beat -= sum(tour.cost for tour in chosen)
            left, current = residual(current, found, chosen)
            numbers = [numbers[number] for number in left]
            now = time.monotonic()
            steps = max(1.0, (begun + self.seconds - now) / max(1e-3, now - last))
            share, last = max(self.share, min(1.0, 1 / steps)), now
        return Dived(tuple(taken), finished=True)

    def _enough(self, beat: float) -> Callable[[MasterAnswer, float], bool]:
        def enough(found: MasterAnswer, bound: float) -> bool:
            return bound > beat or found.objective - bound <= max(0.1, self.settled * abs(found.objective))

        return enough


def _choose(generation: Generation, answer: MasterAnswer, share: float) -> list[PricedTour]:
    """Every tour that is whole, and the largest of the others."""
    room = [slot.upper for slot in generation.program.slots]
    allowed = max(1, int(share * answer.values.sum()))
    chosen: list[PricedTour] = []
    for number in np.argsort(-answer.values, kind="stable").tolist():
        tour, value = generation.master.tours[number], float(answer.values[number])
        if value <= _NOTHING or (value < _WHOLE and allowed <= 0):
            break
        times = min(max(1, int(value + _NOTHING)), room[tour.slot])
        room[tour.slot] -= times
        chosen += [tour] * times
        allowed -= times if value < _WHOLE else 0
    return chosen


def exact(generation: Generation, answer: MasterAnswer) -> Generation:
    """Return the program with priced counters kept by every tour from now on."""
    if not any(slot.priced for slot in generation.program.slots):
        return generation
    slots = tuple(replace(slot, priced=()) for slot in generation.program.slots)
    legal = [tour for tour in generation.master.tours if slots[tour.slot].accepts(tour)]
    program = replace(generation.program, slots=slots)
    following = _following(generation, answer, program, {})
    following.add(_best(generation, answer, legal))
    return following


def residual(
    generation: Generation, answer: MasterAnswer, chosen: list[PricedTour]
) -> tuple[list[int], Generation | None]:
    """What is left once tours are taken: numbers of the slots still open, and their program."""
    program = generation.program
    base = program.base.copy()
    taken = [0] * len(program.slots)
    for tour in chosen:
        program.ledger.add_tour(base, program.slots[tour.slot].trade, tuple(tour.duties.tolist()))
        taken[tour.slot] += 1
    left = [number for number, slot in enumerate(program.slots) if taken[number] < slot.upper]
    if not chosen:
        left = [number for number in left if taken[number] < program.slots[number].lower]
    if not left:
        return [], None
    place = {number: order for order, number in enumerate(left)}
    slots: list[Slot] = [
        replace(slot, number=place[slot.number], lower=max(0, slot.lower - count), upper=slot.upper - count)
        for slot, count in ((program.slots[number], taken[number]) for number in left)
    ]
    following = _following(generation, answer, replace(program, slots=tuple(slots), base=base), place)
    good = _best(generation, answer, [tour for tour in generation.master.tours if tour.slot in place])
    following.add(replace(tour, slot=place[tour.slot]) for tour in good)
    return left, following


def _following(
    generation: Generation, answer: MasterAnswer, program: Program, place: dict[int, int]
) -> Generation:
    centre = generation.centre or answer.prices
    counters = [centre.counters[number] for number in place] if place else [{} for _ in program.slots]
    own = tuple(
        {key: price for key, price in counter.items() if key in slot.priced}
        for counter, slot in zip(counters, program.slots, strict=True)
    )
    return Generation(program, generation.seconds_left, generation.pool, replace(centre, counters=own))


def _best(generation: Generation, answer: MasterAnswer, tours: list[PricedTour]) -> list[PricedTour]:
    """Tours of each slot that the prices like best."""
    costs = generation.pricer.reduced_costs(tours, answer.prices)
    kept: list[PricedTour] = []
    counts: dict[int, int] = {}
    for number in np.argsort(costs, kind="stable").tolist():
        tour = tours[number]
        counts[tour.slot] = counts.get(tour.slot, 0) + 1
        if counts[tour.slot] <= _TOURS_PER_SLOT:
            kept.append(tour)
    return kept
