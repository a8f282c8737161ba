"""Customers of one replication: when they come, how long they take and how long they wait."""

from dataclasses import dataclass

import numpy as np

from models.simulation import DeferredTerms, LiveTerms, SimulatedChannel
from planner.simulate.compiled import BitsArray, FloatArray, IntArray
from planner.simulate.kernel_data import LOST, WAITING, Contacts
from planner.simulate.open_clock import OpenClock
from planner.simulate.random_streams import Purpose, stream
from planner.simulate.simulation_input import SimulationInput


@dataclass(frozen=True)
class Customers:
    """Everything drawn ahead for one replication.

    Parameters
    ----------
    contacts
        As the kernel wants them.
    state
        At the start: waiting to arrive, or lost because the desk is closed.
    deadline
        Minute by which work is in time; endless for live contacts.
    """

    contacts: Contacts
    state: IntArray
    deadline: FloatArray


@dataclass(frozen=True)
class _Drawn:
    arrival: FloatArray
    work: FloatArray
    limit: FloatArray
    deadline: FloatArray
    state: IntArray
    random: BitsArray


def draw_customers(given: SimulationInput, seed: int, replication: int) -> Customers:
    """Draw the customers of one replication.

    Parameters
    ----------
    given
        Channels, expected contacts and opening hours; the roster is not looked at.
    seed, replication
        Customers of the same seed, replication and channel name are the same people.
    """
    clock = given.open_clock
    drawn = [
        _draw(channel, number, given, clock, seed, replication)
        for number, channel in enumerate(given.channels)
    ]
    first = np.cumsum([0, *(each.arrival.size for each in drawn)], dtype=np.int64)
    arrival = np.concatenate([each.arrival for each in drawn])
    interval = (arrival / given.interval_minutes).astype(np.int64)
    return Customers(
        contacts=Contacts(
            first,
            arrival,
            np.concatenate([each.work for each in drawn]),
            np.concatenate([each.limit for each in drawn]),
            np.where(arrival < 0, given.intervals, np.minimum(interval, given.intervals - 1)),
            np.concatenate([each.random for each in drawn]),
        ),
        state=np.concatenate([each.state for each in drawn]),
        deadline=np.concatenate([each.deadline for each in drawn]),
    )


def _draw(
    channel: SimulatedChannel,
    number: int,
    given: SimulationInput,
    clock: OpenClock,
    seed: int,
    replication: int,
) -> _Drawn:
    def draw(name: str, expected: FloatArray, days: IntArray, edges: FloatArray) -> tuple[FloatArray, ...]:
        def random(purpose: Purpose) -> np.random.Generator:
            return stream(seed, replication, name, purpose)

        busy = expected * _factors(random(Purpose.DAY), channel.cv_day, days)
        busy = busy * _factors(random(Purpose.INTERVAL), channel.cv_interval, np.arange(days.size))
        arrival = _arrivals(random(Purpose.ARRIVAL), busy, edges)
        work = _unit_work(random(Purpose.WORK), channel, arrival.size)
        return arrival, work, random(Purpose.PATIENCE).standard_exponential(arrival.size)

    lead_in = given.lead_in_open.size
    arrival, work, patience = draw(channel.name, given.contacts[number], given.day, clock.edges[lead_in:])
    if isinstance(channel.terms, LiveTerms):
        work = work * given.aht_seconds[number][clock.place_of(arrival) - lead_in] / 60.0
        own = np.zeros(arrival.size, dtype=np.uint64)
        if channel.terms.redial_probability > 0:
            own = stream(seed, replication, channel.name, Purpose.REDIAL).integers(
                0, 2**64, arrival.size, dtype=np.uint64
            )
        return _live(channel.terms, arrival, work, patience, own, clock)
    # streams of their own: the period's customers do not depend on how far back one looks
    before = draw(
        f"{channel.name} before",
        given.lead_in_contacts[number],
        given.lead_in_day,
        clock.edges[: lead_in + 1],
    )
    arrival, work = np.concatenate([before[0], arrival]), np.concatenate([before[1], work])
    work = work * _handle_seconds(given, number)[clock.place_of(arrival)] / 60.0
    return _deferred(channel.terms, arrival, work, clock)


def _live(
    terms: LiveTerms,
    arrival: FloatArray,
    work: FloatArray,
    patience: FloatArray,
    random: BitsArray,
    clock: OpenClock,
) -> _Drawn:
    place = clock.place_of(arrival)
    leaves = (
        np.inf if terms.patience_seconds is None else arrival + patience * (terms.patience_seconds / 60.0)
    )
    return _Drawn(
        arrival=arrival,
        work=work,
        limit=np.minimum(leaves, clock.closing[place]),
        deadline=np.full(arrival.size, np.inf),
        state=np.where(clock.is_open[place], WAITING, LOST),
        random=random,
    )


def _deferred(terms: DeferredTerms, arrival: FloatArray, work: FloatArray, clock: OpenClock) -> _Drawn:
    deadline, due = clock.deadlines(arrival, float(terms.deadline_minutes), terms.clock)
    # what fell due before the period was done before it
    kept = (arrival >= 0) | (due > 0)
    state = np.full(int(kept.sum()), WAITING, dtype=np.int64)
    return _Drawn(
        arrival[kept], work[kept], due[kept], deadline[kept], state, np.zeros_like(state, np.uint64)
    )


def _factors(random: np.random.Generator, variation: float, groups: IntArray) -> FloatArray:
    """Gamma factors of mean 1, one per group of intervals; shape of ``groups``."""
    if variation == 0 or groups.size == 0:
        return np.ones(groups.size)
    shape = variation**-2
    least = int(groups.min())
    drawn: FloatArray = random.standard_gamma(shape, int(groups.max()) - least + 1) / shape
    return drawn[groups - least]


def _arrivals(random: np.random.Generator, expected: FloatArray, edges: FloatArray) -> FloatArray:
    """Arrivals of a Poisson process of constant rate in each interval, in order.

    Unit exponential gaps on the axis of expected contacts, put back on that of time: counts
    of disjoint spans stay independent, and Poisson with the contacts expected in them.
    """
    passed = np.concatenate([[0.0], np.cumsum(expected)])
    total = float(passed[-1])
    parts = [np.zeros(0)]
    reached = 0.0
    while reached < total:
        count = int(total - reached + 4.0 * np.sqrt(total - reached)) + 8
        # in pieces whose size depends on the total: the numbers themselves do not
        piece = reached + np.cumsum(random.standard_exponential(count))
        parts.append(piece)
        reached = float(piece[-1])
    gaps = np.concatenate(parts)
    found: FloatArray = np.interp(gaps[: np.searchsorted(gaps, total)], passed, edges)
    return found


def _handle_seconds(given: SimulationInput, number: int) -> FloatArray:
    """Mean handle time per interval; the lead-in has the average of the period."""
    weight, handle = given.contacts[number], given.aht_seconds[number]
    usual = float(np.average(handle, weights=weight if weight.sum() > 0 else None))
    return np.concatenate([np.full(given.lead_in_open.size, usual), handle])


def _unit_work(random: np.random.Generator, channel: SimulatedChannel, count: int) -> FloatArray:
    """Handle times of mean 1."""
    if channel.handle_time == "exponential":
        return random.standard_exponential(count)
    spread = float(np.log1p(channel.handle_cv**2))
    drawn: FloatArray = np.exp(np.sqrt(spread) * random.standard_normal(count) - spread / 2)
    return drawn
