"""Who hung up or was turned away and tries again.

A customer has one place in the arrays and at most one try under way.  Whether and when another
follows is drawn as soon as it may be needed, and stands in a heap; when its time comes and
nobody has answered, the try before is counted and the customer arrives once more.

What is drawn belongs to the customer: SplitMix64 (Steele, Lea and Flood 2014, *Fast splittable
pseudorandom number generators*, figure 16) on a state of their own, three numbers a try.
"""

import math

import numpy as np

from planner.simulate.compiled import compiled
from planner.simulate.counts import count_live
from planner.simulate.kernel_data import LOST, TAKEN, WAITING, Contacts, Outcome, Queues, Terms
from planner.simulate.kernel_queues import leave_line

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_30, _27, _31, _11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
_UNIT = 2.0**-53


@compiled
def next_uniform(contacts: Contacts, contact: int) -> float:
    """Draw the customer's next number, from 0 to below 1."""
    state = contacts.random[contact] + _STEP
    contacts.random[contact] = state
    mixed = (state ^ (state >> _30)) * _FIRST
    mixed = (mixed ^ (mixed >> _27)) * _SECOND
    return float((mixed ^ (mixed >> _31)) >> _11) * _UNIT


@compiled
def next_exponential(contacts: Contacts, contact: int) -> float:
    """Draw the customer's next number, exponential of mean 1."""
    return -math.log1p(-next_uniform(contacts, contact))


@compiled
def may_try_again(
    terms: Terms, contacts: Contacts, queues: Queues, channel: int, contact: int, lost: float
) -> None:
    """Draw whether and when a customer tries again who is lost at a moment, endless for never."""
    chance = terms.redial[channel]
    if chance <= 0.0:
        return
    is_willing = next_uniform(contacts, contact) < chance
    time = lost + terms.redial_delay[channel] * next_exponential(contacts, contact)
    if not is_willing or time >= terms.end:
        return
    queues.again_time[contact] = time
    place = queues.again_count[0]
    queues.again_count[0] += 1
    while place > 0:
        above = queues.again[(place - 1) // 2]
        if queues.again_time[above] <= time:
            break
        queues.again[place] = above
        place = (place - 1) // 2
    queues.again[place] = contact


@compiled
def next_try(queues: Queues) -> float:
    """When somebody tries again next; endless where nobody does."""
    time: float = queues.again_time[queues.again[0]] if queues.again_count[0] > 0 else np.inf
    return time


@compiled
def _pop(queues: Queues) -> int:
    top: int = queues.again[0]
    size = queues.again_count[0] - 1
    queues.again_count[0] = size
    last = queues.again[size]
    place = 0
    while 2 * place + 1 < size:
        child = 2 * place + 1
        if child + 1 < size and (
            queues.again_time[queues.again[child + 1]] < queues.again_time[queues.again[child]]
        ):
            child += 1
        if queues.again_time[last] <= queues.again_time[queues.again[child]]:
            break
        queues.again[place] = queues.again[child]
        place = child
    queues.again[place] = last
    return top


@compiled
def begin_next_try(
    terms: Terms, contacts: Contacts, queues: Queues, outcome: Outcome
) -> tuple[int, int, float]:
    """Count the try that failed, and let its customer arrive once more.

    Returns
    -------
    int, int, float
        Channel, contact and time; contact -1 where the try before was answered after all, or
        the desk is closed by now.
    """
    contact = _pop(queues)
    now = queues.again_time[contact]
    channel = 0
    while contacts.first[channel + 1] <= contact:
        channel += 1
    state = queues.state[contact]
    if state == TAKEN:
        return channel, -1, now
    if state == WAITING:
        leave_line(queues, channel, contact)
    counts = outcome.counts[channel]
    here = counts[contacts.interval[contact]]
    here[0] += 1
    wait = contacts.limit[contact] - contacts.arrival[contact]
    count_live(here, wait, state, True, terms.within[channel], terms.definition[channel])
    interval = min(int(now / terms.step), terms.is_open.size - 1)
    contacts.arrival[contact], contacts.interval[contact] = now, interval
    leaves = now + terms.patience[channel] * next_exponential(contacts, contact)
    contacts.limit[contact] = min(leaves, terms.closing[interval])
    if not terms.is_open[interval]:
        queues.state[contact] = LOST
        return channel, -1, now
    queues.state[contact] = WAITING
    counts[interval, 10] += 1
    return channel, contact, now
