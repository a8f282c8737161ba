"""Erlang B: the share of contacts that find all agents busy when nobody may wait.

Of its inverse all terms are positive (Erlang 1917; Jagerman 1974, *Some properties of the
Erlang loss function*)::

    1 / B(n, a) = 1 + n/a + n(n-1)/a² + … + n!/aⁿ

Summed from the left it needs about nine square roots of the load of them, with neither a
division nor a cancellation: 20,000 erlangs take some thousand steps.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from planner.staffing.compiled import FloatArray, compiled, flat

_TAIL = 1e-17


@compiled
def inverse_blocking_scalar(load: float, agents: int) -> float:
    """Return 1 / B(n, a) of one cell; infinite where that is beyond what a float holds."""
    if load <= 0.0:
        return 1.0 if agents == 0 else math.inf
    per_load = 1.0 / load
    term, total, left = 1.0, 1.0, float(agents)
    while term > _TAIL * total and left > 0.0:
        term *= left * per_load
        total += term
        left -= 1.0
    return total


@compiled
def blocking_scalar(load: float, agents: int) -> float:
    """Blocking probability of one cell; see :func:`blocking`."""
    return 1.0 / inverse_blocking_scalar(load, agents)


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
