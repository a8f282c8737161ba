"""What a simulation tells."""

from dataclasses import dataclass

from planner.simulate.compiled import FloatArray, IntArray
from planner.simulate.estimates import Estimate


@dataclass(frozen=True)
class Measures:
    """What customers and agents experience; every array of one shape, channels first.

    Shares are of 1, NaN where they cannot be told.

    Parameters
    ----------
    contacts
        Mean number arriving per replication, those lost while closed included; who tries
        again arrives again.
    lost_share
        Share arriving while the desk is closed; 0 for deferred work, which waits.
    service_level
        Live channels: answered in time by the channel's definition, of those who found the
        desk open.  NaN for deferred ones.
    deadline_kept
        Deferred channels: done by the deadline, of those whose deadline lies in the period.
        NaN for live ones.
    asa_seconds
        Mean wait of those answered; for deferred work until somebody begins it.
    wait_seconds
        Mean wait of all, also of those who hung up.
    abandoned_share
        Share who hung up, of those let in or turned away.
    turned_away_share
        Share who found all lines taken, of the same.
    redialled_share
        Share who had hung up or been turned away before, of the same.
    turned_away, redialled
        Mean numbers of them per replication.
    occupancy
        Share of their time that agents who can serve the channel spend on contacts of any
        kind; time spent finishing a contact after the shift counts as theirs.
    """

    contacts: FloatArray
    lost_share: FloatArray
    service_level: Estimate
    deadline_kept: Estimate
    asa_seconds: Estimate
    wait_seconds: Estimate
    abandoned_share: Estimate
    turned_away_share: Estimate
    redialled_share: Estimate
    turned_away: Estimate
    redialled: Estimate
    occupancy: Estimate


@dataclass(frozen=True)
class SimulationResult:
    """Measures of a roster over replications.

    Parameters
    ----------
    channels
        Names, in the order of the arrays.
    replications
        Replications done; fewer than wanted when it was stopped.
    seed, confidence
        As asked.
    by_interval
        Shape (C, I), by interval of arrival.
    by_day
        Shape (C, D), by day of arrival, over the counted intervals.
    total
        Shape (C,), over the counted intervals; deferred work from before the period
        included.
    kept, judged
        Contacts the promise was kept to, and judged by, in the total of each replication;
        shape (R, C).  Rosters simulated with one seed see the same customers, so they are
        compared replication by replication.
    fates
        Sums over replications of what became of all contacts: arrived, lost, turned away,
        hung up, answered, still waiting at the end; shape (C, 6), integers.  The first is
        the sum of the others.
    """

    channels: tuple[str, ...]
    replications: int
    seed: int
    confidence: float
    by_interval: Measures
    by_day: Measures
    total: Measures
    kept: FloatArray
    judged: FloatArray
    fates: IntArray
