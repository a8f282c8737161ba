"""Who waits: live contacts in the order they came, deferred work by its due time."""

from planner.simulate.compiled import compiled
from planner.simulate.kernel_data import Contacts, Queues

#: Who stands before a contact that is in no line.
NOWHERE = -2


@compiled
def join_line(queues: Queues, channel: int, contact: int) -> None:
    """Put a live contact at the end of its channel's line."""
    last = queues.line_tail[channel]
    queues.before[contact] = last
    queues.after[contact] = -1
    if last >= 0:
        queues.after[last] = contact
    else:
        queues.line_head[channel] = contact
    queues.line_tail[channel] = contact


@compiled
def leave_line(queues: Queues, channel: int, contact: int) -> None:
    """Take a live contact out of its channel's line, if it still stands there."""
    before, after = queues.before[contact], queues.after[contact]
    if before == NOWHERE:
        return
    if before >= 0:
        queues.after[before] = after
    else:
        queues.line_head[channel] = after
    if after >= 0:
        queues.before[after] = before
    else:
        queues.line_tail[channel] = before
    queues.before[contact] = NOWHERE


@compiled
def first_waiting(contacts: Contacts, queues: Queues, channel: int, now: float) -> int:
    """First live contact still waiting, or -1; who has hung up by now leaves the line."""
    while queues.line_head[channel] >= 0 and contacts.limit[queues.line_head[channel]] <= now:
        leave_line(queues, channel, queues.line_head[channel])
    first: int = queues.line_head[channel]
    return first


@compiled
def count_waiting(contacts: Contacts, queues: Queues, channel: int, now: float) -> int:
    """Live contacts waiting at the moment; who has hung up by now leaves the line."""
    count, contact = 0, queues.line_head[channel]
    while contact >= 0:
        following = queues.after[contact]
        if contacts.limit[contact] > now:
            count += 1
        else:
            leave_line(queues, channel, contact)
        contact = following
    return count


@compiled
def push(contacts: Contacts, queues: Queues, channel: int, contact: int) -> None:
    """Add deferred work to the channel's heap."""
    base, place = contacts.first[channel], queues.heaped[channel]
    queues.heaped[channel] += 1
    due = contacts.limit[contact]
    while place > 0:
        parent = (place - 1) // 2
        above = queues.heap[base + parent]
        # among equals the first to come is the first to be done
        if contacts.limit[above] < due or (contacts.limit[above] == due and above < contact):
            break
        queues.heap[base + place] = above
        place = parent
    queues.heap[base + place] = contact


@compiled
def pop(contacts: Contacts, queues: Queues, channel: int) -> int:
    """Take the work with the earliest due time off the channel's heap."""
    base = contacts.first[channel]
    top: int = queues.heap[base]
    size = queues.heaped[channel] - 1
    queues.heaped[channel] = size
    last = queues.heap[base + size]
    due = contacts.limit[last]
    place = 0
    while 2 * place + 1 < size:
        child = 2 * place + 1
        mine = queues.heap[base + child]
        if child + 1 < size:
            other = queues.heap[base + child + 1]
            earlier = contacts.limit[other] < contacts.limit[mine]
            if earlier or (contacts.limit[other] == contacts.limit[mine] and other < mine):
                child, mine = child + 1, other
        if due < contacts.limit[mine] or (due == contacts.limit[mine] and last < mine):
            break
        queues.heap[base + place] = mine
        place = child
    queues.heap[base + place] = last
    return top


@compiled
def late_place(contacts: Contacts, channel: int, number: int) -> int:
    """Place of a piece of overdue work; what was put aside may come round again."""
    base: int = contacts.first[channel]
    size: int = contacts.first[channel + 1] - base
    return base + number % size


@compiled
def set_late_aside(contacts: Contacts, queues: Queues, channel: int, now: float) -> None:
    """Move overdue work behind all that can still be done in time."""
    base = contacts.first[channel]
    while queues.heaped[channel] > 0 and contacts.limit[queues.heap[base]] < now:
        place = late_place(contacts, channel, queues.late_tail[channel])
        queues.late[place] = pop(contacts, queues, channel)
        queues.late_tail[channel] += 1
