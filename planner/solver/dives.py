"""Whole tours from the relaxation: by blending, or by linear programs where there is time."""

from collections.abc import Callable
from concurrent.futures import Executor

import numpy as np

from planner.solver.columns.blend_dive import BlendDive
from planner.solver.columns.blend_root import BlendRoot
from planner.solver.columns.day_dive import DayDive
from planner.solver.columns.dive import Dive
from planner.solver.columns.program import Program
from planner.solver.columns.slot import PricedTour
from planner.solver.relaxation import Relaxed

#: Part of the time left a dive may take.
_SHARE = 0.45
#: Part of the open tours that a dive by linear programs, or one by blending tours, fixes in a step.
_TOUR_STEP = 0.12
#: Rounds of generation that a dive by linear programs needs, at the least.
_ROUNDS = 40
#: Least part of all days fixed in one step, rounds of blending it must leave time for, and
#: rounds of all steps.
_DAY_STEP, _STEP_ROUNDS, _BLEND_ROUNDS = 0.02, 1.5, 150
#: Half-width of prices meanwhile.
_HALF_WIDTH = 0.07


def blended_dive(
    program: Program,
    blended: BlendRoot,
    pool: Executor | None,
    seconds_left: float,
    keep_going: Callable[[], bool],
) -> list[PricedTour]:
    """Dive from a blend of the relaxation: day by day where every slot takes one tour.

    Parameters
    ----------
    program
        The whole problem.
    blended
        Its relaxation by blending.
    pool
        Prices slots side by side where given.
    seconds_left, keep_going
        Time left in all, and whether to go on.
    """
    blend = blended.blend.copy()
    blend.cool(_HALF_WIDTH)
    seconds = min(_SHARE * seconds_left, _BLEND_ROUNDS * blended.seconds_per_round)
    if not all(slot.lower == slot.upper == 1 for slot in program.slots):
        return BlendDive(program, blend, keep_going, pool).run(_TOUR_STEP, seconds)
    share = max(_DAY_STEP, _STEP_ROUNDS * blended.seconds_per_round / max(seconds, 1e-3))
    return DayDive(program, blend, keep_going, pool).run(min(1.0, share), seconds)


def linear_dive(
    relaxed: Relaxed, seconds_left: float, keep_going: Callable[[], bool], *, at_any_rate: bool
) -> list[PricedTour] | None:
    """Dive by linear programs; nothing where that would take too long, unless asked for at any rate."""
    seconds = _SHARE * seconds_left
    if not at_any_rate and seconds < _ROUNDS * relaxed.root.seconds_per_round:
        return None
    found = Dive(_TOUR_STEP, 3e-3, keep_going, seconds).run(relaxed.root, relaxed.answer, np.inf)
    relaxed.root.master.release()
    return list(found.tours)
