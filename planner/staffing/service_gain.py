"""What each further agent is worth, where a service level is kept over a day or a period.

Of one interval, the contacts served in time by n agents are a curve that rises slowly, steeply,
and slowly again.  Its least concave envelope is a price list an optimiser can read: each further
agent gains at most what the one before did.  Where several agents together are worth more than
the first of them, the envelope shares their gain out evenly; elsewhere it is the curve itself.

The problem, shifts for an overall service level, is that of Koole and van der Sluis 2003, *Optimal
shift scheduling with a global service level constraint*, who solve it by local search; as a price
list it becomes linear.
"""

import math

import numpy as np
from numpy.typing import NDArray

from models.service_goal import UNITS_PER_CONTACT, ServiceGain
from planner.staffing.compiled import FloatArray, IntArray, compiled

_SLACK = 1e-12


@compiled
def _lift(values: FloatArray, first: int, last: int, kept: NDArray[np.bool_]) -> None:
    """Raise values to their concave envelope between two places; mark those not raised."""
    corner = np.empty(last - first + 1, dtype=np.int64)
    corners = 0
    for place in range(first, last + 1):
        while corners >= 2:
            before, middle = corner[corners - 2], corner[corners - 1]
            bend = (values[middle] - values[before]) * (place - before)
            if bend > (values[place] - values[before]) * (middle - before) * (1.0 + _SLACK):
                break
            corners -= 1
        corner[corners] = place
        corners += 1
    for number in range(corners):
        kept[corner[number]] = True
    for number in range(corners - 1):
        low, high = corner[number], corner[number + 1]
        slope = (values[high] - values[low]) / (high - low)
        for place in range(low + 1, high):
            values[place] = values[low] + slope * (place - low)


def concave_envelope(served: FloatArray, least: IntArray) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Raise curves of service to their least concave envelopes.

    Parameters
    ----------
    served
        Contacts served in time by 0, 1, … agents, shape (intervals, agents + 1), rising.
    least
        Agents at which each curve begins, shape (intervals,).

    Returns
    -------
    numpy.ndarray, numpy.ndarray
        The envelopes, untouched before ``least``, and whether each place is a corner: a number
        of agents at which the envelope is the curve.
    """
    lifted = np.array(served, dtype=np.float64)
    corners = np.zeros(lifted.shape, dtype=bool)
    for row, kept, first in zip(lifted, corners, least, strict=True):
        _lift(row, int(first), row.size - 1, kept)
    return lifted, corners


def service_gains(served: FloatArray, least: IntArray) -> tuple[ServiceGain, ...]:
    """Put what each further agent is worth into whole numbers, interval by interval.

    Parameters
    ----------
    served, least
        As in :func:`concave_envelope`.

    Returns
    -------
    tuple of ServiceGain
        Agents who add nothing are left out at the end of ``gains``.
    """
    lifted, corners = concave_envelope(served, least)
    result = []
    for row, kept, first in zip(lifted, corners, least, strict=True):
        steps = np.floor(np.diff(row[int(first) :]) * UNITS_PER_CONTACT + _SLACK)
        # Rounding errors of the envelope, not of the curve.
        gains = np.minimum.accumulate(np.maximum(steps, 0.0)) if steps.size else steps
        result.append(
            ServiceGain(
                agents=int(first),
                served=math.floor(row[int(first)] * UNITS_PER_CONTACT + _SLACK),
                gains=tuple(int(gain) for gain in gains if gain > 0),
                exact=tuple(int(place) for place in np.flatnonzero(kept)),
            )
        )
    return tuple(result)


def cheapest_agents(served: FloatArray, least: IntArray, wanted: float) -> IntArray:
    """Agents per interval that serve enough over all intervals, with close to the fewest in all.

    Agents go where they are worth most.  Only corners of the envelope are taken, so what is
    counted is what is served; at the end, who turns out not to be needed is left out.

    Parameters
    ----------
    served, least
        As in :func:`concave_envelope`.
    wanted
        Contacts to serve in time over all intervals.

    Returns
    -------
    numpy.ndarray
        Whole agents, shape (intervals,); as many as there are columns for where even they do
        not suffice.
    """
    lifted, corners = concave_envelope(served, least)
    agents = np.array(least, dtype=np.int64)
    done = float(sum(row[int(first)] for row, first in zip(lifted, least, strict=True)))
    steps = []
    for place, (row, kept) in enumerate(zip(lifted, corners, strict=True)):
        ends = np.flatnonzero(kept)
        gains, widths = np.diff(row[ends]), np.diff(ends)
        steps += [
            (-float(gain / width), place, int(end), int(width), float(gain))
            for gain, width, end in zip(gains, widths, ends[1:], strict=True)
        ]
    taken = []
    for step in sorted(steps):
        if done >= wanted - _SLACK:
            break
        taken.append(step)
        done += step[4]
        agents[step[1]] = step[2]
    for _, place, end, width, gain in reversed(taken):
        if agents[place] == end and done - gain >= wanted - _SLACK:
            done -= gain
            agents[place] = end - width
    return agents
