"""What the roster stage answers."""

from dataclasses import dataclass

from models.plan import ObjectiveParts, Proof
from models.tour import Roster


@dataclass(frozen=True)
class RosterAnswer:
    """A roster with its proof.

    Parameters
    ----------
    roster
        All tours; agents without a legal tour are left out and named in ``reasons``.
    proof
        Objective, bound, status.
    parts
        The objective beyond pay and wishes, from the engine's rows.
    deferred_short_minutes
        Agent-minutes of deferred work that nobody can do by its deadline.
    reasons
        Sentences for the user: who has no legal tour and which rules conflict.
    """

    roster: Roster
    proof: Proof
    parts: ObjectiveParts
    deferred_short_minutes: int
    reasons: tuple[str, ...] = ()
