"""Whole tours from the relaxation: by blending, or by linear programs where there is time."""

from collections.abc import Callable
from concurrent.futures import Executor

import numpy as np

from planner.solver.columns.blend import Blend
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
#: Least part of all days fixed in one step, and rounds of blending it must leave time for.
_DAY_STEP, _STEP_ROUNDS = 0.02, 1.5
#: Rounds of all steps: from a blend, and from the relaxation's optimum, which repays more of them.
_BLEND_ROUNDS, _SOLVED_ROUNDS = 150, 400
#: Half-width of prices meanwhile.
_HALF_WIDTH = 0.07


def blended_dive(
    program: Program,
    blended: BlendRoot,
    pool: Executor | None,
    seconds_left: float,
    keep_going: Callable[[], bool],
    beat: float,
) -> list[PricedTour] | None:
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
    beat
        Objective to get below: a dive by days is given up, without tours, where it does not.
    """
    blend = blended.blend.copy()
    blend.cool(_HALF_WIDTH)
    seconds = min(_SHARE * seconds_left, _BLEND_ROUNDS * blended.seconds_per_round)
    if not takes_one_each(program):
        return BlendDive(program, blend, keep_going, pool).run(_TOUR_STEP, seconds)
    share = _days_at_once(blended.seconds_per_round, seconds)
    return DayDive(program, blend, keep_going, pool).run(share, seconds, beat)


def solved_dive(
    program: Program,
    relaxed: Relaxed,
    seconds_per_round: float,
    pool: Executor | None,
    seconds_left: float,
    keep_going: Callable[[], bool],
    seed: int,
    beat: float,
) -> list[PricedTour] | None:
    """Dive day by day from the relaxation as linear programs left it; every slot takes one tour.

    Whole tours of many months, taken a few at a time, leave the others too little to adapt with.
    It is given up, without tours, where it does not get below ``beat``.
    """
    blend = Blend(program, _HALF_WIDTH, seed)
    # tours found after the master's last solution have no value
    for tour, value in zip(relaxed.root.master.tours, relaxed.answer.values.tolist(), strict=False):
        if value > 0:
            blend.add(tour, value)
    seconds = min(_SHARE * seconds_left, _SOLVED_ROUNDS * seconds_per_round)
    share = _days_at_once(seconds_per_round, seconds)
    return DayDive(program, blend, keep_going, pool).run(share, seconds, beat)


def takes_one_each(program: Program) -> bool:
    """Whether every slot takes exactly one tour, so that its days may be fixed one by one."""
    return all(slot.lower == slot.upper == 1 for slot in program.slots)


def _days_at_once(seconds_per_round: float, seconds: float) -> float:
    """Part of all days to fix in one step, so that every step has time to blend."""
    return min(1.0, max(_DAY_STEP, _STEP_ROUNDS * seconds_per_round / max(seconds, 1e-3)))


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
