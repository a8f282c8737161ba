"""A queue with a limited number of lines: who finds them all taken is turned away.

The process of :mod:`planner.staffing.waiting_line`, cut off at L contacts in progress or
waiting, so its states are summed one by one.  Who comes i-th to the queue starts after i
departures, at rates s, s + θ, … s + (i − 1)·θ.  The chance that fewer than i have happened by
T is a sum of the terms::

    t_0 = exp(−s·T),   t_{k+1} = t_k · κ·(s + k·θ) / (k + 1),   κ = (1 − e^{−θT}) / θ

(a pure birth process; Poisson for θ = 0).  Times the chance of patience up to T it is
P(wait > T); being served at all, which has the chance s / (s + i·θ), puts s + θ in the place
of s.
"""

import math

from planner.staffing.compiled import compiled

_HUGE = 1e200
_TAIL = 1e-18


@compiled
def finite_lines(
    load: float, free: float, rate: float, impatience: float, threshold: float, places: int
) -> tuple[float, float, float, float, float]:
    """Shares of offered contacts.

    Parameters
    ----------
    load, free, rate, impatience, threshold
        As in :func:`planner.staffing.waiting_line.waiting_line`; ``impatience`` may be 0.
    places
        Contacts that may wait, ≥ 0.

    Returns
    -------
    tuple
        P(served within T), P(wait > T or turned away), P(wait), P(abandon), P(turned away).
    """
    if math.isinf(free):
        return 1.0, 0.0, 0.0, 0.0, 0.0
    stay = math.exp(-impatience * threshold)
    kappa = -math.expm1(-impatience * threshold) / impatience if impatience > 0.0 else threshold
    log_kappa = math.log(kappa) if kappa > 0.0 else -math.inf
    log_few, log_fewer = -rate * threshold, -(rate + impatience) * threshold
    few = fewer = 0.0
    weight, all_weights, served, late, left = 1.0, free, free, 0.0, 0.0
    waiting = 0.0
    for ahead in range(places + 1):
        # The state with all agents busy and ``ahead`` waiting.
        weight *= load / (rate + ahead * impatience)
        all_weights += weight
        left += weight * ahead * impatience
        if ahead == places or (weight <= _TAIL * all_weights and rate + ahead * impatience > load):
            break
        few += math.exp(log_few)
        fewer += math.exp(log_fewer)
        log_few += log_kappa + math.log((rate + ahead * impatience) / (ahead + 1))
        log_fewer += log_kappa + math.log((rate + (ahead + 1) * impatience) / (ahead + 1))
        waiting += weight
        late += weight * stay * min(1.0, few)
        served += weight * rate / (rate + (ahead + 1) * impatience) * max(0.0, 1.0 - fewer)
        if all_weights > _HUGE:
            weight, all_weights, served = weight / _HUGE, all_weights / _HUGE, served / _HUGE
            late, left, waiting = late / _HUGE, left / _HUGE, waiting / _HUGE
    blocked = weight / all_weights
    return (
        served / all_weights,
        min(1.0, late / all_weights + blocked),
        waiting / all_weights,
        left / (load * all_weights),
        blocked,
    )
