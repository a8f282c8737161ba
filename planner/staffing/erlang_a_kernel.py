"""Erlang A for one cell: compiled, in logarithms, right from 0.01 to 20,000 erlangs.

Time is in units of the handle time; a is the load, c the agents, θ = handle time / patience,
x = c/θ, y = a/θ.  The queue when all agents are busy is a birth–death process whose sums are
confluent hypergeometric (Palm 1957; Zeltyn and Mandelbaum 2005, *Call centers with impatient
customers*):

- E = 1 / B(c − 1, a), the Erlang B of one agent fewer,
- g(T) = exp(y − y·e^{−θT} − c·T), J(T) = g(T)/c · S(x, y·e^{−θT}),
- S(x, z) = 1 + z/(x+1) + z²/((x+1)(x+2)) + …, D = E + a·J(0),
- P(wait) = a·J(0)/D, P(abandon) = (1 + (a − c)·J(0))/D,
- P(wait > T) = e^{−θT}·a·J(T)/D, P(served within T) = (E + g(T) − 1 + c·(J(0) − J(T)))/D.

All terms of S are positive.  It is summed outwards from its largest term, whose logarithm is
known in closed form: nothing overflows, and the number of terms grows as the square root of
the load.  D is kept as B·D, for B may be as small as it likes.
"""

import math

from planner.staffing.compiled import compiled
from planner.staffing.erlang_b import blocking_scalar

#: Patience beyond this many handle times is no patience limit at all: Erlang C.
ENDLESS_PATIENCE = 1e6
_TAIL = 1e-17


@compiled
def _stirling_rest(u: float) -> float:
    return 1.0 / (12.0 * u) - 1.0 / (360.0 * u**3) + 1.0 / (1260.0 * u**5)


@compiled
def _log_term(x: float, z: float, k: int) -> float:
    """Return ln of z^k / ((x+1)…(x+k)); large numbers are subtracted before they are large."""
    low, high = x + 1.0, x + 1.0 + k
    if low < 50.0:
        return k * math.log(z) + math.lgamma(low) - math.lgamma(high)
    main = (low - 0.5) * math.log1p((low - z) / z) - (high - 0.5) * math.log1p((high - z) / z) + k
    return main + _stirling_rest(low) - _stirling_rest(high)


@compiled
def log_series(x: float, z: float) -> float:
    """Return ln S(x, z)."""
    peak = max(0, int(z - x))
    total = 1.0
    term, k = 1.0, peak + 1
    while term > _TAIL * total:
        term *= z / (x + k)
        total += term
        k += 1
    term, k = 1.0, peak
    while k >= 1 and term > _TAIL * total:
        term *= (x + k) / z
        total += term
        k -= 1
    return math.log(total) + (_log_term(x, z, peak) if peak > 0 else 0.0)


@compiled
def erlang_c_cell(load: float, agents: int, threshold: float) -> tuple[float, float, float, float]:
    """Return what :func:`erlang_a_cell` does, when nobody gives up."""
    if agents <= load:
        return 0.0, 1.0, 1.0, 0.0
    blocked = blocking_scalar(load, agents)
    waits = agents * blocked / (agents - load * (1.0 - blocked))
    longer = waits * math.exp(-(agents - load) * threshold)
    return 1.0 - longer, longer, waits, 0.0


@compiled
def erlang_a_cell(
    load: float, agents: int, impatience: float, threshold: float
) -> tuple[float, float, float, float]:
    """Return P(served within T), P(wait > T), P(wait) and P(abandon), each per offered contact."""
    if load <= 0.0:
        return 1.0, 0.0, 0.0, 0.0
    if agents <= 0:
        # Nobody answers: everyone leaves when patience ends.
        return 0.0, math.exp(-impatience * threshold), 1.0, 1.0
    if impatience * ENDLESS_PATIENCE < 1.0:
        return erlang_c_cell(load, agents, threshold)
    fewer = blocking_scalar(load, agents - 1)
    if fewer <= 0.0:
        return 1.0, 0.0, 0.0, 0.0
    x, y = agents / impatience, load / impatience
    log_b, log_c = math.log(fewer), math.log(agents)
    log_j0 = log_series(x, y) - log_c
    log_queue = math.log(load) + log_b + log_j0
    log_d = max(0.0, log_queue) + math.log1p(math.exp(-abs(log_queue)))
    waits = math.exp(log_queue - log_d)
    scale = math.exp(log_b - log_d)
    busy_now = math.exp(log_b + log_j0 - log_d)
    # Agents cannot serve more than all their time: mends what cancellation loses in overload.
    abandons = min(1.0, max(0.0, 1.0 - agents / load, scale + (load - agents) * busy_now))
    if threshold <= 0.0:
        return 1.0 - waits, waits, waits, abandons
    fade = math.exp(-impatience * threshold)
    log_g = -y * math.expm1(-impatience * threshold) - agents * threshold
    log_jt = log_g + log_series(x, y * fade) - log_c
    busy_later = math.exp(log_b + log_jt - log_d)
    longer = fade * load * busy_later
    served = math.exp(-log_d) + math.exp(log_b + log_g - log_d) - scale + agents * (busy_now - busy_later)
    return min(1.0, max(0.0, served)), min(1.0, longer), waits, abandons
