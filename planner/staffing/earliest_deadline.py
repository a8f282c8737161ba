"""Working off a backlog, the earliest deadline first, overdue work last."""

import heapq

import numpy as np

from planner.staffing.backlog import Backlog
from planner.staffing.compiled import IntArray


def done_in_time(backlog: Backlog, capacity: IntArray) -> IntArray:
    """Agent-minutes of each piece of work that are done by its deadline.

    Work whose deadline has passed waits until nothing else does: served first, it would
    make the next pieces late as well.

    Parameters
    ----------
    backlog
        Work with its arrivals, planned due intervals and deadlines.
    capacity
        Agent-minutes available for it per interval of the period.

    Returns
    -------
    numpy.ndarray
        One entry per piece of ``backlog``.
    """
    pieces = [int(piece) for piece in np.flatnonzero(backlog.planned & (backlog.minutes > 0))]
    left = backlog.minutes.copy()
    in_time = np.zeros_like(left)
    waiting: list[tuple[int, int]] = []
    following = 0
    for interval, minutes in enumerate(capacity):
        room = int(minutes)
        while following < len(pieces) and backlog.arrives[pieces[following]] <= interval:
            heapq.heappush(waiting, (int(backlog.due[pieces[following]]), pieces[following]))
            following += 1
        while room > 0 and waiting:
            piece = waiting[0][1]
            if interval > max(backlog.due[piece], backlog.deadline[piece]):
                heapq.heappop(waiting)
                continue
            worked = min(room, int(left[piece]))
            room -= worked
            left[piece] -= worked
            if interval <= backlog.deadline[piece]:
                in_time[piece] += worked
            if left[piece] == 0:
                heapq.heappop(waiting)
    return in_time
