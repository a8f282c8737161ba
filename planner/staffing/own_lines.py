"""Channels of one queue that each have lines of their own: exactly, by the product form.

Contacts of all channels are alike to the agents: they last as long, are as patient, and are taken
in the order they came.  So they leave at a rate δ(n) that knows their number n alone, and the
chance of n_1, n_2, … of them there, with channel k's share w_k of tries and L_k lines, is ::

    P(n_1, n_2, …) ∝ a^n · (n! / (n_1! n_2! …)) · w_1^n_1 · w_2^n_2 · … / (δ(1) · … · δ(n)),   n_k ≤ L_k

(reversible, so cutting states off leaves ratios as they are: Kelly 1979, *Reversibility and
stochastic networks*, 1.6 and 3.1).  Summed over kinds, n is a birth–death process whose births are
thinned::

    accepted(n) = F(n + 1) / F(n),   F(n) = P(n tries of mixed kinds fit into the lines of each)

which depends neither on load nor on agents.  A channel without a limit leaves its queue none: see
:mod:`planner.staffing.pool`.
"""

import math
from collections.abc import Sequence

import numpy as np

from planner.staffing.chat_sessions import completion_rate
from planner.staffing.compiled import FloatArray, compiled

#: Queues with more lines are taken as one: so many are hardly ever all in use by one kind.
MOST_LINES = 5_000
_HUGE = 1e200
_TAIL = 1e-18


def accepted_shares(shares: Sequence[float], lines: Sequence[int]) -> tuple[float, ...]:
    """Share of tries that find a line of their channel, by the number of contacts there.

    A walk that adds one try after another and knows how many are of the last kind; those before
    it act as one kind, accepted as they are together.

    Parameters
    ----------
    shares
        Of all tries, per channel, adding up to 1.
    lines
        Lines of each, ≥ 1.

    Returns
    -------
    tuple of float
        With 0, 1, … contacts there, one value for each line; without any values where every try
        is accepted while a line is left at all, or lines are more than :data:`MOST_LINES`.
    """
    kinds = [(share, count) for share, count in zip(shares, lines, strict=True) if share > 0]
    idle = sum(lines) - sum(count for _, count in kinds)
    if len(lines) < 2 or sum(lines) > MOST_LINES or (len(kinds) < 2 and not idle):
        return ()
    together, accepted = kinds[0][0], np.ones(kinds[0][1])
    for share, count in kinds[1:]:
        accepted = _with_one_more_kind(accepted, together, share, count)
        together += share
    return (*accepted.tolist(), *([0.0] * idle))


def _with_one_more_kind(accepted: FloatArray, together: float, share: float, count: int) -> FloatArray:
    earlier, later = together / (together + share), share / (together + share)
    # chance of 0, 1, … contacts of the later kind among those there
    of_later = np.zeros(count + 1)
    of_later[0] = 1.0
    kept = np.concatenate([accepted, [0.0]])
    found = np.empty(accepted.size + count)
    for there in range(found.size):
        before = there - np.arange(count + 1)
        fits = (before >= 0) & (before < kept.size)
        stays = np.where(fits, of_later * earlier * kept[np.where(fits, before, 0)], 0.0)
        stays[1:] += of_later[:-1] * later
        found[there] = stays.sum()
        of_later = stays / found[there]
    return np.minimum(found, 1.0)


@compiled
def own_lines(
    load: float, agents: int, speeds: FloatArray, impatience: float, threshold: float, accepted: FloatArray
) -> tuple[float, float, float, float, float]:
    """Shares of all tries, where ``accepted`` of them find a line.

    The waits are those of :mod:`planner.staffing.finite_lines`.

    Parameters
    ----------
    load, agents
        Above 0.
    speeds, impatience, threshold
        As in :class:`planner.staffing.live_cell.Line`.
    accepted
        By :func:`accepted_shares`, with at least one value.

    Returns
    -------
    tuple
        P(served within T), P(wait > T or turned away), P(wait), P(abandon), P(turned away).
    """
    places, rate = agents * (speeds.size - 1), agents * speeds[-1]
    stay = math.exp(-impatience * threshold)
    kappa = -math.expm1(-impatience * threshold) / impatience if impatience > 0.0 else threshold
    log_kappa = math.log(kappa) if kappa > 0.0 else -math.inf
    log_few, log_fewer = -rate * threshold, -(rate + impatience) * threshold
    few = fewer = 0.0
    weight = total = 1.0
    served = late = waiting = left = blocked = 0.0
    for there in range(accepted.size):
        enters = weight * accepted[there]
        blocked += weight - enters
        ahead = there - places
        if ahead < 0:
            served += enters
        else:
            few += math.exp(log_few)
            fewer += math.exp(log_fewer)
            log_few += log_kappa + math.log((rate + ahead * impatience) / (ahead + 1))
            log_fewer += log_kappa + math.log((rate + (ahead + 1) * impatience) / (ahead + 1))
            waiting += enters
            late += enters * stay * min(1.0, few)
            served += enters * rate / (rate + (ahead + 1) * impatience) * max(0.0, 1.0 - fewer)
        leaving = completion_rate(there + 1, agents, speeds) + max(0, ahead + 1) * impatience
        weight = enters * load / leaving
        total += weight
        left += weight * max(0, ahead + 1) * impatience
        if weight <= _TAIL * total and leaving > load:
            break
        if total > _HUGE:
            weight, total, served, late = weight / _HUGE, total / _HUGE, served / _HUGE, late / _HUGE
            waiting, left, blocked = waiting / _HUGE, left / _HUGE, blocked / _HUGE
    turned_away = (blocked + weight) / total
    return (
        served / total,
        min(1.0, late / total + turned_away),
        waiting / total,
        left / (load * total),
        turned_away,
    )
