"""Chats shared out among agents who each hold several at once, and slow down with each.

An agent with j chats completes them at the rate s_j = j / d_j, where d_j is how long a chat
lasts then, in units of what it lasts alone (d_1 = 1); up to K at once.  A new chat goes to
whoever has fewest, so that n chats among c agents are q = ⌊n/c⌋ or q + 1 each, r = n − q·c
of them the latter, and the number of chats is a birth–death process that completes at::

    δ_n = (c − r)·s_q + r·s_{q+1}

(agents as limited processor-sharing servers: Luo and Zhang 2013, *Staffing and control of
instant messaging contact centers*, who approximate by fluids; under least-loaded routing the
chain above is exact).  Above c·K chats wait: see :mod:`planner.staffing.waiting_line`.  With K = 1, or
durations that do not change, it is Erlang A with c·K servers.
"""

import math

from planner.staffing.compiled import FloatArray, compiled

_TAIL = 1e-17


@compiled
def completion_rate(chats: int, agents: int, speeds: FloatArray) -> float:
    """Return δ_n in handle times; ``speeds`` holds s_0 = 0, s_1 = 1, … s_K."""
    each, more = divmod(chats, agents)
    if each >= speeds.size - 1:
        return float(agents * speeds[-1])
    return float((agents - more) * speeds[each] + more * speeds[each + 1])


@compiled
def free_sum(load: float, agents: int, speeds: FloatArray, top: int) -> float:
    """Sum of the chances of at most ``top`` chats, over the chance of exactly ``top``.

    Summed downwards from ``top``, as :func:`planner.staffing.erlang_b.inverse_blocking_scalar`
    is: its terms rise while completions outrun arrivals and fall for good after.

    Returns
    -------
    float
        Infinite where that is beyond what a float holds; 0 where ``top`` is below 0.
    """
    if top < 0:
        return 0.0
    if load <= 0.0:
        return 1.0 if top == 0 else math.inf
    per_load = 1.0 / load
    term, total = 1.0, 1.0
    for chats in range(top, 0, -1):
        term *= completion_rate(chats, agents, speeds) * per_load
        total += term
        if term <= _TAIL * total or math.isinf(total):
            break
    return total


@compiled
def agents_chatting(load: float, agents: int, speeds: FloatArray, queueing: float) -> float:
    """Average number of agents with at least one chat: E[min(n, c)].

    Goes down from the last free place and keeps averages over the states passed, not sums: the
    quiet states of many agents with little to do outweigh the full ones by more than a float
    holds, and it is the quiet ones that count.

    Parameters
    ----------
    load, agents, speeds
        As above; ``load`` > 0.
    queueing
        Chance that every place is taken.
    """
    top = agents * (speeds.size - 1) - 1
    # Share of the lowest state among those passed, and agents chatting on average over them.
    lowest, busy = 1.0, float(min(top, agents))
    for chats in range(top, 0, -1):
        above = load / completion_rate(chats, agents, speeds)
        here, higher = lowest / (lowest + above), above / (lowest + above)
        busy = here * min(chats - 1, agents) + higher * busy
        lowest = here
        if lowest <= _TAIL:
            break
    return queueing * agents + (1.0 - queueing) * busy
