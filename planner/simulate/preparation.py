"""A desk and its roster as arrays for the kernel."""

from dataclasses import dataclass

import numpy as np

from models.simulation import DeferredTerms, LiveTerms, SimulatedAgent, SimulatedChannel, Stretch
from planner.simulate.compiled import BoolArray, FloatArray, IntArray
from planner.simulate.counts import Count, promise_terms
from planner.simulate.customers import Customers
from planner.simulate.kernel_data import Duty, Outcome, Queues, Team, Terms
from planner.simulate.kernel_queues import NOWHERE
from planner.simulate.random_streams import Purpose, stream
from planner.simulate.simulation_input import SimulationInput


@dataclass(frozen=True)
class Prepared:
    """What all replications share; ``duty`` is everyone's, no shift missed."""

    given: SimulationInput
    terms: Terms
    looks: FloatArray
    duty: Duty


def prepare(given: SimulationInput) -> Prepared:
    """Put a desk into the kernel's terms."""
    group, able = _groups(given)
    slots, slowdown = _slots(given.channels)
    is_deferred = [isinstance(channel.terms, DeferredTerms) for channel in given.channels]
    spared = np.array(
        [
            given.live_agents if _fills_surplus(channel) else 0 * given.live_agents
            for channel in given.channels
        ]
    )
    within, definition = promise_terms(given.channels)
    patience, redial, delay = (np.array(row) for row in zip(*map(_coming_back, given.channels), strict=True))
    terms = Terms(
        deferred=np.array(is_deferred),
        yields=np.array([_yields(channel) for channel in given.channels]),
        whole=slots == 1,
        slots=slots,
        slowdown=slowdown,
        priority=np.array([channel.priority for channel in given.channels]),
        lines=np.array([_lines(channel) for channel in given.channels]),
        patience=patience,
        redial=redial,
        redial_delay=delay,
        within=within,
        definition=definition,
        is_open=given.is_open,
        closing=given.open_clock.closing[given.lead_in_open.size :].copy(),
        spared=spared.astype(np.int64),
        able=able,
        group=group,
        step=float(given.interval_minutes),
        end=float(given.end_minute),
        cap=given.occupancy_cap,
    )
    starts = np.arange(1, given.intervals, dtype=np.float64) * given.interval_minutes
    looks = starts if spared.any() else starts[:0]
    return Prepared(given, terms, looks, _duty(given, looks, [set()] * len(given.agents)))


def fresh_queues(terms: Terms, customers: Customers) -> Queues:
    """Nobody has arrived."""
    first, size = customers.contacts.first, customers.contacts.arrival.size
    callers = size if terms.redial.any() else 1

    def zeros() -> IntArray:
        return np.zeros(first.size - 1, dtype=np.int64)

    return Queues(
        state=customers.state.copy(),
        arrived=first[:-1].copy(),
        line_head=zeros() - 1,
        line_tail=zeros() - 1,
        before=np.full(size, NOWHERE),
        after=np.full(size, -1),
        heap=np.zeros(size, dtype=np.int64),
        heaped=zeros(),
        late=np.zeros(size, dtype=np.int64),
        late_head=zeros(),
        late_tail=zeros(),
        serving=zeros(),
        again=np.zeros(callers, dtype=np.int64),
        again_time=np.full(callers, np.inf),
        again_count=np.zeros(1, dtype=np.int64),
    )


def fresh_team(terms: Terms) -> Team:
    """Nobody is there."""
    agents, slots, groups = terms.group.size, int(terms.slots.max()), terms.able.shape[0]
    half = 1 << max(1, (agents - 1).bit_length())
    tree = np.arange(-half, half)
    for place in range(half - 1, 0, -1):
        tree[place] = tree[2 * place]
    return Team(
        on_duty=np.zeros(agents, dtype=np.bool_),
        taken_up=np.zeros(agents, dtype=np.bool_),
        productivity=np.ones(agents),
        held=np.zeros(agents, dtype=np.int64),
        contact=np.zeros((agents, slots), dtype=np.int64),
        channel=np.zeros((agents, slots), dtype=np.int64),
        left=np.zeros((agents, slots)),
        touched=np.zeros(agents),
        busy_since=np.zeros(agents),
        here_since=np.zeros(agents),
        rested=np.zeros(agents),
        since=np.zeros(agents),
        before=np.full(agents, -1),
        after=np.full(agents, -1),
        list_head=np.full((groups, slots), -1),
        list_tail=np.full((groups, slots), -1),
        event=np.full(half, np.inf),
        tree=tree,
        tally=np.zeros(2),
    )


def fresh_outcome(terms: Terms, customers: Customers) -> Outcome:
    """Nothing has happened."""
    size, shape = customers.contacts.arrival.size, (terms.able.shape[0], terms.spared.shape[1])
    counts = np.zeros((terms.deferred.size, shape[1] + 1, len(Count)))
    return Outcome(np.full(size, np.inf), np.full(size, np.inf), np.zeros(shape), np.zeros(shape), counts)


def draw_duty(prepared: Prepared, seed: int, replication: int) -> Duty:
    """Who comes and goes in one replication: everyone's stretches, missed shifts left out.

    Absences are drawn agent by agent in the roster's order, so adding somebody at the end
    leaves the absences of the others as they are.
    """
    given = prepared.given
    if given.absence_share == 0:
        return prepared.duty
    random = stream(seed, replication, "", Purpose.ABSENCE)
    return _duty(given, prepared.looks, [_missed(random, each, given.absence_share) for each in given.agents])


def _duty(given: SimulationInput, looks: FloatArray, missed: list[set[int]]) -> Duty:
    rows: list[tuple[float, int, bool, float]] = [(float(look), -1, False, 1.0) for look in looks]
    for number, (agent, away) in enumerate(zip(given.agents, missed, strict=True)):
        for start, end, productivity in _merged([each for each in agent.stretches if each.shift not in away]):
            begin, finish = max(0, start), min(given.end_minute, end)
            if begin < finish:
                rows.append((float(begin), number, True, productivity))
                rows.append((float(finish), number, False, productivity))
    # at one moment those who come are there before those who go leave
    rows.sort(key=lambda row: (row[0], not row[2], row[1]))
    return Duty(
        np.array([row[0] for row in rows], dtype=np.float64),
        np.array([row[1] for row in rows], dtype=np.int64),
        np.array([row[2] for row in rows], dtype=np.bool_),
        np.array([row[3] for row in rows], dtype=np.float64),
    )


def _missed(random: np.random.Generator, agent: SimulatedAgent, share: float) -> set[int]:
    if not agent.stretches:
        return set()
    shifts = 1 + max(each.shift for each in agent.stretches)
    return set(np.flatnonzero(random.random(shifts) < share).tolist())


def _merged(stretches: list[Stretch]) -> list[tuple[int, int, float]]:
    """Stretches in order with their productivity, those that touch or overlap as one like the first."""
    merged: list[tuple[int, int, float]] = []
    for each in sorted(stretches, key=lambda each: each.start_minute):
        if merged and each.start_minute <= merged[-1][1]:
            begin, end, productivity = merged[-1]
            merged[-1] = (begin, max(end, each.end_minute), productivity)
        else:
            merged.append((each.start_minute, each.end_minute, each.productivity))
    return merged


def _groups(given: SimulationInput) -> tuple[IntArray, BoolArray]:
    """Agents who serve the same channels are one group; at least one group, perhaps of nobody."""
    names = [channel.name for channel in given.channels]
    sets = [frozenset(agent.channels) for agent in given.agents] or [frozenset(names)]
    kinds = sorted(set(sets), key=sorted)
    able = np.array([[name in kind for name in names] for kind in kinds], dtype=np.bool_)
    places = {kind: number for number, kind in enumerate(kinds)}
    group = [places[served] for served, _ in zip(sets, given.agents, strict=False)]
    return np.array(group, dtype=np.int64), able


def _slots(channels: tuple[SimulatedChannel, ...]) -> tuple[IntArray, FloatArray]:
    factors = [c.terms.slowdown if isinstance(c.terms, LiveTerms) else (1.0,) for c in channels]
    slots = np.array([len(each) for each in factors], dtype=np.int64)
    # an agent may hold as many as the roomiest channel allows: beyond its own, a channel's last
    table = np.array([[1.0, *each, *[each[-1]] * (int(slots.max()) - len(each))] for each in factors])
    return slots, table


def _fills_surplus(channel: SimulatedChannel) -> bool:
    return isinstance(channel.terms, DeferredTerms) and channel.terms.fills == "surplus"


def _yields(channel: SimulatedChannel) -> bool:
    return isinstance(channel.terms, DeferredTerms) and channel.terms.is_interruptible


def _lines(channel: SimulatedChannel) -> int:
    limit = channel.terms.lines if isinstance(channel.terms, LiveTerms) else None
    return -1 if limit is None else limit


def _coming_back(channel: SimulatedChannel) -> tuple[float, float, float]:
    """Mean patience in minutes, chance to try again, mean minutes until then."""
    if not isinstance(channel.terms, LiveTerms):
        return np.inf, 0.0, 0.0
    patience = channel.terms.patience_seconds
    return (
        np.inf if patience is None else patience / 60.0,
        channel.terms.redial_probability,
        channel.terms.redial_delay_seconds / 60.0,
    )
