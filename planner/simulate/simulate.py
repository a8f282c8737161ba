"""The stage itself: a roster is played many times, and what customers saw is counted."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from planner.simulate.compiled import FloatArray
from planner.simulate.counts import Count, count_contacts
from planner.simulate.customers import draw_customers
from planner.simulate.kernel import run
from planner.simulate.preparation import (
    Prepared,
    draw_duty,
    fresh_outcome,
    fresh_queues,
    fresh_team,
    prepare,
)
from planner.simulate.result import SimulationResult
from planner.simulate.simulation_input import SimulationInput
from planner.simulate.tally import Tally

#: Hears how many replications are done, and how many are wanted.
Listener = Callable[[int, int], None]


@dataclass(frozen=True)
class _Played:
    """Counts (C, I + 1, 11) and agents' minutes (G, I) of one replication."""

    counts: FloatArray
    busy: FloatArray
    present: FloatArray


def simulate(
    given: SimulationInput,
    replications: int = 100,
    seed: int = 1,
    workers: int = 1,
    *,
    confidence: float = 0.95,
    stop: threading.Event | None = None,
    listen: Listener | None = None,
) -> SimulationResult:
    """Play a period many times with a roster and count what customers and agents experience.

    Customers come by a Poisson process, its rate perhaps varied by Gamma factors; who cannot
    be answered at once waits and hangs up when patience ends, or finds all lines taken and is
    turned away; some of these try again later.  A contact goes to the agent
    with the skill who holds the fewest and has done so the longest; an agent who has room
    takes the waiting contact of the first priority that came first, and deferred work when
    nobody live waits and the occupancy cap allows, the earliest due time first, overdue work
    last.  What is begun is finished, even beyond the end of a stretch of work, except deferred
    work that is put aside for a live contact.

    Parameters
    ----------
    given
        Desk and roster.
    replications
        How many times.
    seed
        Not negative.  Equal input and seed give equal results, whatever ``workers`` is; two
        rosters simulated with one seed see the same customers.
    workers
        Threads; the kernels run side by side.
    confidence
        Of the limits.
    stop
        Set from outside to end early; the replications done so far, one at least, are the
        result.
    listen
        Hears of progress, in this thread.

    Returns
    -------
    SimulationResult
        Measures per channel and interval, and over the whole period.

    Raises
    ------
    ValueError
        Fewer than one replication or worker, or a negative seed.
    """
    if replications < 1 or workers < 1 or seed < 0:
        raise ValueError(f"found {replications} replications, {workers} workers, seed {seed}")
    prepared = prepare(given)
    is_live = ~prepared.terms.deferred
    channels, able = len(given.channels), prepared.terms.able.T.astype(np.float64)
    starts = np.flatnonzero(np.diff(given.day, prepend=given.day[0] - 1))
    by_interval = Tally(is_live, (channels, given.intervals))
    by_day, total = Tally(is_live, (channels, starts.size)), Tally(is_live, (channels,))
    # work from before the period belongs to the period's total
    counted = np.append(given.counted, True)
    kept, judged = [], []
    fates = np.zeros((channels, Count.OPEN + 1))
    for played in _play_all(prepared, replications, seed, workers, stop):
        busy, present = able @ played.busy, able @ played.present
        by_interval.add(played.counts[:, :-1], busy, present)
        by_day.add(
            np.add.reduceat(played.counts[:, :-1] * given.counted[:, np.newaxis], starts, axis=1),
            np.add.reduceat(busy * given.counted, starts, axis=1),
            np.add.reduceat(present * given.counted, starts, axis=1),
        )
        summed = played.counts[:, counted].sum(axis=1)
        total.add(summed, busy[:, given.counted].sum(axis=1), present[:, given.counted].sum(axis=1))
        kept.append(summed[:, Count.KEPT])
        judged.append(summed[:, Count.JUDGED])
        fates += played.counts[:, :, : Count.OPEN + 1].sum(axis=1)
        if listen is not None:
            listen(len(kept), replications)
    return SimulationResult(
        channels=tuple(channel.name for channel in given.channels),
        replications=len(kept),
        seed=seed,
        confidence=confidence,
        by_interval=by_interval.measures(confidence),
        by_day=by_day.measures(confidence),
        total=total.measures(confidence),
        kept=np.stack(kept),
        judged=np.stack(judged),
        fates=fates.astype(np.int64),
    )


def _play_all(
    prepared: Prepared, replications: int, seed: int, workers: int, stop: threading.Event | None
) -> Iterator[_Played]:
    """Replications in order, the next few prepared by other threads meanwhile."""

    def is_stopped() -> bool:
        return stop is not None and stop.is_set()

    if workers == 1:
        for number in range(replications):
            if number and is_stopped():
                return
            yield _play(prepared, seed, number)
        return
    with ThreadPoolExecutor(workers) as pool:
        running: deque[Future[_Played]] = deque()
        begun = done = 0
        while done < replications:
            while begun < replications and len(running) < 2 * workers and not (begun and is_stopped()):
                running.append(pool.submit(_play, prepared, seed, begun))
                begun += 1
            if not running:
                return
            yield running.popleft().result()
            done += 1


def _play(prepared: Prepared, seed: int, number: int) -> _Played:
    """Play one replication."""
    given, terms = prepared.given, prepared.terms
    customers = draw_customers(given, seed, number)
    queues, team = fresh_queues(terms, customers), fresh_team(terms)
    outcome = fresh_outcome(terms, customers)
    run(terms, draw_duty(prepared, seed, number), customers.contacts, queues, team, outcome)
    count_contacts(terms, customers.contacts, queues.state, outcome, customers.deadline)
    return _Played(outcome.counts, outcome.busy, outcome.present)
