"""What a solver found, and how soon."""

from dataclasses import dataclass

from planner.solver.answer import Solution


class TooLargeError(Exception):
    """A model would be larger than a solver here is given."""


@dataclass(frozen=True)
class Outcome:
    """One run of one solver on one problem.

    Parameters
    ----------
    solution
        The best roster, with the objective the solver claims for it; ``None`` without one.
    bound
        What no roster can cost less than, as the solver claims.
    wall_seconds
        From the problem to the answer: building networks or models included.
    network_seconds
        Building the networks of legal tours, where there are any.
    first_seconds
        When the first roster was found.
    note
        Anything else worth a word.
    """

    solution: Solution | None
    bound: int | None
    wall_seconds: float
    network_seconds: float | None = None
    first_seconds: float | None = None
    note: str = ""
