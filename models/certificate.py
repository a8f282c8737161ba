"""What anyone needs to compute a plan's lower bound again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BoundCertificate:
    """Prices that prove a bound, each an integer over ``scale``, and what the cost rests on.

    Rows, profiles and side values are those of the tour problem a scenario translates to.

    Parameters
    ----------
    scale
        Common denominator of all prices.
    rows
        Numbers of rows that always have one level, and the price of one more unit of it.
    profiles
        Name of each profile in order, and per counter the price of one more unit of its
        total; ``None`` where every tour keeps the counter's bounds.
    sides
        Values of the decisions beside the tours; with the roster they give the objective.
    bound_minor
        The bound these prices alone are said to prove, in minor units of money; the plan's own
        may be higher, by the solver's search.
    """

    scale: int
    rows: tuple[tuple[tuple[int, ...], int], ...]
    profiles: tuple[tuple[str, tuple[int | None, ...]], ...]
    sides: tuple[int, ...]
    bound_minor: int
