"""Erlang C: everyone waits until served.

With b from Erlang B, C = c·b / (c − a·(1 − b)), P(wait > T) = C·exp(−(c − a)·T) and
E[W] = C / (c − a), time in units of the handle time (Erlang 1917; Cooper, *Introduction to
Queueing Theory*).  Without more agents than load the queue grows for ever: everyone waits,
nobody in time.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from planner.staffing.compiled import FloatArray, IntArray, compiled, flat
from planner.staffing.erlang_b import blocking, blocking_scalar


@compiled
def _waits(load: float, agents: int, blocked: float) -> float:
    return agents * blocked / (agents - load * (1.0 - blocked))


@compiled
def smallest_scalar(load: float, threshold: float, share: float, occupancy_cap: float) -> int:
    """Fewest agents for one cell; see :func:`smallest_agents`.

    One walk of the Erlang B recursion passes every candidate, so nothing is bisected: from
    the first stable number on it takes a few square roots of the load.
    """
    if load <= 0.0:
        return 0
    agents = max(int(load) + 1, math.ceil(load / occupancy_cap - 1e-9))
    blocked = blocking_scalar(load, agents)
    while 1.0 - _waits(load, agents, blocked) * math.exp(-(agents - load) * threshold) < share:
        agents += 1
        blocked = load * blocked / (agents + load * blocked)
    return agents


@compiled
def _smallest_cells(
    load: FloatArray, threshold: FloatArray, share: FloatArray, occupancy_cap: FloatArray, result: IntArray
) -> None:
    for cell in range(load.size):
        result[cell] = smallest_scalar(load[cell], threshold[cell], share[cell], occupancy_cap[cell])


def wait_probability(load_erlangs: ArrayLike, agents: ArrayLike) -> FloatArray:
    """Share of contacts that wait at all; 1 where agents do not exceed the load.

    Parameters
    ----------
    load_erlangs, agents
        Offered load and whole number of agents, broadcast together.

    Returns
    -------
    numpy.ndarray
        Probabilities in the common shape; 0 where there is no load.
    """
    shape, (load, count) = flat(load_erlangs, agents)
    blocked = blocking(load, count)
    stable = count > load
    room = np.where(stable, count - load * (1.0 - blocked), 1.0)
    waits = np.where(stable, count * blocked / room, 1.0)
    return np.where(load > 0, waits, 0.0).reshape(shape)


def service_level(load_erlangs: ArrayLike, agents: ArrayLike, threshold_aht: ArrayLike) -> FloatArray:
    """Share of contacts answered within a threshold.

    Parameters
    ----------
    load_erlangs, agents
        As in :func:`wait_probability`.
    threshold_aht
        Threshold in units of the average handle time.

    Returns
    -------
    numpy.ndarray
        Shares in the common shape; 0 where the queue is unstable, 1 where there is no load.
    """
    shape, (load, count, threshold) = flat(load_erlangs, agents, threshold_aht)
    spare = np.maximum(count - load, 0.0)
    level = 1.0 - wait_probability(load, count) * np.exp(-spare * threshold)
    return np.where((count > load) | (load <= 0), level, 0.0).reshape(shape)


def mean_wait(load_erlangs: ArrayLike, agents: ArrayLike) -> FloatArray:
    """Average wait over all contacts, in units of the handle time; infinite when unstable."""
    shape, (load, count) = flat(load_erlangs, agents)
    stable = count > load
    waits = wait_probability(load, count) / np.where(stable, count - load, 1.0)
    return np.where(load <= 0, 0.0, np.where(stable, waits, np.inf)).reshape(shape)


def smallest_agents(
    load_erlangs: ArrayLike, threshold_aht: ArrayLike, share: ArrayLike, occupancy_cap: ArrayLike = 1.0
) -> IntArray:
    """Fewest agents that answer a share of contacts within a threshold.

    Parameters
    ----------
    load_erlangs
        Offered load, ≥ 0.
    threshold_aht
        Threshold in units of the average handle time.
    share
        Share to reach, below 1.
    occupancy_cap
        Highest offered load per agent.

    Returns
    -------
    numpy.ndarray
        Whole agents, broadcast over all arguments; 0 where there is no load.
    """
    shape, cells = flat(load_erlangs, threshold_aht, share, occupancy_cap)
    result = np.empty(cells[0].size, dtype=np.int64)
    _smallest_cells(cells[0], cells[1], cells[2], cells[3], result)
    return result.reshape(shape)
