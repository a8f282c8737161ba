"""The solvers a problem can be given to, by name."""

import re
from collections.abc import Callable
from functools import partial

from planner.solver.problem import TourProblem
from tests.benchmarks.support.cpsat import run_cpsat
from tests.benchmarks.support.mip import run_mip
from tests.benchmarks.support.ours import run_ours
from tests.benchmarks.support.outcome import Outcome

#: Takes the problem, seconds and seed.
Solver = Callable[[TourProblem, float, int], Outcome]


def solver_named(name: str, workers: int) -> Solver:
    """Return ``ours`` (with so many workers), ``mip``, or ``cpsatN`` with N workers.

    Raises
    ------
    ValueError
        There is no such solver.
    """
    if name == "ours":
        return partial(run_ours, workers=workers)
    if name == "mip":
        return partial(run_mip, workers=1)
    match = re.fullmatch(r"cpsat([1-9]\d?)", name)
    if match is None:
        raise ValueError(f'no solver "{name}"; there are: ours, mip, cpsatN with N workers, e.g. cpsat8')
    return partial(run_cpsat, workers=int(match[1]))
