"""What the kernels work on: named tuples of arrays, no Python objects.

C channels, A agents, G groups of agents who serve the same channels, I intervals, N customers
of one replication (those of a channel lie together, in order of arrival).  Times are minutes
of the period's axis.
"""

from typing import NamedTuple

from planner.simulate.compiled import BitsArray, BoolArray, FloatArray, IntArray

#: States of a contact.
WAITING, TAKEN, TURNED_AWAY, LOST = 0, 1, 2, 3


class Terms(NamedTuple):
    """What stays the same in all replications.

    ``slots`` and ``slowdown`` (C, S + 1) say how many contacts of a channel an agent holds at
    most, and how much longer each lasts while the agent holds so many; channels of one slot
    take the ``whole`` agent.  Deferred work that ``yields`` is put aside for live contacts.
    ``lines`` is -1 without a limit on contacts in progress or waiting.  ``spared`` (C, I)
    agents are left to live channels by deferred work.  ``able`` has shape (G, C).

    ``patience`` and ``redial_delay`` are means in minutes, ``redial`` the chance to try again,
    each of shape (C,).  ``within`` and ``definition`` say what in time means, see
    :mod:`planner.simulate.counts`.  ``is_open`` and ``closing`` (I,): when the desk next closes.
    """

    deferred: BoolArray
    yields: BoolArray
    whole: BoolArray
    slots: IntArray
    slowdown: FloatArray
    priority: IntArray
    lines: IntArray
    patience: FloatArray
    redial: FloatArray
    redial_delay: FloatArray
    within: FloatArray
    definition: IntArray
    is_open: BoolArray
    closing: FloatArray
    spared: IntArray
    able: BoolArray
    group: IntArray
    step: float
    end: float
    cap: float


class Duty(NamedTuple):
    """Who comes and goes, in order of time; agent -1 is a moment to look at deferred work again.

    ``productivity`` is the share of an experienced agent's work that who comes will do.
    """

    time: FloatArray
    agent: IntArray
    begins: BoolArray
    productivity: FloatArray


class Contacts(NamedTuple):
    """Customers of one replication; those of channel ``c`` are ``first[c]:first[c + 1]``.

    ``work`` is the handle time in minutes when nothing else is held, less what was done before
    it was put aside.  ``limit`` is when a live contact hangs up, and by when deferred work is
    planned to be done.  ``interval`` is that of arrival, I for work from before the period.  Who
    calls again keeps the place: arrival, limit and interval are those of the last try.
    ``random`` is the state of the customer's own random numbers, for trying again.
    """

    first: IntArray
    arrival: FloatArray
    work: FloatArray
    limit: FloatArray
    interval: IntArray
    random: BitsArray


class Queues(NamedTuple):
    """Who waits; ``arrived`` points into the contacts, channel by channel.

    Live contacts wait in a line per channel, from ``line_head`` to ``line_tail``, each knowing
    who stands ``before`` and ``after``.  Deferred work lies in a heap by its limit, as long
    as ``heaped``; what is overdue moves on to ``late``, from ``late_head`` to ``late_tail``,
    which go round in the channel's part of it.  ``serving`` counts contacts in progress.

    ``again`` is a heap, ``again_count`` long, of those who try again at ``again_time`` unless
    somebody answers them before.
    """

    state: IntArray
    arrived: IntArray
    line_head: IntArray
    line_tail: IntArray
    before: IntArray
    after: IntArray
    heap: IntArray
    heaped: IntArray
    late: IntArray
    late_head: IntArray
    late_tail: IntArray
    serving: IntArray
    again: IntArray
    again_time: FloatArray
    again_count: IntArray


class Team(NamedTuple):
    """What each agent is doing.

    ``held`` contacts, listed in ``contact``, ``channel`` and ``left`` (A, S): minutes of work
    as of ``touched``, for an experienced agent; ``productivity`` of it is done in the same time.  ``rested`` is when deferred work may be taken again.  Agents who may
    be given something stand in lists (G, S) by the number they hold, who has been there the
    longest (``since``) first.  ``event`` is when something happens to the agent next, and
    ``tree`` finds the earliest.  ``tally``: agents on duty, agents on deferred work, by productivity.
    """

    on_duty: BoolArray
    taken_up: BoolArray
    productivity: FloatArray
    held: IntArray
    contact: IntArray
    channel: IntArray
    left: FloatArray
    touched: FloatArray
    busy_since: FloatArray
    here_since: FloatArray
    rested: FloatArray
    since: FloatArray
    before: IntArray
    after: IntArray
    list_head: IntArray
    list_tail: IntArray
    event: FloatArray
    tree: IntArray
    tally: FloatArray


class Outcome(NamedTuple):
    """What happened.

    When work on each contact began and ended (endless: not yet), agents' minutes (G, I), and
    ``counts`` of :mod:`planner.simulate.counts` (C, I + 1, 11), those of tries that another
    followed; what became of the last try is counted in the end.
    """

    begin: FloatArray
    finish: FloatArray
    busy: FloatArray
    present: FloatArray
    counts: FloatArray
