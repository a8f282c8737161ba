"""What agents do: take a contact, work on it, finish it, look for the next."""

import numpy as np

from planner.simulate.compiled import FloatArray, compiled
from planner.simulate.kernel_data import TAKEN, Contacts, Duty, Outcome, Queues, Team, Terms
from planner.simulate.kernel_lists import enlist, set_event, unlist
from planner.simulate.kernel_queues import first_waiting, late_place, leave_line, pop, push, set_late_aside

#: What sums of productivities may differ by in floating point.
_SLACK = 1e-6


@compiled
def add_span(minutes: FloatArray, start: float, end: float, step: float) -> None:
    """Add the time from ``start`` to ``end`` to the intervals it lies in; ``minutes`` has shape (I,)."""
    place = max(0, int(start / step))
    while place < minutes.size and place * step < end:
        minutes[place] += min(end, (place + 1) * step) - max(start, place * step)
        place += 1


@compiled
def spare(terms: Terms, team: Team, channel: int, now: float) -> bool:
    """Whether deferred work may take one more agent from live channels."""
    place = min(int(now / terms.step), terms.spared.shape[1] - 1)
    spared: int = terms.spared[channel, place]
    left: float = team.tally[0] - team.tally[1]
    return spared == 0 or left > spared + _SLACK


@compiled
def schedule(terms: Terms, team: Team, agent: int, now: float) -> None:
    """Say when something happens to an agent next: a contact ends, or a rest."""
    following = np.inf
    held = team.held[agent]
    if held > 0:
        for slot in range(held):
            slowdown = terms.slowdown[team.channel[agent, slot], held] / team.productivity[agent]
            following = min(following, now + team.left[agent, slot] * slowdown)
    elif team.on_duty[agent] and team.rested[agent] > now:
        following = team.rested[agent]
    set_event(team, agent, following)


@compiled
def work_on(terms: Terms, team: Team, agent: int, now: float) -> None:
    """Bring the work left on what an agent holds up to the moment."""
    held = team.held[agent]
    passed = (now - team.touched[agent]) * team.productivity[agent]
    for slot in range(held):
        team.left[agent, slot] -= passed / terms.slowdown[team.channel[agent, slot], held]
    team.touched[agent] = now


@compiled
def take(
    terms: Terms,
    contacts: Contacts,
    queues: Queues,
    team: Team,
    outcome: Outcome,
    agent: int,
    channel: int,
    contact: int,
    now: float,
) -> None:
    """Give a contact to an agent who stands in a list."""
    unlist(team, terms.group[agent], agent)
    work_on(terms, team, agent, now)
    held = team.held[agent]
    if held == 0:
        team.busy_since[agent] = now
    team.contact[agent, held] = contact
    team.channel[agent, held] = channel
    team.left[agent, held] = contacts.work[contact]
    team.held[agent] = held + 1
    team.taken_up[agent] = terms.whole[channel]
    queues.state[contact] = TAKEN
    queues.serving[channel] += 1
    outcome.begin[contact] = min(outcome.begin[contact], now)
    if terms.deferred[channel]:
        team.tally[1] += team.productivity[agent]
    if not terms.whole[channel] and held + 1 < team.list_head.shape[1]:
        enlist(team, terms.group[agent], agent, now)
    schedule(terms, team, agent, now)


@compiled
def next_live(
    terms: Terms, contacts: Contacts, queues: Queues, team: Team, agent: int, now: float
) -> tuple[int, int]:
    """Channel and contact an agent takes next from those waiting; -1 where there is none."""
    best_channel, best = -1, -1
    held = team.held[agent]
    for channel in range(terms.deferred.size):
        if terms.deferred[channel] or not terms.able[terms.group[agent], channel]:
            continue
        if held >= terms.slots[channel]:
            continue
        waiting = first_waiting(contacts, queues, channel, now)
        if waiting < 0:
            continue
        if (
            best < 0
            or terms.priority[channel] < terms.priority[best_channel]
            or (
                terms.priority[channel] == terms.priority[best_channel]
                and contacts.arrival[waiting] < contacts.arrival[best]
            )
        ):
            best_channel, best = channel, waiting
    return best_channel, best


@compiled
def next_deferred(
    terms: Terms, contacts: Contacts, queues: Queues, team: Team, agent: int, now: float
) -> tuple[int, int]:
    """Take the deferred work due the earliest off its queue; overdue work comes after all other."""
    best, is_best_late, earliest = -1, True, np.inf
    for channel in range(terms.deferred.size):
        if not terms.deferred[channel] or not terms.able[terms.group[agent], channel]:
            continue
        if not spare(terms, team, channel, now):
            continue
        set_late_aside(contacts, queues, channel, now)
        base = contacts.first[channel]
        if queues.heaped[channel] > 0:
            due, is_late = contacts.limit[queues.heap[base]], False
        elif queues.late_head[channel] < queues.late_tail[channel]:
            first = queues.late[late_place(contacts, channel, queues.late_head[channel])]
            due, is_late = contacts.limit[first], True
        else:
            continue
        if best < 0 or (is_best_late and not is_late) or (is_best_late == is_late and due < earliest):
            best, is_best_late, earliest = channel, is_late, due
    if best < 0:
        return -1, -1
    if not is_best_late:
        return best, pop(contacts, queues, best)
    contact = queues.late[late_place(contacts, best, queues.late_head[best])]
    queues.late_head[best] += 1
    return best, contact


@compiled
def seek(
    terms: Terms, contacts: Contacts, queues: Queues, team: Team, outcome: Outcome, agent: int, now: float
) -> None:
    """Let an agent who stands in a list take what waits, live contacts first."""
    limit = team.list_head.shape[1]
    while not team.taken_up[agent] and team.held[agent] < limit:
        channel, contact = next_live(terms, contacts, queues, team, agent, now)
        if contact < 0:
            break
        leave_line(queues, channel, contact)
        take(terms, contacts, queues, team, outcome, agent, channel, contact, now)
    if team.held[agent] > 0:
        return
    if team.rested[agent] <= now:
        channel, contact = next_deferred(terms, contacts, queues, team, agent, now)
        if contact >= 0:
            take(terms, contacts, queues, team, outcome, agent, channel, contact, now)


@compiled
def end_busy_time(terms: Terms, team: Team, outcome: Outcome, agent: int, now: float) -> None:
    """Write down how long an agent was busy, and until when deferred work has to wait for it."""
    began = team.busy_since[agent]
    add_span(outcome.busy[terms.group[agent]], began, now, terms.step)
    team.rested[agent] = max(team.rested[agent], began) + (now - began) / terms.cap


@compiled
def put_aside(
    terms: Terms, contacts: Contacts, queues: Queues, team: Team, outcome: Outcome, agent: int, now: float
) -> None:
    """Let an agent leave the deferred work in hand, for a live contact."""
    work_on(terms, team, agent, now)
    channel, contact = team.channel[agent, 0], team.contact[agent, 0]
    contacts.work[contact] = team.left[agent, 0]
    push(contacts, queues, channel, contact)
    queues.serving[channel] -= 1
    team.tally[1] -= team.productivity[agent]
    team.held[agent] = 0
    team.taken_up[agent] = False
    end_busy_time(terms, team, outcome, agent, now)
    enlist(team, terms.group[agent], agent, now)


@compiled
def finish_one(
    terms: Terms, contacts: Contacts, queues: Queues, team: Team, outcome: Outcome, agent: int, now: float
) -> None:
    """End the contact an agent has the least work left on, and go on."""
    work_on(terms, team, agent, now)
    held = team.held[agent]
    done = 0
    for slot in range(1, held):
        ends = team.left[agent, slot] * terms.slowdown[team.channel[agent, slot], held]
        if ends < team.left[agent, done] * terms.slowdown[team.channel[agent, done], held]:
            done = slot
    outcome.finish[team.contact[agent, done]] = now
    group = terms.group[agent]
    if team.on_duty[agent] and not team.taken_up[agent] and held < team.list_head.shape[1]:
        unlist(team, group, agent)
    channel = team.channel[agent, done]
    queues.serving[channel] -= 1
    if terms.deferred[channel]:
        team.tally[1] -= team.productivity[agent]
    for kept in (team.contact, team.channel):
        kept[agent, done] = kept[agent, held - 1]
    team.left[agent, done] = team.left[agent, held - 1]
    team.held[agent] = held - 1
    team.taken_up[agent] = False
    if held == 1:
        end_busy_time(terms, team, outcome, agent, now)
    if team.on_duty[agent]:
        enlist(team, group, agent, now)
        seek(terms, contacts, queues, team, outcome, agent, now)
    elif held == 1:
        add_span(outcome.present[group], team.here_since[agent], now, terms.step)
    schedule(terms, team, agent, now)


@compiled
def come_or_go(
    terms: Terms,
    contacts: Contacts,
    queues: Queues,
    team: Team,
    outcome: Outcome,
    duty: Duty,
    number: int,
) -> None:
    """Begin or end an agent's time at work; what an agent holds is finished first, at the old speed."""
    agent, now = duty.agent[number], duty.time[number]
    group, held = terms.group[agent], team.held[agent]
    team.on_duty[agent] = duty.begins[number]
    listed = not team.taken_up[agent] and held < team.list_head.shape[1]
    if duty.begins[number]:
        if held == 0:
            team.productivity[agent] = duty.productivity[number]
        team.tally[0] += team.productivity[agent]
        if held == 0:
            team.here_since[agent] = now
            team.rested[agent] = now
        if listed:
            enlist(team, group, agent, now)
            seek(terms, contacts, queues, team, outcome, agent, now)
    else:
        team.tally[0] -= team.productivity[agent]
        if listed:
            unlist(team, group, agent)
        if held == 0:
            add_span(outcome.present[group], team.here_since[agent], now, terms.step)
    if held == 0 or listed:
        work_on(terms, team, agent, now)
        schedule(terms, team, agent, now)
