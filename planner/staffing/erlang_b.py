"""Erlang B: the share of contacts that find all agents busy when nobody may wait.

Recursion over the number of agents k, b ← a·b / (k + a·b) (Erlang 1917).  Each step below
the load shrinks an error in b by about k/a, so the recursion need not begin at zero: eight
standard deviations of the Poisson load lower, a start right to a few percent is forgotten
to the last digit (the shrinking multiplies up to e^-32).
That keeps 20,000 erlangs at some hundreds of steps.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from planner.staffing.compiled import FloatArray, compiled, flat


@compiled
def blocking_scalar(load: float, agents: int) -> float:
    """Blocking probability of one cell; see :func:`blocking`."""
    if load <= 0.0:
        return 1.0 if agents == 0 else 0.0
    start = max(0, min(agents, int(load)) - int(8.0 * math.sqrt(load)) - 10)
    blocked = 1.0 - start / load
    for k in range(start + 1, agents + 1):
        blocked = load * blocked / (k + load * blocked)
    return blocked


@compiled
def _blocking_cells(load: FloatArray, agents: FloatArray, result: FloatArray) -> None:
    for cell in range(load.size):
        result[cell] = blocking_scalar(load[cell], int(agents[cell]))


def blocking(load_erlangs: ArrayLike, agents: ArrayLike) -> FloatArray:
    """Share of contacts blocked.

    Parameters
    ----------
    load_erlangs
        Offered load, ≥ 0.
    agents
        Whole number of agents, ≥ 0; both are broadcast together.

    Returns
    -------
    numpy.ndarray
        Probabilities in the common shape.
    """
    shape, (load, count) = flat(load_erlangs, agents)
    result = np.empty(load.size)
    _blocking_cells(load, count, result)
    return result.reshape(shape)
