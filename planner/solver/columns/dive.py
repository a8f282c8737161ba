"""From a fractional master to whole tours: the likeliest taken for good, the rest priced again."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.solver.columns.generation import Generation
from planner.solver.columns.master_answer import MasterAnswer
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.layers import Ints

#: Blurred targets move values by some millionths.
_WHOLE, _NOTHING = 1 - 1e-4, 1e-4
_ROUNDS = 40
#: A gap that is always small enough.
_ALMOST = 0.05
#: Tours of each slot that a dive begins with.
_TOURS_PER_SLOT = 20


@dataclass(frozen=True)
class Dived:
    """Tours taken, and whether every slot is filled."""

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
        Gap at which a step's relaxation is good enough: as part of what it may still lose before the
        objective to beat is out of reach, or of its objective where there is none to beat.
    keep_going
        Asked before every step.
    seconds
        Where given, about what it may take: each step its part, later ones more tours if they are slow.
    noise
        By what part of itself, at most, a value is taken for smaller when tours are ranked: dives
        from one relaxation then differ.
    draw
        Draws the noise.
    """

    share: float
    settled: float
    keep_going: Callable[[], bool]
    seconds: float = np.inf
    noise: float = 0.0
    draw: np.random.Generator | None = None

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
        current: Generation | None = narrowed(generation, answer)
        until = time.monotonic() + self.seconds
        share = self.share
        while current is not None:
            now = time.monotonic()
            # a step may take as large a part of the time left as of the tours left
            step = share * max(0.0, until - now) if until < np.inf else np.inf
            found: MasterAnswer | None = answer
            if current is not generation:
                found = current.run(self._enough(beat, now + step), _ROUNDS)
            if found is None or current.bound > beat or not self.keep_going():
                return Dived(tuple(taken), finished=False)
            chosen = _choose(current, found, share, self._rank(found))
            for number, times in chosen.items():
                tour = current.master.tours[number]
                taken += [tour] * times
                beat -= tour.cost * times
            current = residual(current, chosen)
            if time.monotonic() - now > 2 * step:
                share = min(1.0, 2 * share)
        return Dived(tuple(taken), finished=True)

    def _rank(self, answer: MasterAnswer) -> Ints:
        """Order tours for taking: whole ones first, then the largest, give or take the noise."""
        values = answer.values
        if self.draw is not None:
            values = np.where(
                values < _WHOLE, values * (1 - self.noise * self.draw.random(len(values))), values
            )
        return np.argsort(-values, kind="stable")

    def _enough(self, beat: float, until: float) -> Callable[[MasterAnswer, float], bool]:
        def enough(found: MasterAnswer, bound: float) -> bool:
            if bound > beat or time.monotonic() > until:
                return True
            if not np.isfinite(bound):
                return False
            room = beat - bound if beat < np.inf else abs(found.objective)
            return found.objective - bound <= max(_ALMOST, self.settled * room)

        return enough


def _choose(generation: Generation, answer: MasterAnswer, share: float, ranked: Ints) -> dict[int, int]:
    """Every tour that is whole, and the first of the others; how often each is taken."""
    room = {slot.number: slot.upper for slot in generation.program.slots}
    allowed = max(1, int(share * answer.values.sum()))
    chosen: dict[int, int] = {}
    for number in ranked.tolist():
        slot, value = generation.master.tours[number].slot, float(answer.values[number])
        if value <= _NOTHING:
            continue
        if value < _WHOLE and allowed <= 0:
            break
        times = min(max(1, int(value + _NOTHING)), room.get(slot, 0))
        if times:
            room[slot] -= times
            chosen[number] = times
            allowed -= times if value < _WHOLE else 0
    return chosen


def narrowed(generation: Generation, answer: MasterAnswer) -> Generation:
    """Return the program with priced counters kept by every tour, tours of little promise put aside."""
    program, master = generation.program, generation.master
    slots = tuple(replace(slot, priced=()) for slot in program.slots)
    costs = generation.pricer.reduced_costs(master.tours, answer.prices)
    counts: Counter[int] = Counter()
    used = set(np.flatnonzero(answer.values > _NOTHING).tolist())
    for number in np.argsort(costs, kind="stable").tolist():
        tour = master.tours[number]
        if slots[tour.slot].accepts(tour):
            counts[tour.slot] += 1
            if counts[tour.slot] <= _TOURS_PER_SLOT or number in used:
                continue
        master.bar([number])
    if slots == program.slots:
        return generation
    master.drop_limits()
    return _following(generation, replace(program, slots=slots))


def residual(generation: Generation, chosen: dict[int, int]) -> Generation | None:
    """What is left once tours are taken, by number; ``None`` where every slot is filled."""
    program, master = generation.program, generation.master
    base = program.base.copy()
    counts: Counter[int] = Counter()
    trades = {slot.number: slot.trade for slot in program.slots}
    for number, times in chosen.items():
        tour = master.tours[number]
        program.ledger.add_tour(base, trades[tour.slot], tuple(tour.duties.tolist()), times)
        counts[tour.slot] += times
        master.take(number, times)
    slots = []
    for slot in program.slots:
        lower, upper = max(0, slot.lower - counts[slot.number]), slot.upper - counts[slot.number]
        if upper and (lower or chosen):
            slots.append(replace(slot, lower=lower, upper=upper))
        else:
            master.close(slot.number)
    return _following(generation, replace(program, slots=tuple(slots), base=base)) if slots else None


def _following(generation: Generation, program: Program) -> Generation:
    """Go on with the same tours, and the prices of the best bound."""
    centre = generation.centre
    if centre is not None:
        centre = replace(centre, counters=tuple({} for _ in centre.counters))
    return Generation(
        program,
        generation.seconds_left,
        generation.pool,
        centre,
        generation.master,
        effort=generation.effort,
    )
