"""The engine's prices, as a certificate of the plan."""

from models.certificate import BoundCertificate
from planner.solver.answer import Answer
from planner.solver.problem import TourProblem


def certificate_of(problem: TourProblem, answer: Answer) -> BoundCertificate:
    """Name the profiles the engine numbers, and claim what the prices alone prove."""
    prices = answer.certificate
    return BoundCertificate(
        scale=prices.scale,
        rows=prices.rows,
        profiles=tuple(
            (profile.name, own) for profile, own in zip(problem.profiles, prices.counters, strict=True)
        ),
        sides=answer.solution.sides,
        bound_minor=prices.bound,
    )
