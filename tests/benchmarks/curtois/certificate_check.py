"""The bound a certificate claims, computed again without the engine."""

from planner.solver.answer import Certificate
from planner.solver.problem import TourProblem
from planner.verify.bound import recomputed_bound
from planner.verify.refusal import CertificateError


def doubt_of(problem: TourProblem, certificate: Certificate) -> str:
    """Say why the bound is not confirmed; empty where it is."""
    try:
        proven = recomputed_bound(problem, certificate)
    except CertificateError as error:
        return str(error)
    if proven < certificate.bound:
        return f"{certificate.bound} is claimed, but the prices prove only {proven}"
    return ""
