"""What the roster stage answers."""

from dataclasses import dataclass

from models.certificate import BoundCertificate
from models.conflict import Conflict, Relaxation
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
    certificate
        Prices that prove the bound of the relaxation.
    reasons
        Sentences for the user: who has no legal tour and which rules conflict.
    conflicts, relaxations
        What cannot be kept together, and the ways out with their prices, the cheapest first.
    """

    roster: Roster
    proof: Proof
    parts: ObjectiveParts
    deferred_short_minutes: int
    certificate: BoundCertificate
    reasons: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
