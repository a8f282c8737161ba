"""Waiting behind busy agents: the part of a birth–death queue that all live channels share.

While all places with agents are taken, contacts complete at a fixed rate s, whoever waits
leaves at rate θ, and a new one comes at rate a.  E is the chance that a place is free,
divided by that of exactly one free place; how contacts are shared out among agents stands in
E alone.  Time is in units of the handle time; x = s/θ, y = a/θ.  The sums are confluent
hypergeometric (for phones the M/M/n + M queue of Garnett, Mandelbaum and Reiman 2002, *Designing a
call center with impatient customers*; integrals as in Zeltyn and Mandelbaum 2005, *Call centers
with impatient customers: many-server asymptotics of the M/M/n + G queue*):

- g(T) = exp(y − y·e^{−θT} − s·T), J(T) = g(T)/s · S(x, y·e^{−θT}),
- S(x, z) = 1 + z/(x+1) + z²/((x+1)(x+2)) + …, D = E + a·J(0),
- P(wait) = a·J(0)/D, P(abandon) = (1 + (a − s)·J(0))/D,
- P(wait > T) = e^{−θT}·a·J(T)/D, P(served within T) = (E + g(T) − 1 + s·(J(0) − J(T)))/D.

All terms of S are positive.  It is summed outwards from its largest term, whose logarithm is
known in closed form: nothing overflows, and the number of terms grows as the square root of
the load.
"""

import math

from planner.staffing.compiled import compiled

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
    total, term, place = 1.0, 1.0, x + peak + 1.0
    while term > _TAIL * total:
        term *= z / place
        total += term
        place += 1.0
    if peak == 0:
        return math.log(total)
    per_z = 1.0 / z
    term, place = 1.0, x + peak
    while place > x + 0.5 and term > _TAIL * total:
        term *= place * per_z
        total += term
        place -= 1.0
    return math.log(total) + _log_term(x, z, peak)


@compiled
def endless_line(
    load: float, free: float, rate: float, threshold: float
) -> tuple[float, float, float, float]:
    """Return what :func:`waiting_line` does, when nobody gives up; Erlang C for phones."""
    if rate <= load:
        return 0.0, 1.0, 1.0, 0.0
    waits = 1.0 / (1.0 + free * (rate - load) / load)
    longer = waits * math.exp(-(rate - load) * threshold)
    return 1.0 - longer, longer, waits, 0.0


@compiled
def waiting_line(
    load: float, free: float, rate: float, impatience: float, threshold: float
) -> tuple[float, float, float, float]:
    """Shares of offered contacts.

    Parameters
    ----------
    load
        Offered load a, > 0.
    free
        E: chance of a free place over that of exactly one; may be infinite.
    rate
        s: completions in a handle time while no place is free, > 0.
    impatience
        θ: handle time over patience; 0 for callers who never give up.
    threshold
        T, in handle times.

    Returns
    -------
    tuple
        P(served within T), P(wait > T), P(wait) and P(abandon).
    """
    if math.isinf(free):
        return 1.0, 0.0, 0.0, 0.0
    if impatience * ENDLESS_PATIENCE < 1.0:
        return endless_line(load, free, rate, threshold)
    x, y = rate / impatience, load / impatience
    log_free, log_rate = math.log(free), math.log(rate)
    log_j0 = log_series(x, y) - log_rate
    log_queue = math.log(load) - log_free + log_j0
    # D is kept as D/E, for E may be as large as it likes.
    log_d = max(0.0, log_queue) + math.log1p(math.exp(-abs(log_queue)))
    waits = math.exp(log_queue - log_d)
    scale = math.exp(-log_free - log_d)
    busy_now = math.exp(log_j0 - log_free - log_d)
    # Agents cannot serve more than all their time: mends what cancellation loses in overload.
    abandons = min(1.0, max(0.0, 1.0 - rate / load, scale + (load - rate) * busy_now))
    if threshold <= 0.0:
        return 1.0 - waits, waits, waits, abandons
    fade = math.exp(-impatience * threshold)
    log_g = -y * math.expm1(-impatience * threshold) - rate * threshold
    busy_later = math.exp(log_g + log_series(x, y * fade) - log_rate - log_free - log_d)
    longer = fade * load * busy_later
    served = math.exp(-log_d) + math.exp(log_g - log_free - log_d) - scale + rate * (busy_now - busy_later)
    return min(1.0, max(0.0, served)), min(1.0, longer), waits, abandons
