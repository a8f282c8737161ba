"""One replication: the events of a period, from the first to the last."""

import numpy as np

from planner.simulate.compiled import compiled
from planner.simulate.kernel_agents import (
    add_span,
    come_or_go,
    finish_one,
    put_aside,
    schedule,
    seek,
    spare,
    take,
)
from planner.simulate.kernel_data import TURNED_AWAY, WAITING, Contacts, Duty, Outcome, Queues, Team, Terms
from planner.simulate.kernel_queues import count_waiting, join_line, push
from planner.simulate.kernel_redials import begin_next_try, may_try_again, next_try


@compiled
def free_agent(terms: Terms, team: Team, channel: int) -> int:
    """Agent who holds the least and has done so the longest, or -1."""
    best, longest = -1, np.inf
    for level in range(terms.slots[channel]):
        for group in range(terms.able.shape[0]):
            agent = team.list_head[group, level]
            if agent >= 0 and terms.able[group, channel] and team.since[agent] < longest:
                best, longest = agent, team.since[agent]
        if best >= 0:
            break
    return best


@compiled
def rested_agent(terms: Terms, team: Team, channel: int, now: float) -> int:
    """Agent idle the longest of those who may take deferred work now, or -1."""
    best, longest = -1, np.inf
    for group in range(terms.able.shape[0]):
        if not terms.able[group, channel]:
            continue
        agent = team.list_head[group, 0]
        while agent >= 0 and team.rested[agent] > now:
            agent = team.after[agent]
        if agent >= 0 and team.since[agent] < longest:
            best, longest = agent, team.since[agent]
    return best


@compiled
def interruptible_agent(terms: Terms, team: Team, channel: int) -> int:
    """Agent who began deferred work that can be put aside the latest, or -1."""
    best, latest = -1, -np.inf
    for agent in range(team.held.size):
        if (
            team.held[agent] == 1
            and team.on_duty[agent]
            and terms.yields[team.channel[agent, 0]]
            and terms.able[terms.group[agent], channel]
            and team.busy_since[agent] > latest
        ):
            best, latest = agent, team.busy_since[agent]
    return best


@compiled
def arrive(
    terms: Terms, contacts: Contacts, queues: Queues, team: Team, outcome: Outcome, channel: int
) -> None:
    """Let the next customer of a channel in."""
    contact = queues.arrived[channel]
    queues.arrived[channel] = contact + 1
    if queues.state[contact] != WAITING:
        return
    # work from before the period waits at its start
    now = max(0.0, contacts.arrival[contact])
    if terms.deferred[channel]:
        push(contacts, queues, channel, contact)
        if spare(terms, team, channel, now):
            agent = rested_agent(terms, team, channel, now)
            if agent >= 0:
                seek(terms, contacts, queues, team, outcome, agent, now)
        return
    let_in(terms, contacts, queues, team, outcome, channel, contact, now)


@compiled
def let_in(
    terms: Terms,
    contacts: Contacts,
    queues: Queues,
    team: Team,
    outcome: Outcome,
    channel: int,
    contact: int,
    now: float,
) -> None:
    """Give a live contact to an agent, let it wait, or turn it away."""
    lines = terms.lines[channel]
    if lines >= 0 and queues.serving[channel] + count_waiting(contacts, queues, channel, now) >= lines:
        queues.state[contact] = TURNED_AWAY
        may_try_again(terms, contacts, queues, channel, contact, now)
        return
    agent = free_agent(terms, team, channel)
    if agent < 0 and team.tally[1] > 0:
        agent = interruptible_agent(terms, team, channel)
        if agent >= 0:
            put_aside(terms, contacts, queues, team, outcome, agent, now)
    if agent >= 0:
        take(terms, contacts, queues, team, outcome, agent, channel, contact, now)
        return
    join_line(queues, channel, contact)
    may_try_again(terms, contacts, queues, channel, contact, contacts.limit[contact])


@compiled
def call_again(terms: Terms, contacts: Contacts, queues: Queues, team: Team, outcome: Outcome) -> None:
    """Let in the next of those who try again, unless somebody answered them meanwhile."""
    channel, contact, now = begin_next_try(terms, contacts, queues, outcome)
    if contact >= 0:
        let_in(terms, contacts, queues, team, outcome, channel, contact, now)


@compiled
def look_again(
    terms: Terms, contacts: Contacts, queues: Queues, team: Team, outcome: Outcome, now: float
) -> None:
    """Offer deferred work to everyone idle: fewer agents are left to live channels from now on."""
    for agent in range(team.held.size):
        if team.on_duty[agent] and team.held[agent] == 0:
            seek(terms, contacts, queues, team, outcome, agent, now)


@compiled
def next_arrival(contacts: Contacts, queues: Queues) -> tuple[int, float]:
    """Channel of the next to arrive, and when; endless where nobody does."""
    channel, upcoming = -1, np.inf
    for other in range(queues.arrived.size):
        contact = queues.arrived[other]
        if contact < contacts.first[other + 1] and contacts.arrival[contact] < upcoming:
            channel, upcoming = other, contacts.arrival[contact]
    return channel, upcoming


@compiled
def close_books(terms: Terms, team: Team, outcome: Outcome) -> None:
    """Count the time of those still there when the period ends."""
    for agent in range(team.held.size):
        group = terms.group[agent]
        if team.held[agent] > 0:
            add_span(outcome.busy[group], team.busy_since[agent], terms.end, terms.step)
        if team.held[agent] > 0 or team.on_duty[agent]:
            add_span(outcome.present[group], team.here_since[agent], terms.end, terms.step)


@compiled
def run(terms: Terms, duty: Duty, contacts: Contacts, queues: Queues, team: Team, outcome: Outcome) -> None:
    """Play a period.

    Parameters
    ----------
    terms, duty, contacts
        What is given; see :mod:`planner.simulate.kernel_data`.
    queues, team, outcome
        Fresh; filled in here.

    Notes
    -----
    Every event is one of four: an agent's next (a contact ends, a rest is over), the next
    arrival of a channel, the next change of duty, the next who tries again.  Hanging up needs
    no event: who has leaves the line when it is next looked at, and is counted when trying
    again, or in the end.  After each event no agent could take anybody who waits.
    """
    changes = 0
    while True:
        channel, upcoming = next_arrival(contacts, queues)
        change = duty.time[changes] if changes < duty.time.size else np.inf
        acting = team.tree[1]
        event = team.event[acting]
        again = next_try(queues)
        if min(upcoming, change, event, again) >= terms.end:
            break
        if upcoming < min(change, event, again):
            arrive(terms, contacts, queues, team, outcome, channel)
        elif again < min(change, event):
            call_again(terms, contacts, queues, team, outcome)
        elif event < change:
            if team.held[acting] > 0:
                finish_one(terms, contacts, queues, team, outcome, acting, event)
            else:
                seek(terms, contacts, queues, team, outcome, acting, event)
                if team.held[acting] == 0:
                    schedule(terms, team, acting, event)
        else:
            if duty.agent[changes] >= 0:
                come_or_go(terms, contacts, queues, team, outcome, duty, changes)
            else:
                look_again(terms, contacts, queues, team, outcome, change)
            changes += 1
    close_books(terms, team, outcome)
