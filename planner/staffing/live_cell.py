"""One cell of a live channel with all it may have: several chats per agent, few lines, redials.

Who hangs up or is turned away calls again with probability r (Erlang X).  Each try counts as
a contact, so the load a of all tries is the fixed point of::

    a = a₀ + r · a · (P(abandon) + P(turned away))

The share lost grows with a, yet a·(share lost) never faster than a: the root is single, and
false position between a₀ and a₀/(1 − r) finds it.
"""

import math
from typing import NamedTuple

from planner.staffing.chat_sessions import free_sum
from planner.staffing.compiled import FloatArray, compiled
from planner.staffing.finite_lines import finite_lines
from planner.staffing.own_lines import own_lines
from planner.staffing.waiting_line import waiting_line

_STEPS = 60
_PRECISION = 1e-13


class Line(NamedTuple):
    """How contacts wait and are handled in one cell; times are in handle times.

    Parameters
    ----------
    speeds
        Rates at which an agent with 0, 1, … K contacts completes them: 0, 1, 2/d_2, … K/d_K.
    impatience
        Average handle time over average patience; 0 for endless patience.
    threshold
        Wait that counts as in time.
    lines
        Most contacts in progress or waiting; 0 for no limit.
    redial
        Chance that a lost contact tries again, below 1.
    accepted
        Where channels of a queue have lines of their own, share of tries that find one, with
        0, 1, … contacts there (:mod:`planner.staffing.own_lines`); else empty.
    """

    speeds: FloatArray
    impatience: float
    threshold: float
    lines: int
    redial: float
    accepted: FloatArray


class Shares(NamedTuple):
    """What happens, as shares of all tries; ``tries`` is their load in erlangs.

    ``late`` are those who waited longer than the threshold and those turned away.
    """

    served: float
    late: float
    waits: float
    abandons: float
    blocked: float
    tries: float


@compiled
def shares_without_redials(load: float, agents: int, line: Line) -> Shares:
    """Return the shares at a load of all tries."""
    if load <= 0.0:
        return Shares(1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    if agents <= 0:
        # Nobody answers: everyone leaves when patience ends.
        return Shares(0.0, math.exp(-line.impatience * line.threshold), 1.0, 1.0, 0.0, load)
    if line.accepted.size > 0:
        served, late, waits, abandons, blocked = own_lines(
            load, agents, line.speeds, line.impatience, line.threshold, line.accepted
        )
        return Shares(served, late, waits, abandons, blocked, load)
    places = agents * (line.speeds.size - 1)
    rate = agents * line.speeds[-1]
    if 0 < line.lines < places:
        blocked = 1.0 / free_sum(load, agents, line.speeds, line.lines)
        return Shares(1.0 - blocked, blocked, 0.0, 0.0, blocked, load)
    free = free_sum(load, agents, line.speeds, places - 1)
    if line.lines > 0:
        served, late, waits, abandons, blocked = finite_lines(
            load, free, rate, line.impatience, line.threshold, line.lines - places
        )
        return Shares(served, late, waits, abandons, blocked, load)
    served, late, waits, abandons = waiting_line(load, free, rate, line.impatience, line.threshold)
    return Shares(served, late, waits, abandons, 0.0, load)


@compiled
def _excess(tries: float, load: float, agents: int, line: Line) -> float:
    """How far a load of tries is above what it brings forth."""
    shares = shares_without_redials(tries, agents, line)
    return tries * (1.0 - line.redial * (shares.abandons + shares.blocked)) - load


@compiled
def live_shares(load: float, agents: int, line: Line) -> Shares:
    """Return the shares at a load of first tries, in erlangs."""
    if line.redial <= 0.0 or load <= 0.0:
        return shares_without_redials(load, agents, line)
    low, high = load, load / (1.0 - line.redial)
    below, above = _excess(low, load, agents, line), _excess(high, load, agents, line)
    tries = low if below >= -_PRECISION * load else high
    side = 0
    for _ in range(_STEPS):
        if below >= -_PRECISION * load or above <= _PRECISION * load or high - low <= _PRECISION * high:
            break
        tries = low - below * (high - low) / (above - below)
        excess = _excess(tries, load, agents, line)
        if abs(excess) <= _PRECISION * load:
            break
        if excess > 0.0:
            high, above = tries, excess
            below = below / 2 if side > 0 else below
            side = 1
        else:
            low, below = tries, excess
            above = above / 2 if side < 0 else above
            side = -1
    return shares_without_redials(tries, agents, line)
