"""Erlang A: callers wait, and hang up when their patience (exponential) ends.

The formulas stand in :mod:`planner.staffing.erlang_a_kernel`, the search for the fewest agents
in :mod:`planner.staffing.erlang_a_search`; here are whole arrays of cells, and the three
meanings of "service level".
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from planner.staffing.compiled import FloatArray, IntArray, compiled, flat
from planner.staffing.erlang_a_kernel import erlang_a_cell
from planner.staffing.erlang_a_search import Goal, smallest_scalar
from planner.staffing.target import Definition, definition_code


@dataclass(frozen=True)
class ErlangA:
    """Measures of a queue with abandonment, per cell; shares are of all offered contacts.

    ``mean_wait_aht`` is the average wait of all contacts, served or not, in handle times;
    ``occupancy`` the share of agents' time spent on contacts.
    """

    wait_probability: FloatArray
    abandon_share: FloatArray
    mean_wait_aht: FloatArray
    occupancy: FloatArray


@compiled
def _cells(
    load: FloatArray, agents: FloatArray, impatience: FloatArray, threshold: FloatArray, result: FloatArray
) -> None:
    for cell in range(load.size):
        result[:, cell] = erlang_a_cell(load[cell], int(agents[cell]), impatience[cell], threshold[cell])


@compiled
def _smallest_cells(cells: FloatArray, definition: int, result: IntArray) -> None:
    for cell in range(result.size):
        goal = Goal(
            cells[0, cell], cells[1, cell], cells[2, cell], cells[3, cell], cells[4, cell], definition
        )
        result[cell] = smallest_scalar(goal)


def measures(load_erlangs: ArrayLike, agents: ArrayLike, impatience: ArrayLike) -> ErlangA:
    """Waiting, abandonment and occupancy.

    Parameters
    ----------
    load_erlangs
        Offered load, ≥ 0.
    agents
        Whole number of agents, ≥ 0.
    impatience
        Average handle time divided by average patience, > 0; all are broadcast together.
    """
    shape, (load, count, theta) = flat(load_erlangs, agents, impatience)
    result = np.empty((4, load.size))
    _cells(load, count, theta, np.zeros(load.size), result)
    occupancy = load * (1.0 - result[3]) / np.maximum(count, 1.0)
    return ErlangA(
        wait_probability=result[2].reshape(shape),
        abandon_share=result[3].reshape(shape),
        mean_wait_aht=(result[3] / theta).reshape(shape),
        occupancy=occupancy.reshape(shape),
    )


def service_level(
    load_erlangs: ArrayLike,
    agents: ArrayLike,
    impatience: ArrayLike,
    threshold_aht: ArrayLike,
    definition: Definition = "served_of_offered",
) -> FloatArray:
    """Service level in one of its three meanings.

    Parameters
    ----------
    load_erlangs, agents, impatience
        As in :func:`measures`.
    threshold_aht
        Threshold in units of the average handle time.
    definition
        See :data:`planner.staffing.target.Definition`.

    Returns
    -------
    numpy.ndarray
        Shares, broadcast over all arguments; 1 where there is no load.
    """
    shape, (load, count, theta, threshold) = flat(load_erlangs, agents, impatience, threshold_aht)
    result = np.empty((4, load.size))
    _cells(load, count, theta, threshold, result)
    served, longer = result[0], result[1]
    if definition == "not_waiting_longer":
        level = np.where((count > 0) | (load <= 0), 1.0 - longer, 0.0)
    elif definition == "served_excluding_short_abandons":
        level = np.where(served > 0, served / np.where(served > 0, served + longer, 1.0), 0.0)
    else:
        level = served
    return level.reshape(shape)


def smallest_agents(
    load_erlangs: ArrayLike,
    impatience: ArrayLike,
    threshold_aht: ArrayLike,
    share: ArrayLike,
    *,
    occupancy_cap: ArrayLike = 1.0,
    definition: Definition = "served_of_offered",
) -> IntArray:
    """Fewest agents that reach a service level and stay within an occupancy.

    Parameters
    ----------
    load_erlangs, impatience, threshold_aht
        As in :func:`service_level`.
    share
        Share to reach, below 1.
    occupancy_cap
        Highest share of agents' time on contacts, served ones only.
    definition
        See :data:`planner.staffing.target.Definition`.

    Returns
    -------
    numpy.ndarray
        Whole agents, broadcast over all arguments; 0 where there is no load.
    """
    shape, cells = flat(load_erlangs, impatience, threshold_aht, share, occupancy_cap)
    result = np.empty(cells[0].size, dtype=np.int64)
    _smallest_cells(np.stack(cells), definition_code(definition), result)
    return result.reshape(shape)
