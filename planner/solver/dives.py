"""Whole tours from the relaxation: by blending, by linear programs where there is time, or both."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor

import numpy as np

from planner.solver.columns.blend import Blend
from planner.solver.columns.blend_dive import BlendDive
from planner.solver.columns.blend_root import BlendRoot
from planner.solver.columns.day_dive import DayDive
from planner.solver.columns.dive import Dive
from planner.solver.columns.master import MasterAnswer
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


def dives(
    program: Program,
    relaxed: Relaxed,
    seed: int,
    pool: Executor | None,
    seconds_left: Callable[[], float],
    keep_going: Callable[[], bool],
) -> Iterator[list[PricedTour]]:
    """Dive in every way there is time for; yield the tours of each.

    Parameters
    ----------
    program
        The whole problem.
    relaxed
        Its relaxation.
    seed
        Seed of every draw.
    pool
        Prices slots side by side where given.
    seconds_left, keep_going
        Time left, and whether to go on at all.
    """
    root, answer, blended = relaxed.root, relaxed.answer, relaxed.blended
    if blended is not None:
        seconds = min(_SHARE * seconds_left(), _BLEND_ROUNDS * blended.seconds_per_round)
        blend = _blend(program, relaxed, blended, seed)
        if all(slot.lower == slot.upper == 1 for slot in program.slots):
            share = max(_DAY_STEP, _STEP_ROUNDS * blended.seconds_per_round / max(seconds, 1e-3))
            yield DayDive(program, blend, keep_going, pool).run(min(1.0, share), seconds)
        else:
            yield BlendDive(program, blend, keep_going, pool).run(_TOUR_STEP, seconds)
    seconds = _SHARE * seconds_left()
    if answer is None or (blended is not None and seconds < _ROUNDS * root.seconds_per_round):
        return
    if keep_going():
        tours = list(Dive(_TOUR_STEP, 3e-3, keep_going, seconds).run(root, answer, np.inf).tours)
        root.master.release()
        yield tours


def _blend(program: Program, relaxed: Relaxed, blended: BlendRoot, seed: int) -> Blend:
    """Blend to dive from: the best solution of the relaxation there is."""
    if relaxed.answer is None:
        blended.blend.cool(_HALF_WIDTH)
        return blended.blend
    return _of_answer(program, relaxed, relaxed.answer, seed)


def _of_answer(program: Program, relaxed: Relaxed, answer: MasterAnswer, seed: int) -> Blend:
    blend = Blend(program, _HALF_WIDTH, seed)
    for tour, weight in zip(relaxed.root.master.tours, answer.values.tolist(), strict=False):
        if weight > 0.0:
            blend.add(tour, weight)
    return blend
