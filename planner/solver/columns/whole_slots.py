"""Slots over the whole horizon, one per profile."""

from functools import partial

from planner.solver.columns.slot import Slot
from planner.solver.paths.network import COUNTERS
from planner.solver.paths.space import PathSpace

#: Counters are kept in the state of a path up to this many cells.
MOST_CELLS = 20_000


def whole_slots(space: PathSpace, most_cells: int = MOST_CELLS) -> list[Slot]:
    """One slot per profile with tours; counters too large to keep in the paths are priced."""
    slots: list[Slot] = []
    for number, profile in enumerate(space.problem.profiles):
        if not profile.upper or not space.has_tour(number):
            continue
        own = space.profiles[number]
        cells = max(1, space.task(number, own.always_kept).cells)
        room = COUNTERS - len(own.always_kept)
        priced = []
        for place, use in enumerate(own.counters):
            if place in own.always_kept:
                continue
            if room > 0 and cells * (use.upper + 1) <= most_cells:
                cells *= use.upper + 1
                room -= 1
            else:
                priced.append(place)
        slots.append(
            Slot(
                len(slots),
                number,
                profile.trade,
                profile.lower,
                profile.upper,
                profile.head_cost,
                own.counters,
                (0,) * len(own.counters),
                tuple(priced),
                own.always_kept,
                partial(space.task, number),
            )
        )
    return slots
