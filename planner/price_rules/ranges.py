"""What intervals prove of a difference.

The cost of the cheapest possible plan of a scenario lies in ``[bound, objective]`` of any
search for it (:mod:`planner.compare.proof`).  Of two scenarios of which one is looser, what
is known of one says something of the other: no plan of the tighter is cheaper than the
bound of the looser, and a plan of the tighter is one of the looser too.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.compare.month import at_least_per_month, at_most_per_month
from planner.price_rules.variant import Relation


@dataclass(frozen=True)
class Interval:
    """Where the cost of the cheapest possible plan lies; minor units of the period."""

    bound_minor: int
    objective_minor: int


def learnt(base: Interval, others: Iterable[tuple[Relation, Interval]]) -> Interval:
    """Narrow the interval of the scenario as it is by those of looser and tighter ones."""
    bound, objective = base.bound_minor, base.objective_minor
    for relation, own in others:
        if relation == "looser":
            bound = max(bound, own.bound_minor)
        elif relation == "tighter":
            objective = min(objective, own.objective_minor)
    return Interval(bound, objective)


def narrowed(relation: Relation, own: Interval, base: Interval) -> Interval:
    """Narrow the interval of a changed scenario by that of the scenario as it is."""
    if relation == "looser":
        return Interval(own.bound_minor, min(own.objective_minor, base.objective_minor))
    if relation == "tighter":
        return Interval(max(own.bound_minor, base.bound_minor), own.objective_minor)
    return own


def difference_range(
    having: Interval, without: Interval, days: int, *, never_negative: bool
) -> tuple[int, int]:
    """Range of having less without, per average month, rounded outwards so that it stays a proof.

    Parameters
    ----------
    having, without
        Both scenarios.
    days
        Length of the period.
    never_negative
        Whether the scenario with it is a tighter one than that without.
    """
    least = at_least_per_month(having.bound_minor, days, without.objective_minor, days)
    most = at_most_per_month(having.objective_minor, days, without.bound_minor, days)
    return (max(0, least), max(0, most)) if never_negative else (least, most)
