"""Live channels in general: whole arrays of cells of :mod:`planner.staffing.live_cell`.

Chat with several contacts per agent, limited lines, redials and busy days, in any mixture.
With none of them it is Erlang A, or Erlang C where nobody gives up.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from planner.staffing.busy_days import day_factors
from planner.staffing.chat_sessions import agents_chatting
from planner.staffing.compiled import FloatArray, IntArray, compiled, flat
from planner.staffing.live_cell import Line, live_shares
from planner.staffing.live_search import Ask, fewest_agents, level_and_use
from planner.staffing.target import Definition, definition_code


@dataclass(frozen=True)
class Handling:
    """How contacts of a channel are handled.

    Parameters
    ----------
    slowdown
        How much longer a contact lasts when its agent has 1, 2, … K at once; the first is 1.
    lines
        Most contacts in progress or waiting; ``None`` for no limit.
    redial_probability
        Chance that a lost contact tries again, below 1.
    load_cv
        Coefficient of variation of the load between days.
    accepted
        As in :class:`planner.staffing.live_cell.Line`; only with ``lines``.
    """

    slowdown: tuple[float, ...] = (1.0,)
    lines: int | None = None
    redial_probability: float = 0.0
    load_cv: float = 0.0
    accepted: tuple[float, ...] = ()

    @property
    def speeds(self) -> FloatArray:
        """Completions per handle time of an agent with 0, 1, … K contacts."""
        return np.concatenate([[0.0], np.arange(1, len(self.slowdown) + 1) / np.array(self.slowdown)])

    @property
    def is_plain(self) -> bool:
        """Whether Erlang A or C says it all."""
        return self == Handling(slowdown=(1.0,))


@dataclass(frozen=True)
class LiveMeasures:
    """Measures per cell, as shares of all tries; ``tries_erlangs`` is their load.

    ``agents_busy`` is the average number of agents with at least one contact; without limited
    lines only, NaN with them.
    """

    wait_probability: FloatArray
    abandon_share: FloatArray
    blocked_share: FloatArray
    tries_erlangs: FloatArray
    agents_busy: FloatArray


@compiled
def _shares_cells(cells: FloatArray, line: Line, result: FloatArray) -> None:
    for cell in range(cells.shape[1]):
        load, agents = cells[0, cell], int(cells[1, cell])
        own = Line(line.speeds, cells[2, cell], 0.0, line.lines, line.redial, line.accepted)
        shares = live_shares(load, agents, own)
        result[0, cell], result[1, cell] = shares.waits, shares.abandons
        result[2, cell], result[3, cell] = shares.blocked, shares.tries
        if load <= 0.0 or agents <= 0:
            result[4, cell] = 0.0
        elif line.lines > 0:
            result[4, cell] = np.nan
        else:
            result[4, cell] = agents_chatting(shares.tries, agents, line.speeds, shares.waits)


@compiled
def _level_cells(
    cells: FloatArray, line: Line, factors: FloatArray, definition: int, result: FloatArray
) -> None:
    for cell in range(cells.shape[1]):
        own = Line(line.speeds, cells[2, cell], cells[3, cell], line.lines, line.redial, line.accepted)
        level, use = level_and_use(cells[0, cell], int(cells[1, cell]), own, factors, definition)
        result[0, cell], result[1, cell] = level, use


@compiled
def _fewest_cells(
    cells: FloatArray, line: Line, factors: FloatArray, definition: int, result: IntArray
) -> None:
    for cell in range(cells.shape[1]):
        own = Line(line.speeds, cells[1, cell], cells[2, cell], line.lines, line.redial, line.accepted)
        result[cell] = fewest_agents(
            cells[0, cell], own, factors, Ask(cells[3, cell], cells[4, cell], definition)
        )


def _line(handling: Handling) -> Line:
    accepted = np.array(handling.accepted if handling.lines else (), dtype=np.float64)
    redial = float(handling.redial_probability)
    return Line(handling.speeds, 0.0, 0.0, handling.lines or 0, redial, accepted)


def measures(
    load_erlangs: ArrayLike, agents: ArrayLike, impatience: ArrayLike, handling: Handling
) -> LiveMeasures:
    """Waiting, abandonment and blocking on a day of average load.

    Parameters
    ----------
    load_erlangs
        Offered load of first tries, in handle times of a contact handled alone, ≥ 0.
    agents
        Whole number of agents, ≥ 0.
    impatience
        Average handle time over average patience, 0 for endless patience; all are broadcast.
    handling
        See :class:`Handling`.
    """
    shape, cells = flat(load_erlangs, agents, impatience)
    result = np.empty((5, cells[0].size))
    _shares_cells(np.stack(cells), _line(handling), result)
    waits, abandons, blocked, tries, busy = (row.reshape(shape) for row in result)
    return LiveMeasures(waits, abandons, blocked, tries, busy)


def service_level(
    load_erlangs: ArrayLike,
    agents: ArrayLike,
    impatience: ArrayLike,
    threshold_aht: ArrayLike,
    handling: Handling,
    definition: Definition = "served_of_offered",
) -> tuple[FloatArray, FloatArray]:
    """Service level over days, and the share of the agents' highest rate that is used.

    Parameters
    ----------
    load_erlangs, agents, impatience, handling
        As in :func:`measures`.
    threshold_aht
        Threshold in handle times.
    definition
        See :data:`planner.staffing.target.Definition`; who is turned away counts as late.
    """
    shape, cells = flat(load_erlangs, agents, impatience, threshold_aht)
    result = np.empty((2, cells[0].size))
    factors = day_factors(handling.load_cv)
    _level_cells(np.stack(cells), _line(handling), factors, definition_code(definition), result)
    return result[0].reshape(shape), result[1].reshape(shape)


def smallest_agents(
    load_erlangs: ArrayLike,
    impatience: ArrayLike,
    threshold_aht: ArrayLike,
    share: ArrayLike,
    handling: Handling,
    *,
    occupancy_cap: ArrayLike = 1.0,
    definition: Definition = "served_of_offered",
) -> IntArray:
    """Fewest agents that reach a service level and stay within an occupancy.

    Parameters
    ----------
    load_erlangs, impatience, threshold_aht, handling, definition
        As in :func:`service_level`.
    share
        Share to reach, below 1.
    occupancy_cap
        Highest share of the agents' highest rate.

    Returns
    -------
    numpy.ndarray
        Whole agents, broadcast; 0 where there is no load.  Never more than the lines: where
        they are too few for the target, as many as there are lines.
    """
    shape, cells = flat(load_erlangs, impatience, threshold_aht, share, occupancy_cap)
    result = np.empty(cells[0].size, dtype=np.int64)
    factors = day_factors(handling.load_cv)
    _fewest_cells(np.stack(cells), _line(handling), factors, definition_code(definition), result)
    return result.reshape(shape)
