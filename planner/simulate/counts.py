"""What became of the contacts of one replication, counted per channel and interval."""

from enum import IntEnum

import numpy as np

from models.simulation import LiveTerms, SimulatedChannel
from planner.simulate.compiled import FloatArray, IntArray, compiled
from planner.simulate.kernel_data import LOST, TAKEN, TURNED_AWAY, Contacts, Outcome, Terms


class Count(IntEnum):
    """What is counted, each try by itself; arrived = lost + turned away + hung up + answered + open."""

    #: All who came, whether or not the desk was open, and whether or not they had tried before.
    ARRIVED = 0
    #: Live contacts that came while the desk was closed.
    LOST = 1
    #: Live contacts that found too many waiting.
    TURNED_AWAY = 2
    HUNG_UP = 3
    #: Begun by the end of the period.
    ANSWERED = 4
    #: Still waiting at the end of the period.
    OPEN = 5
    #: Minutes waited by those answered.
    ANSWERED_WAIT = 6
    #: Minutes waited by those who hung up.
    HUNG_UP_WAIT = 7
    #: Contacts the promise is judged by.
    JUDGED = 8
    #: Those of them it was kept to.
    KEPT = 9
    #: Of those who came while it was open, who had been turned away before, or had hung up.
    REDIALLED = 10


_DEFINITIONS = ("served_of_offered", "served_excluding_short_abandons", "not_waiting_longer")


def promise_terms(channels: tuple[SimulatedChannel, ...]) -> tuple[FloatArray, IntArray]:
    """Thresholds in minutes and numbers of definitions, each of shape (C,); 0 for deferred work."""
    live = [channel.terms if isinstance(channel.terms, LiveTerms) else None for channel in channels]
    return (
        np.array([terms.within_seconds / 60.0 if terms else 0.0 for terms in live]),
        np.array([_DEFINITIONS.index(terms.definition) if terms else 0 for terms in live]),
    )


@compiled
def count_live(
    counts: FloatArray, wait: float, state: int, is_settled: bool, within: float, definition: int
) -> None:
    """Count one live contact that the desk let in; ``counts`` has shape (11,)."""
    if state == TURNED_AWAY:
        counts[2] += 1
        counts[8] += 1
        return
    is_in_time = wait <= within
    if state == TAKEN:
        counts[4] += 1
        counts[6] += wait
        counts[8] += 1
        counts[9] += is_in_time
    elif is_settled:
        counts[3] += 1
        counts[7] += wait
        if definition == 2:
            counts[9] += is_in_time
        counts[8] += not (definition == 1 and is_in_time)
    else:
        counts[5] += 1
        # nobody knows yet what becomes of the others
        counts[8] += not is_in_time


@compiled
def count_contacts(
    terms: Terms, contacts: Contacts, state: IntArray, outcome: Outcome, deadline: FloatArray
) -> None:
    """Count a replication: what became of every customer's last try.

    Parameters
    ----------
    terms, contacts, state
        As the kernel leaves them.
    outcome
        Its ``counts`` are filled in: the last axis by :class:`Count`; interval I holds what
        came before the period.
    deadline
        See :class:`planner.simulate.customers.Customers`.
    """
    end = terms.end
    for channel in range(terms.deferred.size):
        for contact in range(contacts.first[channel], contacts.first[channel + 1]):
            here = outcome.counts[channel, contacts.interval[contact]]
            here[0] += 1
            arrival, limit = contacts.arrival[contact], contacts.limit[contact]
            if state[contact] == LOST:
                here[1] += 1
            elif not terms.deferred[channel]:
                until = outcome.begin[contact] if state[contact] == TAKEN else min(limit, end)
                within, definition = terms.within[channel], terms.definition[channel]
                count_live(here, until - arrival, state[contact], limit <= end, within, definition)
            else:
                is_begun = state[contact] == TAKEN
                here[4 if is_begun else 5] += 1
                if is_begun:
                    here[6] += outcome.begin[contact] - arrival
                if deadline[contact] <= end:
                    here[8] += 1
                    here[9] += outcome.finish[contact] <= deadline[contact]
