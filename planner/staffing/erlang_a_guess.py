"""A close guess at how many agents Erlang A takes, for the exact search to start from.

The density of the virtual wait, exp of a concave function, is almost that of a normal distribution,
by two terms of its exponent: about its peak where there are fewer agents than load, cut off at 0
where there are more (in the limit of many agents the diffusion of Garnett, Mandelbaum and Reiman
2002, *Designing a call center with impatient customers*).  So the integrals of
:mod:`planner.staffing.waiting_line` become tails of it, of agents that need not be whole.
A guess is wrong by an agent or two; nothing depends on it but time.
"""

import math

from planner.staffing.compiled import compiled

_LOG_ROOT = 0.5 * math.log(math.pi / 2.0)


@compiled
def log_mills(u: float) -> float:
    """Return ln ∫₀^∞ exp(−u·s − s²/2) ds, to a few digits."""
    if u > 20.0:
        return math.log(u / (u * u + 1.0))
    return _LOG_ROOT + 0.5 * u * u + math.log(math.erfc(u * math.sqrt(0.5)))


@compiled
def _log_waits(load: float, agents: float, impatience: float, threshold: float) -> tuple[float, float, float]:
    """Return ln g(T), ln J(0) and ln J(T)."""
    log_g = -load / impatience * math.expm1(-impatience * threshold) - agents * threshold
    if agents >= load:
        fade = math.exp(-min(600.0, impatience * threshold))
        spread = math.sqrt(load * impatience)
        later = spread * math.sqrt(fade)
        log_now = log_mills((agents - load) / spread) - math.log(spread)
        return log_g, log_now, log_g + log_mills((agents - load * fade) / later) - math.log(later)
    spread = math.sqrt(agents * impatience)
    peak = math.log(load / agents) / impatience
    top = (load - agents) / impatience - agents * peak - math.log(spread)
    low, high = -peak * spread, (threshold - peak) * spread
    log_now = top + log_mills(low) - 0.5 * low * low
    return log_g, log_now, top + log_mills(high) - 0.5 * high * high


@compiled
def rough_levels(
    load: float, agents: float, impatience: float, threshold: float
) -> tuple[float, float, float]:
    """Return P(served within T), P(wait > T) and P(abandon), for any agents > 0."""
    root = math.sqrt(load)
    log_g, log_now, log_later = _log_waits(load, agents, impatience, threshold)
    # Half a step more: the sum of a falling sequence is above its integral.
    log_free = math.log(root) + log_mills((load + 0.5 - agents) / root)
    log_free += math.log1p(0.5 * math.exp(-log_free))
    log_queue = math.log(load) + log_now
    log_d = max(log_free, log_queue) + math.log1p(math.exp(-abs(log_free - log_queue)))
    per_d, busy_now, busy_later = math.exp(-log_d), math.exp(log_now - log_d), math.exp(log_later - log_d)
    served = math.exp(log_free - log_d) + math.exp(log_g - log_d) - per_d + agents * (busy_now - busy_later)
    longer = load * math.exp(-impatience * threshold) * busy_later
    return served, longer, per_d + (load - agents) * busy_now
